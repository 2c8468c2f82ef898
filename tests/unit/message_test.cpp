// Requests as handlers see them, sign-ins and secrets.

#include "server/http/message.hpp"
#include "server/auth/secrets.hpp"
#include "server/auth/sign_ins.hpp"
#include "tests/support/civil.hpp"

#include <catch2/catch.hpp>

using server::http::parse_target;
using server::http::Request;

TEST_CASE("a target is split and decoded") {
    const auto target = parse_target("/api/v1/instruments?q=%E6%B5%B7&free_from=2026-11-23T09:00:00%2B08:00&q=2");
    REQUIRE(target.has_value());
    CHECK(target->path == "/api/v1/instruments");
    REQUIRE(target->query.size() == 3);
    CHECK(target->query[0].second == "海");
    CHECK(target->query[1].second == "2026-11-23T09:00:00+08:00");
}

TEST_CASE("a malformed target is refused") {
    for (const std::string text : {"", "no-slash", "/a%", "/a%zz", "/a%00", "/%ff", "/a b", "http://host/"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_target(text).has_value());
    }
    CHECK_FALSE(parse_target("/" + std::string(9000, 'a')).has_value());
    std::string many = "/?";
    for (int i = 0; i < 65; ++i) {
        many += "a=1&";
    }
    CHECK_FALSE(parse_target(many).has_value());
}

TEST_CASE("a cookie is found by its whole name") {
    Request request;
    request.cookie = "not_yiqi_session=1; yiqi_session=abc; other=2";
    CHECK(request.cookie_value("yiqi_session") == "abc");
    CHECK(request.cookie_value("session").empty());
    CHECK(request.cookie_value("other") == "2");
}

TEST_CASE("answers are in Chinese unless English is preferred") {
    Request request;
    CHECK(request.language() == model::Language::zh);
    request.accept_language = "en-GB,en;q=0.9";
    CHECK(request.language() == model::Language::en);
    request.accept_language = "zh-CN,zh;q=0.9,en;q=0.8";
    CHECK(request.language() == model::Language::zh);
    request.accept_language = "fr";
    CHECK(request.language() == model::Language::zh);
}

TEST_CASE("a password matches its own hash and no other") {
    server::start_crypto();
    const auto hash = server::hash_password("correct horse");
    CHECK(hash.starts_with("$argon2id$"));
    CHECK(server::password_matches(hash, "correct horse"));
    CHECK_FALSE(server::password_matches(hash, "correct horsf"));
    CHECK_FALSE(server::password_matches("!", "anything"));
}

TEST_CASE("tokens differ and keyed hashes depend on the key") {
    server::start_crypto();
    CHECK(server::new_token() != server::new_token());
    CHECK(server::new_token().size() == 32);
    CHECK(server::hash_of("a") == server::hash_of("a"));
    CHECK(server::hash_of("a", "k1") != server::hash_of("a", "k2"));
    CHECK(server::same_secret("abc", "abc"));
    CHECK_FALSE(server::same_secret("abc", "abd"));
    CHECK_FALSE(server::same_secret("abc", "ab"));
}

TEST_CASE("a sign-in is found by its token until it expires or is removed") {
    server::start_crypto();
    server::SignIns sign_ins;
    const auto now = support::at("2026-11-23 09:00");
    auto principal = std::make_shared<server::Principal>();
    principal->token_hash = server::hash_of("token");
    sign_ins.add(principal, now + std::chrono::hours{1});
    CHECK(sign_ins.find("token", now) == principal);
    CHECK(sign_ins.find("other", now) == nullptr);
    CHECK(sign_ins.find("", now) == nullptr);
    CHECK(sign_ins.find("token", now + std::chrono::hours{1}) == nullptr);
    sign_ins.remove(principal->token_hash);
    CHECK(sign_ins.find("token", now) == nullptr);
}

TEST_CASE("after ten failures a key waits for the window to pass") {
    server::Attempts attempts;
    const auto now = support::at("2026-11-23 09:00");
    for (int i = 0; i < 10; ++i) {
        CHECK(attempts.allowed("k", now));
        attempts.failed("k", now);
    }
    CHECK_FALSE(attempts.allowed("k", now));
    CHECK(attempts.allowed("other", now));
    CHECK(attempts.allowed("k", now + std::chrono::minutes{5}));
    attempts.succeeded("k");
    CHECK(attempts.allowed("k", now));
}
