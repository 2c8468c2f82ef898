// The store in memory: rounds.

#include "tests/contract/memory_store.hpp"

#include <algorithm>

namespace contract {

using namespace model;

RoundId MemoryTransaction::add_round(const Round& round) {
    auto stored = round;
    stored.id = RoundId{next_id("round")};
    put(rows_.rounds, stored.id.value, stored);
    return stored.id;
}

std::optional<Round> MemoryTransaction::round(RoundId id) {
    auto found = found_in(rows_.rounds, id.value);
    if (found) {
        std::ranges::sort(found->instruments);
    }
    return found;
}

void MemoryTransaction::set_round_status(RoundId id, RoundStatus status) {
    auto changed = rows_.rounds.at(id.value);
    changed.status = status;
    put(rows_.rounds, id.value, changed);
}

void MemoryTransaction::set_round_seed(RoundId id, std::int64_t seed) {
    auto changed = rows_.rounds.at(id.value);
    changed.seed = seed;
    put(rows_.rounds, id.value, changed);
}

void MemoryTransaction::set_round_outcome(RoundId id, const scheduler::RoundOutcome& outcome) {
    put(rows_.outcomes, id.value, outcome);
}

std::optional<scheduler::RoundOutcome> MemoryTransaction::round_outcome(RoundId id) {
    return found_in(rows_.outcomes, id.value);
}

std::vector<InstrumentId> MemoryTransaction::collecting_instruments(const PlatformId& platform) {
    std::vector<InstrumentId> found;
    for (const auto& [id, row] : rows_.instruments) {
        if (row.record->instrument.platform_id == platform &&
            row.record->policy->policy.contention == Contention::collect) {
            found.push_back(row.record->instrument.id);
        }
    }
    return found;
}

std::vector<RoundId> MemoryTransaction::open_rounds(const InstrumentId& instrument, Interval range) {
    std::vector<RoundId> found;
    for (const auto& [id, round] : rows_.rounds) {
        const bool open = round.status == RoundStatus::collecting || round.status == RoundStatus::closed;
        if (open && round.window.overlaps(range) &&
            std::ranges::find(round.instruments, instrument) != round.instruments.end()) {
            found.emplace_back(id);
        }
    }
    return found;
}

void MemoryTransaction::put_wish(BookingId booking, const RoundWish& wish) {
    put(rows_.wishes, booking.value, wish);
}

RoundWish MemoryTransaction::wish(BookingId booking) {
    return found_in(rows_.wishes, booking.value).value_or(RoundWish{});
}

std::vector<BookingId> MemoryTransaction::collected_requests(const InstrumentId& instrument, Interval window,
                                                             Instant before, std::size_t limit) {
    std::vector<BookingId> found;
    for (const auto id : rows_.bookings_of_instrument[instrument.value]) {
        const auto b = booking(BookingId{id});
        if (b && b->instrument_id == instrument && b->status == BookingStatus::requested && window.contains(b->time) &&
            b->created_at < before && !holds_a_lane({HolderKind::booking, id}) && found.size() < limit) {
            found.emplace_back(id);
        }
    }
    return found;
}

void MemoryTransaction::add_round_result(const scheduler::RoundResult& result) {
    put(rows_.round_results, {result.round_id.value, result.booking_id.value},
        {result.points, result.granted.has_value(), result.granted.has_value()});
}

scheduler::RoundTally MemoryTransaction::round_tally(RoundId id) {
    scheduler::RoundTally tally;
    std::map<OrganisationId, scheduler::RoundShare> shares;
    for (const auto& [key, result] : rows_.round_results) {
        if (key.first != id.value) {
            continue;
        }
        const auto& decided = rows_.bookings.at(key.second);
        const auto length = std::chrono::duration_cast<minutes>(decided.time.length()).count();
        auto& share = shares[decided.organisation_id];
        share.organisation = decided.organisation_id;
        share.asked_minutes += length;
        share.won_minutes += result.granted ? length : 0;
        tally.granted += result.granted ? 1 : 0;
    }
    for (const auto& [organisation, share] : shares) {
        tally.shares.push_back(share);
    }
    return tally;
}

void MemoryTransaction::add_round_award(std::int64_t plan, const scheduler::RoundAward& award) {
    put(rows_.awards, {award.result.round_id.value, plan, award.result.booking_id.value}, award);
}

MemoryTransaction::AwardCount MemoryTransaction::count_round_awards(RoundId id, std::int64_t plan) {
    AwardCount count;
    for (const auto& [key, award] : rows_.awards) {
        if (std::get<0>(key) == id.value && std::get<1>(key) == plan) {
            const auto& request = rows_.bookings.at(std::get<2>(key));
            const bool same = request.status == BookingStatus::requested && request.revision == award.revision;
            ++count.all;
            count.stale += same ? 0 : 1;
        }
    }
    return count;
}

void MemoryTransaction::keep_round_plan(RoundId id, std::int64_t plan) {
    const auto awards = rows_.awards;
    for (const auto& [key, award] : awards) {
        if (std::get<0>(key) == id.value && std::get<1>(key) != plan) {
            erase(rows_.awards, key);
        }
    }
}

std::vector<scheduler::RoundAward> MemoryTransaction::round_awards(RoundId id, std::size_t limit) {
    std::vector<scheduler::RoundAward> found;
    for (const bool granted : {false, true}) {
        for (const auto& [key, award] : rows_.awards) {
            if (std::get<0>(key) == id.value && award.result.granted.has_value() == granted && found.size() < limit) {
                found.push_back(award);
            }
        }
    }
    return found;
}

void MemoryTransaction::remove_round_award(RoundId id, BookingId booking) {
    const auto awards = rows_.awards;
    for (const auto& [key, award] : awards) {
        if (std::get<0>(key) == id.value && std::get<2>(key) == booking.value) {
            erase(rows_.awards, key);
        }
    }
}

std::vector<BookingId> MemoryTransaction::unserved_losers(RoundId id, std::size_t limit) {
    std::vector<std::pair<std::int64_t, std::int64_t>> losers;  // most points first
    for (const auto& [key, result] : rows_.round_results) {
        if (key.first == id.value && !result.served) {
            losers.emplace_back(-result.points, key.second);
        }
    }
    std::ranges::sort(losers);
    std::vector<BookingId> found;
    for (const auto& [points, booking] : losers) {
        if (found.size() < limit) {
            found.emplace_back(booking);
        }
    }
    return found;
}

void MemoryTransaction::mark_served(RoundId id, BookingId booking) {
    const std::pair key{id.value, booking.value};
    auto result = rows_.round_results.at(key);
    result.served = true;
    put(rows_.round_results, key, result);
}

std::vector<scheduler::RoundShare> MemoryTransaction::round_shares(const PlatformId& platform) {
    return found_in(rows_.shares, platform.value).value_or(std::vector<scheduler::RoundShare>{});
}

void MemoryTransaction::put_round_shares(const PlatformId& platform, std::span<const scheduler::RoundShare> shares) {
    put(rows_.shares, platform.value, std::vector<scheduler::RoundShare>(shares.begin(), shares.end()));
}

}  // namespace contract
