#pragma once
// Who comes first on the waitlist. The order is published and every user sees his place with the reason: the priority
// class of the instrument's policy, then the time waited, then fewer no-shows in the last half year. Pure.

#include <chrono>
#include <compare>
#include <cstdint>
#include <span>

#include "model/error.hpp"
#include "model/policy.hpp"
#include "model/waitlist.hpp"

namespace scheduler {

/// No-shows from before this do not count.
inline constexpr std::chrono::days no_shows_remembered{180};

/// The facts by which an entry is placed; the lesser comes first.
struct Standing {
    std::size_t priority = 0;  ///< 0 = the first class of the policy
    model::Instant since{};    ///< waiting since
    std::int64_t no_shows = 0;
    model::WaitlistEntryId entry;  ///< the earlier entry where all else is equal
    friend auto operator<=>(const Standing&, const Standing&) = default;
};

Standing standing_of(const model::Policy& policy, const model::WaitlistEntry& entry, model::PriceClass price_class,
                     std::int64_t no_shows);

/// 1 = the first; `others` are those who wait for the same time.
std::int64_t position_of(const Standing& own, std::span<const Standing> others);

/// "第 3 位：…" / "3rd in line, because 1 has a higher priority class and 1 has waited longer".
model::Sentence place_sentence(const Standing& own, std::span<const Standing> others);

}  // namespace scheduler
