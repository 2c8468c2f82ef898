#pragma once
// A town that lives by the scheduler: its people book, wait, come late or not at all, its staff approves, reports what
// breaks and changes the rules, and the clock does the rest. Everything is drawn from a seed, on a clock of its own,
// and goes through the writer; some commands fail in the middle, some commits fail, some answers are lost, and the
// program is started again now and then. Clients repeat what they have no answer to, with the same key. The auditor
// hears it all.

#include "scheduler/store.hpp"
#include "tests/contract/auditor.hpp"
#include "tests/contract/town_host.hpp"
#include "tests/support/random_cases.hpp"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace contract {

struct TownPlan {
    std::uint64_t seed = 1;
    int instruments = 500;
    int users = 2000;
    int days = 91;
    int bookings_a_day = 250;
    int faults_in_thousand = 12;  ///< of the commands
};

struct TownFigures {
    std::uint64_t commands = 0;
    std::uint64_t refused = 0;
    std::uint64_t due = 0;
    std::uint64_t failed = 0;  ///< attempts without an answer: thrown, not committed
    std::uint64_t lost = 0;    ///< durable, but the client did not hear of it
    std::uint64_t answered_again = 0;
    std::uint64_t restarts = 0;
    std::uint64_t rounds = 0;
    std::map<std::string, std::uint64_t> done;  ///< commands by name
};

class Town {
  public:
    /// What the scheduler sees instead of the store; for stores that cheat.
    using Disguise = std::function<std::unique_ptr<scheduler::Transaction>(scheduler::Transaction&)>;

    Town(HostKind host, const TownPlan& plan, Disguise disguise = {});

    /// Lives the days, then settles: everything runs out, staff closes what nobody came for, and the auditor compares
    /// what he has with the rows.
    void live();

    Auditor& auditor() { return auditor_; }
    [[nodiscard]] const TownFigures& figures() const { return figures_; }
    [[nodiscard]] std::string figures_text() const;
    /// Everything that happened.
    [[nodiscard]] const std::vector<model::Event>& log() const { return log_; }

  private:
    /// What a client is told happened.
    struct Told {
        model::EventKind kind;
        std::int64_t subject;
    };
    using Answer = model::Result<std::vector<Told>>;
    using Body = std::function<Answer(scheduler::Transaction&)>;
    /// What a command leaves for the town to remember.
    struct Aftermath {
        struct Taken {
            model::UserId user;
            model::InstrumentId instrument;
            model::Interval time;
        };
        std::optional<Taken> taken;  ///< a wish that something was in the way of
        std::optional<std::int64_t> group;
        std::optional<std::pair<model::InstrumentId, model::PolicyPtr>> policy;
    };
    enum class Fault { none, throws, store_full, commit_fails, answer_lost };
    struct Command {
        std::string name;
        model::UserId actor;
        std::string key;
        Body body;
        Fault fault = Fault::none;
        int fault_after = 0;  ///< writes
        // Set by running it.
        std::optional<Answer> answer;
        Aftermath aftermath;
        bool answered_again = false;
        server::CommitOutcome outcome = server::CommitOutcome::unavailable;
    };
    struct Person {
        model::UserId id;
        model::OrganisationId organisation;
        [[nodiscard]] scheduler::Actor actor() const { return {id, organisation, false}; }
    };

    // town.cpp: the machinery.
    void found();
    bool execute(HostAccess& access, Command& command);
    void submit(std::span<Command*> commands);
    std::unique_ptr<scheduler::Transaction> disguised(scheduler::Transaction& store) const;
    void remember(const Command& command);
    void run_all(std::vector<Command> commands);
    void run_due();
    void decide_rounds();
    void hear();
    void restart();
    void settle();
    void forget_finished();

    // town_life.cpp: what people do.
    void tick(int hour);
    void add(const char* name, model::UserId actor, Body body);
    void people_use();
    void staff_decides();
    void people_book(int count);
    void people_change_their_minds();
    void people_wait();
    void people_answer();
    void staff_runs_the_house();
    void staff_changes_rules();
    void book_one(const Person& person);
    void book_group(const Person& person);
    void book_waived();
    void join_for(const Person& person, const model::InstrumentId& instrument, model::Interval time);
    void open_round();
    void change_policy(std::size_t instrument);

    // town_agreements.cpp: what people and staff do about lost places and uses that run over.
    void staff_bumps();
    void people_replace();
    void people_run_over();
    void hold_places(scheduler::Transaction& tx, const model::InstrumentId& instrument, model::Interval time,
                     const std::vector<model::BookingId>& lost);
    std::vector<model::AccessoryUse> some_accessories(const model::InstrumentId& instrument);

    const Person& anybody() { return people_[draw_.below(people_.size())]; }
    /// Some are asked for far more often than others.
    std::size_t some_instrument() { return draw_.below(draw_.below(draw_.below(instruments_.size()) + 1) + 1); }
    model::Interval some_time(int days_ahead_max);
    [[nodiscard]] const Person& person(model::UserId id) const { return people_.at(by_id_.at(id.value)); }
    [[nodiscard]] scheduler::Actor staff() const { return {people_.front().id, {}, true}; }
    [[nodiscard]] model::Instant now() const { return host_->clock().now(); }

    TownPlan plan_;
    support::Draw draw_;
    Disguise disguise_;
    std::unique_ptr<TownHost> host_;
    Auditor auditor_;
    std::vector<model::InstrumentId> instruments_;
    std::vector<model::PlatformId> platforms_;  ///< by instrument
    std::vector<Person> people_;
    std::map<std::int64_t, std::size_t> by_id_;
    std::vector<model::OrganisationId> organisations_;

    std::vector<Command> planned_;
    Aftermath* aftermath_ = nullptr;  ///< of the command that runs
    std::vector<Aftermath::Taken> taken_;
    std::vector<std::int64_t> live_;
    std::vector<std::int64_t> displaced_;
    std::map<std::string, model::AccessoryId> accessories_;  ///< of each platform one
    std::vector<std::int64_t> groups_;
    std::int64_t last_booking_ = 0;
    std::vector<model::Event> log_;
    std::uint64_t next_key_ = 1;
    TownFigures figures_;
};

}  // namespace contract
