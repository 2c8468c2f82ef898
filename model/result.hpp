#pragma once
// Result<T>: a value or a refusal. Never ignored silently.

#include <expected>
#include <type_traits>
#include <utility>

#include "model/error.hpp"

namespace model {

template <class T>
class [[nodiscard]] Result : public std::expected<T, Error> {
    using Base = std::expected<T, Error>;

  public:
    using Base::Base;
    Result(Error error) : Base(std::unexpected(std::move(error))) {}  // NOLINT(google-explicit-constructor)
    Result(ErrorCode code) : Base(std::unexpected(Error(code))) {}    // NOLINT(google-explicit-constructor)
};

}  // namespace model

#define YIQI_CONCAT_(a, b) a##b
#define YIQI_CONCAT(a, b) YIQI_CONCAT_(a, b)
#define YIQI_TRY_(tmp, declaration, expression) \
    auto tmp = (expression);                    \
    if (!tmp) {                                 \
        return std::move(tmp).error();          \
    }                                           \
    declaration = *std::move(tmp)

/// TRY(auto x, f()): x is f()'s value, or the function returns its error.
#define TRY(declaration, expression) YIQI_TRY_(YIQI_CONCAT(try_, __LINE__), declaration, expression)

/// TRY_VOID(f()): returns f()'s error, for a Result<void>.
#define TRY_VOID(expression)                         \
    do {                                             \
        if (auto checked = (expression); !checked) { \
            return std::move(checked).error();       \
        }                                            \
    } while (false)
