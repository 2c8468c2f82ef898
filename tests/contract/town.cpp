#include "tests/contract/town.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <boost/describe.hpp>

#include "scheduler/displacement.hpp"
#include "scheduler/due.hpp"
#include "scheduler/round_commands.hpp"
#include "scheduler/waitlist.hpp"
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
constexpr int never = 1'000'000;

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
}  // namespace

Town::Town(HostKind host, const TownPlan& plan, Disguise disguise)
    : plan_(plan),
      draw_(plan.seed),
      disguise_(std::move(disguise)),
      host_(make_host(host)),
      auditor_(host_->clock().now() - std::chrono::days{1}, plan.days + settling_days + 40) {
    found();
    hear();
}

std::unique_ptr<scheduler::Transaction> Town::disguised(scheduler::Transaction& store) const {
    return disguise_ ? disguise_(store) : std::make_unique<ForwardingTransaction>(store);
}

bool Town::execute(HostAccess& access, Command& command) {
    command.answer.reset();
    command.aftermath = {};
    command.answered_again = false;
    const std::string refusal = "refused";
    if (const auto kept = access.kept_answer(command.actor, command.key)) {
        command.answered_again = true;
        std::vector<Told> told;
        for (std::size_t at = 0; *kept != refusal && at < kept->size(); at = kept->find('\n', at) + 1) {
            const auto line = kept->substr(at, kept->find('\n', at) - at);
            told.push_back({static_cast<EventKind>(std::stoi(line)), std::stoll(line.substr(line.find(' ')))});
        }
        command.answer = *kept == refusal ? Answer(ErrorCode::wrong_state) : Answer(std::move(told));
        return false;
    }
    const auto seen = disguised(access.store());
    const bool fails = command.fault == Fault::throws || command.fault == Fault::store_full;
    FailingTransaction store(*seen, fails ? command.fault_after : never, command.fault == Fault::store_full);
    aftermath_ = &command.aftermath;
    command.answer = command.body(store);
    if (!*command.answer) {
        access.keep_answer_instead(command.actor, command.key, refusal);
        return false;
    }
    scheduler::offer_freed_time(store, command.actor, now());
    std::string text;
    for (const auto& told : **command.answer) {
        text += fmt::format("{} {}\n", static_cast<int>(told.kind), told.subject);
    }
    access.keep_answer(command.actor, command.key, text);
    if (command.fault == Fault::commit_fails) {
        access.spoil_the_commit();
    }
    return true;
}

void Town::submit(std::span<Command*> commands) {
    std::vector<TownHost::Command> together;
    for (auto* command : commands) {
        together.push_back([this, command](HostAccess& access) { return execute(access, *command); });
    }
    const auto outcomes = host_->run(together);
    for (std::size_t i = 0; i < commands.size(); ++i) {
        commands[i]->outcome = outcomes[i];
        if (outcomes[i] == CommitOutcome::durable) {
            remember(*commands[i]);
        }
    }
}

void Town::remember(const Command& command) {
    const auto& after = command.aftermath;
    if (after.taken) {
        taken_.push_back(*after.taken);
    }
    if (after.group && *command.answer) {
        groups_.push_back(*after.group);
    }
    if (after.policy && *command.answer) {
        auditor_.publish(after.policy->first, after.policy->second->version, after.policy->second->policy);
    }
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
    for (bool more = true; more;) {
        std::vector<int> ran(due_at_once, 0);
        std::vector<TownHost::Command> together;
        for (auto& result : ran) {
            together.push_back([this, &result](HostAccess& access) {
                result = 0;
                const auto store = disguised(access.store());
                const auto work = store->first_due(now());
                if (!work) {
                    return false;
                }
                store->clear_due(work->kind, work->subject);
                result = scheduler::run_due(*store, *work, now()) ? 1 : -1;
                if (result == 1) {
                    scheduler::offer_freed_time(*store, UserId{}, now());
                }
                return result == 1;
            });
        }
        (void)host_->run(together);
        more = std::ranges::count(ran, 0) == 0;
        figures_.due += static_cast<std::uint64_t>(std::ranges::count(ran, 1));
        hear();
        if (std::ranges::count(ran, -1) > 0) {
            auditor_.blame("work that is due is refused");
            return;
        }
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
        constexpr std::int64_t lots_multiplier = 7'919;
        (void)host_->run({[&](HostAccess& access) {
            scheduler::draw_lots(*disguised(access.store()), id, id.value * lots_multiplier);
            return true;
        }});
        (void)host_->run({[&](HostAccess& access) {
            gathered = scheduler::gather_round(access.store(), *access.store().round(id), now());
            return false;
        }});
        const auto allocation = scheduler::allocate(gathered.problem, nullptr, {});
        const auto outcome = host_->run({[&](HostAccess& access) {
            const auto store = disguised(access.store());
            const auto applied = scheduler::apply_allocation(*store, id, gathered, allocation, true, 1, now());
            return applied && applied->done;
        }});
        figures_.rounds += outcome.front() == CommitOutcome::durable ? 1 : 0;
        hear();
    }
}

void Town::hear() {
    const auto news = host_->news();
    auditor_.hear(news);
    log_.insert(log_.end(), news.begin(), news.end());
    for (const auto& event : news) {
        if (event.kind == EventKind::booking_displaced || event.kind == EventKind::booking_bumped) {
            displaced_.push_back(event.subject);
        }
    }
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
    std::erase_if(displaced_, [&](std::int64_t id) {
        const auto& booking = auditor_.bookings().at(id);
        return booking.state != AuditedState::displaced || booking.replaced ||
               booking.time.start < now() - scheduler::choosing_time;
    });
}

void Town::restart() {
    ++figures_.restarts;
    if (auto different = host_->restart(); !different.empty()) {
        auditor_.blame(std::move(different));
    }
}

void Town::live() {
    // Which hours of a day anything happens.
    const auto first = now();
    for (int day = 0; day < plan_.days; ++day) {
        for (int hour = 0; hour < 24; ++hour) {
            host_->clock().set(first + std::chrono::days{day} + std::chrono::hours{hour} +
                               minutes{5 * draw_.between(0, 11)});
            run_due();
            decide_rounds();
            run_due();
            auditor_.check_due(now());
            tick((8 + hour) % 24);
            const bool at_least_once = day == 0 && hour == 12;
            if (draw_.chance(3) || at_least_once) {
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
        host_->clock().advance(std::chrono::days{1});
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
    compare_with_rows(auditor_, host_->rows());
    for (auto& problem : host_->problems()) {
        auditor_.blame("verify: " + problem);
    }
}

std::string Town::figures_text() const {
    auto text = fmt::format(
        "{} commands ({} refused), {} pieces of due work, {} events; {} attempts failed, {} answers lost, {} answered "
        "again, {} restarts, {} rounds",
        figures_.commands, figures_.refused, figures_.due, auditor_.events(), figures_.failed, figures_.lost,
        figures_.answered_again, figures_.restarts, figures_.rounds);
    text += "\n  commands:";
    for (const auto& [name, count] : figures_.done) {
        text += fmt::format(" {} {};", count, name);
    }
    text += "\n  events:";
    for (const auto& [kind, count] : auditor_.counts()) {
        text += fmt::format(" {} {};", count, boost::describe::enum_to_string(kind, ""));
    }
    return text;
}

}  // namespace contract
