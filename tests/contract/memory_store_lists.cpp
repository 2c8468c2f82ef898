// The store in memory: due work, offers, the waitlist, groups and credit.

#include <algorithm>

#include <boost/describe.hpp>

#include "model/assert.hpp"
#include "tests/contract/memory_store.hpp"

namespace contract {

using namespace model;

namespace {
std::pair<std::int64_t, std::string> due_key(DueKind kind, std::int64_t subject) {
    return {subject, boost::describe::enum_to_string(kind, "")};
}
}  // namespace

void MemoryTransaction::set_due(const DueWork& work) {
    put(rows_.due, due_key(work.kind, work.subject), work);
}

void MemoryTransaction::clear_due(DueKind kind, std::int64_t subject) {
    erase(rows_.due, due_key(kind, subject));
}

std::optional<DueWork> MemoryTransaction::first_due(Instant until) {
    std::optional<DueWork> first;
    for (const auto& [key, work] : rows_.due) {
        if (work.at <= until && (!first || work.at < first->at)) {
            first = work;
        }
    }
    return first;
}

OfferId MemoryTransaction::add_offer(const Offer& offer) {
    for (const auto& other : offers_of(offer.origin)) {
        YIQI_ASSERT(other.status != OfferStatus::open || offer.origin.kind != OfferOriginKind::waitlist);
    }
    auto stored = offer;
    stored.id = OfferId{next_id("offer")};
    put(rows_.offers, stored.id.value, stored);
    return stored.id;
}

std::optional<Offer> MemoryTransaction::offer(OfferId id) {
    return found_in(rows_.offers, id.value);
}

void MemoryTransaction::close_offer(OfferId id, OfferStatus status) {
    auto closed = rows_.offers.at(id.value);
    YIQI_ASSERT(closed.status == OfferStatus::open && status != OfferStatus::open);
    closed.status = status;
    put(rows_.offers, id.value, closed);
}

std::vector<Offer> MemoryTransaction::offers_of(OfferOrigin origin) {
    std::vector<Offer> found;
    for (const auto& [id, offer] : rows_.offers) {
        if (offer.origin == origin) {
            found.push_back(offer);
        }
    }
    return found;
}

WaitlistEntryId MemoryTransaction::add_waitlist_entry(const WaitlistEntry& entry,
                                                      std::span<const InstrumentId> instruments) {
    auto stored = entry;
    stored.id = WaitlistEntryId{next_id("waitlist_entry")};
    put(rows_.entries, stored.id.value, stored);
    put(rows_.waits_for, stored.id.value, std::vector<InstrumentId>(instruments.begin(), instruments.end()));
    return stored.id;
}

std::optional<WaitlistEntry> MemoryTransaction::waitlist_entry(WaitlistEntryId id) {
    return found_in(rows_.entries, id.value);
}

void MemoryTransaction::update_waitlist_entry(const WaitlistEntry& entry) {
    auto changed = rows_.entries.at(entry.id.value);
    changed.status = entry.status;
    changed.ended_by = entry.ended_by;
    changed.booking_id = entry.booking_id;
    put(rows_.entries, entry.id.value, changed);
    if (!is_open(entry.status)) {
        erase(rows_.waits_for, entry.id.value);
    }
}

std::vector<WaitlistEntry> MemoryTransaction::waiting_for(const InstrumentId& instrument, Interval range) {
    std::vector<WaitlistEntry> found;
    for (const auto& [id, instruments] : rows_.waits_for) {
        const auto& entry = rows_.entries.at(id);
        if (entry.status == WaitlistStatus::waiting && entry.range.overlaps(range) &&
            std::ranges::find(instruments, instrument) != instruments.end()) {
            found.push_back(entry);
        }
    }
    return found;
}

std::vector<InstrumentId> MemoryTransaction::waitlist_instruments(WaitlistEntryId id) {
    auto found = found_in(rows_.waits_for, id.value).value_or(std::vector<InstrumentId>{});
    std::ranges::sort(found);
    return found;
}

std::int64_t MemoryTransaction::open_waitlist_entries(UserId user) {
    return std::ranges::count_if(rows_.waits_for,
                                 [&](const auto& waits) { return rows_.entries.at(waits.first).user_id == user; });
}

std::int64_t MemoryTransaction::no_shows(UserId user, Instant since) {
    return std::ranges::count_if(rows_.bookings_of_user[user.value], [&](std::int64_t id) {
        const auto b = booking(BookingId{id});
        return b && b->user_id == user && b->status == BookingStatus::no_show && b->time.start > since;
    });
}

BookingGroupId MemoryTransaction::add_group(const BookingGroup& group) {
    auto stored = group;
    stored.id = BookingGroupId{next_id("booking_group")};
    put(rows_.groups, stored.id.value, stored);
    return stored.id;
}

std::optional<BookingGroup> MemoryTransaction::group(BookingGroupId id) {
    return found_in(rows_.groups, id.value);
}

std::vector<Booking> MemoryTransaction::group_members(BookingGroupId id) {
    std::vector<Booking> found;
    for (const auto& [number, b] : rows_.bookings) {
        if (b.group_id == id) {
            found.push_back(b);
        }
    }
    std::ranges::sort(found, {}, [](const Booking& b) { return std::pair(b.time.start, b.id); });
    return found;
}

void MemoryTransaction::set_group_recurrence(BookingGroupId id, const std::string& recurrence) {
    auto changed = rows_.groups.at(id.value);
    changed.recurrence = recurrence;
    put(rows_.groups, id.value, changed);
}

void MemoryTransaction::add_displacement(const Displacement& displacement) {
    YIQI_ASSERT(!rows_.displacements.contains(displacement.booking_id.value));
    put(rows_.displacements, displacement.booking_id.value, displacement);
}

std::optional<Displacement> MemoryTransaction::displacement(BookingId id) {
    return found_in(rows_.displacements, id.value);
}

void MemoryTransaction::end_displacement(BookingId id, DisplacementEnd end, BookingId replaced_by) {
    auto ended = rows_.displacements.at(id.value);
    YIQI_ASSERT(ended.end == DisplacementEnd::open);
    ended.end = end;
    ended.replaced_by = replaced_by;
    put(rows_.displacements, id.value, ended);
}

ShiftId MemoryTransaction::add_shift(const Shift& shift) {
    auto stored = shift;
    stored.id = ShiftId{next_id("shift")};
    put(rows_.shifts, stored.id.value, stored);
    return stored.id;
}

std::optional<Shift> MemoryTransaction::shift(ShiftId id) {
    return found_in(rows_.shifts, id.value);
}

std::optional<Shift> MemoryTransaction::open_shift(BookingId booking) {
    for (const auto& [id, shift] : rows_.shifts) {
        if (shift.status == ShiftStatus::open && (shift.booking_id == booking || shift.next_id == booking)) {
            return shift;
        }
    }
    return std::nullopt;
}

void MemoryTransaction::close_shift(ShiftId id, ShiftStatus status) {
    auto closed = rows_.shifts.at(id.value);
    YIQI_ASSERT(closed.status == ShiftStatus::open);
    closed.status = status;
    put(rows_.shifts, id.value, closed);
}

std::optional<Instant> MemoryTransaction::asked_at(BookingId booking) {
    std::optional<Instant> asked;
    for (const auto& event : rows_.log) {
        if (event.subject == booking.value &&
            (event.kind == EventKind::booking_requested || event.kind == EventKind::booking_rescheduled)) {
            asked = event.at;
        }
    }
    return asked;
}

CreditPolicy MemoryTransaction::credit_policy() {
    // Nobody is suspended where none was ever set.
    CreditPolicy policy;
    policy.suspensions.clear();
    return policy;
}

CreditEntryId MemoryTransaction::add_credit_entry(const CreditEntry& entry) {
    auto stored = entry;
    stored.id = CreditEntryId{next_id("credit_entry")};
    put(rows_.credit, stored.id.value, stored);
    return stored.id;
}

std::optional<CreditEntry> MemoryTransaction::credit_entry(CreditEntryId id) {
    return found_in(rows_.credit, id.value);
}

void MemoryTransaction::update_credit_entry(const CreditEntry& entry) {
    put(rows_.credit, entry.id.value, entry);
}

std::int64_t MemoryTransaction::count_credit_entries(UserId user, CreditCause cause, Instant since, Instant until) {
    return std::ranges::count_if(rows_.credit, [&](const auto& known) {
        const auto& entry = known.second;
        return entry.user_id == user && entry.cause == cause && entry.at >= since && entry.at <= until &&
               entry.state != CreditState::forgiven;
    });
}

SuspensionId MemoryTransaction::add_suspension(const Suspension& suspension) {
    auto stored = suspension;
    stored.id = SuspensionId{next_id("suspension")};
    put(rows_.suspensions, stored.id.value, stored);
    return stored.id;
}

std::optional<Suspension> MemoryTransaction::suspension(SuspensionId id) {
    return found_in(rows_.suspensions, id.value);
}

std::optional<Suspension> MemoryTransaction::suspension(UserId user, Instant now) {
    std::optional<Suspension> last;
    for (const auto& [id, suspension] : rows_.suspensions) {
        if (suspension.user_id == user && suspension.until > now && !suspension.lifted_at &&
            (!last || suspension.until > last->until)) {
            last = suspension;
        }
    }
    return last;
}

void MemoryTransaction::lift_suspension(SuspensionId id, Instant at, const std::string& reason) {
    auto lifted = rows_.suspensions.at(id.value);
    lifted.lifted_at = at;
    lifted.lift_reason = reason;
    put(rows_.suspensions, id.value, lifted);
}

AuditedRows rows_of(const MemoryRows& rows) {
    AuditedRows all;
    for (const auto& [id, b] : rows.bookings) {
        all.bookings[id] = {boost::describe::enum_to_string(b.status, ""), b.instrument_id.value, b.time,
                            b.quote.total.fen(), b.charge ? b.charge->total.fen() : 0};
    }
    for (const auto& [place, o] : rows.occupancy) {
        all.occupancy.insert(
            {o.instrument_id.value, {"bof"[static_cast<int>(o.holder.kind)], o.holder.id}, o.time, o.held});
    }
    for (const auto& [key, state] : rows.accounts) {
        all.sum_fen += state.balance.fen() + state.held.fen();
        if (key.kind == AccountKind::receivable || key.kind == AccountKind::prepaid) {
            all.accounts[key.owner].owed += state.balance.fen();
            all.accounts[key.owner].held += state.held.fen();
        }
    }
    for (const auto& [id, offer] : rows.offers) {
        all.offers[id] = boost::describe::enum_to_string(offer.status, "");
    }
    for (const auto& [id, entry] : rows.entries) {
        all.entries[id] = boost::describe::enum_to_string(entry.status, "");
    }
    for (const auto& [id, round] : rows.rounds) {
        all.rounds[id] = boost::describe::enum_to_string(round.status, "");
    }
    return all;
}

}  // namespace contract
