#pragma once
// How much an allocation can be trusted to be the best.

#include <boost/describe.hpp>

namespace scheduler {

/// `exact` by the solver to the wanted gap; `stopped` by the solver, which had to stop earlier; `greedy` by our own
/// search alone.
enum class SolvedBy { exact, stopped, greedy };
BOOST_DESCRIBE_ENUM(SolvedBy, exact, stopped, greedy)

}  // namespace scheduler
