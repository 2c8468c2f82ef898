// What a round has to decide, read from the store.

#include <algorithm>
#include <map>

#include "model/assert.hpp"
#include "scheduler/booking_steps.hpp"
#include "scheduler/company_money.hpp"
#include "scheduler/round_commands.hpp"
#include "scheduler/round_steps.hpp"
#include "scheduler/slots.hpp"

namespace scheduler {

using namespace model;

namespace {
constexpr std::size_t taken_max = 5'000;

/// The minutes of all lanes together that are open and not taken.
std::int64_t free_minutes(const Policy& policy, const std::vector<RoundInstrument::Taken>& taken, Interval window) {
    const auto open = open_times(policy, window);
    seconds free{0};
    for (int lane = 0; lane < policy.capacity; ++lane) {
        std::vector<Interval> held;
        for (const auto& t : taken) {
            if (t.lane == lane) {
                held.push_back(t.held);
            }
        }
        free += total_length(subtract(open, normalised(std::move(held))));
    }
    return std::chrono::floor<minutes>(free).count();
}

/// The lane that the occupancy takes from the round. One from before the capacity was lowered takes a free one.
int lane_in(const RoundInstrument& instrument, const Occupancy& occupancy) {
    if (occupancy.lane < instrument.capacity) {
        return occupancy.lane;
    }
    for (int lane = 0; lane < instrument.capacity; ++lane) {
        const bool free = std::ranges::none_of(
            instrument.taken, [&](const auto& t) { return t.lane == lane && t.held.overlaps(occupancy.held); });
        if (free) {
            return lane;
        }
    }
    return 0;
}

RoundInstrument round_instrument(Transaction& tx, const Round& round, const InstrumentRecord& record) {
    const Policy& policy = record.policy->policy;
    const Interval reach = held_interval(policy, round.window);
    RoundInstrument made;
    made.id = record.instrument.id;
    made.capacity = static_cast<int>(policy.capacity);
    made.reserve_percent = round.terms.internal_reserve_percent;
    for (const auto& occupancy : tx.occupancies(record.instrument.id, reach, taken_max)) {
        made.taken.push_back({lane_in(made, occupancy), occupancy.held});
    }
    made.open_minutes = free_minutes(policy, made.taken, round.window);
    return made;
}

/// What the request's option costs. Errors: why it may not be granted.
Result<Money> price_of_option(Transaction& tx, const InstrumentRecord& record, const Organisation& organisation,
                              const Booking& booking, Interval time, Instant now) {
    if (time.start <= now) {
        return Error(ErrorCode::wrong_state, {"该时段已开始", "The time has begun"});
    }
    TRY_VOID(check_open(tx, booking.organisation_id));
    TRY_VOID(check_accessories(tx, record.instrument, booking.accessories));
    if (const auto checked = check_option(tx, record, booking, time); !checked) {
        // Quotas are limits of the round: what others of it ask for may well be lost.
        auto violations = checked.error().violations();
        std::erase_if(violations, [](const Violation& violation) { return violation.rule == "quota"; });
        if (!violations.empty() || checked.error().violations().empty()) {
            return violations.empty() ? checked.error()
                                      : Error(ErrorCode::rule_violated).with_violations(std::move(violations));
        }
    }
    const BookingRequest request{.instrument_id = record.instrument.id,
                                 .time = time,
                                 .purpose = {},
                                 .samples = booking.samples,
                                 .staff_minutes = booking.staff_minutes,
                                 .quoted = {},
                                 .extras = extras_at(tx, record.instrument.id, booking, now)};
    if (time == booking.time && record.instrument.id == booking.instrument_id) {
        return booking.quote.total;
    }
    TRY(const auto quoted, price_booking(tx, record, organisation, request, now));
    return quoted.price.total;
}

class Gathering {
  public:
    Gathering(Transaction& tx, const Round& round, Instant now) : tx_(tx), round_(round), now_(now) {
        auto& problem = gathered_.problem;
        problem.seed = static_cast<std::uint64_t>(round.seed);
        problem.weights = round.terms.weights;
        problem.window = round.window;
        problem.cut_off = round.cut_off;
        problem.shares = tx.round_shares(round.platform_id);
        for (const auto& id : round.instruments) {
            if (const auto record = tx.instrument(id)) {
                index_[id] = static_cast<std::uint32_t>(records_.size());
                records_.push_back(record);
                problem.instruments.push_back(round_instrument(tx, round, *record));
            }
        }
    }

    GatheredRound run() {
        std::vector<BookingId> ids;
        for (const auto& record : records_) {
            const auto left = RoundProblem::requests_max - ids.size();
            const auto found = tx_.collected_requests(record->instrument.id, round_.window, round_.cut_off, left);
            ids.insert(ids.end(), found.begin(), found.end());
        }
        std::ranges::sort(ids);
        for (const auto id : ids) {
            if (auto booking = tx_.booking(id)) {
                add(*std::move(booking));
            }
        }
        add_quota_limits(tx_, records_, gathered_);
        add_credit_limits(tx_, totals_, gathered_);
        return std::move(gathered_);
    }

  private:
    void add(Booking booking) {
        const auto organisation = tx_.organisation(booking.organisation_id);
        YIQI_ASSERT(organisation.has_value());
        const auto wish = tx_.wish(booking.id);
        RoundRequest request;
        request.id = booking.id.value;
        request.organisation = booking.organisation_id;
        request.price_class = booking.price_class;
        request.submitted_at = booking.created_at;
        request.needed_by = wish.needed_by;
        std::vector<Money> totals;
        std::vector<BookingOption> options{{booking.instrument_id, booking.time}};
        options.insert(options.end(), wish.alternatives.begin(), wish.alternatives.end());
        for (const auto& option : options) {
            const auto at = index_.find(option.instrument_id);
            if (at == index_.end() || request.options.size() == RoundRequest::options_max) {
                continue;
            }
            const auto& record = *records_[at->second];
            const auto price = price_of_option(tx_, record, *organisation, booking, option.time, now_);
            request.options.push_back({at->second, option.time, held_interval(record.policy->policy, option.time)});
            request.refused.push_back(price ? std::nullopt : std::optional(sentence_of(price.error())));
            totals.push_back(price ? *price : Money{0});
        }
        totals_.push_back(std::move(totals));
        gathered_.problem.requests.push_back(std::move(request));
        gathered_.bookings.push_back(std::move(booking));
    }

    Transaction& tx_;
    const Round& round_;
    Instant now_;
    std::vector<InstrumentPtr> records_;
    std::map<InstrumentId, std::uint32_t> index_;
    std::vector<std::vector<Money>> totals_;  ///< by request and option
    GatheredRound gathered_;
};
}  // namespace

GatheredRound gather_round(Transaction& tx, const Round& round, Instant now) {
    return Gathering(tx, round, now).run();
}

}  // namespace scheduler
