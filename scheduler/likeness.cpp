#include "scheduler/likeness.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace scheduler {

using namespace model;

namespace {
constexpr std::size_t specs_max = 32;
constexpr std::size_t digits_a_level = 2;

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blank = " \t";
    const auto from = text.find_first_not_of(blank);
    return from == std::string_view::npos ? std::string_view{}
                                          : text.substr(from, text.find_last_not_of(blank) - from + 1);
}

/// The specifications of a text, at most specs_max.
struct Specs {
    std::array<std::string_view, specs_max> all{};
    std::size_t count = 0;

    explicit Specs(std::string_view text) {
        constexpr std::string_view wide = "；";
        while (!text.empty() && count < specs_max) {
            const auto narrow_at = text.find(';');
            const auto wide_at = text.find(wide);
            const auto end = std::min({narrow_at, wide_at, text.size()});
            if (const auto spec = trimmed(text.substr(0, end)); !spec.empty()) {
                all[count++] = spec;
            }
            const auto separator = end == text.size() ? 0 : end == wide_at ? wide.size() : 1;
            text.remove_prefix(end + separator);
        }
    }
    [[nodiscard]] const std::string_view* begin() const { return all.data(); }
    [[nodiscard]] const std::string_view* end() const { return all.data() + count; }
};

std::string_view name_of(std::string_view spec) {
    // A sign or a bracket before the number belongs to it.
    const auto name = trimmed(spec.substr(0, spec.find_first_of("0123456789")));
    return name.substr(0, name.find_last_not_of("-+<>=~( ") + 1);
}

/// Whether the code names a kind at this level (0, 1, 2) and not "others".
bool names_a_kind(std::string_view code, std::size_t level) {
    const auto part = code.substr(level * digits_a_level, digits_a_level);
    return part != "99" && part != "00";
}
}  // namespace

Kinship kinship_of(const CategoryCode& a, const CategoryCode& b) {
    constexpr std::size_t national_digits = 3 * digits_a_level;
    if (a.value.size() != national_digits || b.value.size() != national_digits) {
        return a == b ? Kinship::minor : Kinship::none;
    }
    constexpr std::array levels{Kinship::major, Kinship::middle, Kinship::minor};
    auto found = Kinship::none;
    for (std::size_t level = 0; level < levels.size(); ++level) {
        const auto length = (level + 1) * digits_a_level;
        const bool same = a.value.compare(0, length, b.value, 0, length) == 0;
        if (!same || !names_a_kind(a.value, level)) {
            break;
        }
        found = levels[level];
    }
    return found;
}

Place place_of(const Site& a, const Site& b) {
    if (a.institution != b.institution) {
        return Place::elsewhere;
    }
    const auto building = [](const Instrument& i) {
        return std::string_view(i.location).substr(0, i.location.find(' '));
    };
    if (!a.instrument.location.empty() && building(a.instrument) == building(b.instrument)) {
        return Place::building;
    }
    return a.instrument.platform_id == b.instrument.platform_id ? Place::platform : Place::institution;
}

SpecMatch compare_specs(std::string_view wanted, std::string_view other) {
    const Specs of_wanted(wanted);
    const Specs of_other(other);
    SpecMatch match;
    match.wanted = static_cast<std::int64_t>(of_wanted.count);
    for (const auto spec : of_wanted) {
        const auto name = name_of(spec);
        const bool equal = std::ranges::find(of_other, spec) != of_other.end();
        const bool comparable =
            equal ||
            (!name.empty() && std::ranges::any_of(of_other, [&](std::string_view s) { return name_of(s) == name; }));
        match.equal += equal ? 1 : 0;
        match.comparable += comparable ? 1 : 0;
    }
    return match;
}

}  // namespace scheduler
