#pragma once
// Values to JSON text, straight from their Boost.Describe description, without a document in between.

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <fmt/format.h>
#include <boost/describe.hpp>
#include <boost/mp11.hpp>

#include "model/error.hpp"
#include "model/id.hpp"
#include "model/interval.hpp"
#include "model/money.hpp"
#include "model/opening_hours.hpp"
#include "model/policy.hpp"
#include "model/rates.hpp"
#include "model/text.hpp"
#include "model/time_zone.hpp"

namespace server::json {

/// How an answer is written: the zone of its instants and the language of its sentences.
struct Style {
    model::TimeZone zone;
    model::Language language = model::Language::zh;
};

/// JSON that is complete already and copied as it is.
struct Raw {
    std::string text;
};

/// "Mon-Fri" style text of a set of days and back (also "Sat,Sun"); nullopt for anything else.
std::string days_text(model::DaySet days);
std::optional<model::DaySet> parse_days(std::string_view text);
/// "HH:MM", up to 24:00.
std::string minute_text(model::MinuteOfDay minute);
std::optional<model::MinuteOfDay> parse_minute(std::string_view text);

/// Appends the text as a JSON string. The text is valid UTF-8.
void append_string(std::string& out, std::string_view text);

/// The wire name of an enumerator: its own without the underscore that avoids a keyword.
template <class Enum>
std::string_view enum_name(Enum value) {
    std::string_view name = boost::describe::enum_to_string(value, "");
    return name.ends_with('_') ? name.substr(0, name.size() - 1) : name;
}

template <class Enum>
std::optional<Enum> enum_value(std::string_view name) {
    std::optional<Enum> found;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Enum>>([&](auto d) {
        if (enum_name(d.value) == name) {
            found = d.value;
        }
    });
    return found;
}

template <class T>
inline constexpr bool is_vector = false;
template <class T>
inline constexpr bool is_vector<std::vector<T>> = true;
template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;
template <class T>
concept TextLike = requires {
    T::min_length;
    T::max_length;
};
template <class T>
concept BoundedLike = requires {
    T::lowest;
    T::highest;
};
template <class T>
concept Described = boost::describe::has_describe_members<T>::value && !std::is_union_v<T>;

template <class T>
void write(std::string& out, const T& value, const Style& style);

template <Described T>
void write_members(std::string& out, const T& value, const Style& style, bool& first) {
    boost::mp11::mp_for_each<
        boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>>(
        [&](auto member) {
            out += first ? "\"" : ",\"";
            first = false;
            out += member.name;
            out += "\":";
            write(out, value.*member.pointer, style);
        });
}

template <class T>
void write(std::string& out, const T& value, const Style& style) {
    if constexpr (std::same_as<T, bool>) {
        out += value ? "true" : "false";
    } else if constexpr (std::integral<T>) {
        fmt::format_to(std::back_inserter(out), "{}", value);
    } else if constexpr (BoundedLike<T>) {
        fmt::format_to(std::back_inserter(out), "{}", value.value);
    } else if constexpr (std::same_as<T, model::Money>) {
        fmt::format_to(std::back_inserter(out), "{}", value.fen());
    } else if constexpr (std::is_enum_v<T>) {
        out += '"';
        out += enum_name(value);
        out += '"';
    } else if constexpr (std::convertible_to<T, std::string_view>) {
        append_string(out, value);
    } else if constexpr (std::same_as<T, model::Instant>) {
        out += '"';
        model::append_instant(out, value, style.zone);
        out += '"';
    } else if constexpr (std::same_as<T, model::Date>) {
        append_string(out, model::format_date(value));
    } else if constexpr (std::same_as<T, model::OpeningHours>) {
        append_string(out, value.text());
    } else if constexpr (std::same_as<T, model::TimeZone>) {
        append_string(out, value.name());
    } else if constexpr (std::same_as<T, model::DaySet>) {
        append_string(out, days_text(value));
    } else if constexpr (std::same_as<T, model::MinuteOfDay>) {
        append_string(out, minute_text(value));
    } else if constexpr (std::same_as<T, model::Sentence>) {
        append_string(out, value.in(style.language));
    } else if constexpr (std::same_as<T, Raw>) {
        out += value.text;
    } else if constexpr (std::same_as<T, std::vector<model::Parameter>>) {
        out += '{';
        bool first = true;
        for (const auto& parameter : value) {
            out += first ? "" : ",";
            first = false;
            append_string(out, parameter.name);
            out += ':';
            append_string(out, parameter.value);
        }
        out += '}';
    } else if constexpr (is_optional<T>) {
        if (value) {
            write(out, *value, style);
        } else {
            out += "null";
        }
    } else if constexpr (is_vector<T>) {
        out += '[';
        bool first = true;
        for (const auto& item : value) {
            out += first ? "" : ",";
            first = false;
            write(out, item, style);
        }
        out += ']';
    } else if constexpr (requires {
                             value.value;
                             value <=> value;
                         } && !Described<T>) {
        if constexpr (std::integral<decltype(value.value)>) {
            if (value.value == 0) {
                out += "null";
            } else {
                fmt::format_to(std::back_inserter(out), "\"{}\"", value.value);
            }
        } else {
            append_string(out, value.value);
        }
    } else {
        static_assert(Described<T>, "describe the struct with BOOST_DESCRIBE_STRUCT");
        out += '{';
        bool first = true;
        write_members(out, value, style, first);
        out += '}';
    }
}

template <class T>
std::string to_text(const T& value, const Style& style = {}) {
    std::string out;
    write(out, value, style);
    return out;
}

}  // namespace server::json
