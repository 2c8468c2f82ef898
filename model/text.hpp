#pragma once
// Bounded scalars. The bounds are part of the type, so validation and the API document read them from
// the one declaration.

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace model {

/// UTF-8 text of Min to Max code points without control characters other than line feed and tab.
/// The bounds are checked where text enters (server/json); inside it is carried as it is.
template <std::size_t Min, std::size_t Max>
struct Text {
    static constexpr std::size_t min_length = Min;
    static constexpr std::size_t max_length = Max;
    std::string value;

    Text() = default;
    Text(std::string text) : value(std::move(text)) {}              // NOLINT(google-explicit-constructor)
    Text(const char* text) : value(text) {}                         // NOLINT(google-explicit-constructor)
    operator const std::string&() const noexcept { return value; }  // NOLINT(google-explicit-constructor)
    operator std::string_view() const noexcept { return value; }    // NOLINT(google-explicit-constructor)
    [[nodiscard]] bool empty() const noexcept { return value.empty(); }
    friend auto operator<=>(const Text&, const Text&) = default;
};

/// A whole number in [Lo, Hi]; checked where it enters.
template <std::int64_t Lo, std::int64_t Hi>
struct Bounded {
    static constexpr std::int64_t lowest = Lo;
    static constexpr std::int64_t highest = Hi;
    std::int64_t value = Lo <= 0 && 0 <= Hi ? 0 : Lo;

    constexpr Bounded() = default;
    constexpr Bounded(std::int64_t number) : value(number) {}           // NOLINT(google-explicit-constructor)
    constexpr operator std::int64_t() const noexcept { return value; }  // NOLINT(google-explicit-constructor)
};

/// Code points in valid UTF-8.
std::size_t count_code_points(std::string_view utf8);

/// True for well-formed UTF-8 (no overlong forms, surrogates or values over U+10FFFF). When false and
/// `bad_at` is given, it receives the offset of the first offending byte.
bool is_valid_utf8(std::string_view bytes, std::size_t* bad_at = nullptr);

/// Invisible or direction-changing code points that have no place in names and codes: C0/C1 controls
/// (but not tab and line feed), zero-width and bidi characters, byte order mark.
bool is_invisible(char32_t code_point);

/// Decodes the code point at `at` in valid UTF-8 and advances `at` behind it.
char32_t next_code_point(std::string_view utf8, std::size_t& at);

/// At most `code_points` of `utf8`, with an ellipsis where something was left out. For messages only.
std::string shortened(std::string_view utf8, std::size_t code_points);

}  // namespace model
