// The ledger: what charges and payments post, and what the database itself refuses, whoever asks.

#include "tests/contract/money.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <catch2/catch.hpp>

using namespace contract;
using namespace model;
using namespace server;
using support::Backend;

namespace {
constexpr auto both = {Backend::sqlite, Backend::postgresql};

/// How the database refuses the statements and their commit; nullopt where it takes them. Nothing is kept.
template <class Statements>
std::optional<StoreError::Kind> refusal(Database& database, bool commit, Statements&& statements) {
    database.run_text("BEGIN");
    try {
        statements();
        if (commit) {
            database.run_text("COMMIT");
            return std::nullopt;
        }
    } catch (const StoreError& e) {
        database.run_text("ROLLBACK");
        return e.kind();
    }
    database.run_text("ROLLBACK");
    return std::nullopt;
}

/// A statement that may be built from parts.
struct Raw {
    Database& database;
    void operator()(const std::string& sql) const { database.run_text(sql); }
};

std::string transaction(int id, const std::string& kind, const std::string& more_columns = "",
                        const std::string& more_values = "") {
    return fmt::format(
        "INSERT INTO ledger_transaction(id, kind, idempotency_key, at, booking_id, organisation_id, reference, sealed, "
        "unsealed{}) VALUES ({}, '{}', 'raw{}', 0, NULL, 'COMPANY', '', 0, 1{})",
        more_columns, id, kind, id, more_values);
}

std::string posting(int id, int position, std::int64_t fen) {
    return fmt::format(
        "INSERT INTO ledger_posting(transaction_id, account_id, position, amount_fen, at) VALUES ({}, (SELECT id FROM "
        "ledger_account WHERE kind = 'receivable' AND owner = 'COMPANY'), {}, {}, 0)",
        id, position, fen);
}

std::string seal(int id) {
    return fmt::format("UPDATE ledger_transaction SET sealed = 1, unsealed = NULL WHERE id = {}", id);
}

void set_split(Store& store, const IncomeSplit& split, const std::string& institution) {
    (void)store.writer().run([&](SqlTransaction& tx) {
        tx.add_income_split({institution, store.clock.now(), split}, UserId{}, store.clock.now());
        return true;
    });
}
}  // namespace

TEST_CASE("A charge ends its hold and posts tax and the platform's income, which sum to the gross") {
    const auto backend = GENERATE(values(both));
    INFO(support::name_of(backend));
    Store store(backend);
    (void)used(store, 9, 11);
    CHECK(held(store) == 0);
    CHECK(balance(store, AccountKind::receivable, "COMPANY") == 120'000);
    CHECK(balance(store, AccountKind::tax, "I1") == -6'792);  // 120000 - 113207.55 rounded
    CHECK(balance(store, AccountKind::platform_income, "P1") == -113'208);
    CHECK(count(store, "SELECT count(*) FROM ledger_transaction WHERE kind = 'hold_capture'") == 1);
    auto database = store.open();
    CHECK(problems(database).empty());
}

TEST_CASE("A cancelled booking voids its hold, and no hold ends twice") {
    const auto backend = GENERATE(values(both));
    INFO(support::name_of(backend));
    Store store(backend);
    const auto booking = store.book(one, hours(9, 11));
    REQUIRE(booking);
    CHECK(held(store) == 120'000);
    REQUIRE(store.run<Booking>([&](SqlTransaction& tx) {
        return scheduler::cancel_booking(tx, booking->id, "", Store::staff(), store.clock.now());
    }));
    CHECK(held(store) == 0);
    CHECK(count(store, "SELECT count(*) FROM ledger_transaction WHERE kind = 'hold_release'") == 1);
    auto database = store.open();
    const Raw raw{database};
    const auto again = refusal(database, false, [&] {
        raw("INSERT INTO ledger_transaction(kind, idempotency_key, at, booking_id, organisation_id, reference, sealed, "
            "unsealed, ends) SELECT 'hold_release', 'again', 0, booking_id, organisation_id, '', 0, 1, id FROM "
            "ledger_transaction WHERE kind = 'hold'");
    });
    CHECK(again == StoreError::Kind::unique);
    CHECK(problems(database).empty());
}

TEST_CASE("The income is divided by the split that holds at the charge: an institution's own, else everybody's") {
    const auto backend = GENERATE(values(both));
    INFO(support::name_of(backend));
    Store store(backend);
    set_split(store, {0, 0, 0, 10'000}, "I2");
    set_split(store, {1'000, 7'000, 1'500, 500}, "");
    (void)used(store, 9, 10);
    // 60,000 without tax: 56,604.
    CHECK(balance(store, AccountKind::operator_income, "P1") == -5'660);
    CHECK(balance(store, AccountKind::platform_income, "P1") == -39'623);
    CHECK(balance(store, AccountKind::institution_income, "I1") == -8'491);
    CHECK(balance(store, AccountKind::council_income, council) == -2'830);
    CHECK(balance(store, AccountKind::tax, "I1") == -3'396);
    set_split(store, {0, 0, 10'000, 0}, "I1");
    (void)used(store, 12, 13);
    CHECK(balance(store, AccountKind::institution_income, "I1") == -8'491 - 56'604);
    CHECK(balance(store, AccountKind::platform_income, "P1") == -39'623);
    auto database = store.open();
    CHECK(problems(database).empty());
}

TEST_CASE("The database refuses a split that does not sum to 10,000, and any edit of one") {
    const auto backend = GENERATE(values(both));
    INFO(support::name_of(backend));
    Store store(backend);
    set_split(store, {1'000, 7'000, 1'500, 500}, "");
    auto database = store.open();
    const Raw raw{database};
    const auto insert = [&](int council_bp) {
        return refusal(database, false, [&] {
            raw(
                fmt::format("INSERT INTO income_split(institution_id, valid_from, operator_bp, platform_bp, "
                            "institution_bp, council_bp, set_by, set_at) VALUES ('', 0, 0, 9999, 0, {}, 0, 0)",
                            council_bp));
        });
    };
    CHECK_FALSE(insert(1));
    CHECK(insert(0));
    CHECK(insert(2));
    CHECK(refusal(database, false, [&] { raw("UPDATE income_split SET valid_from = 0"); }));
    CHECK(refusal(database, false, [&] { raw("DELETE FROM income_split"); }));
}

TEST_CASE("The database refuses a transaction that is not sealed when it commits") {
    const auto backend = GENERATE(values(both));
    INFO(support::name_of(backend));
    Store store(backend);
    REQUIRE(store.book(one, hours(9, 10)));
    auto database = store.open();
    const Raw raw{database};
    CHECK(refusal(database, true, [&] { raw(transaction(900, "payment")); }));
    CHECK(refusal(database, true, [&] { raw(transaction(900, "payment")), raw(posting(900, 0, 5)); }));
    CHECK(refusal(database, true,
                  [&] { raw(transaction(900, "payment")), raw(posting(900, 0, 5)), raw(posting(900, 1, -5)); }));
    CHECK(count(store, "SELECT count(*) FROM ledger_transaction WHERE id = 900") == 0);
    CHECK_FALSE(refusal(database, false, [&] {
        raw(transaction(900, "payment")), raw(posting(900, 0, 5)), raw(posting(900, 1, -5)), raw(seal(900));
    }));
    // Nothing can be put where an unsealed one would point.
    CHECK(refusal(database, false, [&] { raw("INSERT INTO ledger_never(id) VALUES (1)"); }));
    CHECK(refusal(database, false, [&] {
              raw("INSERT INTO ledger_transaction(id, kind, idempotency_key, at, organisation_id, reference, sealed) "
                  "VALUES "
                  "(900, 'payment', 'raw', 0, 'COMPANY', '', 0)");
          }) == StoreError::Kind::unbalanced);
}

TEST_CASE("The database refuses tricks with the seal: half a seal, a seal taken off, a sealed transaction replaced") {
    const auto backend = GENERATE(values(both));
    INFO(support::name_of(backend));
    Store store(backend);
    REQUIRE(store.book(one, hours(9, 10)));
    auto database = store.open();
    const Raw raw{database};
    using Kind = StoreError::Kind;
    const auto half_sealed = [&](const std::string& how) {
        return refusal(database, false, [&] {
            raw(transaction(900, "payment")), raw(posting(900, 0, 5)), raw(posting(900, 1, -5));
            raw("UPDATE ledger_transaction SET " + how + " WHERE id = 900");
        });
    };
    CHECK(half_sealed("sealed = 1") == Kind::unbalanced);
    CHECK(half_sealed("unsealed = NULL") == Kind::unbalanced);
    CHECK(half_sealed("sealed = 2, unsealed = NULL") == Kind::unbalanced);
    CHECK(half_sealed("sealed = 1, unsealed = NULL, kind = 'charge'") == Kind::unbalanced);
    const auto edited = [&](const std::string& how) {
        return refusal(database, false, [&] { raw("UPDATE ledger_transaction SET " + how); });
    };
    CHECK(edited("sealed = 0, unsealed = 1") == Kind::unbalanced);
    CHECK(edited("unsealed = 1") == Kind::unbalanced);
    CHECK(edited("ends = id") == Kind::unbalanced);
    CHECK(edited("corrects = NULL") == Kind::unbalanced);
    CHECK(edited("at = at + 1") == Kind::unbalanced);
    if (backend == Backend::sqlite) {
        const auto replaced = [&](const std::string& what) { return refusal(database, false, [&] { raw(what); }); };
        CHECK(replaced("REPLACE INTO ledger_transaction(id, kind, idempotency_key, at, organisation_id, reference, "
                       "sealed, unsealed) SELECT id, 'payment', 'other', 0, 'COMPANY', '', 0, 1 FROM "
                       "ledger_transaction LIMIT 1") == Kind::unbalanced);
        CHECK(replaced("REPLACE INTO ledger_posting SELECT transaction_id, account_id, position, 1, at FROM "
                       "ledger_posting LIMIT 1") == Kind::unbalanced);
        CHECK(replaced("UPDATE OR REPLACE ledger_posting SET position = 1 WHERE position = 0") == Kind::unbalanced);
        CHECK(replaced("REPLACE INTO ledger_account SELECT id, kind, 'OTHER', balance_fen, held_fen FROM "
                       "ledger_account LIMIT 1") == Kind::unbalanced);
        // By its key: the row in the way stays as it is.
        CHECK_FALSE(
            replaced("REPLACE INTO ledger_transaction(kind, idempotency_key, at, organisation_id, reference, "
                     "sealed, unsealed) SELECT 'payment', idempotency_key, 0, 'COMPANY', '', 0, 1 FROM "
                     "ledger_transaction LIMIT 1"));
        CHECK(count(store, "SELECT count(*) FROM ledger_transaction WHERE kind = 'payment'") == 0);
    }
    CHECK(problems(database).empty());
}

TEST_CASE("The database refuses an end that does not mirror its hold, and corrections of what is no charge") {
    const auto backend = GENERATE(values(both));
    INFO(support::name_of(backend));
    Store store(backend);
    REQUIRE(store.book(one, hours(9, 10)));
    auto database = store.open();
    const Raw raw{database};
    using Kind = StoreError::Kind;
    const std::string hold = "(SELECT min(id) FROM ledger_transaction WHERE kind = 'hold')";
    const auto refused = [&](const std::string& what) { return refusal(database, false, [&] { raw(what); }); };
    CHECK(refused(transaction(900, "hold_release")) == Kind::unbalanced);
    CHECK(refused(transaction(900, "payment", ", ends", ", " + hold)) == Kind::unbalanced);
    // Of another booking (none).
    CHECK(refused(transaction(900, "hold_release", ", ends", ", " + hold)) == Kind::unbalanced);
    CHECK(refused(transaction(900, "credit_note")) == Kind::unbalanced);
    CHECK(refused(transaction(900, "credit_note", ", corrects", ", " + hold)) == Kind::unbalanced);
    CHECK(refused(transaction(900, "payment", ", corrects", ", " + hold)) == Kind::unbalanced);
    CHECK(
        refusal(database, false, [&] {
            raw("INSERT INTO ledger_transaction(id, kind, idempotency_key, at, booking_id, organisation_id, reference, "
                "sealed, unsealed, ends) SELECT 900, 'hold_release', 'raw', 0, booking_id, organisation_id, '', 0, 1, "
                "id "
                "FROM ledger_transaction WHERE kind = 'hold'");
            raw(posting(900, 0, -59'999)), raw(posting(900, 1, 59'999)), raw(seal(900));
        }) == Kind::unbalanced);
}

TEST_CASE("The database refuses accounts of unknown kinds, and keeps those there are") {
    const auto backend = GENERATE(values(both));
    INFO(support::name_of(backend));
    Store store(backend);
    REQUIRE(store.book(one, hours(9, 10)));
    auto database = store.open();
    const Raw raw{database};
    const auto refused = [&](const std::string& what) {
        return refusal(database, false, [&] { raw(what); }).has_value();
    };
    const std::string insert = "INSERT INTO ledger_account(kind, owner, balance_fen, held_fen) VALUES ";
    CHECK(refused(insert + "('slush', 'COMPANY', 0, 0)"));
    CHECK(refused(insert + "('receivable', 'COMPANY', 0, 0)"));
    CHECK_FALSE(refused(insert + "('voucher', 'PROGRAMME-1', 0, 0)"));
    CHECK(refused("UPDATE ledger_account SET owner = 'OTHER' WHERE kind = 'receivable'"));
    CHECK(refused("UPDATE ledger_account SET kind = 'tax' WHERE kind = 'receivable'"));
    CHECK(refused("DELETE FROM ledger_account"));
}

TEST_CASE("The proof finds a balance that was changed behind the ledger's back, and names the account") {
    const auto backend = GENERATE(values(both));
    INFO(support::name_of(backend));
    Store store(backend);
    (void)used(store, 9, 10);
    auto database = store.open();
    CHECK(problems(database).empty());
    database.run("UPDATE ledger_account SET balance_fen = balance_fen + 1 WHERE kind = 'tax'");
    const auto report = verify_books(database);
    REQUIRE(report.problems.size() == 1);
    CHECK(report.problems[0].find("account tax I1") != std::string::npos);
    const auto tax = std::ranges::find(report.kinds, AccountKind::tax, &KindTotal::kind);
    REQUIRE(tax != report.kinds.end());
    CHECK(tax->balance_fen == Money{-3'396});
    CHECK(report.sum_fen == 0);
}

TEST_CASE("Holds and charges of every earlier version stay what they were") {
    const auto backend = GENERATE(values(both));
    const auto from = GENERATE(range(std::int64_t{3}, newest_schema_version()));
    INFO(support::name_of(backend) << " from version " << from);
    const support::FreshDatabase fresh(backend);
    Database database(DatabaseUrl::parse(fresh.url()), Database::Access::write);
    migrate(database, from);
    const auto known = database.dialect() == Dialect::sqlite
                           ? database.first<std::int64_t>(
                                 "SELECT count(*) FROM sqlite_master WHERE name = "
                                 "'account_kind'")
                           : database.first<std::int64_t>(
                                 "SELECT count(*) FROM information_schema.tables WHERE "
                                 "table_name = 'account_kind'");
    if (std::get<0>(*known) != 0) {
        return;
    }
    const Raw raw{database};
    raw("INSERT INTO ledger_account(id, kind, owner, balance_fen, held_fen) VALUES (1, 'receivable', 'COMPANY', 500, "
        "300)");
    raw("INSERT INTO ledger_account(id, kind, owner, balance_fen, held_fen) VALUES (2, 'income', 'P1', -500, -300)");
    const auto old = [&](int id, const char* kind, const char* key, int booking, const char* reference, int fen) {
        raw(
            fmt::format("INSERT INTO ledger_transaction(id, kind, idempotency_key, at, booking_id, organisation_id, "
                        "reference, sealed) VALUES ({}, '{}', '{}', 1000, {}, 'COMPANY', '{}', 0)",
                        id, kind, key, booking, reference));
        raw(fmt::format(
            "INSERT INTO ledger_posting(transaction_id, account_id, position, amount_fen, at) VALUES ({}, 1, "
            "0, {}, 1000)",
            id, fen));
        raw(fmt::format(
            "INSERT INTO ledger_posting(transaction_id, account_id, position, amount_fen, at) VALUES ({}, 2, "
            "1, {}, 1000)",
            id, -fen));
        raw(fmt::format("UPDATE ledger_transaction SET sealed = 1 WHERE id = {}", id));
    };
    old(1, "hold", "hold:booking:7:1", 7, "", 500);
    old(2, "hold_release", "release:hold:booking:7:1", 7, "hold:booking:7:1", -500);
    old(3, "charge", "charge:booking:7", 7, "", 500);
    old(4, "hold", "hold:booking:8:1", 8, "", 300);
    migrate(database);
    CHECK(problems(database).empty());
    const auto ends = database.first<std::optional<std::int64_t>>("SELECT ends FROM ledger_transaction WHERE id = 2");
    CHECK(std::get<0>(*ends) == 1);
    const auto income = database.first<std::int64_t>(
        "SELECT balance_fen FROM ledger_account WHERE kind = 'platform_income' AND owner = 'P1'");
    CHECK(std::get<0>(*income) == -500);
    const auto nothing =
        std::make_shared<const Catalogue>(std::vector<Institution>{}, std::vector<Platform>{}, std::vector<Category>{},
                                          std::vector<scheduler::InstrumentPtr>{});
    SqlTransaction tx(database, nothing, 0, "");
    CHECK_FALSE(tx.open_hold(BookingId{7}));
    const auto open = tx.open_hold(BookingId{8});
    REQUIRE(open);
    CHECK(open->postings.size() == 2);
    CHECK(tx.posted("charge:booking:7").value().postings[1].account == AccountKey{AccountKind::platform_income, "P1"});
    CHECK(tx.uncorrected(TransactionId{3}) == tx.posted(TransactionId{3})->postings);
}
