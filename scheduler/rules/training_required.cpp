#include "scheduler/rules/rule.hpp"

#include <fmt/format.h>

namespace scheduler::rules {

// The training must hold when the instrument is used, to the end, not when it is booked.
std::optional<model::Violation> training_required(const RuleInput& input) {
    if (!input.policy.requires_training) {
        return std::nullopt;
    }
    if (!input.training) {
        return broken("training_required",
                      {"使用该仪器须先通过培训", "This instrument may be used only after a training"},
                      {{"reason", "missing"}});
    }
    const auto& until = input.training->valid_until;
    if (!until || input.time.end <= *until) {
        return std::nullopt;
    }
    const auto& zone = input.policy.time_zone;
    const auto phrase = local_phrase(*until, zone);
    return broken("training_required",
                  {fmt::format("您的培训资格有效期至 {}，不能覆盖该时段", phrase),
                   fmt::format("Your training is valid until {}, not for all of this time", phrase)},
                  {{"reason", "expired"}, instant_parameter("valid_until", *until, zone)});
}

}  // namespace scheduler::rules
