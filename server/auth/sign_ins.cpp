#include "server/auth/sign_ins.hpp"

#include "server/auth/secrets.hpp"

namespace server {

using model::Instant;

PrincipalPtr SignIns::find(std::string_view token, Instant now) const {
    if (token.empty()) {
        return nullptr;
    }
    const auto hash = hash_of(token);
    const std::shared_lock lock(mutex_);
    const auto found = entries_.find(hash);
    return found != entries_.end() && now < found->second.expires_at ? found->second.principal : nullptr;
}

void SignIns::add(PrincipalPtr principal, Instant expires_at) {
    const std::unique_lock lock(mutex_);
    auto& entry = entries_[principal->token_hash];
    entry = {std::move(principal), expires_at, ++additions_};
}

std::uint64_t SignIns::mark() const {
    const std::shared_lock lock(mutex_);
    return additions_;
}

void SignIns::replace(std::vector<Open> stored, std::uint64_t mark) {
    const std::unique_lock lock(mutex_);
    std::erase_if(entries_, [&](const auto& entry) { return entry.second.number <= mark; });
    for (auto& open : stored) {
        auto hash = open.principal->token_hash;
        entries_.try_emplace(std::move(hash), Entry{std::move(open.principal), open.expires_at, mark});
    }
}

void SignIns::remove(const std::string& token_hash) {
    const std::unique_lock lock(mutex_);
    entries_.erase(token_hash);
}

void SignIns::forget_expired(Instant now) {
    const std::unique_lock lock(mutex_);
    std::erase_if(entries_, [&](const auto& entry) { return entry.second.expires_at <= now; });
}

bool Attempts::allowed(const std::string& key, Instant now) {
    const std::lock_guard lock(mutex_);
    const auto found = counts_.find(key);
    return found == counts_.end() || now - found->second.since >= window || found->second.failures < failures_max;
}

void Attempts::failed(const std::string& key, Instant now) {
    const std::lock_guard lock(mutex_);
    if (counts_.size() >= keys_max && !counts_.contains(key)) {
        std::erase_if(counts_, [&](const auto& entry) { return now - entry.second.since >= window; });
        if (counts_.size() >= keys_max) {
            counts_.clear();
        }
    }
    auto& count = counts_[key];
    if (now - count.since >= window) {
        count = {0, now};
    }
    ++count.failures;
}

void Attempts::succeeded(const std::string& key) {
    const std::lock_guard lock(mutex_);
    counts_.erase(key);
}

}  // namespace server
