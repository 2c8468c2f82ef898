#pragma once
// Tokens, keyed hashes and passwords, on libsodium.

#include <cstdint>
#include <string>
#include <string_view>

namespace server {

/// Must run once before anything else here. Throws std::runtime_error.
void start_crypto();

/// 192 random bits, 32 URL-safe characters.
std::string new_token();

/// 32 random bits.
std::int64_t random_number();

/// BLAKE2b-256 as 43 URL-safe characters; with a key it is a MAC.
std::string hash_of(std::string_view text, std::string_view key = {});

/// Compares without leaking where they differ.
bool same_secret(std::string_view a, std::string_view b);

/// argon2id, 19 MiB and 2 passes (OWASP's first choice); some 20 ms of CPU.
std::string hash_password(const std::string& password);
bool password_matches(const std::string& hash, const std::string& password);

}  // namespace server
