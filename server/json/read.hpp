#pragma once
// JSON to values, strict: unknown and repeated members, missing members, wrong types and values out of the
// bounds of their type are all reported, each with its path. Members are required unless they are optional
// or their struct says that every member has a default.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "model/billing_policy.hpp"
#include "model/result.hpp"
#include "model/standing.hpp"
#include "server/json/write.hpp"

namespace server::json {

/// Specialise to true for a document whose every member may be left out.
template <class T>
inline constexpr bool all_members_default = false;
template <>
inline constexpr bool all_members_default<model::Policy> = true;
template <>
inline constexpr bool all_members_default<model::RoundSchedule> = true;
template <>
inline constexpr bool all_members_default<model::RoundTerms> = true;
template <>
inline constexpr bool all_members_default<model::RoundWeights> = true;
template <>
inline constexpr bool all_members_default<model::RateCard> = true;
template <>
inline constexpr bool all_members_default<model::Band> = true;
template <>
inline constexpr bool all_members_default<model::Quota> = true;
template <>
inline constexpr bool all_members_default<model::Closure> = true;
template <>
inline constexpr bool all_members_default<model::CreditPolicy> = true;
template <>
inline constexpr bool all_members_default<model::SuspensionThreshold> = true;
template <>
inline constexpr bool all_members_default<model::BillingPolicy> = true;

inline constexpr std::size_t max_items = 5'000;
inline constexpr std::size_t max_depth = 16;

/// Collects what is wrong. A shape error (400) is about JSON types and member names, a value error (422)
/// about the values themselves.
class Findings {
  public:
    void shape(std::string path, std::string code, model::Sentence message);
    void value(std::string path, std::string code, model::Sentence message);
    [[nodiscard]] bool empty() const noexcept { return fields_.empty(); }
    [[nodiscard]] model::Error error() const;

  private:
    void add(std::string path, std::string code, model::Sentence message);
    std::vector<model::FieldError> fields_;
    bool shape_ = false;
};

/// Parses the text; malformed_request on bad syntax, repeated members, nesting over max_depth.
model::Result<nlohmann::json> parse_document(std::string_view text);

void report_wrong_type(Findings& findings, const std::string& path, const char* expected);
void report_range(Findings& findings, const std::string& path, std::int64_t low, std::int64_t high);
bool read_integer(const nlohmann::json& in, std::int64_t low, std::int64_t high, std::int64_t& out, Findings& findings,
                  const std::string& path);
bool read_text(const nlohmann::json& in, std::size_t min, std::size_t max, std::string& out, Findings& findings,
               const std::string& path);
void read_days(const nlohmann::json& in, model::DaySet& out, Findings& findings, const std::string& path);
void read_converted(const nlohmann::json& in, model::Instant& out, Findings& findings, const std::string& path);
void read_converted(const nlohmann::json& in, model::Date& out, Findings& findings, const std::string& path);
void read_converted(const nlohmann::json& in, model::OpeningHours& out, Findings& findings, const std::string& path);
void read_converted(const nlohmann::json& in, model::TimeZone& out, Findings& findings, const std::string& path);
void read_converted(const nlohmann::json& in, model::MinuteOfDay& out, Findings& findings, const std::string& path);

/// The identifiers of the API are strings of digits; 0 where it is none.
std::int64_t id_number(std::string_view text);

template <class T>
void read(const nlohmann::json& in, T& out, Findings& findings, const std::string& path);

template <Described T>
void read_object(const nlohmann::json& in, T& out, Findings& findings, const std::string& path) {
    using Members = boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>;
    if (!in.is_object()) {
        report_wrong_type(findings, path, "object");
        return;
    }
    const auto at = [&](std::string_view name) {
        return path.empty() ? std::string(name) : path + "." + std::string(name);
    };
    std::size_t known = 0;
    boost::mp11::mp_for_each<Members>([&](auto member) {
        using Member = std::remove_cvref_t<decltype(out.*member.pointer)>;
        const auto found = in.find(member.name);
        if (found != in.end()) {
            ++known;
            read(*found, out.*member.pointer, findings, at(member.name));
        } else if constexpr (!all_members_default<T> && !is_optional<Member>) {
            findings.shape(at(member.name), "missing", {"缺少此项", "this member is missing"});
        }
    });
    if (known == in.size()) {
        return;
    }
    for (const auto& [name, value] : in.items()) {
        bool is_known = false;
        boost::mp11::mp_for_each<Members>([&](auto member) { is_known = is_known || name == member.name; });
        if (!is_known) {
            findings.shape(at(model::shortened(name, 40)), "unknown_field", {"没有这一项", "there is no such member"});
        }
    }
}

template <class T>
void read(const nlohmann::json& in, T& out, Findings& findings, const std::string& path) {
    if constexpr (is_optional<T>) {
        if (in.is_null()) {
            out.reset();
        } else {
            read(in, out.emplace(), findings, path);
        }
    } else if constexpr (is_vector<T>) {
        if (!in.is_array()) {
            report_wrong_type(findings, path, "array");
        } else if (in.size() > max_items) {
            report_range(findings, path, 0, max_items);
        } else {
            out.clear();
            for (std::size_t i = 0; i < in.size(); ++i) {
                read(in[i], out.emplace_back(), findings, path + "[" + std::to_string(i) + "]");
            }
        }
    } else if constexpr (std::same_as<T, bool>) {
        if (in.is_boolean()) {
            out = in.get<bool>();
        } else {
            report_wrong_type(findings, path, "boolean");
        }
    } else if constexpr (BoundedLike<T>) {
        (void)read_integer(in, T::lowest, T::highest, out.value, findings, path);
    } else if constexpr (std::same_as<T, model::Money>) {
        std::int64_t fen = 0;
        if (read_integer(in, 0, model::max_fen, fen, findings, path)) {
            out = model::Money{fen};
        }
    } else if constexpr (TextLike<T>) {
        (void)read_text(in, T::min_length, T::max_length, out.value, findings, path);
    } else if constexpr (std::is_enum_v<T>) {
        if (!in.is_string()) {
            report_wrong_type(findings, path, "string");
        } else if (const auto value = enum_value<T>(in.template get_ref<const std::string&>())) {
            out = *value;
        } else {
            std::string choices;
            boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>([&](auto d) {
                choices += choices.empty() ? "" : ", ";
                choices += enum_name(d.value);
            });
            findings.value(path, "unknown_value", {"可用的值：" + choices, "the possible values are " + choices});
        }
    } else if constexpr (std::same_as<T, model::DaySet>) {
        read_days(in, out, findings, path);
    } else if constexpr (requires(nlohmann::json j) { read_converted(j, out, findings, path); }) {
        read_converted(in, out, findings, path);
    } else if constexpr (requires { out.value; } && !Described<T>) {
        if constexpr (std::integral<decltype(out.value)>) {
            std::string text;
            if (read_text(in, 1, 19, text, findings, path)) {
                out.value = id_number(text);
            }
        } else {
            (void)read_text(in, 1, 40, out.value, findings, path);
        }
    } else {
        static_assert(Described<T>, "input types are bounded types or described structs");
        read_object(in, out, findings, path);
    }
}

/// The whole: text to value.
template <class T>
model::Result<T> from_text(std::string_view text) {
    TRY(auto document, parse_document(text));
    T value{};
    Findings findings;
    read(document, value, findings, "");
    if (!findings.empty()) {
        return findings.error();
    }
    return value;
}

}  // namespace server::json
