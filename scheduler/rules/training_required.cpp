#include "scheduler/rules/rule.hpp"

#include <fmt/format.h>

namespace scheduler::rules {

// The training must hold on the days of the use, not on the day of booking.
std::optional<model::Violation> training_required(const RuleInput& input) {
    if (!input.policy.requires_training) {
        return std::nullopt;
    }
    const auto& training = input.facts.training;
    if (!training) {
        return broken("training_required",
                      {"使用该仪器须先通过培训", "This instrument may be used only after a training"},
                      {{"reason", "missing"}});
    }
    const auto& zone = input.policy.time_zone;
    const auto& until = training->valid_until;
    if (!until || last_day(input.time.end, zone) <= last_day(*until, zone)) {
        return std::nullopt;
    }
    const auto phrase = local_phrase(*until, zone);
    return broken("training_required",
                  {fmt::format("您的培训资格有效期至 {}，不能覆盖该时段", phrase),
                   fmt::format("Your training is valid until {}, not for all of this time", phrase)},
                  {{"reason", "expired"}, instant_parameter("valid_until", *until, zone)});
}

}  // namespace scheduler::rules
