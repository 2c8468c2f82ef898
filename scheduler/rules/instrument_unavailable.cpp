#include "scheduler/rules/rule.hpp"

namespace scheduler::rules {

std::optional<model::Violation> instrument_unavailable(const RuleInput& input) {
    switch (input.instrument.status) {
        case model::InstrumentStatus::available:
            break;
        case model::InstrumentStatus::out_of_service:
            return broken("instrument_unavailable",
                          {"该仪器暂停服务，不能预约", "The instrument is out of service and cannot be booked"},
                          {{"status", "out_of_service"}});
        case model::InstrumentStatus::retired:
            return broken("instrument_unavailable",
                          {"该仪器已退役，不能预约", "The instrument is retired and cannot be booked"},
                          {{"status", "retired"}});
    }
    return std::nullopt;
}

}  // namespace scheduler::rules
