#pragma once
// Which keys a file has had, and on which lines.

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace server {

/// Keys by their 64-bit hash. 16 bytes a slot, 7/16 to 7/8 of the slots in use once it has grown,
/// half as much again while it grows. O(1) amortised.
class SeenKeys {
  public:
    SeenKeys();

    /// Remembers the key and returns nothing, or returns the line (>= 1) on which it was seen
    /// first.
    std::optional<std::uint64_t> first_seen(std::string_view key, std::uint64_t line);

    [[nodiscard]] bool contains(std::string_view key) const;

  private:
    struct Slot {
        std::uint64_t hash = 0;
        std::uint64_t line = 0;  ///< 0 = free
    };

    [[nodiscard]] std::size_t slot_of(std::uint64_t hash) const;
    void grow();

    std::vector<Slot> slots_;
    std::size_t used_ = 0;
};

}  // namespace server
