#pragma once
// The facts of an event as the words and numbers that they are.

#include "model/booking.hpp"
#include "model/event.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace contract {

/// Empty where there is no such fact.
inline std::string fact(const model::Event& event, const std::string& name) {
    const auto found = std::ranges::find(event.facts, name, &model::Parameter::name);
    return found == event.facts.end() ? std::string() : found->value;
}
/// 0 where there is no such fact.
inline std::int64_t number(const model::Event& event, const std::string& name) {
    const auto text = fact(event, name);
    return text.empty() ? 0 : std::stoll(text);
}
/// From the fact "start" to the fact "end".
inline model::Interval span(const model::Event& event) {
    return {model::Instant{model::seconds{number(event, "start")}},
            model::Instant{model::seconds{number(event, "end")}}};
}

/// The fact "accessories", "id:quantity;" for each.
inline std::vector<model::AccessoryUse> accessories_in(const model::Event& event) {
    std::vector<model::AccessoryUse> uses;
    const auto text = fact(event, "accessories");
    for (std::size_t at = 0; at < text.size(); at = text.find(';', at) + 1) {
        const auto colon = text.find(':', at);
        uses.push_back({model::AccessoryId{std::stoll(text.substr(at))}, std::stoll(text.substr(colon + 1))});
    }
    return uses;
}

}  // namespace contract
