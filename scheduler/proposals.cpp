#include "scheduler/proposals.hpp"

#include <algorithm>
#include <tuple>

#include "scheduler/bookings.hpp"
#include "scheduler/rules.hpp"

namespace scheduler {

using namespace model;

Proposals::Proposals(const Wish& wish) : wish_(wish), wished_price_(price_of_time(*wish.wanted.record, wish.time)) {}

minutes Proposals::length() const {
    return std::chrono::duration_cast<minutes>(wish_.time.length());
}

SlotSearch Proposals::search(Instant from, Instant to) const {
    SlotSearch search;
    search.duration = length();
    search.from = from;
    search.to = to;
    search.now = wish_.now;
    if (wish_.moving) {
        search.ignore = Holder{HolderKind::booking, wish_.moving.value};
    }
    return search;
}

const RuleFacts* Proposals::facts_of(const InstrumentRecord& record) {
    auto known = facts_.find(&record);
    if (known == facts_.end()) {
        if (facts_.size() == instruments_asked_max) {
            return nullptr;
        }
        known = facts_.emplace(&record, wish_.facts_of(record)).first;
    }
    return &known->second;
}

bool Proposals::rules_allow(const InstrumentRecord& record, Interval time, const RuleFacts& facts) const {
    const RuleInput input{.policy = record.policy->policy,
                          .instrument = record.instrument,
                          .time = time,
                          .now = wish_.now,
                          .facts = facts};
    return broken_rules(input).empty();
}

std::optional<Money> Proposals::price_of_time(const InstrumentRecord& record, Interval time) const {
    if (!record.rates) {
        return std::nullopt;
    }
    BookingRequest request;
    request.instrument_id = record.instrument.id;
    request.time = time;
    request.samples = wish_.samples;
    request.staff_minutes = wish_.staff_minutes;
    const auto payer = wish_.payer != nullptr ? payer_of(*wish_.payer, record.institution_id) : Payer{};
    const auto quoted = quote(record, *record.rates, payer, request, wish_.now);
    return quoted ? std::optional(quoted->price.total) : std::nullopt;
}

void Proposals::add_instrument_reasons(Alternative& found, const Equivalent* equivalent) const {
    if (equivalent == nullptr) {
        found.reasons.push_back(same_instrument_reason());
        return;
    }
    found.reasons.push_back(category_reason(equivalent->kinship));
    if (equivalent->specs.wanted > 0) {
        found.reasons.push_back(specs_reason(equivalent->specs));
    }
    if (wish_.wanted.record->instrument.sample_service && !found.record->instrument.sample_service) {
        found.reasons.push_back(samples_reason(wish_.samples > 0));
    }
    found.place = equivalent->place;
    found.reasons.push_back(place_reason(equivalent->place));
}

void Proposals::add(Alternative found, Money total) {
    // A shorter time is cheaper because it is shorter.
    const bool comparable = wished_price_ && *wished_price_ > Money{} && found.why != Why::shorter;
    if (comparable && (total != *wished_price_ || found.record != wish_.wanted.record)) {
        found.reasons.push_back(price_reason(*wished_price_, total));
    }
    found.points = sum_of_points(found.reasons);
    found_.push_back(std::move(found));
}

bool Proposals::wish_is_possible() {
    const auto& record = *wish_.wanted.record;
    const auto* facts = facts_of(record);
    return facts != nullptr && rules_allow(record, wish_.time, *facts) &&
           earliest_slot(record.policy->policy, *wish_.wanted.calendar, search(wish_.time.start, wish_.time.end));
}

bool Proposals::has(const InstrumentRecord& record) const {
    return std::ranges::find(found_, &record, &Alternative::record) != found_.end();
}

bool Proposals::offer(const Offered& offered, Interval time, Why why) {
    const auto& record = *offered.candidate.record;
    const bool known = std::ranges::any_of(
        found_, [&](const Alternative& a) { return a.record == &record && a.time == time && !a.second; });
    const auto* facts = known ? nullptr : facts_of(record);
    if (facts == nullptr || !rules_allow(record, time, *facts)) {
        return false;
    }
    const auto total = price_of_time(record, time);
    if (!total) {
        return false;
    }
    Alternative found;
    found.record = &record;
    found.time = time;
    found.why = why;
    found.total = *total;
    if (why == Why::shorter) {
        found.reasons.push_back(shorter_reason(length(), std::chrono::floor<minutes>(time.length())));
    }
    found.reasons.push_back(time_reason(time.start - wish_.time.start));
    add_instrument_reasons(found, offered.equivalent);
    add(std::move(found), *total);
    return true;
}

bool Proposals::offer_split(Interval first, Interval second, seconds shift) {
    const auto& record = *wish_.wanted.record;
    const auto* facts = facts_of(record);
    if (facts == nullptr || !rules_allow(record, first, *facts)) {
        return false;
    }
    auto with_first = *facts;
    constexpr std::int64_t not_stored = -1;
    with_first.add({BookingId{not_stored}, first}, wish_.now);
    const auto first_total = price_of_time(record, first);
    const auto second_total = price_of_time(record, second);
    if (!first_total || !second_total || !rules_allow(record, second, with_first)) {
        return false;
    }
    Alternative found;
    found.record = &record;
    found.time = first;
    found.why = Why::split;
    found.total = *first_total;
    found.second = SecondPart{second, *second_total};
    found.reasons.push_back(split_reason(first, second, shift));
    add_instrument_reasons(found, nullptr);
    add(std::move(found), *first_total + *second_total);
    return true;
}

std::vector<Alternative> Proposals::best(std::size_t limit) {
    const auto whole_price = [](const Alternative& a) { return a.second ? a.total + a.second->total : a.total; };
    std::ranges::sort(found_, [&](const Alternative& a, const Alternative& b) {
        return std::tuple(a.points, whole_price(a), a.time.start, std::string_view(a.record->instrument.id.value),
                          a.time.end) < std::tuple(b.points, whole_price(b), b.time.start,
                                                   std::string_view(b.record->instrument.id.value), b.time.end);
    });
    if (found_.size() > limit) {
        found_.resize(limit);
    }
    return std::move(found_);
}

}  // namespace scheduler
