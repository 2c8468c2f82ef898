#include "server/auth/secrets.hpp"

#include <array>
#include <stdexcept>

#include <sodium.h>

namespace server {

namespace {
constexpr std::size_t hash_bytes = 32;
constexpr std::size_t encoded_max = 64;

std::string encoded(const unsigned char* bytes, std::size_t count) {
    std::array<char, encoded_max> text{};
    sodium_bin2base64(text.data(), text.size(), bytes, count, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    return text.data();
}

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}
}  // namespace

void start_crypto() {
    if (sodium_init() < 0) {
        throw std::runtime_error("libsodium cannot start");
    }
}

std::string new_token() {
    std::array<unsigned char, 24> random{};
    randombytes_buf(random.data(), random.size());
    return encoded(random.data(), random.size());
}

std::int64_t random_number() {
    return static_cast<std::int64_t>(randombytes_random());
}

std::string hash_of(std::string_view text, std::string_view key) {
    std::array<unsigned char, hash_bytes> hash{};
    const auto key_size = std::min<std::size_t>(key.size(), crypto_generichash_KEYBYTES_MAX);
    crypto_generichash(hash.data(), hash.size(), bytes_of(text), text.size(), key.empty() ? nullptr : bytes_of(key),
                       key_size);
    return encoded(hash.data(), hash.size());
}

bool same_secret(std::string_view a, std::string_view b) {
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

std::string hash_password(const std::string& password) {
    constexpr unsigned long long passes = 2;
    constexpr std::size_t memory_bytes = 19ULL * 1024 * 1024;
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (crypto_pwhash_str_alg(hash.data(), password.data(), password.size(), passes, memory_bytes,
                              crypto_pwhash_ALG_ARGON2ID13) != 0) {
        throw std::runtime_error("out of memory for a password hash");
    }
    return hash.data();
}

bool password_matches(const std::string& hash, const std::string& password) {
    return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

}  // namespace server
