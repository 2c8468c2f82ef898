#include "server/auth/new_password.hpp"

#include <catch2/catch.hpp>

using server::check_new_password;

namespace {
std::string refused(const std::string& password, const std::string& login = "zhou@haichuan.example") {
    const auto checked = check_new_password("password", password, login);
    return checked ? "" : checked.error().fields().at(0).code;
}
}  // namespace

TEST_CASE("a new password is long enough, not everybody's first guess, and not the login") {
    CHECK(refused("four plain words") == "");
    CHECK(refused("青岛的秋天很适合散步啊") == "");
    CHECK(refused("十个字不到") == "too_short");
    CHECK(refused("123456789") == "too_short");
    CHECK(refused(std::string(201, 'x')) == "too_long");
    for (const char* guess : {"1234567890", "Password123", "QWERTYUIOP", "woaini1314", "5201314520", "!!!!!!!!!!"}) {
        INFO(guess);
        CHECK(refused(guess) == "well_known");
    }
    CHECK(refused("Zhou@Haichuan.example") == "like_login");
    CHECK(refused("zhoumin.lab", "zhoumin.lab@haichuan.example") == "like_login");
}
