#pragma once
// Assertions that stay on in production. They guard against our own bugs, never against input.

namespace model {

/// Prints the failed condition with its place to standard error and aborts. Never returns.
[[noreturn]] void assertion_failed(const char* condition, const char* file, int line);

}  // namespace model

#define YIQI_ASSERT(condition) \
    (static_cast<bool>(condition) ? void(0) : ::model::assertion_failed(#condition, __FILE__, __LINE__))
