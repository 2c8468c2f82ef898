// What the people of the town do in an hour.

#include "tests/contract/town.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "scheduler/booking_groups.hpp"
#include "scheduler/documents.hpp"
#include "scheduler/offers.hpp"
#include "scheduler/round_commands.hpp"
#include "scheduler/waitlist.hpp"

namespace contract {

using namespace model;
using scheduler::Transaction;

namespace {
constexpr int kinds = 6;
}  // namespace

void Town::add(const char* name, UserId actor, Body body) {
    Command command;
    command.name = name;
    command.actor = actor;
    command.key = fmt::format("key-{}", next_key_++);
    command.body = std::move(body);
    if (draw_.between(1, 1000) <= plan_.faults_in_thousand) {
        // The rarest spoils a whole batch and costs a new connection.
        command.fault = draw_.of({Fault::throws, Fault::throws, Fault::answer_lost, Fault::answer_lost,
                                  Fault::store_full, Fault::commit_fails});
        command.fault_after = draw_.between(0, 6);
    }
    planned_.push_back(std::move(command));
}

void Town::tick(int hour) {
    forget_finished();
    const bool by_day = hour >= 8 && hour < 20;
    people_use();
    staff_decides();
    people_change_their_minds();
    people_answer();
    people_replace();
    people_run_over();
    people_wait();
    if (by_day) {
        const int mean = plan_.bookings_a_day / 12;
        people_book(draw_.between(mean / 2, mean + mean / 2));
        staff_runs_the_house();
    }
    if (hour == 9) {
        open_round();
        staff_changes_rules();
    }
    // As they come in.
    for (std::size_t i = planned_.size(); i > 1; --i) {
        std::swap(planned_[i - 1], planned_[draw_.below(i)]);
    }
    run_all(std::exchange(planned_, {}));
}

void Town::people_use() {
    for (const auto id : live_) {
        const auto& b = auditor_.bookings().at(id);
        const BookingId booking{id};
        const auto actor = person(b.user).actor();
        const bool comes =
            b.state == AuditedState::approved && b.time.start - minutes{30} <= now() && now() < b.time.end;
        if (comes && draw_.chance(80)) {
            add("check-in", actor.user, [this, booking, actor](Transaction& tx) -> Answer {
                TRY(const auto done, scheduler::check_in(tx, booking, actor, now()));
                return std::vector<Told>{{EventKind::booking_checked_in, done.id.value}};
            });
        }
        const bool leaves = b.state == AuditedState::in_use && draw_.chance(now() >= b.time.end ? 85 : 20);
        if (leaves) {
            add("check-out", actor.user, [this, booking, actor](Transaction& tx) -> Answer {
                TRY(const auto done, scheduler::check_out(tx, booking, {}, actor, now()));
                return std::vector<Told>{{EventKind::booking_completed, done.id.value}};
            });
        }
        // Nobody but staff releases where the policy leaves it to them.
        if (b.state == AuditedState::approved && b.time.start + std::chrono::hours{1} <= now() && draw_.chance(10)) {
            add("no-show", staff().user, [this, booking](Transaction& tx) -> Answer {
                TRY(const auto done, scheduler::mark_no_show(tx, booking, staff(), now()));
                return std::vector<Told>{{EventKind::booking_no_show, done.id.value}};
            });
        }
    }
}

void Town::staff_decides() {
    for (const auto id : live_) {
        const auto& b = auditor_.bookings().at(id);
        const bool is_collected = std::stoi(b.instrument.value.substr(1)) % kinds == 4;
        if (b.state != AuditedState::requested || !draw_.chance(is_collected ? 1 : 20)) {
            continue;
        }
        const BookingId booking{id};
        if (draw_.chance(85)) {
            add("approve", staff().user, [this, booking](Transaction& tx) -> Answer {
                TRY(const auto done, scheduler::approve_booking(tx, booking, staff(), now()));
                return std::vector<Told>{{EventKind::booking_approved, done.id.value}};
            });
        } else {
            add("reject", staff().user, [this, booking](Transaction& tx) -> Answer {
                TRY(const auto done, scheduler::reject_booking(tx, booking, "no", staff(), now()));
                return std::vector<Told>{{EventKind::booking_rejected, done.id.value}};
            });
        }
    }
}

Interval Town::some_time(int days_ahead_max) {
    const auto midnight = std::chrono::floor<std::chrono::days>(now()) - std::chrono::hours{8};
    const auto start =
        midnight + std::chrono::days{draw_.between(0, days_ahead_max)} + minutes{30 * draw_.between(16, 38)};
    const auto later = start > now() ? start : start + std::chrono::days{1};
    return {later, later + minutes{30 * draw_.between(1, 8)}};
}

void Town::people_book(int count) {
    for (int i = 0; i < count; ++i) {
        const auto& who = anybody();
        const int kind = draw_.between(1, 100);
        if (kind <= 4) {
            book_group(who);
        } else if (kind <= 14) {
            book_waived();
        } else {
            book_one(who);
        }
    }
}

void Town::book_one(const Person& who) {
    const auto instrument = instruments_[some_instrument()];
    const auto time = some_time(6);
    const auto accessories = some_accessories(instrument);
    add("book", who.id, [this, who, instrument, time, accessories](Transaction& tx) -> Answer {
        auto booked = scheduler::request_booking(
            tx,
            {.instrument_id = instrument, .time = time, .purpose = "test", .samples = 1, .accessories = accessories},
            who.actor(), now());
        if (!booked) {
            if (booked.error().code() == ErrorCode::slot_taken) {
                aftermath_->taken = {who.id, instrument, time};
            }
            return booked.error();
        }
        return std::vector<Told>{{EventKind::booking_requested, booked->id.value}};
    });
}

void Town::book_group(const Person& who) {
    const auto instrument = instruments_[some_instrument()];
    const auto other = instruments_[some_instrument()];
    const auto time = some_time(6);
    const bool series = draw_.chance(70);
    scheduler::GroupRequest request;
    for (int i = 0; i < (series ? 4 : 2); ++i) {
        const auto shift = series ? std::chrono::days{7 * i} : std::chrono::days{0};
        request.members.push_back({.instrument_id = series || i == 0 ? instrument : other,
                                   .time = {time.start + shift, time.end + shift},
                                   .purpose = "group"});
    }
    request.recurrence = series ? "FREQ=WEEKLY;COUNT=4" : "";
    request.mode = draw_.chance(50) ? scheduler::GroupMode::partial : scheduler::GroupMode::all_or_nothing;
    add("book a group", who.id, [this, who, request](Transaction& tx) -> Answer {
        TRY(const auto placed, scheduler::request_group(tx, request, who.actor(), now()));
        std::vector<Told> told;
        for (const auto& member : placed.members) {
            if (member.booking) {
                told.push_back({EventKind::booking_requested, member.booking->id.value});
            }
        }
        aftermath_->group = placed.group.id.value;
        return told;
    });
}

/// Right behind a booking of his own, on one lane with buffers or with quotas: what an administrator sets aside.
void Town::book_waived() {
    if (live_.empty()) {
        return;
    }
    const auto& b = auditor_.bookings().at(draw_.from(live_));
    const int kind = std::stoi(b.instrument.value.substr(1)) % kinds;
    if ((kind != 1 && kind != 3) || b.time.end <= now()) {
        return;
    }
    const auto who = person(b.user);
    const auto instrument = b.instrument;
    const Interval time{b.time.end, b.time.end + minutes{30 * draw_.between(1, 4)}};
    add("book with a waiver", staff().user, [this, who, instrument, time](Transaction& tx) -> Answer {
        TRY(const auto booked, scheduler::request_booking(tx,
                                                          {.instrument_id = instrument,
                                                           .time = time,
                                                           .purpose = "waived",
                                                           .for_person = scheduler::Person{who.id, who.organisation},
                                                           .waiver = scheduler::Waiver{{"quota", "buffer"}, "a guest"}},
                                                          staff(), now()));
        return std::vector<Told>{{EventKind::booking_requested, booked.id.value}};
    });
}

void Town::people_change_their_minds() {
    for (const auto id : live_) {
        const auto& b = auditor_.bookings().at(id);
        if (b.state == AuditedState::in_use || b.time.start <= now() || draw_.between(1, 1000) > 8) {
            continue;
        }
        const BookingId booking{id};
        const auto actor = draw_.chance(85) ? person(b.user).actor() : staff();
        if (draw_.chance(60)) {
            add("cancel", actor.user, [this, booking, actor](Transaction& tx) -> Answer {
                TRY(const auto done, scheduler::cancel_booking(tx, booking, "changed plans", actor, now()));
                return std::vector<Told>{{EventKind::booking_cancelled, done.id.value}};
            });
            continue;
        }
        const auto time = some_time(6);
        const auto instrument = draw_.chance(30) ? std::optional(instruments_[some_instrument()]) : std::nullopt;
        add("reschedule", actor.user, [this, booking, actor, time, instrument](Transaction& tx) -> Answer {
            TRY(const auto done, scheduler::reschedule_booking(tx, booking, time, instrument, actor, now()));
            return std::vector<Told>{{EventKind::booking_rescheduled, done.id.value}};
        });
    }
    if (groups_.empty() || !draw_.chance(20)) {
        return;
    }
    const BookingGroupId group{draw_.from(groups_)};
    const bool cancels = draw_.chance(40);
    const scheduler::ClockShift shift{30 * draw_.between(-4, 4), 0};
    add("change a group", staff().user, [this, group, cancels, shift](Transaction& tx) -> Answer {
        std::vector<scheduler::MemberChange> changes;
        const auto members = tx.group_members(group);
        for (const auto& member : scheduler::members_to_change(members, scheduler::GroupScope::all, nullptr, now())) {
            changes.push_back({member, person(member.user_id).actor()});
        }
        auto changed =
            cancels ? scheduler::cancel_group(tx, changes, "all", now())
                    : scheduler::reschedule_group(tx, changes, {shift.start_minutes, shift.start_minutes}, now());
        TRY(const auto done, std::move(changed));
        std::vector<Told> told;
        for (const auto& b : done) {
            told.push_back({cancels ? EventKind::booking_cancelled : EventKind::booking_rescheduled, b.id.value});
        }
        return told;
    });
}

void Town::join_for(const Person& who, const InstrumentId& instrument, Interval time) {
    WaitlistEntry entry;
    const int kind = draw_.between(1, 100);
    entry.kind = kind <= 12 ? WaitlistKind::notify : WaitlistKind::book;
    entry.instrument_id = instrument;
    entry.duration = std::chrono::duration_cast<minutes>(time.length());
    entry.range = {time.start - minutes{60 * draw_.between(0, 2)}, time.end + minutes{60 * draw_.between(0, 4)}};
    entry.purpose = "waits";
    std::vector<InstrumentId> all{instrument};
    if (draw_.chance(12)) {
        entry.instrument_id = {};
        entry.filter = "any";
        const auto other = instruments_[some_instrument()];
        if (other != instrument) {
            all.push_back(other);
        }
    }
    add("join the waitlist", who.id, [this, who, entry, all](Transaction& tx) -> Answer {
        TRY(const auto joined, scheduler::join_waitlist(tx, entry, all, who.actor(), now()));
        return std::vector<Told>{{EventKind::waitlist_joined, joined.id.value}};
    });
}

void Town::people_wait() {
    for (const auto& wish : std::exchange(taken_, {})) {
        // Only where no rule stands between those who wait: there the auditor can judge their order.
        const int kind = std::stoi(wish.instrument.value.substr(1)) % kinds;
        if (draw_.chance(70) && kind != 3 && kind != 4) {
            join_for(person(wish.user), wish.instrument, wish.time);
            // What one wants in vain others want as well.
            for (int others = draw_.between(0, 3); others > 0; --others) {
                join_for(anybody(), wish.instrument, wish.time);
            }
        }
    }
    for (const auto id : live_) {
        const auto& b = auditor_.bookings().at(id);
        if (b.state != AuditedState::approved || b.time.start <= now() + std::chrono::hours{24} ||
            draw_.between(1, 2000) > 3) {
            continue;
        }
        WaitlistEntry entry;
        entry.kind = WaitlistKind::move_up;
        entry.instrument_id = b.instrument;
        entry.booking_id = BookingId{id};
        entry.range = {now(), b.time.end};
        const auto who = person(b.user);
        add("wait for an earlier place", who.id, [this, who, entry](Transaction& tx) -> Answer {
            TRY(const auto joined, scheduler::join_waitlist(tx, entry, {entry.instrument_id}, who.actor(), now()));
            return std::vector<Told>{{EventKind::waitlist_joined, joined.id.value}};
        });
    }
}

}  // namespace contract
