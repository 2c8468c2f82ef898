// What others do lowers what a booking was charged, by correcting lines: the same on both databases.

#include "tests/contract/store.hpp"

#include "scheduler/charges.hpp"
#include "scheduler/documents.hpp"
#include "scheduler/price_words.hpp"
#include "server/storage/rows.hpp"

#include <catch2/catch.hpp>

using namespace contract;
using namespace model;
using namespace server;
using support::Backend;
using support::hourly_card;
using support::yuan;

namespace {
Interval minutes_from(int hour, int from, int to) {
    const auto start = hours(hour, hour + 1).start;
    return {start + minutes{from}, start + minutes{to}};
}

class Desk {
  public:
    Desk(Backend backend, const RateCard& card, const InstrumentId& instrument = one)
        : store_(backend), instrument_(instrument) {
        (void)store_.writer().run([&](SqlTransaction& tx) {
            auto policy = tx.instrument(instrument)->policy->policy;
            policy.check_in_early_minutes = 600;
            policy.grid_minutes = 5;
            policy.min_minutes = 5;
            scheduler::change_policy(tx, instrument, policy, Store::staff(), now());
            scheduler::change_rates(tx, instrument, {card}, Store::staff(), now());
            return true;
        });
    }

    BookingId book(Interval time) { return store_.book(instrument_, time).value().id; }
    BookingId book_with(Interval time, Extras extras) {
        scheduler::BookingRequest request{instrument_, time, "test", 0, 0, std::nullopt};
        request.extras = std::move(extras);
        return run([&](SqlTransaction& tx) { return scheduler::request_booking(tx, request, store_.member(), now()); })
            .value()
            .id;
    }
    Booking begin(BookingId id) {
        return run([&](SqlTransaction& tx) { return scheduler::check_in(tx, id, store_.member(), now()); }).value();
    }
    Booking end(BookingId id, const scheduler::CheckOut& what = {}) {
        return run([&](SqlTransaction& tx) { return scheduler::check_out(tx, id, what, store_.member(), now()); })
            .value();
    }
    Booking use(BookingId id, Interval time, const scheduler::CheckOut& what = {}) {
        at(time.start);
        begin(id);
        at(time.end);
        return end(id, what);
    }
    Booking use(Interval booked, Interval used) { return use(book(booked), used); }
    Booking cancel(BookingId id) {
        return run([&](SqlTransaction& tx) { return scheduler::cancel_booking(tx, id, "no", store_.member(), now()); })
            .value();
    }
    Booking miss(BookingId id) {
        return run([&](SqlTransaction& tx) { return scheduler::mark_no_show(tx, id, Store::staff(), now()); }).value();
    }
    Booking booking(BookingId id) {
        return run([&](SqlTransaction& tx) { return Result<Booking>(*tx.booking(id)); }).value();
    }
    Money charge(BookingId id) { return booking(id).charge->total; }
    Money owed() {
        Money owed;
        (void)store_.writer().run([&](SqlTransaction& tx) {
            owed = tx.account({AccountKind::receivable, company.value}).balance;
            return true;
        });
        return owed;
    }
    void at(Instant now) { store_.clock.set(now); }
    void in_order() {
        auto database = store_.open();
        CHECK(problems(database).empty());
    }

  private:
    [[nodiscard]] Instant now() { return store_.clock.now(); }
    template <class Command>
    Result<Booking> run(Command&& command) {
        return store_.run<Booking>(std::forward<Command>(command));
    }

    Store store_;
    InstrumentId instrument_;
};

RateCard union_card(std::int64_t hourly) {
    return hourly_card(yuan(hourly), ChargeBasis::union_);
}
}  // namespace

TEST_CASE("G26: an early use of the next corrects the charge before it, by a line of its own") {
    const auto backend = GENERATE(Backend::sqlite, Backend::postgresql);
    Desk desk(backend, union_card(600));
    const auto a = desk.book(hours(19, 20));
    const auto b = desk.book(minutes_from(20, 30, 60));
    CHECK(desk.use(a, minutes_from(19, 10, 40)).charge->total == yuan(600));
    CHECK(desk.use(b, minutes_from(19, 50, 100)).charge->total == yuan(700));
    const auto corrected = desk.booking(a);
    CHECK(corrected.charge->total == yuan(500));
    REQUIRE(corrected.charge->lines.size() == 2);
    CHECK(corrected.charge->lines[0].amount_fen == yuan(600));
    const auto& line = corrected.charge->lines[1];
    CHECK(line.is_correction());
    CHECK(line.quantity == -10);
    CHECK(line.amount_fen == yuan(-100));
    CHECK(scheduler::describe(line).en == "Correction: Charged time (booked and used together)");
    CHECK(desk.owed() == yuan(1200));
    desk.in_order();
}

TEST_CASE("G1: others inside one's booking, each in turn") {
    const auto backend = GENERATE(Backend::sqlite, Backend::postgresql);
    Desk desk(backend, union_card(50));
    const auto a = desk.book(hours(0, 12));
    CHECK(desk.use(a, hours(0, 4)).charge->total == yuan(600));
    CHECK(desk.use(hours(6, 8), hours(6, 8)).charge->total == yuan(100));
    CHECK(desk.charge(a) == yuan(500));
    // G9: a second one behind it.
    CHECK(desk.use(hours(8, 9), hours(8, 9)).charge->total == yuan(50));
    CHECK(desk.charge(a) == yuan(450));
    CHECK(desk.booking(a).charge->lines.size() == 3);
    CHECK(desk.owed() == yuan(600));
    desk.in_order();
}

TEST_CASE("G6: overtime, and a second booking that was never used") {
    const auto backend = GENERATE(Backend::sqlite, Backend::postgresql);
    Desk desk(backend, union_card(50));
    const auto first = desk.book(hours(0, 10));
    const auto second = desk.book(hours(12, 20));
    CHECK(desk.use(first, hours(2, 14)).charge->total == yuan(700));
    CHECK(desk.miss(second).charge->total == yuan(300));
    CHECK(desk.use(hours(16, 18), hours(16, 18)).charge->total == yuan(100));
    CHECK(desk.charge(second) == yuan(200));
    CHECK(desk.charge(first) == yuan(700));
    CHECK(desk.owed() == yuan(1000));
    desk.in_order();
}

TEST_CASE("G12: two others in a booking that nobody came to") {
    const auto backend = GENERATE(Backend::sqlite, Backend::postgresql);
    Desk desk(backend, union_card(50));
    const auto missed = desk.book(hours(0, 10));
    desk.at(hours(1, 2).start);
    CHECK(desk.miss(missed).charge->total == yuan(500));
    desk.use(hours(3, 5), hours(3, 5));
    CHECK(desk.charge(missed) == yuan(400));
    desk.use(hours(6, 8), hours(6, 8));
    CHECK(desk.charge(missed) == yuan(300));
    desk.in_order();
}

TEST_CASE("two who used at once: the minutes are charged to who began first, in whatever order they end") {
    Desk desk(Backend::sqlite, union_card(60));
    const auto first = desk.book(hours(9, 10));
    const auto next = desk.book(hours(10, 12));
    // The first forgot to check out and does so while the next is at work.
    desk.at(hours(9, 10).start);
    desk.begin(first);
    desk.at(hours(10, 11).start);
    desk.begin(next);
    desk.at(hours(11, 12).start);
    CHECK(desk.end(next).charge->total == yuan(120));
    desk.at(minutes_from(11, 30, 60).start);
    CHECK(desk.end(first).charge->total == yuan(150));
    // 9:00-11:30 is the first one's; the next one keeps 11:30-12:00.
    CHECK(desk.charge(next) == yuan(30));
    desk.in_order();
}

TEST_CASE("a late cancellation costs less by exactly the minutes that others then took") {
    const auto backend = GENERATE(Backend::sqlite, Backend::postgresql);
    auto card = hourly_card(yuan(100));
    card.cancellation = {{1440, std::nullopt, 50}};
    Desk desk(backend, card);
    const auto late = desk.book(hours(9, 12));
    desk.at(hours(8, 9).start);
    CHECK(desk.cancel(late).charge->total == yuan(150));
    const auto taker = desk.book(minutes_from(10, 0, 35));
    CHECK(desk.charge(late) == yuan(150));  // provisional: booked is not yet taken
    CHECK(scheduler::may_be_corrected(desk.booking(late), hours(9, 10).start));
    desk.use(taker, minutes_from(10, 0, 20));
    // 150 * 35 / 180 = 29.166...
    auto corrected = desk.booking(late);
    CHECK(corrected.charge->total == yuan(120, 83));
    REQUIRE(corrected.charge->lines.size() == 2);
    CHECK(corrected.charge->lines[1].code == LineCode::taken_by_others);
    CHECK(corrected.charge->lines[1].quantity == 35);
    CHECK(corrected.charge->lines[1].per == 180);
    CHECK(corrected.charge->lines[1].amount_fen == Money{-2917});
    // A second one: the whole reduction is right to the fen, whatever was rounded before.
    desk.use(minutes_from(11, 0, 60), minutes_from(11, 0, 60));
    corrected = desk.booking(late);
    CHECK(corrected.charge->total == Money{15000 - 7917});
    CHECK(corrected.charge->lines.size() == 3);
    CHECK(corrected.charge->lines[2].quantity == 60);
    CHECK(desk.owed() == yuan(100) + Money{5833} + corrected.charge->total);
    CHECK_FALSE(scheduler::may_be_corrected(corrected, hours(12, 13).start));
    desk.in_order();
}

TEST_CASE("who missed what another had given up took it, too; who gave it up in turn did not") {
    auto card = hourly_card(yuan(100));
    card.cancellation = {{1440, std::nullopt, 100}};
    card.no_show_percent = 50;
    Desk desk(Backend::sqlite, card);
    const auto first = desk.book(hours(9, 11));
    desk.at(hours(8, 9).start);
    desk.cancel(first);
    const auto second = desk.book(hours(9, 10));
    desk.cancel(second);
    CHECK(desk.charge(first) == yuan(200));
    const auto third = desk.book(hours(9, 10));
    desk.at(minutes_from(9, 10, 60).start);
    desk.miss(third);
    CHECK(desk.charge(first) == yuan(100));
    CHECK(desk.charge(second) == Money{0});
    CHECK(desk.charge(third) == yuan(50));
    desk.in_order();
}

TEST_CASE("where several work at once, only minutes in which all places were taken count") {
    auto card = hourly_card(yuan(100));
    card.cancellation = {{1440, std::nullopt, 100}};
    Desk desk(Backend::sqlite, card, three);
    const auto late = desk.book(hours(9, 10));
    desk.at(hours(8, 9).start);
    desk.cancel(late);
    const auto a = desk.book(hours(9, 10));
    const auto b = desk.book(hours(9, 10));
    const auto c = desk.book(minutes_from(9, 0, 30));
    desk.use(a, minutes_from(9, 0, 60));
    desk.use(b, minutes_from(9, 0, 60));
    CHECK(desk.charge(late) == yuan(100));
    desk.use(c, minutes_from(9, 0, 30));
    CHECK(desk.charge(late) == yuan(50));
}

TEST_CASE("covered: what at least so many pieces cover") {
    const std::vector<Interval> pieces{hours(0, 4), hours(2, 6), hours(3, 5), hours(8, 9)};
    CHECK(scheduler::covered(pieces, 1) == IntervalSet{hours(0, 6), hours(8, 9)});
    CHECK(scheduler::covered(pieces, 2) == IntervalSet{hours(2, 5)});
    CHECK(scheduler::covered(pieces, 3) == IntervalSet{hours(3, 4)});
    CHECK(scheduler::covered(pieces, 4).empty());
    CHECK(scheduler::covered({hours(0, 1), hours(1, 2)}, 2).empty());
}

TEST_CASE("what froze a price survives the store: class, moment, calendar, extras, consumables") {
    const auto backend = GENERATE(Backend::sqlite, Backend::postgresql);
    auto card = hourly_card(yuan(100), ChargeBasis::used);
    card.consumables = {{"he", "液氦", "Helium", "L", yuan(120)}};
    card.urgent = Urgency{0, 200};
    card.training_fen = yuan(10);
    Desk desk(backend, card);
    const auto id = desk.book_with(hours(9, 10), {.consumables = {{"Helium", 2}}, .urgent = true, .training = true});
    auto stored = desk.booking(id);
    CHECK(stored.extras.consumables == std::vector<ConsumableUse>{{"he", 2}});
    CHECK(stored.extras.urgent);
    CHECK(stored.priced_at == stored.created_at);
    CHECK(stored.quote.total == yuan(200 + 240 + 10));
    scheduler::CheckOut what;
    what.consumables = std::vector<scheduler::CheckOut::Consumed>{{"液氦", 3}, {"wipes", 1}};
    stored = desk.use(id, hours(9, 10), what);
    CHECK(stored.charge->total == yuan(200 + 360 + 10));
    CHECK(stored.usage->consumables == std::vector<ConsumableUse>{{"he", 3}});
    CHECK(stored.usage->note == "wipes × 1");
    desk.in_order();
}
