// Scenarios G: charging by actual use, minus what others took; start-up fees. Yuan; hours of one
// day (a start before hour 0 or after hour 24 is another day).

#include "scheduler/pricing.hpp"
#include "tests/support/civil.hpp"

#include <catch2/catch.hpp>

using model::ChargeBasis;
using model::Interval;
using model::Money;
using support::at;
using support::hourly_card;
using support::yuan;

namespace {

Interval hours(int from, int to) {
    const auto midnight = at("2026-11-23 00:00");
    return {midnight + std::chrono::hours{from}, midnight + std::chrono::hours{to}};
}

Money charge_with(const model::RateCard& card, Interval reserved, std::vector<Interval> used,
                  std::vector<Interval> others = {}) {
    const scheduler::PriceInput input{
        .reserved = reserved, .used = std::move(used), .others_used = std::move(others), .closed = true};
    return scheduler::price_of(card, input, {}).value().total;
}

/// 50 an hour, booked and used time together minus others' use.
Money charge(Interval reserved, std::vector<Interval> used, std::vector<Interval> others = {}) {
    return charge_with(hourly_card(yuan(50), ChargeBasis::union_), reserved, std::move(used), std::move(others));
}

/// Use without a booking: what was used is also what counts as reserved.
Money charge_use(const model::RateCard& card, Interval used) {
    return charge_with(card, used, {used});
}

}  // namespace

TEST_CASE("G1: booked 0-12, others used 6-8 of it") {
    CHECK(charge(hours(0, 12), {hours(0, 4), hours(10, 12)}, {hours(6, 8)}) == yuan(500));
    CHECK(charge(hours(6, 8), {hours(6, 8)}) == yuan(100));
}

TEST_CASE("G2: booked and never used pays all") {
    CHECK(charge(hours(0, 12), {}) == yuan(600));
}

TEST_CASE("G3: it makes no difference that the other one is the manager of the instrument") {
    CHECK(charge(hours(0, 12), {hours(0, 4), hours(10, 12)}, {hours(6, 8)}) == yuan(500));
    CHECK(charge(hours(6, 8), {hours(6, 8)}) == yuan(100));
}

TEST_CASE("G4: two hours before the booking are charged too") {
    CHECK(charge(hours(12, 18), {hours(10, 16)}) == yuan(400));
}

TEST_CASE("G6: overtime that the first booking paid is not charged again in the second") {
    CHECK(charge(hours(0, 10), {hours(2, 14)}) == yuan(700));
    CHECK(charge(hours(12, 20), {}, {hours(12, 14), hours(16, 18)}) == yuan(200));
}

TEST_CASE("G7: time lost to somebody's overtime is not charged") {
    CHECK(charge(hours(0, 10), {hours(0, 14)}) == yuan(700));
    CHECK(charge(hours(12, 20), {hours(16, 18)}, {hours(0, 14)}) == yuan(300));
}

TEST_CASE("G9: leaving early frees only what others use") {
    CHECK(charge(hours(0, 12), {hours(0, 6)}, {hours(8, 10)}) == yuan(500));
}

TEST_CASE("G10: a second booking behind somebody's overtime") {
    CHECK(charge(hours(12, 20), {hours(16, 18)}, {hours(10, 14)}) == yuan(300));
}

TEST_CASE("G12: two others inside one booking that was not used") {
    CHECK(charge(hours(0, 10), {}, {hours(6, 8), hours(3, 5)}) == yuan(300));
    CHECK(charge(hours(3, 5), {hours(3, 5)}) == yuan(100));
    CHECK(charge(hours(6, 8), {hours(6, 8)}) == yuan(100));
}

TEST_CASE("G15: the start-up fee of each one's own card is added once") {
    auto card = hourly_card(yuan(10), ChargeBasis::union_);
    card.per_use_fen = yuan(2000);
    CHECK(charge_with(card, hours(0, 12), {hours(0, 4)}, {hours(6, 8)}) == yuan(2100));
    card.per_use_fen = yuan(100);
    CHECK(charge_use(card, hours(6, 8)) == yuan(120));
}

TEST_CASE("G16: use without a booking, by the hour, by the sample and by use") {
    CHECK(charge_use(hourly_card(yuan(10), ChargeBasis::used), hours(0, 12)) == yuan(120));

    auto card = hourly_card(yuan(100), ChargeBasis::used);
    card.per_use_fen = yuan(10);
    const auto five_and_a_half = Interval{hours(0, 5).start, hours(0, 5).end + model::minutes{30}};
    CHECK(charge_use(card, five_and_a_half) == yuan(560));

    const auto samples = [](Money each, Money start_up, std::int64_t count) {
        auto by_sample = hourly_card(Money{0}, ChargeBasis::used);
        by_sample.per_sample_fen = each;
        by_sample.per_use_fen = start_up;
        const scheduler::PriceInput input{
            .reserved = hours(0, 1), .used = {hours(0, 1)}, .samples = count, .closed = true};
        return scheduler::price_of(by_sample, input, {}).value().total;
    };
    CHECK(samples(yuan(10), yuan(100), 5) == yuan(150));
    CHECK(samples(yuan(4, 80), yuan(50), 200) == yuan(1010));

    auto by_use = hourly_card(Money{0}, ChargeBasis::used);
    by_use.per_use_fen = yuan(150);
    CHECK(charge_use(by_use, hours(0, 1)) == yuan(150));
    CHECK(charge_use(by_use, hours(0, 30)) == yuan(150));
    by_use.per_use_fen = yuan(10);
    CHECK(charge_use(by_use, hours(0, 5)) == yuan(10));
}

TEST_CASE("G17: samples, with a start-up fee and for another class") {
    const auto samples = [](Money each, std::int64_t count, Money start_up) {
        auto card = hourly_card(Money{0});
        card.per_sample_fen = each;
        card.per_use_fen = start_up;
        return scheduler::price_of(card, {.reserved = hours(0, 1), .samples = count}, {}).value().total;
    };
    CHECK(samples(yuan(20), 1, Money{0}) == yuan(20));
    CHECK(samples(yuan(20), 1, yuan(100)) == yuan(120));
    CHECK(samples(yuan(40), 2, Money{0}) + samples(yuan(20), 1, Money{0}) == yuan(100));
    CHECK(samples(yuan(100), 2, yuan(100)) == yuan(300));
    CHECK(samples(yuan(50), 1, yuan(10)) == yuan(60));
}

TEST_CASE("G18: use without a booking costs its hour") {
    CHECK(charge_use(hourly_card(yuan(600), ChargeBasis::union_), hours(19, 20)) == yuan(600));
}

TEST_CASE("G22: what the manager used of the booking is not charged") {
    const auto start = hours(19, 20).start;
    const auto from = [&](int a, int b) { return Interval{start + model::minutes{a}, start + model::minutes{b}}; };
    const auto card = hourly_card(yuan(600), ChargeBasis::union_);
    CHECK(charge_with(card, hours(19, 20), {from(35, 55)}, {from(-30, 30)}) == yuan(300));
}

TEST_CASE("G23 and G24: overtime between two own bookings is charged once") {
    const auto start = hours(19, 20).start;
    const auto from = [&](int a, int b) { return Interval{start + model::minutes{a}, start + model::minutes{b}}; };
    const auto card = hourly_card(yuan(600), ChargeBasis::union_);
    // One use from 19:30 to 20:45, checked in to the first booking; the second one was never used.
    CHECK(charge_with(card, hours(19, 20), {from(30, 105)}) + charge_with(card, from(90, 120), {}, {from(30, 105)}) ==
          yuan(1200));
    CHECK(charge_with(card, hours(19, 20), {from(5, 30), from(50, 105)}) +
              charge_with(card, from(90, 120), {from(110, 115)}, {from(5, 30), from(50, 105)}) ==
          yuan(1200));
}

TEST_CASE("G26: somebody's early use lowers what the one before him was charged") {
    const auto start = hours(19, 20).start;
    const auto from = [&](int a, int b) { return Interval{start + model::minutes{a}, start + model::minutes{b}}; };
    const auto card = hourly_card(yuan(600), ChargeBasis::union_);
    CHECK(charge_with(card, hours(19, 20), {from(10, 40)}) == yuan(600));
    CHECK(charge_with(card, from(90, 120), {from(50, 100)}, {from(10, 40)}) == yuan(700));
    CHECK(charge_with(card, hours(19, 20), {from(10, 40)}, {from(50, 100)}) == yuan(500));
}

TEST_CASE("G28: by use, whatever its length: as many fees as pieces; a no-show pays one; free stays free") {
    auto card = hourly_card(Money{0}, ChargeBasis::union_);
    card.per_use_fen = yuan(600);
    const auto start = hours(19, 20).start;
    const auto from = [&](int a, int b) { return Interval{start + model::minutes{a}, start + model::minutes{b}}; };
    CHECK(charge_with(card, hours(19, 20), {from(5, 55)}) == yuan(600));
    CHECK(charge_with(card, hours(19, 20), {from(0, 20), from(30, 50)}) == yuan(1200));
    CHECK(charge_with(card, hours(19, 20), {from(0, 10), from(20, 30), from(40, 50)}) == yuan(1800));
    CHECK(charge_with(card, hours(19, 20), {from(0, 90)}) == yuan(600));
    const auto quoted = scheduler::price_of(card, {.reserved = hours(19, 20)}, {}).value();
    CHECK(scheduler::no_show_price(card, quoted).total == yuan(600));
    card.per_use_fen = Money{0};
    CHECK(charge_with(card, hours(19, 20), {from(0, 10), from(20, 90)}) == Money{0});
}

TEST_CASE("G19: used inside the booking, in one piece or in two, costs the booking") {
    const auto at_minute = [](int from, int to) {
        const auto start = hours(19, 20).start;
        return Interval{start + model::minutes{from}, start + model::minutes{to}};
    };
    const auto card = hourly_card(yuan(600), ChargeBasis::union_);
    CHECK(charge_with(card, hours(19, 20), {at_minute(5, 55)}) == yuan(600));
    CHECK(charge_with(card, hours(19, 20), {at_minute(0, 40), at_minute(45, 55)}) == yuan(600));
}
