#pragma once
// When a company has to pay, what follows where it does not, and who must agree to corrections: a document that the
// council's finance sets.

#include <cstddef>
#include <vector>

#include <boost/describe.hpp>

#include "model/money.hpp"
#include "model/text.hpp"

namespace model {

/// remind, warn: the company is told; block: it makes no new bookings until nothing is overdue.
enum class DunningAction { remind, warn, block };
BOOST_DESCRIBE_ENUM(DunningAction, remind, warn, block)

struct DunningStep {
    Bounded<0, 3'650> after_days;  ///< since the oldest unpaid charge fell due
    DunningAction action = DunningAction::remind;
};
BOOST_DESCRIBE_STRUCT(DunningStep, (), (after_days, action))

struct BillingPolicy {
    Bounded<0, 365> payment_days = 30;         ///< a charge falls due so long after it was posted
    std::vector<DunningStep> dunning;          ///< ascending in after_days, at most 10; none: nobody is dunned
    Money second_approval_above_fen{100'000};  ///< a correction of more needs a second person
    static constexpr std::size_t steps_max = 10;
};
BOOST_DESCRIBE_STRUCT(BillingPolicy, (), (payment_days, dunning, second_approval_above_fen))

}  // namespace model
