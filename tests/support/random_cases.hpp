#pragma once
// Random cases by number. A case is drawn from its seed alone, so a failure is repeated by naming its seed. The
// environment says how many: YIQI_CASES cases of each property (default 10,000), from the seed YIQI_SEED (default 1)
// on.

#include <catch2/catch.hpp>

#include <cstdint>
#include <cstdlib>
#include <initializer_list>
#include <iterator>
#include <string>

namespace support {

/// A stream of random numbers that is the same on every machine (SplitMix64).
class Draw {
  public:
    explicit Draw(std::uint64_t seed) : state_(seed * 0x9E37'79B9'7F4A'7C15ULL) { (void)next(); }

    std::uint64_t next() {
        std::uint64_t z = state_ += 0x9E37'79B9'7F4A'7C15ULL;
        z = (z ^ (z >> 30)) * 0xBF58'476D'1CE4'E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D0'49BB'1331'11EBULL;
        return z ^ (z >> 31);
    }
    /// low .. high, both possible.
    int between(int low, int high) {
        const auto width = static_cast<std::uint64_t>(static_cast<std::int64_t>(high) - low + 1);
        return static_cast<int>(low + static_cast<std::int64_t>(next() % width));
    }
    std::size_t below(std::size_t bound) { return static_cast<std::size_t>(next() % bound); }
    bool chance(int percent) { return between(1, 100) <= percent; }
    template <class T>
    T of(std::initializer_list<T> choices) {
        return choices.begin()[below(choices.size())];
    }
    template <class Range>
    const auto& from(const Range& range) {
        return range[below(std::size(range))];
    }

  private:
    std::uint64_t state_;
};

inline std::uint64_t number_from_environment(const char* name, std::uint64_t otherwise) {
    const char* text = std::getenv(name);
    return text == nullptr ? otherwise : std::stoull(text);
}

struct CaseRange {
    std::uint64_t first = number_from_environment("YIQI_SEED", 1);
    std::uint64_t count = number_from_environment("YIQI_CASES", 10'000);
};

/// Asks the property about each case until one is wrong: it answers what is wrong, nothing where all is well.
template <class Property>
void for_cases(const CaseRange& range, Property&& property) {
    for (auto seed = range.first; seed < range.first + range.count; ++seed) {
        Draw draw(seed);
        const std::string wrong = property(draw);
        if (!wrong.empty()) {
            FAIL("case " << seed << " (again: YIQI_SEED=" << seed << " YIQI_CASES=1): " << wrong);
        }
    }
    SUCCEED();
}
template <class Property>
void for_cases(Property&& property) {
    for_cases(CaseRange(), property);
}

}  // namespace support
