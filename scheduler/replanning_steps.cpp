#include "scheduler/replanning_steps.hpp"

#include <algorithm>

#include "model/assert.hpp"
#include "scheduler/booking_steps.hpp"
#include "scheduler/displacement.hpp"
#include "scheduler/offers.hpp"
#include "scheduler/replanning_gathering.hpp"

namespace scheduler {

using namespace model;

namespace {
std::vector<PlannedSpan> planned_spans(const std::vector<Booking>& bookings, const ReplanningProblem& problem,
                                       const ReplanningPlan& plan) {
    std::vector<PlannedSpan> spans;
    for (std::size_t w = 0; w < plan.places.size(); ++w) {
        if (plan.places[w]) {
            const auto& place = problem.wishes[w].places[plan.places[w]->place];
            spans.push_back({bookings[w], place.instrument, place.time, plan.places[w]->lane});
        }
    }
    return spans;
}

void strike(ReplanningProblem& problem, const std::vector<Booking>& bookings,
            const std::vector<InstrumentPtr>& instruments, const std::vector<StruckPlace>& struck) {
    for (std::size_t w = 0; w < bookings.size(); ++w) {
        std::erase_if(problem.wishes[w].places, [&](const ReplanningPlace& place) {
            const StruckPlace as_struck{bookings[w].id, instruments[place.instrument]->instrument.id, place.time};
            return std::ranges::find(struck, as_struck) != struck.end();
        });
    }
}

/// Plans, strikes what breaks rules only together, and looks further for those who found nothing.
ReplanningPlan plan_all(PlaceSearch& search, const std::vector<Booking>& bookings, std::set<StruckPlace>& struck,
                        ReplanningProblem& problem) {
    constexpr int passes_max = 8;
    constexpr int further_searches_max = 2;
    int further_searches = 0;
    auto plan = plan_places(problem);
    for (int pass = 0; pass < passes_max; ++pass) {
        const auto spans = planned_spans(bookings, problem, plan);
        const auto broken = search.broken_together(spans);
        if (!broken.empty()) {
            struck.insert(broken.begin(), broken.end());
            strike(problem, bookings, search.instruments(), broken);
            plan = plan_places(problem);
            continue;
        }
        std::size_t added = 0;
        if (further_searches++ < further_searches_max) {
            for (std::size_t w = 0; w < bookings.size(); ++w) {
                added += plan.places[w] ? 0 : search.add_places(bookings[w], spans, struck, problem.wishes[w]);
            }
        }
        if (added == 0) {
            return plan;
        }
        plan = plan_places(problem);
    }
    for (const auto& broken : search.broken_together(planned_spans(bookings, problem, plan))) {
        const auto at = std::ranges::find(bookings, broken.booking, &Booking::id) - bookings.begin();
        const auto& place = problem.wishes[static_cast<std::size_t>(at)].places;
        auto& planned = plan.places[static_cast<std::size_t>(at)];
        plan.disruption += problem.weights.unplaced - points_of(place[planned->place].disruption, problem.weights);
        planned.reset();
    }
    return plan;
}
}  // namespace

Replanning replan(Transaction& tx, const Push& push, const std::vector<Booking>& bookings, Instant now,
                  std::set<StruckPlace> struck) {
    Replanning result;
    result.figures.displaced = std::ssize(bookings);
    for (const auto& booking : bookings) {
        result.proposals.push_back({booking, std::nullopt});
    }
    if (bookings.empty()) {
        return result;
    }
    auto first = bookings;
    std::ranges::sort(first, {}, [](const Booking& b) { return std::pair(b.created_at, b.id); });
    const auto left_over = first.size() - std::min(first.size(), ReplanningProblem::wishes_max);
    first.resize(first.size() - left_over);

    PlaceSearch search(tx, push, bookings, now);
    ReplanningProblem problem;
    for (const auto& instrument : search.instruments()) {
        problem.own_gaps.emplace_back(instrument->policy->policy.own_gap_minutes.value);
    }
    for (const auto& booking : first) {
        problem.wishes.push_back({booking.user_id, booking.created_at, {}});
        (void)search.add_places(booking, {}, struck, problem.wishes.back());
    }
    const auto plan = plan_all(search, first, struck, problem);
    const auto unplaced = static_cast<std::int64_t>(left_over) * problem.weights.unplaced;
    result.figures.disruption = plan.disruption + unplaced;
    result.figures.bound = plan.bound + unplaced;
    for (std::size_t w = 0; w < first.size(); ++w) {
        if (plan.places[w]) {
            const auto& place = problem.wishes[w].places[plan.places[w]->place];
            const auto at = std::ranges::find(bookings, first[w].id, &Booking::id) - bookings.begin();
            result.proposals[static_cast<std::size_t>(at)].place =
                ProposedPlace{search.instruments()[place.instrument]->instrument.id, place.time, plan.places[w]->lane,
                              place.disruption, place.total};
            ++result.figures.placed;
        }
    }
    return result;
}

namespace {
bool hold(Transaction& tx, const Push& push, const Booking& booking, const ProposedPlace& place, Instant now) {
    const auto instrument = tx.instrument(place.instrument_id);
    const RuleWish wish{
        .time = place.time, .person = {booking.user_id, booking.organisation_id}, .leave_out = booking.id};
    if (!instrument || place.lane >= instrument->policy->policy.capacity || !check_rules(tx, *instrument, wish, now)) {
        return false;
    }
    const auto accessories = accessories_at(tx, booking, instrument->instrument);
    const minutes to_answer{push.instrument->policy->policy.replan_answer_minutes.value};
    return make_offer(tx,
                      {.instrument_id = place.instrument_id,
                       .time = place.time,
                       .user_id = booking.user_id,
                       .organisation_id = booking.organisation_id,
                       .origin = {OfferOriginKind::displaced, booking.id.value},
                       .expires_at = now + to_answer,
                       .lane = place.lane,
                       .accessories = accessories},
                      now)
        .has_value();
}
}  // namespace

Replanning hold_places(Transaction& tx, const Push& push, const std::vector<BookingId>& displaced, Replanning planned,
                       Instant now) {
    constexpr int attempts_max = 3;
    const DisruptionWeights weights;
    std::vector<Booking> waiting;
    for (const auto id : displaced) {
        waiting.push_back(tx.booking(id).value());
    }
    Replanning held;
    held.figures.displaced = std::ssize(displaced);
    std::set<StruckPlace> struck;
    for (int attempt = 0; attempt < attempts_max && !waiting.empty(); ++attempt) {
        if (attempt > 0) {
            planned = replan(tx, push, waiting, now, struck);
        }
        const bool fits = attempt == 0 && planned.proposals.size() == waiting.size();
        bool again = false;
        std::vector<Booking> refused;
        for (const auto& booking : waiting) {
            const auto known =
                std::ranges::find(planned.proposals, booking.id, [](const Proposal& p) { return p.booking.id; });
            const bool is_known = known != planned.proposals.end();
            if (is_known && known->place && hold(tx, push, booking, *known->place, now)) {
                held.figures.disruption += points_of(known->place->disruption, weights);
                held.proposals.push_back({booking, known->place});
                ++held.figures.placed;
                continue;
            }
            if (is_known && known->place) {
                struck.insert({booking.id, known->place->instrument_id, known->place->time});
            }
            again = again || !is_known || known->place;
            refused.push_back(booking);
        }
        waiting = std::move(refused);
        held.figures.bound = fits && !again ? planned.figures.bound : 0;
        if (!again) {
            break;
        }
    }
    for (auto& booking : waiting) {
        held.figures.disruption += weights.unplaced;
        held.proposals.push_back({std::move(booking), std::nullopt});
    }
    held.figures.bound = std::min(held.figures.bound, held.figures.disruption);
    return held;
}

}  // namespace scheduler
