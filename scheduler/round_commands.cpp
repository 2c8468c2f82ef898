#include "scheduler/round_commands.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "model/assert.hpp"
#include "model/recurrence.hpp"
#include "scheduler/booking_steps.hpp"
#include "scheduler/event_facts.hpp"
#include "scheduler/round_steps.hpp"

namespace scheduler {

using namespace model;

Sentence sentence_of(const Error& error) {
    if (!error.violations().empty()) {
        return error.violations().front().message;
    }
    if (!error.detail().zh.empty()) {
        return error.detail();
    }
    const auto& facts = facts_of(error.code());
    return {std::string(facts.title_zh), std::string(facts.title_en)};
}

Result<void> check_option(Transaction& tx, const InstrumentRecord& instrument, const Booking& booking, Interval time) {
    const RuleWish wish{
        .time = time, .person = {booking.user_id, booking.organisation_id}, .moved = {}, .leave_out = booking.id};
    TRY(const auto waived, check_rules(tx, instrument, wish, booking.created_at));
    YIQI_ASSERT(waived.empty());
    return {};
}

Round add_open_round(Transaction& tx, Round round, UserId actor, Instant now) {
    round.created_at = now;
    round.id = tx.add_round(round);
    tx.set_due({round.cut_off, DueKind::round_cut_off, round.id.value});
    record_round(tx, EventKind::round_opened, round, actor, now);
    return round;
}

void record_round(Transaction& tx, EventKind kind, const Round& round, UserId actor, Instant now) {
    Event event;
    event.at = now;
    event.kind = kind;
    event.actor = actor;
    event.subject = round.id.value;
    event.facts = {{"platform", round.platform_id.value},
                   {"status", boost::describe::enum_to_string(round.status, "")},
                   instant_fact("cut_off", round.cut_off)};
    tx.append(std::move(event));
}

namespace {
Result<void> check_instrument(Transaction& tx, const NewRound& what, const InstrumentId& id) {
    const auto record = tx.instrument(id);
    if (!record || record->instrument.platform_id != what.platform_id) {
        return ErrorCode::not_found;
    }
    if (record->policy->policy.contention != Contention::collect) {
        return invalid_field(
            "instrument_ids", "does_not_collect",
            {fmt::format("仪器 {} 的预约规则不是收集申请（contention: collect）", id.value),
             fmt::format("the policy of {} does not collect requests (contention: collect)", id.value)});
    }
    if (!tx.open_rounds(id, what.window).empty()) {
        return Error(ErrorCode::already_exists,
                     {fmt::format("仪器 {} 在此时段已有一轮竞争分配", id.value),
                      fmt::format("there is an open round for {} within this window already", id.value)});
    }
    return {};
}

Result<Round> round_in(Transaction& tx, RoundId id, RoundStatus status) {
    auto round = tx.round(id);
    if (!round) {
        return ErrorCode::not_found;
    }
    if (round->status != status) {
        const char* is = boost::describe::enum_to_string(round->status, "");
        return Error(ErrorCode::wrong_state,
                     {fmt::format("本轮当前状态为 {}", is), fmt::format("the round is {}", is)});
    }
    return *std::move(round);
}

/// The open round that both the request and the alternative belong to.
bool in_same_round(Transaction& tx, const Booking& booking, const BookingOption& option, Instant now) {
    for (const auto id : tx.open_rounds(booking.instrument_id, booking.time)) {
        const auto round = tx.round(id);
        if (round && booking.status == BookingStatus::requested && round->status == RoundStatus::collecting &&
            now < round->cut_off && round->window.contains(booking.time) && round->window.contains(option.time) &&
            std::ranges::find(round->instruments, option.instrument_id) != round->instruments.end()) {
            return true;
        }
    }
    return false;
}
}  // namespace

Result<Round> open_round(Transaction& tx, const NewRound& what, const Actor& actor, Instant now) {
    YIQI_ASSERT(!what.instruments.empty());
    if (what.cut_off <= now || what.cut_off >= what.window.start) {
        return invalid_field(
            "cut_off", "out_of_range",
            {"截止时间须在现在之后、时段开始之前", "the cut-off must lie after now and before the window"});
    }
    for (const auto& id : what.instruments) {
        TRY_VOID(check_instrument(tx, what, id));
    }
    Round round;
    round.platform_id = what.platform_id;
    round.instruments = what.instruments;
    round.window = what.window;
    round.cut_off = what.cut_off;
    round.terms = what.terms;
    round.created_by = actor.user;
    return add_open_round(tx, std::move(round), actor.user, now);
}

Result<Round> cancel_round(Transaction& tx, RoundId id, const Actor& actor, Instant now) {
    TRY(auto round, round_in(tx, id, RoundStatus::collecting));
    round.status = RoundStatus::cancelled;
    tx.set_round_status(id, round.status);
    tx.clear_due(DueKind::round_cut_off, id.value);
    record_round(tx, EventKind::round_cancelled, round, actor.user, now);
    return round;
}

namespace {
/// The instruments of a round that can take part in one over this window.
std::vector<InstrumentId> collecting(Transaction& tx, const Round& round, Interval window) {
    std::vector<InstrumentId> found;
    for (const auto& id : round.instruments) {
        const auto record = tx.instrument(id);
        if (record && record->policy->policy.contention == Contention::collect && tx.open_rounds(id, window).empty()) {
            found.push_back(id);
        }
    }
    return found;
}

/// The round after a repeated one. Windows that would overlap the closed round's are left out.
void open_next_round(Transaction& tx, const Round& closed, Instant now) {
    constexpr std::int64_t week_minutes = 7 * 24 * 60;
    const auto instrument = tx.instrument(closed.instruments.front());
    YIQI_ASSERT(instrument != nullptr);
    const auto& zone = instrument->policy->policy.time_zone;
    NewRound next;
    next.platform_id = closed.platform_id;
    next.terms = closed.terms;
    const auto step = closed.terms.repeat_weeks * week_minutes;
    for (std::int64_t shift = step; next.cut_off <= now || next.window.start < closed.window.end; shift += step) {
        next.window = moved_by_the_clock(closed.window, shift, shift, zone);
        next.cut_off = moved_by_the_clock({closed.cut_off, closed.cut_off + minutes{1}}, shift, shift, zone).start;
        if (next.window.end >= latest_instant) {
            return;
        }
    }
    next.instruments = collecting(tx, closed, next.window);
    if (next.instruments.empty()) {
        return;
    }
    // Where a clock change brings the cut-off into the window, there is no next round.
    (void)open_round(tx, next, {closed.created_by, {}, true}, now);
}
}  // namespace

void close_round(Transaction& tx, RoundId id, Instant now) {
    auto round = tx.round(id);
    if (!round || round->status != RoundStatus::collecting || now < round->cut_off) {
        return;
    }
    round->status = RoundStatus::closed;
    tx.set_round_status(id, round->status);
    record_round(tx, EventKind::round_closed, *round, UserId{}, now);
    if (round->terms.repeat_weeks > 0) {
        open_next_round(tx, *round, now);
    }
}

void draw_lots(Transaction& tx, RoundId id, std::int64_t seed) {
    const auto round = tx.round(id);
    if (round && round->status == RoundStatus::closed && round->seed == 0) {
        tx.set_round_seed(id, seed);
    }
}

Result<void> set_wish(Transaction& tx, const Booking& booking, const RoundWish& wish, Instant now) {
    if (wish.needed_by && !in_same_round(tx, booking, {booking.instrument_id, booking.time}, now)) {
        return invalid_field("needed_by", "not_in_round",
                             {"此申请不在竞争分配中", "the request is in no allocation round"});
    }
    std::vector<Violation> violations;
    for (std::size_t i = 0; i < wish.alternatives.size(); ++i) {
        const auto& option = wish.alternatives[i];
        const auto record = tx.instrument(option.instrument_id);
        if (!record || !in_same_round(tx, booking, option, now)) {
            return invalid_field(fmt::format("alternatives[{}]", i), "not_in_round",
                                 {"备选须与申请在同一轮竞争分配的仪器与时段内",
                                  "an alternative must lie in the same open round as the request"});
        }
        const auto checked = check_option(tx, *record, booking, option.time);
        if (!checked) {
            const auto& broken = checked.error().violations();
            violations.insert(violations.end(), broken.begin(), broken.end());
        }
    }
    if (!violations.empty()) {
        return Error(ErrorCode::rule_violated).with_violations(std::move(violations));
    }
    if (!wish.alternatives.empty() || wish.needed_by) {
        tx.put_wish(booking.id, wish);
    }
    return {};
}

}  // namespace scheduler
