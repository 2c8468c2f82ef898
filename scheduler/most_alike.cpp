// Which instruments may stand in for another: chosen before any calendar is looked into, so that a question over a
// hundred thousand of them stays cheap.

#include <algorithm>
#include <tuple>

#include "scheduler/alternatives.hpp"
#include "scheduler/bookings.hpp"
#include "scheduler/pricing.hpp"

namespace scheduler {

using namespace model;

namespace {
constexpr std::size_t alike_max = 500;

Site site_of(const InstrumentRecord& record) {
    return {record.instrument, record.institution_id};
}

std::int64_t hourly_fen(const Wish& wish, const InstrumentRecord& record) {
    const auto payer = wish.payer != nullptr ? payer_of(*wish.payer, record.institution_id) : Payer{};
    const auto* card = record.rates ? card_for(record.rates->rates, payer, wish.now) : nullptr;
    return card == nullptr ? max_fen : card->hourly_fen.fen();
}

struct Ranked {
    Equivalent equivalent;
    std::int64_t hourly = 0;
};

bool is_better(const Ranked& a, const Ranked& b) {
    return std::tie(a.equivalent.points, a.hourly, a.equivalent.candidate.record->instrument.id.value) <
           std::tie(b.equivalent.points, b.hourly, b.equivalent.candidate.record->instrument.id.value);
}

void keep_best(std::vector<Ranked>& ranked) {
    if (ranked.size() > alike_max) {
        std::ranges::nth_element(ranked, ranked.begin() + alike_max, is_better);
        ranked.resize(alike_max);
    }
}
}  // namespace

std::vector<Equivalent> most_alike(const Wish& wish, std::span<const Candidate> candidates) {
    const auto& wanted = *wish.wanted.record;
    std::vector<Ranked> ranked;
    ranked.reserve(candidates.size());
    for (const auto& candidate : candidates) {
        const auto& other = *candidate.record;
        Equivalent found{candidate,
                         kinship_of(wanted.instrument.category_code, other.instrument.category_code),
                         place_of(site_of(wanted), site_of(other)),
                         {},
                         0};
        if (&other == &wanted || found.kinship == Kinship::none ||
            other.instrument.status != InstrumentStatus::available) {
            continue;
        }
        const bool loses_samples = wanted.instrument.sample_service && !other.instrument.sample_service;
        found.points = category_points(found.kinship) + place_points(found.place) +
                       (loses_samples ? samples_points(wish.samples > 0) : 0);
        ranked.push_back({found, hourly_fen(wish, other)});
    }
    keep_best(ranked);
    for (auto& [found, hourly] : ranked) {
        found.specs = compare_specs(wanted.instrument.specs, found.candidate.record->instrument.specs);
        found.points += found.specs.wanted > 0 ? specs_reason(found.specs).points : 0;
    }
    std::erase_if(ranked, [](const Ranked& r) {
        return r.equivalent.kinship == Kinship::major && r.equivalent.specs.comparable == 0;
    });
    std::ranges::sort(ranked, is_better);
    std::vector<Equivalent> alike;
    alike.reserve(ranked.size());
    std::ranges::transform(ranked, std::back_inserter(alike), &Ranked::equivalent);
    return alike;
}

}  // namespace scheduler
