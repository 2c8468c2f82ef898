#include "server/auth/new_password.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

#include <fmt/format.h>

#include "model/text.hpp"

namespace server {

using namespace model;

namespace {
/// Of the passwords that lists of broken accounts show most often, those of at least ten characters, in small letters.
constexpr std::array well_known = std::to_array<std::string_view>({
    "0123456789",       "012345678910",    "0987654321",   "1029384756",       "1111111111",       "111111111111",
    "1122334455",       "112233445566",    "1212121212",   "1234512345",       "123456123456",     "1234567890",
    "12345678900",      "12345678901",     "123456789012", "123456789123",     "1234567891",       "12345678910",
    "123456789a",       "1234567890a",     "123456789abc", "123456789q",       "123456abcdef",     "123abc123abc",
    "123qwe123qwe",     "123qweasdzxc",    "1314520520",   "1314521521",       "1357924680",       "1q2w3e4r5t",
    "1q2w3e4r5t6y",     "1q2w3e4r5t6y7u",  "1qaz2wsx3edc", "1qaz2wsx3edc4rfv", "1qazxsw23edc",     "2222222222",
    "5201314520",       "5201314521",      "5211314521",   "55555555555",      "6666666666",       "7777777777",
    "7894561230",       "8888888888",      "88888888888",  "9876543210",       "9999999999",       "a123456789",
    "a1234567890",      "a12345678910",    "aa12345678",   "aa123456789",      "aa12345678910",    "abc1234567",
    "abc12345678",      "abc123456789",    "abcd123456",   "abcd12345678",     "abcde12345",       "abcdefghij",
    "adminadmin",       "administrator",   "admin123456",  "admin12345678",    "asd123456789",     "asdasdasdasd",
    "asdfasdfasdf",     "asdfghjkl1",      "asdfghjkl123", "asdfghjkl;",       "baseball123",      "changeme123",
    "computer123",      "dearbook123",     "football123",  "helloworld",       "hello123456",      "iloveyou123",
    "iloveyou1314",     "internet123",     "killer123456", "letmein123",       "liverpool123",     "mynoob12345",
    "p@ssw0rd123",      "p@ssword123",     "passw0rd123",  "password00",       "password01",       "password10",
    "password11",       "password12",      "password123",  "password1234",     "password12345",    "password123456",
    "passwordpassword", "princess123",     "q123456789",   "q1w2e3r4t5",       "q1w2e3r4t5y6",     "qazwsx123456",
    "qazwsxedc123",     "qazwsxedcrfv",    "qq123456789",  "qq1234567890",     "qwe123456789",     "qweasdzxc123",
    "qwer123456",       "qwer12345678",    "qwer1234asdf", "qwerasdfzxcv",     "qwerty1234",       "qwerty12345",
    "qwerty123456",     "qwerty123456789", "qwertyqwerty", "qwertyuiop",       "qwertyuiop123",    "qwertyuiop[]",
    "sunshine123",      "superman123",     "test123456",   "testtesttest",     "trustno1trustno1", "w123456789",
    "wang123456",       "welcome123",      "welcome1234",  "woaini1314",       "woaini123456",     "woaini1314520",
    "woaini520520",     "woaini5201314",   "z123456789",   "zhang123456",      "zxc123456789",     "zxcvbnm123",
    "zxcvbnm123456",    "zxcvbnm1234567",
});

std::string in_small_letters(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

Error refusal(const std::string& field, const char* code, std::string zh, std::string en) {
    return invalid_field(field, code, {std::move(zh), std::move(en)});
}
}  // namespace

Result<void> check_new_password(const std::string& field, const std::string& password, const std::string& login) {
    const auto length = count_code_points(password);
    if (length < password_characters_min) {
        return refusal(field, "too_short", fmt::format("密码至少 {} 个字符", password_characters_min),
                       fmt::format("a password needs at least {} characters", password_characters_min));
    }
    if (length > password_characters_max) {
        return refusal(field, "too_long", fmt::format("密码最多 {} 个字符", password_characters_max),
                       fmt::format("a password has at most {} characters", password_characters_max));
    }
    const auto small = in_small_letters(password);
    if (std::ranges::find(well_known, std::string_view(small)) != well_known.end() ||
        small.find_first_not_of(small.front()) == std::string::npos) {
        return refusal(field, "well_known", "这个密码太常见，别人最先会试它",
                       "this password is among those that others try first");
    }
    const auto name = in_small_letters(login);
    if (small == name || small == name.substr(0, name.find('@'))) {
        return refusal(field, "like_login", "密码不能与账号相同", "the password must differ from the login");
    }
    return {};
}

}  // namespace server
