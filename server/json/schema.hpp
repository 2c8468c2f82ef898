#pragma once
// JSON schema (as OpenAPI 3.1 has it) from the same descriptions that read and write the values.

#include <string>

#include "server/json/read.hpp"

namespace server::json {

template <class T>
std::string schema();

template <Described T>
std::string object_schema() {
    using Members = boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>;
    std::string properties;
    std::string required;
    boost::mp11::mp_for_each<Members>([&](auto member) {
        using Member = std::remove_cvref_t<decltype(std::declval<T&>().*member.pointer)>;
        properties += properties.empty() ? "" : ",";
        properties += fmt::format("\"{}\":{}", member.name, schema<Member>());
        if (!all_members_default<T> && !is_optional<Member>) {
            required += required.empty() ? "" : ",";
            required += fmt::format("\"{}\"", member.name);
        }
    });
    return fmt::format(R"({{"type":"object","properties":{{{}}},"required":[{}]}})", properties, required);
}

template <class T>
std::string schema() {
    if constexpr (is_optional<T>) {
        const auto inner = schema<typename T::value_type>();
        return fmt::format(R"({{"anyOf":[{},{{"type":"null"}}]}})", inner);
    } else if constexpr (std::same_as<T, std::vector<model::Parameter>>) {
        return R"({"type":"object","additionalProperties":{"type":"string"}})";
    } else if constexpr (is_vector<T>) {
        return fmt::format(R"({{"type":"array","items":{}}})", schema<typename T::value_type>());
    } else if constexpr (std::same_as<T, bool>) {
        return R"({"type":"boolean"})";
    } else if constexpr (BoundedLike<T>) {
        return fmt::format(R"({{"type":"integer","minimum":{},"maximum":{}}})", T::lowest, T::highest);
    } else if constexpr (std::integral<T> || std::same_as<T, model::Money>) {
        return R"({"type":"integer"})";
    } else if constexpr (TextLike<T>) {
        return fmt::format(R"({{"type":"string","minLength":{},"maxLength":{}}})", T::min_length, T::max_length);
    } else if constexpr (std::same_as<T, model::Instant>) {
        return R"({"type":"string","format":"date-time"})";
    } else if constexpr (std::same_as<T, model::Date>) {
        return R"({"type":"string","format":"date"})";
    } else if constexpr (std::is_enum_v<T>) {
        std::string names;
        boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>([&](auto d) {
            names += names.empty() ? "" : ",";
            names += fmt::format("\"{}\"", enum_name(d.value));
        });
        return fmt::format(R"({{"type":"string","enum":[{}]}})", names);
    } else if constexpr (std::same_as<T, Raw>) {
        return "{}";
    } else if constexpr (Described<T>) {
        return object_schema<T>();
    } else {
        return R"({"type":"string"})";
    }
}

}  // namespace server::json
