#include "tests/contract/money.hpp"

#include "scheduler/company_money.hpp"
#include "server/storage/money_rows.hpp"

#include <fmt/format.h>
#include <catch2/catch.hpp>

namespace contract {

using namespace model;
using namespace server;

std::int64_t balance(Store& store, AccountKind kind, const std::string& owner) {
    std::int64_t fen = 0;
    (void)store.writer().run([&](SqlTransaction& tx) {
        fen = tx.account({kind, owner}).balance.fen();
        return false;
    });
    return fen;
}

std::int64_t held(Store& store) {
    std::int64_t fen = 0;
    (void)store.writer().run([&](SqlTransaction& tx) {
        fen = tx.account({AccountKind::receivable, company.value}).held.fen();
        return false;
    });
    return fen;
}

std::int64_t available(Store& store) {
    std::int64_t fen = 0;
    (void)store.writer().run([&](SqlTransaction& tx) {
        fen = scheduler::available(tx.organisation(company)->credit_limit, tx.company_money(company)).fen();
        return false;
    });
    return fen;
}

Booking used(Store& store, int from, int to) {
    const auto booking = store.book(one, hours(from, to));
    REQUIRE(booking);
    store.clock.set(hours(from, to).start);
    REQUIRE(store.run<Booking>(
        [&](SqlTransaction& tx) { return scheduler::check_in(tx, booking->id, store.member(), store.clock.now()); }));
    store.clock.set(hours(from, to).end);
    auto done = store.run<Booking>([&](SqlTransaction& tx) {
        return scheduler::check_out(tx, booking->id, {std::nullopt, ""}, store.member(), store.clock.now());
    });
    REQUIRE(done);
    return *std::move(done);
}

TransactionId charge_of(Store& store, const Booking& booking) {
    TransactionId id;
    (void)store.writer().run([&](SqlTransaction& tx) {
        id = tx.posted(fmt::format("charge:booking:{}", booking.id.value)).value().id;
        return false;
    });
    return id;
}

Result<LedgerTransaction> pay(Store& store, std::int64_t fen, const std::string& key) {
    return store.run<LedgerTransaction>([&](SqlTransaction& tx) {
        return scheduler::receive_payment(tx, company, Money{fen}, {key, "transfer"}, Store::staff(),
                                          store.clock.now());
    });
}

void set_credit_limit(Store& store, std::int64_t fen) {
    (void)store.writer().run([&](SqlTransaction& tx) {
        tx.set_credit_limit(company, Money{fen});
        return true;
    });
}

void set_policy(Store& store, const BillingPolicy& policy) {
    (void)store.writer().run([&](SqlTransaction& tx) {
        tx.put_billing_policy(policy, stored_billing_policy(tx.reader()).version + 1, store.clock.now());
        return true;
    });
}

std::int64_t count(Store& store, Sql sql) {
    auto database = store.open(Database::Access::read);
    return std::get<0>(*database.first<std::int64_t>(sql));
}

}  // namespace contract
