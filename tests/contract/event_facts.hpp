#pragma once
// The facts of an event as the words and numbers that they are.

#include "model/event.hpp"

#include <algorithm>
#include <string>

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

}  // namespace contract
