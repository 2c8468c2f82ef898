// Companies' money: what is paid ahead, limits, notices and dunning, on both databases.

#include "scheduler/dunning.hpp"
#include "server/jobs/due_runner.hpp"
#include "tests/contract/money.hpp"

#include <future>

#include <catch2/catch.hpp>

using namespace contract;
using namespace model;
using namespace server;
using support::Backend;

namespace {
constexpr auto both = {Backend::sqlite, Backend::postgresql};
constexpr std::int64_t yuan = 100;

void catch_up(DueRunner& runner) {
    std::promise<void> done;
    runner.catch_up([&] { done.set_value(); });
    done.get_future().wait();
}

/// Remind when due, warn after 15 days, block after 30.
BillingPolicy strict_policy() {
    BillingPolicy policy;
    policy.payment_days = 30;
    policy.dunning = {{0, DunningAction::remind}, {15, DunningAction::warn}, {30, DunningAction::block}};
    return policy;
}

std::string steps(Store& store) {
    std::string told;
    auto database = store.open(Database::Access::read);
    database.each<std::string, std::string>(
        "SELECT kind, facts FROM event WHERE kind IN ('payment_overdue', 'account_blocked', 'account_unblocked') ORDER "
        "BY seq",
        [&](const std::string& kind, const std::string& facts) {
            if (kind != "payment_overdue") {
                told += kind == "account_blocked" ? "B" : "U";
                return;
            }
            told += facts.find("remind") != std::string::npos ? "r"
                    : facts.find("warn") != std::string::npos ? "w"
                                                              : "b";
        });
    return told;
}

void limit(Store& store, const SpendingLimit& what) {
    (void)store.writer().run([&](SqlTransaction& tx) {
        (void)tx.put_spending_limit(what);
        return true;
    });
}

ErrorCode refusal(Store& store, int from, int to) {
    const auto booked = store.book(one, hours(from, to));
    return booked ? ErrorCode::internal : booked.error().code();
}

std::string found(Store& store) {
    auto database = store.open();
    std::string all;
    for (const auto& problem : problems(database)) {
        all += problem + "\n";
    }
    return all;
}
}  // namespace

TEST_CASE("G18: a use of 600 is taken from the 5,000 that were paid ahead, which leaves 4,400") {
    const auto backend = GENERATE(values(both));
    INFO(support::name_of(backend));
    Store store(backend);
    set_credit_limit(store, 0);
    REQUIRE(pay(store, 5'000 * yuan, "p1"));
    CHECK(available(store) == 5'000 * yuan);
    (void)used(store, 19, 20);
    CHECK(balance(store, AccountKind::prepaid, "COMPANY") == -4'400 * yuan);
    CHECK(balance(store, AccountKind::receivable, "COMPANY") == 0);
    CHECK(available(store) == 4'400 * yuan);
    CHECK(found(store).empty());
}

TEST_CASE("G29: pending charges reserve money, pending payments do not, and a credit line changes no figure") {
    const auto backend = GENERATE(values(both));
    INFO(support::name_of(backend));
    Store store(backend);
    set_credit_limit(store, 0);
    // 5,000 paid in, 600 spent (the scenario has 15: an hour here costs 600).
    REQUIRE(pay(store, 5'000 * yuan, "p1"));
    (void)used(store, 9, 10);
    CHECK(available(store) == 4'400 * yuan);
    // 300 confirmed.
    REQUIRE(pay(store, 300 * yuan, "p2"));
    CHECK(available(store) == 4'700 * yuan);
    // 300 pending: a line of the bank that nobody has assigned.
    (void)store.writer().run([&](SqlTransaction& tx) {
        BankLine line;
        line.bank_reference = "B1";
        line.amount = Money{300 * yuan};
        (void)tx.add_bank_line(line);
        return true;
    });
    CHECK(available(store) == 4'700 * yuan);
    // 600 confirmed, 600 pending.
    (void)used(store, 10, 11);
    CHECK(available(store) == 4'100 * yuan);
    REQUIRE(store.book(one, hours(12, 13)));
    CHECK(available(store) == 3'500 * yuan);
    CHECK(held(store) == 600 * yuan);
    set_credit_limit(store, 300 * yuan);
    CHECK(available(store) == 3'800 * yuan);
    CHECK(balance(store, AccountKind::prepaid, "COMPANY") == -4'100 * yuan);
    CHECK(held(store) == 600 * yuan);
    CHECK(found(store).empty());
}

TEST_CASE("A payment settles what is owed, the rest is paid ahead, and no more than that is given back") {
    const auto backend = GENERATE(values(both));
    INFO(support::name_of(backend));
    Store store(backend);
    (void)used(store, 9, 11);
    REQUIRE(pay(store, 500 * yuan, "part"));
    CHECK(balance(store, AccountKind::receivable, "COMPANY") == 700 * yuan);
    REQUIRE(pay(store, 1'000 * yuan, "too much"));
    CHECK(balance(store, AccountKind::receivable, "COMPANY") == 0);
    CHECK(balance(store, AccountKind::prepaid, "COMPANY") == -300 * yuan);
    CHECK(pay(store, 1'000 * yuan, "too much").error().code() == ErrorCode::already_exists);
    const auto refund = [&](std::int64_t fen, const std::string& key) {
        return store.run<LedgerTransaction>([&](SqlTransaction& tx) {
            return scheduler::refund(tx, company, Money{fen}, {key, "back"}, Store::staff(), store.clock.now());
        });
    };
    CHECK(refund(300 * yuan + 1, "r1").error().code() == ErrorCode::invalid_field);
    REQUIRE(refund(300 * yuan, "r2"));
    CHECK(refund(1, "r3").error().code() == ErrorCode::invalid_field);
    CHECK(refund(300 * yuan, "r2").error().code() == ErrorCode::already_exists);
    CHECK(balance(store, AccountKind::prepaid, "COMPANY") == 0);
    CHECK(balance(store, AccountKind::bank, council) == 1'200 * yuan);
    CHECK(found(store).empty());
}

TEST_CASE("A deposit is kept apart: no charge spends it, and no more than it is given back") {
    const auto backend = GENERATE(values(both));
    INFO(support::name_of(backend));
    Store store(backend);
    set_credit_limit(store, 0);
    const auto change = [&](std::int64_t fen, const std::string& key) {
        return store.run<LedgerTransaction>([&](SqlTransaction& tx) {
            return scheduler::change_deposit(tx, company, Money{fen}, {key, ""}, Store::staff(), store.clock.now());
        });
    };
    REQUIRE(change(1'000 * yuan, "d1"));
    CHECK(balance(store, AccountKind::deposit, "COMPANY") == -1'000 * yuan);
    CHECK(available(store) == 0);
    CHECK(refusal(store, 9, 10) == ErrorCode::insufficient_credit);
    CHECK(change(-1'000 * yuan - 1, "d2").error().code() == ErrorCode::invalid_field);
    REQUIRE(change(-1'000 * yuan, "d3"));
    CHECK(balance(store, AccountKind::bank, council) == 0);
    CHECK(found(store).empty());
}

TEST_CASE("A member's limit counts what the month's bookings hold and were charged, and names its numbers") {
    const auto backend = GENERATE(values(both));
    INFO(support::name_of(backend));
    Store store(backend);
    limit(store, {{}, company, store.member().user, {}, LimitPeriod::month, Money{1'800 * yuan}});
    (void)used(store, 9, 10);
    REQUIRE(store.book(one, hours(12, 14)));
    const auto refused = store.book(one, hours(15, 16));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code() == ErrorCode::spending_limit_reached);
    CHECK(refused.error().detail().en ==
          "the spending limit of the member is CNY 1800.00; CNY 1800.00 is used, this booking needs CNY 600.00");
    // Another month has its own.
    CHECK(store.book(one, {hours(9, 10).start + std::chrono::days{14}, hours(9, 10).end + std::chrono::days{14}}));
    // A booking that moves does not count against itself.
    const auto moved = store.run<Booking>([&](SqlTransaction& tx) {
        return scheduler::reschedule_booking(tx, BookingId{2}, hours(16, 18), std::nullopt, store.member(),
                                             store.clock.now());
    });
    CHECK(moved);
    CHECK(found(store).empty());
}

TEST_CASE("A project's limit counts the bookings for it, whoever makes them, and no others") {
    const auto backend = GENERATE(values(both));
    INFO(support::name_of(backend));
    Store store(backend);
    ProjectId project;
    (void)store.writer().run([&](SqlTransaction& tx) {
        project = tx.put_project({{}, company, "R-17", "Coating", true});
        return true;
    });
    limit(store, {{}, company, {}, project, LimitPeriod::total, Money{1'200 * yuan}});
    const auto book = [&](int from, int to, CostCentre centre) {
        return store.run<Booking>([&](SqlTransaction& tx) {
            scheduler::BookingRequest request{one, hours(from, to), "test", 0, 0, std::nullopt};
            request.cost_centre = std::move(centre);
            return scheduler::request_booking(tx, request, store.member(), store.clock.now());
        });
    };
    REQUIRE(book(9, 11, {project, "PO-1"}));
    CHECK(book(12, 13, {project, ""}).error().code() == ErrorCode::spending_limit_reached);
    CHECK(book(12, 13, {{}, "PO-2"}));
    CHECK(count(store, "SELECT count(*) FROM booking_cost_centre WHERE purchase_order LIKE 'PO-%'") == 2);
    CHECK(found(store).empty());
}

TEST_CASE("A company is told once when less can be spent than it wants to know of, and again after it recovered") {
    const auto backend = GENERATE(values(both));
    INFO(support::name_of(backend));
    Store store(backend);
    set_credit_limit(store, 3'000 * yuan);
    (void)store.writer().run([&](SqlTransaction& tx) {
        auto account = tx.company_money(company).account;
        account.low_balance = Money{1'500 * yuan};
        (void)tx.put_company_account(account);
        return true;
    });
    const auto told = [&] { return count(store, "SELECT count(*) FROM event WHERE kind = 'balance_low'"); };
    (void)used(store, 9, 11);
    CHECK(told() == 0);
    REQUIRE(store.book(one, hours(12, 13)));
    CHECK(told() == 1);
    REQUIRE(store.book(one, hours(14, 15)));
    CHECK(told() == 1);
    REQUIRE(pay(store, 1'200 * yuan, "p1"));
    REQUIRE(store.book(one, hours(16, 17)));
    CHECK(told() == 2);
    CHECK(found(store).empty());
}

TEST_CASE("Dunning takes each step once at its time, survives a restart, blocks, and ends with the payment") {
    const auto backend = GENERATE(values(both));
    INFO(support::name_of(backend));
    Store store(backend);
    set_policy(store, strict_policy());
    (void)used(store, 9, 11);
    const auto charged = store.clock.now();
    const auto at_day = [&](int day, seconds more = seconds{0}) {
        store.clock.set(charged + std::chrono::days{day} + more);
        store.reopen();
        for (int runner = 0; runner < 2; ++runner) {
            DueRunner due(store.writer(), store.clock);
            catch_up(due);
        }
    };
    at_day(30, seconds{-1});
    CHECK(steps(store).empty());
    at_day(30);
    CHECK(steps(store) == "r");
    at_day(44);
    CHECK(steps(store) == "r");
    at_day(45);
    CHECK(steps(store) == "rw");
    at_day(60);
    CHECK(steps(store) == "rwbB");
    at_day(90);
    CHECK(steps(store) == "rwbB");
    const Interval later{store.clock.now() + std::chrono::days{1},
                         store.clock.now() + std::chrono::days{1} + std::chrono::hours{1}};
    CHECK(store.book(one, later).error().code() == ErrorCode::account_blocked);
    CHECK(store.book(asks, later).error().code() == ErrorCode::account_blocked);
    // A part does not end it, the whole does.
    REQUIRE(pay(store, 1'100 * yuan, "part"));
    CHECK(store.book(one, later).error().code() == ErrorCode::account_blocked);
    REQUIRE(pay(store, 100 * yuan, "rest"));
    CHECK(steps(store) == "rwbBU");
    CHECK(store.book(one, later));
    CHECK(found(store).empty());
}

TEST_CASE("What came due while the program was down is told in its order, and a payment counts for the oldest first") {
    const auto backend = GENERATE(values(both));
    INFO(support::name_of(backend));
    Store store(backend);
    set_policy(store, strict_policy());
    (void)used(store, 9, 10);
    const auto first = store.clock.now();
    store.clock.set(first + std::chrono::days{20});
    const Interval second{store.clock.now() + std::chrono::hours{1}, store.clock.now() + std::chrono::hours{2}};
    const auto booking = store.book(one, second);
    REQUIRE(booking);
    store.clock.set(second.start);
    REQUIRE(store.run<Booking>(
        [&](SqlTransaction& tx) { return scheduler::check_in(tx, booking->id, store.member(), store.clock.now()); }));
    store.clock.set(second.end);
    REQUIRE(store.run<Booking>([&](SqlTransaction& tx) {
        return scheduler::check_out(tx, booking->id, {std::nullopt, ""}, store.member(), store.clock.now());
    }));
    // The first is paid before it is due: the second falls due 30 days after it was charged.
    REQUIRE(pay(store, 600 * yuan, "first"));
    const auto run = [&](Instant now) {
        store.clock.set(now);
        DueRunner due(store.writer(), store.clock);
        catch_up(due);
    };
    run(first + std::chrono::days{31});
    CHECK(steps(store).empty());
    run(second.end + std::chrono::days{47});
    CHECK(steps(store) == "rw");
    CHECK(found(store).empty());
}

TEST_CASE("Without a billing policy nobody is dunned, and no timer is set") {
    const auto backend = GENERATE(values(both));
    INFO(support::name_of(backend));
    Store store(backend);
    (void)used(store, 9, 10);
    CHECK(count(store, "SELECT count(*) FROM due_work WHERE kind = 'dunning'") == 0);
    CHECK(count(store, "SELECT count(*) FROM company_account") == 0);
}
