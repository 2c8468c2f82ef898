#pragma once
// Fair and repeatable draws: the same seed and number give the same lot everywhere.

#include <cstdint>

namespace scheduler {

/// A well-mixed number of a seed and a number.
constexpr std::uint64_t drawn(std::uint64_t seed, std::uint64_t number) {
    std::uint64_t x = seed + 0x9E3779B97F4A7C15ULL * (number + 1);
    x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    x = (x ^ (x >> 27U)) * 0x94D049BB133111EBULL;
    return x ^ (x >> 31U);
}

}  // namespace scheduler
