#pragma once
// Rules that an administrator sets aside for one booking, with a reason that stays on record.

#include <string>
#include <string_view>
#include <vector>

#include "model/booking.hpp"
#include "model/error.hpp"
#include "model/id.hpp"

namespace scheduler {

/// What is asked for. `rules` are names that may be waived.
struct Waiver {
    std::vector<std::string> rules;
    std::string reason;
};

/// What was set aside in fact.
struct RecordedWaiver {
    model::BookingId booking_id;
    std::vector<std::string> rules;
    std::string reason;
    model::UserId by;
    model::Instant at{};
};

class WaiverStore {
  public:
    WaiverStore() = default;
    WaiverStore(const WaiverStore&) = delete;
    WaiverStore& operator=(const WaiverStore&) = delete;
    virtual ~WaiverStore() = default;

    virtual void add_waiver(const RecordedWaiver& waiver) = 0;
    /// The names of all rules that were ever set aside for a booking.
    virtual std::vector<std::string> waived_rules(model::BookingId booking) = 0;
};

/// The waiver of the buffers around bookings: the bare times must still not overlap.
inline constexpr std::string_view buffer_waiver = "buffer";

/// All rules but those without which a booking means nothing (past_start, instrument_unavailable), and the buffer.
bool is_waivable(std::string_view rule);

/// Takes the waived ones out of `violations` and answers their names, each once.
std::vector<std::string> take_waived(std::vector<model::Violation>& violations, const Waiver& waiver);

}  // namespace scheduler
