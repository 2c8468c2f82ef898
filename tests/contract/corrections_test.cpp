// Disputes and corrections: nothing is edited, everything is a transaction of its own.

#include "scheduler/disputes.hpp"
#include "tests/contract/money.hpp"

#include <catch2/catch.hpp>

using namespace contract;
using namespace model;
using namespace server;
using scheduler::CorrectionWish;
using support::Backend;

namespace {
constexpr auto both = {Backend::sqlite, Backend::postgresql};
constexpr std::int64_t yuan = 100;
const scheduler::Actor first{UserId{101}, {}, true};
const scheduler::Actor second{UserId{102}, {}, true};

Result<Correction> propose(Store& store, CorrectionKind kind, TransactionId charge, std::int64_t fen) {
    return store.run<Correction>([&](SqlTransaction& tx) {
        const CorrectionWish wish{
            .kind = kind, .organisation = company, .charge = charge, .amount = Money{fen}, .reason = "because"};
        return scheduler::propose_correction(tx, wish, first, store.clock.now());
    });
}

Result<Correction> approve(Store& store, CorrectionId id, const scheduler::Actor& actor) {
    return store.run<Correction>(
        [&](SqlTransaction& tx) { return scheduler::approve_correction(tx, id, actor, store.clock.now()); });
}

Result<Correction> refuse(Store& store, CorrectionId id) {
    return store.run<Correction>(
        [&](SqlTransaction& tx) { return scheduler::refuse_correction(tx, id, "no", second, store.clock.now()); });
}

Result<Dispute> dispute(Store& store, TransactionId charge, std::optional<std::int64_t> line,
                        std::optional<Money> amount) {
    return store.run<Dispute>([&](SqlTransaction& tx) {
        return scheduler::open_dispute(tx, {charge, line, amount, "wrong"}, store.member(), store.clock.now());
    });
}

Result<Dispute> resolve(Store& store, DisputeId id, std::optional<CorrectionKind> kind, std::int64_t fen) {
    return store.run<Dispute>([&](SqlTransaction& tx) {
        return scheduler::resolve_dispute(tx, id, {kind, Money{fen}, "looked at"}, first, store.clock.now());
    });
}

bool sound(Store& store) {
    auto database = store.open();
    const auto all = problems(database);
    for (const auto& problem : all) {
        UNSCOPED_INFO(problem);
    }
    return all.empty();
}
}  // namespace

TEST_CASE("A credit note takes tax and income back in proportion, and the whole of it leaves nothing anywhere") {
    const auto backend = GENERATE(values(both));
    INFO(support::name_of(backend));
    Store store(backend);
    const auto charge = charge_of(store, used(store, 9, 10));
    REQUIRE(propose(store, CorrectionKind::credit_note, charge, -1));
    REQUIRE(propose(store, CorrectionKind::credit_note, charge, -199 * yuan));
    CHECK(balance(store, AccountKind::receivable, "COMPANY") == 400 * yuan + 99);
    REQUIRE(propose(store, CorrectionKind::credit_note, charge, -(400 * yuan + 99)));
    CHECK(balance(store, AccountKind::receivable, "COMPANY") == 0);
    CHECK(balance(store, AccountKind::tax, "I1") == 0);
    CHECK(balance(store, AccountKind::platform_income, "P1") == 0);
    CHECK(propose(store, CorrectionKind::credit_note, charge, -1).error().code() == ErrorCode::invalid_field);
    CHECK(sound(store));
}

TEST_CASE("What was paid already and is given back is paid ahead then") {
    const auto backend = GENERATE(values(both));
    INFO(support::name_of(backend));
    Store store(backend);
    const auto charge = charge_of(store, used(store, 9, 10));
    REQUIRE(pay(store, 500 * yuan, "p1"));
    REQUIRE(propose(store, CorrectionKind::credit_note, charge, -300 * yuan));
    CHECK(balance(store, AccountKind::receivable, "COMPANY") == 0);
    CHECK(balance(store, AccountKind::prepaid, "COMPANY") == -200 * yuan);
    REQUIRE(propose(store, CorrectionKind::adjustment, charge, 250 * yuan));
    CHECK(balance(store, AccountKind::receivable, "COMPANY") == 50 * yuan);
    CHECK(balance(store, AccountKind::prepaid, "COMPANY") == 0);
    CHECK(sound(store));
}

TEST_CASE("Above the limit a correction waits for a second person, who is another one") {
    const auto backend = GENERATE(values(both));
    INFO(support::name_of(backend));
    Store store(backend);
    const auto charge = charge_of(store, used(store, 9, 12));
    const auto waits = propose(store, CorrectionKind::adjustment, charge, -(1'000 * yuan + 1));
    REQUIRE(waits);
    CHECK(waits->status == CorrectionStatus::proposed);
    CHECK(balance(store, AccountKind::receivable, "COMPANY") == 1'800 * yuan);
    // What is proposed counts.
    CHECK(propose(store, CorrectionKind::credit_note, charge, -800 * yuan).error().code() == ErrorCode::invalid_field);
    CHECK(approve(store, waits->id, first).error().code() == ErrorCode::not_allowed);
    REQUIRE(approve(store, waits->id, second));
    CHECK(approve(store, waits->id, second).error().code() == ErrorCode::wrong_state);
    CHECK(balance(store, AccountKind::receivable, "COMPANY") == 800 * yuan - 1);
    const auto refused = propose(store, CorrectionKind::adjustment, charge, 5'000 * yuan);
    REQUIRE(refused);
    REQUIRE(refuse(store, refused->id));
    CHECK(approve(store, refused->id, second).error().code() == ErrorCode::wrong_state);
    CHECK(balance(store, AccountKind::receivable, "COMPANY") == 800 * yuan - 1);
    CHECK(sound(store));
}

TEST_CASE("A write-off always needs two, gives up no more than is owed, and not what was paid meanwhile") {
    const auto backend = GENERATE(values(both));
    INFO(support::name_of(backend));
    Store store(backend);
    (void)used(store, 9, 10);
    CHECK(propose(store, CorrectionKind::write_off, {}, -600 * yuan - 1).error().code() == ErrorCode::invalid_field);
    const auto small = propose(store, CorrectionKind::write_off, {}, -1 * yuan);
    const auto rest = propose(store, CorrectionKind::write_off, {}, -599 * yuan);
    REQUIRE((small && rest));
    CHECK(small->status == CorrectionStatus::proposed);
    REQUIRE(approve(store, small->id, second));
    CHECK(balance(store, AccountKind::write_off, council) == 1 * yuan);
    REQUIRE(pay(store, 100 * yuan, "after all"));
    CHECK(approve(store, rest->id, second).error().code() == ErrorCode::wrong_state);
    REQUIRE(refuse(store, rest->id));
    CHECK(balance(store, AccountKind::receivable, "COMPANY") == 499 * yuan);
    CHECK(sound(store));
}

TEST_CASE("A disputed line is answered by a credit note, an adjustment or a rejection, once") {
    const auto backend = GENERATE(values(both));
    INFO(support::name_of(backend));
    Store store(backend);
    const auto charge = charge_of(store, used(store, 9, 10));
    CHECK(dispute(store, charge, 7, std::nullopt).error().code() == ErrorCode::invalid_field);
    CHECK(dispute(store, TransactionId{1}, std::nullopt, std::nullopt).error().code() == ErrorCode::not_found);
    const auto line = dispute(store, charge, 0, Money{100 * yuan});
    REQUIRE(line);
    CHECK(dispute(store, charge, std::nullopt, Money{500 * yuan + 1}).error().code() == ErrorCode::invalid_field);
    const auto rest = dispute(store, charge, std::nullopt, std::nullopt);
    REQUIRE(rest);
    CHECK(rest->amount == Money{500 * yuan});
    const auto credited = resolve(store, line->id, CorrectionKind::credit_note, -60 * yuan);
    REQUIRE(credited);
    CHECK(credited->status == DisputeStatus::credited);
    CHECK(resolve(store, line->id, std::nullopt, 0).error().code() == ErrorCode::wrong_state);
    CHECK(resolve(store, rest->id, std::nullopt, 0).value().status == DisputeStatus::rejected);
    CHECK(balance(store, AccountKind::receivable, "COMPANY") == 540 * yuan);
    CHECK(count(store, "SELECT count(*) FROM event WHERE kind = 'dispute_resolved'") == 2);
    CHECK(sound(store));
}

TEST_CASE("A dispute waits with its correction for the second person, and opens again when that one says no") {
    const auto backend = GENERATE(values(both));
    INFO(support::name_of(backend));
    Store store(backend);
    const auto charge = charge_of(store, used(store, 9, 12));
    const auto opened = dispute(store, charge, std::nullopt, std::nullopt);
    REQUIRE(opened);
    const auto status = [&] {
        auto found = DisputeStatus::rejected;
        (void)store.writer().run([&](SqlTransaction& tx) {
            found = tx.dispute(opened->id).value().status;
            return false;
        });
        return found;
    };
    CHECK(resolve(store, opened->id, CorrectionKind::adjustment, -1'500 * yuan).value().status ==
          DisputeStatus::undecided);
    REQUIRE(refuse(store, CorrectionId{1}));
    CHECK(status() == DisputeStatus::open);
    REQUIRE(resolve(store, opened->id, CorrectionKind::adjustment, -1'200 * yuan));
    REQUIRE(approve(store, CorrectionId{2}, second));
    CHECK(status() == DisputeStatus::adjusted);
    CHECK(balance(store, AccountKind::receivable, "COMPANY") == 600 * yuan);
    CHECK(sound(store));
}

TEST_CASE("What is in dispute is not dunned until it is answered") {
    const auto backend = GENERATE(values(both));
    INFO(support::name_of(backend));
    Store store(backend);
    BillingPolicy policy;
    policy.dunning = {{0, DunningAction::block}};
    set_policy(store, policy);
    const auto charge = charge_of(store, used(store, 9, 10));
    const auto opened = dispute(store, charge, std::nullopt, std::nullopt);
    REQUIRE(opened);
    store.clock.advance(std::chrono::days{31});
    const auto due_now = [&] {
        std::int64_t fen = 0;
        (void)store.writer().run([&](SqlTransaction& tx) {
            fen = tx.unpaid(company, store.clock.now() - std::chrono::days{30}).due.fen();
            return false;
        });
        return fen;
    };
    CHECK(due_now() == 0);
    REQUIRE(resolve(store, opened->id, std::nullopt, 0));
    CHECK(due_now() == 600 * yuan);
    CHECK(count(store, "SELECT count(*) FROM event WHERE kind = 'account_blocked'") == 1);
    CHECK(sound(store));
}
