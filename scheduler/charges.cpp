#include "scheduler/charges.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "model/assert.hpp"
#include "scheduler/booking_steps.hpp"
#include "scheduler/charged_time.hpp"
#include "scheduler/charging.hpp"

namespace scheduler {

using namespace model;

namespace {
std::optional<Interval> ended_use(const Booking& booking) {
    return booking.usage && booking.usage->end ? std::optional(Interval{booking.usage->start, *booking.usage->end})
                                               : std::nullopt;
}

/// Booked and used time, and what lies between.
Interval reach_of(const Booking& booking) {
    const auto used = ended_use(booking).value_or(booking.time);
    return {std::min(booking.time.start, used.start), std::max(booking.time.end, used.end)};
}

std::int64_t minutes_of(const IntervalSet& time) {
    return std::chrono::duration_cast<minutes>(total_length(time)).count();
}

/// When others used the instrument. What the booking itself used stays its own, unless the other one began first.
std::vector<Interval> used_by_others(Transaction& tx, const Booking& booking) {
    const auto own = ended_use(booking);
    std::vector<Interval> pieces;
    for (const auto& other : tx.charged_bookings(booking.instrument_id, reach_of(booking))) {
        const auto use = ended_use(other);
        if (other.id == booking.id || !use) {
            continue;
        }
        if (!own || use->start < own->start) {
            pieces.push_back(whole_minutes(*use));
            continue;
        }
        const auto left = subtract({whole_minutes(*use)}, {whole_minutes(*own)});
        pieces.insert(pieces.end(), left.begin(), left.end());
    }
    return pieces;
}

/// What others held until they used it or stayed away from it.
std::vector<Interval> held_by_others(Transaction& tx, const Booking& booking) {
    std::vector<Interval> pieces;
    for (const auto& other : tx.charged_bookings(booking.instrument_id, booking.time)) {
        const bool held = other.status == BookingStatus::completed || other.status == BookingStatus::settled ||
                          other.status == BookingStatus::no_show;
        if (other.id == booking.id || !held) {
            continue;
        }
        std::vector<Interval> time{whole_minutes(other.time)};
        if (const auto use = ended_use(other)) {
            time.push_back(whole_minutes(*use));
        }
        const auto whole = normalised(std::move(time));
        pieces.insert(pieces.end(), whole.begin(), whole.end());
    }
    return pieces;
}

std::int64_t capacity_of(const FrozenDocuments& documents) {
    return documents.policy->policy.capacity;
}

Price less_what_others_took(Transaction& tx, const Booking& booking, const FrozenDocuments& documents, Price fee) {
    const bool missed = booking.status == BookingStatus::no_show;
    if (fee.total <= Money{} || (missed && documents.card->basis != ChargeBasis::union_)) {
        return fee;
    }
    const auto pieces = missed ? used_by_others(tx, booking) : held_by_others(tx, booking);
    const Interval booked = whole_minutes(booking.time);
    const auto left = subtract({booked}, covered(pieces, capacity_of(documents)));
    const auto whole = minutes_of({booked});
    return less_taken(std::move(fee), whole - minutes_of(left), whole);
}

/// The fee as it was before anything was taken off.
Price fee_alone(const Price& charge) {
    Price fee;
    for (const auto& line : charge.lines) {
        if (line.code == LineCode::cancellation_fee || line.code == LineCode::no_show_fee) {
            fee.lines.push_back(line);
            fee.total += line.amount_fen;
        }
    }
    return fee;
}

/// What an ended booking owes as of now; nothing where that cannot have changed.
std::optional<Price> due_by_now(Transaction& tx, const Booking& booking) {
    const auto documents = frozen_documents(tx, booking);
    switch (booking.status) {
        case BookingStatus::completed:
        case BookingStatus::settled: {
            if (documents.card->basis != ChargeBasis::union_) {
                return std::nullopt;
            }
            auto charge = charge_of_use(tx, booking);
            return charge ? std::optional(*std::move(charge)) : std::nullopt;
        }
        case BookingStatus::cancelled:
        case BookingStatus::no_show:
            return less_what_others_took(tx, booking, documents, fee_alone(*booking.charge));
        case BookingStatus::requested:
        case BookingStatus::approved:
        case BookingStatus::in_use:
        case BookingStatus::rejected:
        case BookingStatus::expired:
        case BookingStatus::displaced:
            break;
    }
    return std::nullopt;
}

bool same_entry(const PriceLine& a, const PriceLine& b) {
    return a.code == b.code && a.unit == b.unit && a.unit_fen == b.unit_fen && a.percent == b.percent &&
           a.per == b.per && a.name == b.name;
}

/// Lines of one entry added up.
std::vector<PriceLine> entries_of(const Price& price) {
    std::vector<PriceLine> entries;
    for (const auto& line : price.lines) {
        const auto same = std::ranges::find_if(entries, [&](const PriceLine& e) { return same_entry(e, line); });
        if (same == entries.end()) {
            entries.push_back(line);
        } else {
            same->quantity += line.quantity;
            same->amount_fen += line.amount_fen;
        }
    }
    return entries;
}
}  // namespace

IntervalSet covered(const std::vector<Interval>& pieces, std::int64_t times) {
    if (times == 1) {
        return normalised(pieces);
    }
    std::vector<std::pair<Instant, int>> steps;
    steps.reserve(2 * pieces.size());
    for (const auto& piece : pieces) {
        if (!piece.empty()) {
            steps.emplace_back(piece.start, 1);
            steps.emplace_back(piece.end, -1);
        }
    }
    std::ranges::sort(steps);
    std::vector<Interval> full;
    std::int64_t count = 0;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        count += steps[i].second;
        if (count >= times) {
            full.push_back({steps[i].first, steps[i + 1].first});
        }
    }
    return normalised(std::move(full));
}

bool may_be_corrected(const Booking& booking, Instant now) {
    const auto falls = [](const PriceLine& line) {
        return line.code == LineCode::cancellation_fee || line.code == LineCode::no_show_fee ||
               line.code == LineCode::charged_time;
    };
    return booking.charge && now < booking.time.end && std::ranges::any_of(booking.charge->lines, falls);
}

FrozenDocuments frozen_documents(Transaction& tx, const Booking& booking) {
    FrozenDocuments frozen;
    frozen.policy = tx.policy_version(booking.instrument_id, booking.policy_version);
    frozen.rates = tx.rates_version(booking.instrument_id, booking.rates_version);
    YIQI_ASSERT(frozen.policy && frozen.rates);
    frozen.card = card_for(frozen.rates->rates, {booking.price_class, booking.named_class}, booking.priced_at);
    YIQI_ASSERT(frozen.card != nullptr);
    return frozen;
}

Result<Price> charge_of_use(Transaction& tx, const Booking& booking) {
    const auto documents = frozen_documents(tx, booking);
    const auto used = ended_use(booking);
    YIQI_ASSERT(used.has_value());
    PriceInput input;
    input.reserved = booking.time;
    input.used = {*used};
    input.samples = booking.usage->samples;
    input.staff_minutes = booking.staff_minutes;
    input.consumables = booking.usage->consumables;
    input.training = booking.extras.training;
    input.urgent = is_urgent(*documents.card, booking.extras.urgent, booking.priced_at, booking.time.start);
    input.closed = true;
    if (documents.card->basis == ChargeBasis::union_) {
        input.others_used = covered(used_by_others(tx, booking), capacity_of(documents));
    }
    const auto instrument = tx.instrument(booking.instrument_id);
    YIQI_ASSERT(instrument != nullptr);
    const auto holidays = frozen_holidays(tx, *instrument, booking.calendar_version);
    return price_of(*documents.card, input, documents.policy->policy.time_zone, holidays.get());
}

Price fee_in_the_end(Transaction& tx, const Booking& booking, Price fee) {
    return less_what_others_took(tx, booking, frozen_documents(tx, booking), std::move(fee));
}

std::vector<PriceLine> correcting_lines(const Price& charged, const Price& due, Instant now) {
    std::vector<PriceLine> lines;
    auto differences = entries_of(due);
    for (const auto& entry : entries_of(charged)) {
        auto same = std::ranges::find_if(differences, [&](const PriceLine& d) { return same_entry(d, entry); });
        if (same == differences.end()) {
            same = differences.insert(differences.end(), entry);
            same->quantity = 0;
            same->amount_fen = Money{};
        }
        same->quantity -= entry.quantity;
        same->amount_fen -= entry.amount_fen;
    }
    for (auto& difference : differences) {
        if (difference.amount_fen != Money{}) {
            difference.corrected_at = now;
            lines.push_back(std::move(difference));
        }
    }
    return lines;
}

void correct_charges(Transaction& tx, const Booking& ended, Instant now) {
    for (auto& other : tx.charged_bookings(ended.instrument_id, reach_of(ended))) {
        const auto due = other.id == ended.id ? std::nullopt : due_by_now(tx, other);
        if (!due || due->total == other.charge->total) {
            continue;
        }
        const auto lines = correcting_lines(*other.charge, *due, now);
        ++other.revision;
        if (!post_correction(tx, other, due->total - other.charge->total, now)) {
            continue;
        }
        other.charge->lines.insert(other.charge->lines.end(), lines.begin(), lines.end());
        other.charge->total = due->total;
        tx.update_booking(other);
        append_event(tx, EventKind::booking_corrected, other, Actor{}, now);
    }
}

}  // namespace scheduler
