#pragma once
// The open sign-ins in memory, by the hash of their token. Filled from the store at the start; the store is
// written first on every change.

#include <cstdint>
#include <mutex>
#include <shared_mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "model/interval.hpp"
#include "server/auth/principal.hpp"

namespace server {

/// How long a sign-in lasts, in real time.
inline constexpr std::chrono::hours sign_in_lasts{12};

/// Thread-safe.
class SignIns {
  public:
    /// The principal of an unexpired token; nullptr otherwise. `now` is real time, not the demo clock.
    [[nodiscard]] PrincipalPtr find(std::string_view token, model::Instant now) const;
    void add(PrincipalPtr principal, model::Instant expires_at);
    void remove(const std::string& token_hash);
    void forget_expired(model::Instant now);

    struct Open {
        PrincipalPtr principal;
        model::Instant expires_at{};
    };
    /// The mark of this moment, for `replace`.
    [[nodiscard]] std::uint64_t mark() const;
    /// What the store held at some time after `mark`: sign-ins that are not in it are forgotten, but for those that
    /// were added since.
    void replace(std::vector<Open> stored, std::uint64_t mark);

  private:
    struct Entry {
        PrincipalPtr principal;
        model::Instant expires_at{};
        std::uint64_t number = 0;  ///< of the addition
    };
    mutable std::shared_mutex mutex_;
    std::unordered_map<std::string, Entry> entries_;
    std::uint64_t additions_ = 0;
};

/// Slows down guessing: at most `failures_max` failed attempts per key (address, login) within the window.
/// Keys are bounded; when full, the oldest window is forgotten. Thread-safe.
class Attempts {
  public:
    static constexpr int failures_max = 10;
    static constexpr std::chrono::minutes window{5};
    static constexpr std::size_t keys_max = 100'000;

    [[nodiscard]] bool allowed(const std::string& key, model::Instant now);
    void failed(const std::string& key, model::Instant now);
    void succeeded(const std::string& key);

  private:
    struct Count {
        int failures = 0;
        model::Instant since{};
    };
    std::mutex mutex_;
    std::unordered_map<std::string, Count> counts_;
};

}  // namespace server
