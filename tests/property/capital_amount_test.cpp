// Amounts in capitals against a reader of them that knows nothing of how they are written.

#include "model/capital_amount.hpp"

#include <optional>
#include <string>
#include <string_view>

#include <rapidcheck.h>
#include <catch2/catch.hpp>

namespace {
constexpr std::string_view digit_words = "零壹贰叁肆伍陆柒捌玖";
constexpr std::size_t word_bytes = 3;

std::optional<std::uint64_t> digit(std::string_view word) {
    const auto at = digit_words.find(word);
    return at == std::string_view::npos ? std::nullopt : std::optional<std::uint64_t>(at / word_bytes);
}

/// The value of whole yuan, by the last 亿, then the 万, then the places.
std::uint64_t whole(std::string_view text) {
    for (const auto& [word, unit] : {std::pair<std::string_view, std::uint64_t>{"亿", 100'000'000}, {"万", 10'000}}) {
        if (const auto at = text.rfind(word); at != std::string_view::npos) {
            return whole(text.substr(0, at)) * unit + whole(text.substr(at + word_bytes));
        }
    }
    std::uint64_t sum = 0;
    std::uint64_t pending = 0;
    for (; !text.empty(); text.remove_prefix(word_bytes)) {
        const auto word = text.substr(0, word_bytes);
        if (const auto value = digit(word)) {
            pending = *value;
            continue;
        }
        sum += pending * (word == "仟" ? 1'000U : word == "佰" ? 100U : 10U);
        pending = 0;
    }
    return sum + pending;
}

/// Fen; the sign is part of the text.
std::int64_t read(std::string_view text) {
    const bool negative = text.starts_with("负");
    text.remove_prefix(negative ? word_bytes : 0);
    std::uint64_t fen = 0;
    if (const auto at = text.find("元"); at != std::string_view::npos) {
        fen = whole(text.substr(0, at)) * 100;
        text.remove_prefix(at + word_bytes);
    }
    for (const auto& [word, unit] : {std::pair<std::string_view, std::uint64_t>{"角", 10}, {"分", 1}}) {
        if (const auto at = text.find(word); at != std::string_view::npos) {
            fen += *digit(text.substr(at - word_bytes, word_bytes)) * unit;
        }
    }
    return static_cast<std::int64_t>(negative ? 0 - fen : fen);
}

void holds_for(std::int64_t fen) {
    const auto text = model::capital_amount(model::Money{fen});
    RC_ASSERT(read(text) == fen);
    RC_ASSERT(text.find("零零") == std::string::npos);
    RC_ASSERT(text.ends_with("整") == (fen % 100 == 0));
    for (const auto* wrong : {"零拾", "零佰", "零仟", "零万", "零亿", "零角", "零分", "零整"}) {
        RC_ASSERT(text.find(wrong) == std::string::npos);
    }
    // The one 零元 is that of nothing at all.
    RC_ASSERT((text.find("零元") != std::string::npos) == (fen == 0));
}
}  // namespace

TEST_CASE("capitals: whatever is written is read back as the same amount") {
    CHECK(rc::check("amounts of any size", [] { holds_for(*rc::gen::arbitrary<std::int64_t>()); }));
    CHECK(rc::check("amounts with many zeros", [] {
        std::int64_t fen = 0;
        for (int i = 0; i < 17; ++i) {
            fen = fen * 10 + *rc::gen::element(0, 0, 0, 1, 9);
        }
        holds_for(fen);
        holds_for(-fen);
    }));
    CHECK(rc::check("every amount below 20,000 yuan by chance",
                    [] { holds_for(*rc::gen::inRange(-2'000'000L, 2'000'000L)); }));
}

TEST_CASE("capitals: no two amounts below 2,000 yuan read the same") {
    std::int64_t wrong = 0;
    for (std::int64_t fen = 0; fen <= 200'000; ++fen) {
        wrong += read(model::capital_amount(model::Money{fen})) == fen ? 0 : 1;
    }
    CHECK(wrong == 0);
}
