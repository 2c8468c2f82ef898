#pragma once
// The only source of the current time. Everything that depends on time takes a Clock or a `now`.

#include <atomic>

#include "model/interval.hpp"

namespace model {

/// Thread-safe.
class Clock {
  public:
    Clock() = default;
    Clock(const Clock&) = delete;
    Clock& operator=(const Clock&) = delete;
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
};

/// A clock that stands still until it is set; for tests and simulations.
class ManualClock final : public Clock {
  public:
    explicit ManualClock(Instant start) : now_(start) {}
    [[nodiscard]] Instant now() const override { return now_.load(); }
    void set(Instant to) { now_.store(to); }
    void advance(seconds by) { now_.store(now_.load() + by); }

  private:
    std::atomic<Instant> now_;
};

}  // namespace model
