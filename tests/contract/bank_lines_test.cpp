// The bank's list: each line is a payment at most once, by itself or by hand.

#include "scheduler/bank_lines.hpp"
#include "tests/contract/money.hpp"

#include <catch2/catch.hpp>

using namespace contract;
using namespace model;
using namespace server;
using support::Backend;

namespace {
constexpr auto both = {Backend::sqlite, Backend::postgresql};

BankLine line(const std::string& reference, std::int64_t fen, const std::string& text, const std::string& name = "") {
    BankLine made;
    made.bank_reference = reference;
    made.amount = Money{fen};
    made.text = text;
    made.payer_name = name;
    return made;
}

Result<std::vector<scheduler::ImportedLine>> import(Store& store, const std::vector<BankLine>& lines) {
    return store.run<std::vector<scheduler::ImportedLine>>(
        [&](SqlTransaction& tx) { return scheduler::import_bank_lines(tx, lines, Store::staff(), store.clock.now()); });
}

Result<BankLine> assign(Store& store, BankLineId id, const OrganisationId& organisation) {
    return store.run<BankLine>([&](SqlTransaction& tx) {
        return scheduler::assign_bank_line(tx, id, organisation, Store::staff(), store.clock.now());
    });
}

Result<BankLine> ignore(Store& store, BankLineId id) {
    return store.run<BankLine>([&](SqlTransaction& tx) {
        return scheduler::ignore_bank_line(tx, id, "interest", Store::staff(), store.clock.now());
    });
}
}  // namespace

TEST_CASE("Lines of the bank become payments by reference, amount or name, once however often they are imported") {
    const auto backend = GENERATE(values(both));
    INFO(support::name_of(backend));
    Store store(backend);
    (void)used(store, 9, 11);
    const std::vector lines{line("B1", 30'000, "COMPANY.2026-11"), line("B2", 90'000, ""), line("B3", 100, "", "公司"),
                            line("B4", 77, "who knows")};
    for (int time = 0; time < 3; ++time) {
        const auto imported = import(store, lines);
        REQUIRE(imported);
        REQUIRE(imported->size() == 4);
        CHECK((*imported)[0].known == (time > 0));
        CHECK((*imported)[0].line.matched_by == MatchedBy::reference);
        // What the first has settled no longer counts: 900 yuan are owed then.
        CHECK((*imported)[1].line.matched_by == MatchedBy::amount);
        CHECK((*imported)[2].line.matched_by == MatchedBy::name);
        CHECK((*imported)[3].line.status == BankLineStatus::unmatched);
    }
    CHECK(balance(store, AccountKind::receivable, "COMPANY") == 0);
    CHECK(balance(store, AccountKind::prepaid, "COMPANY") == -100);
    CHECK(balance(store, AccountKind::bank, council) == 120'100);
    CHECK(count(store, "SELECT count(*) FROM event WHERE kind = 'bank_lines_imported'") == 1);
    auto database = store.open();
    CHECK(problems(database).empty());
}

TEST_CASE("A list with a known number and other contents is refused as a whole") {
    const auto backend = GENERATE(values(both));
    INFO(support::name_of(backend));
    Store store(backend);
    REQUIRE(import(store, {line("B1", 100, "COMPANY")}));
    const auto again = import(store, {line("B2", 500, "COMPANY"), line("B1", 101, "COMPANY")});
    REQUIRE_FALSE(again);
    CHECK(again.error().code() == ErrorCode::already_exists);
    CHECK(balance(store, AccountKind::bank, council) == 100);
    CHECK(count(store, "SELECT count(*) FROM bank_line") == 1);
}

TEST_CASE("What matches nothing is assigned or ignored by hand, once") {
    const auto backend = GENERATE(values(both));
    INFO(support::name_of(backend));
    Store store(backend);
    const auto imported = import(store, {line("B1", 100, "?"), line("B2", 200, "?")});
    REQUIRE(imported);
    const auto first = (*imported)[0].line.id;
    const auto second = (*imported)[1].line.id;
    CHECK(assign(store, first, OrganisationId{"NOBODY"}).error().code() == ErrorCode::invalid_field);
    REQUIRE(assign(store, first, company));
    CHECK(assign(store, first, company));
    CHECK(ignore(store, first).error().code() == ErrorCode::wrong_state);
    REQUIRE(ignore(store, second));
    CHECK(assign(store, second, company).error().code() == ErrorCode::wrong_state);
    CHECK(assign(store, BankLineId{99}, company).error().code() == ErrorCode::not_found);
    CHECK(balance(store, AccountKind::prepaid, "COMPANY") == -100);
    CHECK(count(store, "SELECT count(*) FROM event WHERE kind = 'bank_line_decided'") == 2);
    auto database = store.open();
    CHECK(problems(database).empty());
    const auto refused = [&](const std::string& sql) {
        database.run_text("BEGIN");
        bool thrown = false;
        try {
            database.run_text(sql);
        } catch (const StoreError&) {
            thrown = true;
        }
        database.run_text("ROLLBACK");
        return thrown;
    };
    CHECK(refused("UPDATE bank_line SET amount_fen = 1"));
    CHECK(refused("UPDATE bank_line SET status = 'unmatched', organisation_id = NULL WHERE status = 'assigned'"));
    CHECK(refused("DELETE FROM bank_line"));
}
