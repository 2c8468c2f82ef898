// What the database itself refuses, and how its schema grows.

#include "tests/contract/store.hpp"

#include <array>
#include <latch>
#include <thread>

#include <catch2/catch.hpp>

using namespace contract;
using namespace model;
using namespace server;
using support::Backend;

namespace {
constexpr auto both = {Backend::sqlite, Backend::postgresql};

/// How the database refuses; nullopt where it does not.
template <class Statement>
std::optional<StoreError::Kind> refusal(Database& database, Statement&& statement) {
    database.run_text("BEGIN");
    std::optional<StoreError::Kind> kind;
    try {
        statement();
    } catch (const StoreError& e) {
        kind = e.kind();
    }
    database.run_text("ROLLBACK");
    return kind;
}

void take_raw(Database& database, std::int64_t lane, std::int64_t from, std::int64_t to) {
    database.run(
        "INSERT INTO occupancy(instrument_id, lane, held_start, held_end, start_at, end_at, holder_kind, holder_id) "
        "VALUES ('ONE', :lane, :from, :to, :start, :end, 0, 1)",
        lane, from, to, from, to);
}
}  // namespace

TEST_CASE("A database of every earlier version is brought to the newest by migrations") {
    const auto backend = GENERATE(values(both));
    const auto from = GENERATE(range(std::int64_t{0}, newest_schema_version() + 1));
    INFO(support::name_of(backend) << " from version " << from);
    const support::FreshDatabase fresh(backend);
    const auto url = DatabaseUrl::parse(fresh.url());
    {
        Database database(url, Database::Access::write);
        migrate(database, from);
        CHECK(schema_version(database) == from);
    }
    Database database(url, Database::Access::write);
    migrate(database);
    CHECK(schema_version(database) == newest_schema_version());
    migrate(database);
    CHECK(problems(database).empty());
}

TEST_CASE("Programs that start on one empty database at the same moment all find it migrated") {
    const auto backend = GENERATE(values(both));
    INFO(support::name_of(backend));
    const support::FreshDatabase fresh(backend);
    constexpr int programs = 4;
    std::array<std::string, programs> failures;
    std::latch start(programs);
    {
        std::vector<std::jthread> threads;
        for (auto& failure : failures) {
            threads.emplace_back([&] {
                try {
                    Database database(DatabaseUrl::parse(fresh.url()), Database::Access::write);
                    start.arrive_and_wait();
                    migrate(database);
                } catch (const std::exception& e) {
                    failure = e.what();
                }
            });
        }
    }
    for (const auto& failure : failures) {
        CHECK(failure == "");
    }
}

TEST_CASE("A database that is newer than the program is refused with a sentence that says so") {
    const auto backend = GENERATE(values(both));
    INFO(support::name_of(backend));
    const Store store(backend);
    auto database = store.open();
    database.run("INSERT INTO migration(version) VALUES (:version)", newest_schema_version() + 1);
    CHECK_THROWS_WITH(migrate(database), Catch::Contains("use a newer program"));
}

TEST_CASE(
    "Bug 6 of others: the database refuses a second holder of a lane in each of the thirteen relations of Allen") {
    const auto backend = GENERATE(values(both));
    INFO(support::name_of(backend));
    const Store store(backend);
    auto database = store.open();
    constexpr std::int64_t day = 1'800'000'000;
    take_raw(database, 0, day + 1000, day + 2000);
    struct Relation {
        const char* name;
        std::int64_t from, to;
        bool refused;
    };
    const auto relation = GENERATE(values<Relation>({
        {"before", 0, 900, false},
        {"meets", 0, 1000, false},
        {"overlaps", 500, 1500, true},
        {"finished by", 500, 2000, true},
        {"contains", 500, 2500, true},
        {"starts", 1000, 1500, true},
        {"equals", 1000, 2000, true},
        {"started by", 1000, 2500, true},
        {"during", 1200, 1800, true},
        {"finishes", 1500, 2000, true},
        {"overlapped by", 1500, 2500, true},
        {"met by", 2000, 3000, false},
        {"after", 2100, 3000, false},
    }));
    INFO(relation.name);
    const auto kind = refusal(database, [&] { take_raw(database, 0, day + relation.from, day + relation.to); });
    CHECK(kind.has_value() == relation.refused);
    CHECK((!kind || *kind == StoreError::Kind::overlap || *kind == StoreError::Kind::unique));
    CHECK_FALSE(refusal(database, [&] { take_raw(database, 1, day + relation.from, day + relation.to); }));
}

TEST_CASE("The database refuses empty and turned occupancies, and any edit of one") {
    const auto backend = GENERATE(values(both));
    INFO(support::name_of(backend));
    const Store store(backend);
    auto database = store.open();
    CHECK(refusal(database, [&] { take_raw(database, 0, 1000, 1000); }));
    CHECK(refusal(database, [&] { take_raw(database, 0, 1000, 900); }));
    CHECK(refusal(database, [&] { take_raw(database, -1, 1000, 1100); }));
    take_raw(database, 0, 1000, 2000);
    take_raw(database, 0, 3000, 4000);
    CHECK(refusal(database, [&] { database.run("UPDATE occupancy SET held_end = 3500 WHERE held_start = 1000"); }));
    CHECK(refusal(database, [&] { database.run("UPDATE occupancy SET lane = 5"); }));
}

TEST_CASE("The database refuses to edit or delete events") {
    const auto backend = GENERATE(values(both));
    INFO(support::name_of(backend));
    Store store(backend);
    REQUIRE(store.book(one, hours(9, 10)));
    auto database = store.open();
    CHECK(refusal(database, [&] { database.run("UPDATE event SET facts = '[]'"); }));
    CHECK(refusal(database, [&] { database.run("UPDATE event SET seq = seq + 100"); }));
    CHECK(refusal(database, [&] { database.run("DELETE FROM event"); }));
    if (backend == Backend::postgresql) {
        CHECK(refusal(database, [&] { database.run("TRUNCATE event"); }));
        CHECK(refusal(database, [&] { database.run("TRUNCATE ledger_posting"); }));
        CHECK(refusal(database, [&] { database.run("TRUNCATE ledger_transaction CASCADE"); }));
    }
}

TEST_CASE("The database refuses postings that do not balance, and any edit of what was posted") {
    const auto backend = GENERATE(values(both));
    INFO(support::name_of(backend));
    Store store(backend);
    REQUIRE(store.book(one, hours(9, 10)));
    auto database = store.open();
    database.run("INSERT INTO ledger_account(kind, owner, balance_fen, held_fen) VALUES ('bank', 'raw', 0, 0)");
    const auto begin = [&](std::int64_t sealed) {
        database.run(
            "INSERT INTO ledger_transaction(id, kind, idempotency_key, at, booking_id, organisation_id, reference, "
            "sealed, unsealed) "
            "VALUES (900, 'payment', 'raw', 0, NULL, 'COMPANY', '', :sealed, 1)",
            sealed);
    };
    const auto post = [&](std::int64_t position, std::int64_t amount) {
        database.run(
            "INSERT INTO ledger_posting(transaction_id, account_id, position, amount_fen, at) "
            "VALUES (900, (SELECT id FROM ledger_account WHERE owner = 'raw'), :position, :amount, 0)",
            position, amount);
    };
    const auto seal = [&] { database.run("UPDATE ledger_transaction SET sealed = 1, unsealed = NULL WHERE id = 900"); };
    using Kind = StoreError::Kind;
    CHECK(refusal(database, [&] { begin(1); }) == Kind::unbalanced);
    CHECK(refusal(database, [&] { begin(0), seal(); }) == Kind::unbalanced);
    CHECK(refusal(database, [&] { begin(0), post(0, 0), seal(); }) == Kind::unbalanced);
    CHECK(refusal(database, [&] { begin(0), post(0, 100), post(1, -99), seal(); }) == Kind::unbalanced);
    CHECK_FALSE(refusal(database, [&] { begin(0), post(0, 100), post(1, -100), seal(); }));
    CHECK(refusal(database, [&] { begin(0), post(0, 100), post(1, -100), seal(), post(2, 0); }) == Kind::unbalanced);
    // The hold of the booking is sealed.
    CHECK(refusal(database, [&] { database.run("UPDATE ledger_posting SET amount_fen = amount_fen + 1"); }) ==
          Kind::unbalanced);
    CHECK(refusal(database, [&] { database.run("UPDATE ledger_posting SET at = 0"); }) == Kind::unbalanced);
    CHECK(refusal(database, [&] { database.run("DELETE FROM ledger_posting"); }) == Kind::unbalanced);
    CHECK(refusal(database, [&] { database.run("UPDATE ledger_transaction SET reference = 'x'"); }) ==
          Kind::unbalanced);
    CHECK(refusal(database, [&] { database.run("UPDATE ledger_transaction SET sealed = 0"); }) == Kind::unbalanced);
    CHECK(refusal(database, [&] { database.run("DELETE FROM ledger_transaction"); }) == Kind::unbalanced);
}

TEST_CASE("The database refuses references that point nowhere") {
    const auto backend = GENERATE(values(both));
    INFO(support::name_of(backend));
    const Store store(backend);
    auto database = store.open();
    CHECK(refusal(database, [&] {
        database.run("INSERT INTO role_grant(person_id, role, scope) VALUES (99999, 'member', '')");
    }));
    CHECK(refusal(database, [&] {
        database.run(
            "INSERT INTO occupancy(instrument_id, lane, held_start, held_end, start_at, end_at, holder_kind, "
            "holder_id) "
            "VALUES ('NOWHERE', 0, 1, 2, 1, 2, 0, 1)");
    }));
}

TEST_CASE("A failure of the store names its statement, but not the values that were given to it") {
    const auto backend = GENERATE(values(both));
    INFO(support::name_of(backend));
    Store store(backend);
    std::string told;
    (void)store.writer().run([&](SqlTransaction& tx) {
        try {
            StoredPerson twice;
            twice.user.login = "member@company.example";
            twice.user.organisation_id = company;
            twice.password_hash = "the hash of a password";
            (void)tx.add_person(twice);
        } catch (const StoreError& e) {
            told = e.what();
            CHECK(e.kind() == StoreError::Kind::unique);
        }
        return false;
    });
    CHECK(told.find("person") != std::string::npos);
    CHECK(told.find("the hash") == std::string::npos);
    CHECK(told.find("member@company.example") == std::string::npos);
}
