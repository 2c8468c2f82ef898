#pragma once
// What a row refers to: cached questions to the store, and the near id for a mistyped one.

#include "server/inventory/import.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace server {

/// Edits (insert, delete, replace one byte) that make `a` out of `b`, or 3 when more than 2 or
/// when a text is longer than 64 bytes.
/// O(length) time.
int edit_distance_up_to_2(std::string_view a, std::string_view b);

/// The candidates nearest to `value`, at most three, in their own order: those that differ only in
/// letter case, in spaces, - and _ or in zeros in front of numbers; else those of the least edit
/// distance, at most 2. `comparisons_left` is counted down; at 0 there are no more suggestions.
std::vector<std::string> nearest(std::string_view value, const std::vector<std::string>& candidates,
                                 std::uint64_t& comparisons_left);

/// Memory: at most 10,000 remembered answers and 20,000 ids a kind.
class ImportLookup {
  public:
    explicit ImportLookup(ImportTarget& target) : target_(target) {}

    struct Answer {
        bool found = false;
        std::string names;              ///< of a category, from the top: "大类/中类/小类"
        std::vector<std::string> near;  ///< where it was not found
    };

    /// An institution or platform by id, or a category by code. The reference holds until the next
    /// call.
    const Answer& find(ImportKind kind, const std::string& value);

    /// What to suggest for an unknown value.
    std::vector<std::string> suggestions(ImportKind kind, const std::string& value);

  private:
    std::string category_names(const model::Category& deepest);
    std::vector<std::string> codes_with_lost_zeros(const std::string& code);

    ImportTarget& target_;
    std::array<std::unordered_map<std::string, Answer>, 4> answers_;
    std::array<std::optional<std::vector<std::string>>, 4> ids_;
    std::uint64_t comparisons_left_ = 20'000'000;
};

/// " 是否应为“x”？" and " Did you mean \"x\"?", or empty without suggestions.
model::Sentence did_you_mean(const std::vector<std::string>& near);

}  // namespace server
