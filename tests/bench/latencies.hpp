#pragma once
// Durations of many operations, and what they add up to.

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <ctime>
#include <vector>

namespace bench {

using Clock = std::chrono::steady_clock;

inline double milliseconds_between(Clock::time_point from, Clock::time_point to) {
    return std::chrono::duration<double, std::milli>(to - from).count();
}

/// CPU time of this thread: what the work costs, whatever else the machine does.
inline double cpu_milliseconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

class Latencies {
  public:
    void add(double milliseconds) { values_.push_back(milliseconds); }

    [[nodiscard]] std::size_t count() const { return values_.size(); }

    /// `percent` 0 .. 100; 0 where nothing was measured.
    [[nodiscard]] double at_percent(double percent) {
        if (values_.empty()) {
            return 0;
        }
        const auto last = static_cast<double>(values_.size() - 1);
        const auto at = static_cast<std::ptrdiff_t>(last * percent / 100);
        std::ranges::nth_element(values_, values_.begin() + at);
        return values_[static_cast<std::size_t>(at)];
    }

  private:
    std::vector<double> values_;
};

}  // namespace bench
