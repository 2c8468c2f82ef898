#include "tests/contract/town.hpp"

#include <latch>
#include <tuple>

#include <fmt/format.h>

#include "scheduler/due.hpp"
#include "scheduler/round_commands.hpp"
#include "scheduler/waitlist.hpp"
#include "server/storage/stored_rounds.hpp"
#include "tests/contract/audited_rows.hpp"
#include "tests/contract/forwarding_transaction.hpp"

namespace contract {

using namespace model;
using namespace server;

namespace {
constexpr std::size_t commands_at_once = 16;
constexpr int attempts_max = 6;
constexpr std::size_t due_at_once = 32;
constexpr int settling_days = 60;

/// Fails at its n-th write.
class FailingTransaction final : public ForwardingTransaction {
  public:
    FailingTransaction(scheduler::Transaction& store, int writes, bool is_full)
        : ForwardingTransaction(store), left_(writes), is_full_(is_full) {}
    BookingId add_booking(const Booking& booking) override {
        count();
        return store_.add_booking(booking);
    }
    void update_booking(const Booking& booking) override {
        count();
        store_.update_booking(booking);
    }
    std::optional<int> occupy(const InstrumentId& instrument, int capacity, Holder holder, Interval time,
                              Interval held) override {
        count();
        return store_.occupy(instrument, capacity, holder, time, held);
    }
    void vacate(Holder holder) override {
        count();
        store_.vacate(holder);
    }
    bool post(const LedgerTransaction& transaction) override {
        count();
        return store_.post(transaction);
    }
    void append(Event event) override {
        count();
        store_.append(std::move(event));
    }

  private:
    void count() {
        if (left_-- > 0) {
            return;
        }
        if (is_full_) {
            throw StoreError(StoreError::Kind::full, "the disk is full");
        }
        throw std::runtime_error("a fault");
    }
    int left_;
    bool is_full_;
};

/// Everything that is taken from a moment on, in order.
std::vector<std::tuple<std::size_t, int, Holder, Instant, Instant>> calendar_from(const Snapshot& snapshot,
                                                                                  Instant from) {
    std::vector<std::tuple<std::size_t, int, Holder, Instant, Instant>> all;
    for (std::size_t i = 0; i < snapshot.catalogue->instruments().size(); ++i) {
        for (const auto& taken : snapshot.calendar.at(i)) {
            if (taken.held().end > from) {
                all.emplace_back(i, taken.lane, taken.holder(), taken.held().start, taken.held().end);
            }
        }
    }
    return all;
}

/// The commit will be refused, or there is no connection any more to commit on.
void spoil_the_commit(SqlTransaction& tx, const InstrumentId& instrument) {
    if (tx.reader().dialect() == Dialect::postgresql) {
        (void)tx.reader().first<std::string>("SELECT pg_terminate_backend(pg_backend_pid())::text");
        return;
    }
    tx.reader().run_text("PRAGMA defer_foreign_keys = ON");
    tx.put_training({UserId{999'999'999}, instrument, std::nullopt});
}
}  // namespace

Town::Town(support::Backend backend, const TownPlan& plan, Disguise disguise)
    : plan_(plan),
      draw_(plan.seed),
      disguise_(std::move(disguise)),
      store_(backend),
      auditor_(store_.clock.now() - std::chrono::days{1}, plan.days + settling_days + 40) {
    found();
    hear();
}

bool Town::execute(SqlTransaction& tx, Command& command) {
    command.answer.reset();
    command.answered_again = false;
    if (const auto kept = tx.kept_answer(command.actor, command.key)) {
        command.answered_again = true;
        std::vector<Told> told;
        for (std::size_t at = 0; at < kept->body.size(); at = kept->body.find('\n', at) + 1) {
            const auto line = kept->body.substr(at, kept->body.find('\n', at) - at);
            told.push_back({static_cast<EventKind>(std::stoi(line)), std::stoll(line.substr(line.find(' ')))});
        }
        command.answer = kept->status == 200 ? Answer(std::move(told)) : Answer(ErrorCode::wrong_state);
        return false;
    }
    const auto disguised = disguise_ ? disguise_(tx) : std::make_unique<ForwardingTransaction>(tx);
    const bool fails = command.fault == Fault::throws || command.fault == Fault::store_full;
    FailingTransaction store(*disguised, fails ? command.fault_after : 1'000'000, command.fault == Fault::store_full);
    command.answer = command.body(store);
    if (!*command.answer) {
        tx.write_instead([&] { tx.keep_answer(command.actor, command.key, {"-", 409, "", "", ""}, now()); });
        return false;
    }
    scheduler::offer_freed_time(store, command.actor, now());
    std::string body;
    for (const auto& told : **command.answer) {
        body += fmt::format("{} {}\n", static_cast<int>(told.kind), told.subject);
    }
    tx.keep_answer(command.actor, command.key, {"-", 200, body, "", ""}, now());
    if (command.fault == Fault::commit_fails) {
        spoil_the_commit(tx, instruments_.front());
    }
    return true;
}

void Town::submit(std::span<Command*> commands) {
    std::latch done(static_cast<std::ptrdiff_t>(commands.size()));
    for (auto* command : commands) {
        store_.writer().submit([this, command](SqlTransaction& tx) { return execute(tx, *command); },
                               [command, &done](CommitOutcome outcome) {
                                   command->outcome = outcome;
                                   done.count_down();
                               });
    }
    done.wait();
}

void Town::run_all(std::vector<Command> commands) {
    std::vector<Command*> waiting;
    for (auto& command : commands) {
        waiting.push_back(&command);
    }
    for (int attempt = 1; !waiting.empty(); ++attempt) {
        std::vector<Command*> unanswered;
        for (std::size_t i = 0; i < waiting.size(); i += commands_at_once) {
            const std::span some(waiting.data() + i, std::min(commands_at_once, waiting.size() - i));
            submit(some);
            for (auto* command : some) {
                const bool durable = command->outcome == CommitOutcome::durable;
                const bool lost = durable && command->fault == Fault::answer_lost;
                figures_.failed += durable ? 0 : 1;
                figures_.lost += lost ? 1 : 0;
                command->fault = Fault::none;
                if (!durable || lost) {
                    unanswered.push_back(command);
                    continue;
                }
                figures_.answered_again += command->answered_again ? 1 : 0;
                ++figures_.commands;
                figures_.refused += *command->answer ? 0 : 1;
                if (*command->answer) {
                    ++figures_.done[command->name];
                    for (const auto& told : **command->answer) {
                        auditor_.acknowledge(told.kind, told.subject);
                    }
                }
            }
        }
        hear();
        if (attempt == attempts_max && !unanswered.empty()) {
            auditor_.blame(fmt::format("{} gets no answer", unanswered.front()->name));
            return;
        }
        waiting = std::move(unanswered);
    }
}

/// As server/jobs does it: each piece is a command that also removes it.
void Town::run_due() {
    std::size_t idle = 0;
    while (idle == 0) {
        std::latch done(due_at_once);
        std::vector<int> ran(due_at_once, 0);
        for (std::size_t i = 0; i < due_at_once; ++i) {
            store_.writer().submit(
                [this, &ran, i](SqlTransaction& tx) {
                    ran[i] = 0;
                    const auto disguised = disguise_ ? disguise_(tx) : std::make_unique<ForwardingTransaction>(tx);
                    const auto work = disguised->first_due(now());
                    if (!work) {
                        return false;
                    }
                    disguised->clear_due(work->kind, work->subject);
                    if (!scheduler::run_due(*disguised, *work, now())) {
                        ran[i] = -1;
                        return false;
                    }
                    scheduler::offer_freed_time(*disguised, UserId{}, now());
                    ran[i] = 1;
                    return true;
                },
                [&done](CommitOutcome) { done.count_down(); });
        }
        done.wait();
        idle = static_cast<std::size_t>(std::ranges::count(ran, 0));
        figures_.due += static_cast<std::uint64_t>(std::ranges::count(ran, 1));
        if (std::ranges::count(ran, -1) > 0) {
            auditor_.blame("work that is due is refused");
            return;
        }
        hear();
    }
}

void Town::decide_rounds() {
    std::vector<RoundId> closed;
    for (const auto& [id, state] : auditor_.rounds()) {
        if (state == "closed") {
            closed.emplace_back(id);
        }
    }
    for (const auto id : closed) {
        scheduler::GatheredRound gathered;
        (void)store_.writer().run([&](SqlTransaction& tx) {
            gathered = scheduler::gather_round(tx, *tx.round(id), now());
            return false;
        });
        const auto allocation = scheduler::allocate(gathered.problem, nullptr, {});
        const auto outcome = store_.writer().run([&](SqlTransaction& tx) {
            const auto disguised = disguise_ ? disguise_(tx) : std::make_unique<ForwardingTransaction>(tx);
            const auto applied = scheduler::apply_allocation(*disguised, id, gathered, allocation, true, 1, now());
            return applied && applied->done;
        });
        figures_.rounds += outcome == CommitOutcome::durable ? 1 : 0;
        hear();
    }
}

void Town::hear() {
    for (const auto& [instrument, version] : std::exchange(new_policies_, {})) {
        auditor_.publish(instrument, version.first, version.second);
    }
    const std::vector<Event> news(store_.heard.begin() + static_cast<std::ptrdiff_t>(heard_), store_.heard.end());
    heard_ = store_.heard.size();
    auditor_.hear(news);
    for (auto at = auditor_.bookings().upper_bound(last_booking_); at != auditor_.bookings().end(); ++at) {
        live_.push_back(at->first);
        last_booking_ = at->first;
    }
}

void Town::forget_finished() {
    std::erase_if(live_, [&](std::int64_t id) {
        using enum AuditedState;
        const auto state = auditor_.bookings().at(id).state;
        return state != requested && state != approved && state != in_use;
    });
}

void Town::restart() {
    ++figures_.restarts;
    const auto before = calendar_from(*store_.writer().snapshot(), now());
    store_.reopen();
    if (calendar_from(*store_.writer().snapshot(), now()) != before) {
        auditor_.blame("the calendar in memory is not that of the store");
    }
}

void Town::live() {
    // Which hours of a day anything happens.
    const auto first = now();
    for (int day = 0; day < plan_.days; ++day) {
        for (int hour = 0; hour < 24; ++hour) {
            store_.clock.set(first + std::chrono::days{day} + std::chrono::hours{hour} +
                             minutes{5 * draw_.between(0, 11)});
            run_due();
            decide_rounds();
            run_due();
            auditor_.check_due(now());
            tick((8 + hour) % 24);
            if (draw_.chance(3)) {
                restart();
            }
        }
        if (!auditor_.problems().empty()) {
            return;
        }
    }
    settle();
}

void Town::settle() {
    for (int day = 0; day < settling_days; ++day) {
        store_.clock.advance(std::chrono::days{1});
        run_due();
        decide_rounds();
        run_due();
        auditor_.check_due(now());
    }
    // Where the clock releases nothing, staff does.
    forget_finished();
    for (const auto id : live_) {
        const auto state = auditor_.bookings().at(id).state;
        if (state == AuditedState::approved) {
            add("no-show by staff", staff().user, [this, id](scheduler::Transaction& tx) -> Answer {
                TRY(const auto b, scheduler::mark_no_show(tx, BookingId{id}, staff(), now()));
                return std::vector<Told>{{EventKind::booking_no_show, b.id.value}};
            });
        } else if (state == AuditedState::in_use) {
            add("check-out", staff().user, [this, id](scheduler::Transaction& tx) -> Answer {
                TRY(const auto b, scheduler::check_out(tx, BookingId{id}, {}, staff(), now()));
                return std::vector<Told>{{EventKind::booking_completed, b.id.value}};
            });
        }
    }
    run_all(std::exchange(planned_, {}));
    auditor_.check_acknowledged();
    for (const auto& [organisation, account] : auditor_.accounts()) {
        if (account.held != 0) {
            auditor_.blame(fmt::format("{} fen of {} are still held", account.held, organisation));
        }
    }
    auto database = store_.open(Database::Access::read);
    compare_with_rows(auditor_, database);
    for (auto& problem : problems(database)) {
        auditor_.blame("verify: " + problem);
    }
}

std::string Town::figures_text() const {
    auto text = fmt::format(
        "{} commands ({} refused), {} pieces of due work, {} events; {} attempts failed, {} answers lost, {} answered "
        "again, {} restarts, {} rounds",
        figures_.commands, figures_.refused, figures_.due, auditor_.events(), figures_.failed, figures_.lost,
        figures_.answered_again, figures_.restarts, figures_.rounds);
    for (const auto& [name, count] : figures_.done) {
        text += fmt::format("\n  {} {}", count, name);
    }
    return text;
}

}  // namespace contract
