// The log, the books and the calendar index stay true over long random histories, and what is tampered with is seen.

#include "tests/contract/store.hpp"

#include "server/json/write.hpp"

#include <random>

#include <catch2/catch.hpp>

using namespace contract;
using namespace model;
using namespace server;
using support::Backend;

namespace {
constexpr auto both = {Backend::sqlite, Backend::postgresql};

/// Random commands of all kinds; most are refused, as in life.
class RandomLife {
  public:
    RandomLife(Store& store, unsigned seed) : store_(store), random_(seed) {}

    void step() {
        const auto id = BookingId{1 + below(std::max<std::int64_t>(1, bookings_))};
        const auto now = store_.clock.now();
        const auto actor = below(2) == 0 ? store_.member() : Store::staff();
        switch (below(12)) {
            case 0:
            case 1:
            case 2:
            case 3:
                if (store_.book(any_instrument(), any_time())) {
                    ++bookings_;
                }
                break;
            case 4:
                (void)booking([&](auto& tx) { return scheduler::approve_booking(tx, id, Store::staff(), now); });
                break;
            case 5:
                (void)booking([&](auto& tx) { return scheduler::reject_booking(tx, id, "no", Store::staff(), now); });
                break;
            case 6:
                (void)booking([&](auto& tx) { return scheduler::cancel_booking(tx, id, "away", actor, now); });
                break;
            case 7:
                (void)booking([&](auto& tx) {
                    return scheduler::reschedule_booking(tx, id, any_time(), any_instrument(), actor, now);
                });
                break;
            case 8:
                (void)booking([&](auto& tx) { return scheduler::check_in(tx, id, actor, now); });
                break;
            case 9:
                (void)booking([&](auto& tx) {
                    return scheduler::check_out(tx, id, {}, actor, now + std::chrono::minutes{below(300)});
                });
                break;
            case 10:
                outage();
                break;
            default:
                change_rules_or_clock();
        }
    }
    [[nodiscard]] std::int64_t bookings() const { return bookings_; }

  private:
    std::int64_t below(std::int64_t limit) {
        return static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(limit));
    }
    InstrumentId any_instrument() {
        return std::array{one, three, asks, collects}.at(static_cast<std::size_t>(below(4)));
    }
    Interval any_time() {
        const auto from = store_.clock.now() + std::chrono::minutes{15 * (1 + below(60))};
        const auto on_grid = std::chrono::floor<std::chrono::minutes>(from) -
                             std::chrono::minutes{(from.time_since_epoch().count() / 60) % 15};
        return {on_grid, on_grid + std::chrono::minutes{15 * (1 + below(12))}};
    }
    template <class Command>
    Result<Booking> booking(Command&& command) {
        return store_.run<Booking>(std::forward<Command>(command));
    }
    void outage() {
        const auto now = store_.clock.now();
        if (below(2) == 0) {
            const auto reported = store_.run<scheduler::ReportedOutage>([&](auto& tx) {
                return scheduler::report_outage(tx, any_instrument(), any_time(), "broken", Store::staff(), now);
            });
            outages_ += reported ? 1 : 0;
        } else {
            const OutageId id{1 + below(std::max<std::int64_t>(1, outages_))};
            (void)store_.run<Outage>([&](auto& tx) { return scheduler::end_outage(tx, id, Store::staff(), now); });
        }
    }
    void change_rules_or_clock() {
        if (below(3) != 0) {
            store_.clock.advance(std::chrono::minutes{below(45)});
            return;
        }
        const auto id = any_instrument();
        (void)store_.writer().run([&](SqlTransaction& tx) {
            auto policy = tx.instrument(id)->policy->policy;
            policy.buffer_after_minutes = 15 * below(4);
            policy.capacity = 1 + below(3);
            const auto version = tx.add_policy(id, policy, store_.clock.now());
            Event event;
            event.at = store_.clock.now();
            event.kind = EventKind::policy_changed;
            event.instrument_id = id;
            event.facts = {{"version", std::to_string(version->version)}};
            tx.append(event);
            return below(4) != 0;
        });
    }

    Store& store_;
    std::mt19937_64 random_;
    std::int64_t bookings_ = 0;
    std::int64_t outages_ = 0;
};

/// Takes away what guards a table, as somebody with the database's password could.
void take_guards_away(Database& database) {
    if (database.dialect() == Dialect::sqlite) {
        for (const char* guard : {"event_fixed", "event_kept", "posting_fixed", "posting_kept", "ledger_seal",
                                  "ledger_kept", "occupancy_fixed", "occupancy_overlap"}) {
            database.run_text(std::string("DROP TRIGGER ") + guard);
        }
    } else {
        for (const char* table : {"event", "ledger_posting", "ledger_transaction", "occupancy"}) {
            database.run_text(std::string("ALTER TABLE ") + table + " DISABLE TRIGGER USER");
        }
        database.run_text("ALTER TABLE occupancy DROP CONSTRAINT occupancy_overlap");
    }
}
}  // namespace

TEST_CASE("After random commands the snapshot equals what a fresh start reads, and everything verifies") {
    const auto backend = GENERATE(values(both));
    const auto seed = GENERATE(1U, 2U, 3U);
    INFO(support::name_of(backend) << " seed " << seed);
    Store store(backend);
    RandomLife life(store, seed);
    auto reader = store.open(Database::Access::read);
    constexpr int steps = 400;
    for (int i = 1; i <= steps; ++i) {
        life.step();
        if (i % 80 == 0) {
            INFO("after " << i << " steps");
            std::string seal;
            const auto fresh = load_snapshot(reader, store.clock.now(), seal);
            const auto live = store.writer().snapshot();
            REQUIRE(calendar_text(*live) == calendar_text(*fresh));
            REQUIRE(live->seq == fresh->seq);
            for (std::size_t k = 0; k < fresh->catalogue->instruments().size(); ++k) {
                REQUIRE(live->catalogue->instruments()[k]->policy->version ==
                        fresh->catalogue->instruments()[k]->policy->version);
                // As documents: each snapshot holds a holiday calendar of its own.
                REQUIRE(json::to_text(live->catalogue->instruments()[k]->policy->policy) ==
                        json::to_text(fresh->catalogue->instruments()[k]->policy->policy));
            }
            const auto wrong = problems(reader);
            INFO((wrong.empty() ? std::string() : wrong.front()));
            REQUIRE(wrong.empty());
        }
        if (i == steps / 2) {
            store.reopen();
        }
    }
    CHECK(life.bookings() > 30);
}

TEST_CASE("A check-out ends a use whose lane and buffers were taken under another policy than it was asked for") {
    const auto backend = GENERATE(values(both));
    INFO(support::name_of(backend));
    Store store(backend);
    const auto change = [&](std::int64_t capacity, std::int64_t buffer) {
        (void)store.writer().run([&](SqlTransaction& tx) {
            auto policy = tx.instrument(collects)->policy->policy;
            policy.capacity = capacity;
            policy.buffer_after_minutes = buffer;
            (void)tx.add_policy(collects, policy, store.clock.now());
            return true;
        });
    };
    change(1, 60);
    const auto first = store.book(collects, hours(9, 10));
    const auto second = store.book(collects, hours(9, 10));
    const auto next = store.book(collects, hours(10, 11));
    REQUIRE((first && second && next));
    change(2, 0);
    const auto staff = Store::staff();
    for (const auto id : {first->id, second->id, next->id}) {
        REQUIRE(
            store.run<Booking>([&](auto& tx) { return scheduler::approve_booking(tx, id, staff, store.clock.now()); }));
    }
    store.clock.set(hours(9, 10).start + std::chrono::minutes{50});
    for (const auto id : {first->id, second->id}) {
        REQUIRE(store.run<Booking>([&](auto& tx) { return scheduler::check_in(tx, id, staff, hours(9, 10).start); }));
        CHECK(store.run<Booking>([&](auto& tx) { return scheduler::check_out(tx, id, {}, staff, store.clock.now()); }));
    }
    auto database = store.open();
    CHECK(problems(database).empty());
}

TEST_CASE("A byte changed in an event is found by the audit chain, whichever field it is in") {
    const auto backend = GENERATE(values(both));
    const std::string field =
        GENERATE("facts", "at", "kind", "actor", "subject", "organisation", "seal", "missing", "moved");
    INFO(support::name_of(backend) << " " << field);
    Store store(backend);
    for (int hour = 8; hour < 12; ++hour) {
        REQUIRE(store.book(one, hours(hour, hour + 1)));
    }
    auto database = store.open();
    CHECK(verify_books(database).chain_ok);
    take_guards_away(database);
    const std::int64_t victim = 4;
    if (field == "facts") {
        database.run("UPDATE event SET facts = replace(facts, 'approved', 'approvee') WHERE seq < :victim", victim);
    } else if (field == "at") {
        database.run("UPDATE event SET at = at + 1 WHERE seq = :victim", victim);
    } else if (field == "kind") {
        database.run("UPDATE event SET kind = 'booking_rejected' WHERE seq = :victim", victim);
    } else if (field == "actor") {
        database.run("UPDATE event SET actor = actor + 1 WHERE seq = :victim", victim);
    } else if (field == "subject") {
        database.run("UPDATE event SET subject = subject + 1 WHERE seq = :victim", victim);
    } else if (field == "organisation") {
        database.run("UPDATE event SET organisation_id = 'OTHER' WHERE seq = :victim", victim);
    } else if (field == "seal") {
        database.run("UPDATE event SET seal = 'x' || substr(seal, 2) WHERE seq = :victim", victim);
    } else if (field == "missing") {
        database.run("DELETE FROM event WHERE seq = :victim", victim);
    } else {
        database.run("UPDATE event SET seq = 1000 WHERE seq = :victim", victim);
    }
    CHECK_FALSE(verify_books(database).chain_ok);
}

TEST_CASE("Postings, holds and lanes that somebody changed behind the program's back are found") {
    const auto backend = GENERATE(values(both));
    const std::string change =
        GENERATE("amount", "account", "posting gone", "lane gone", "taken twice", "dead holder", "charge");
    INFO(support::name_of(backend) << " " << change);
    Store store(backend);
    const auto booked = store.book(one, hours(9, 10));
    const auto other = store.book(one, hours(10, 11));
    REQUIRE((booked && other));
    auto database = store.open();
    CHECK(problems(database).empty());
    take_guards_away(database);
    if (change == "amount") {
        database.run("UPDATE ledger_posting SET amount_fen = amount_fen + 1 WHERE position = 0");
    } else if (change == "account") {
        database.run("UPDATE ledger_account SET held_fen = held_fen - 1 WHERE kind = 'receivable'");
    } else if (change == "posting gone") {
        database.run("DELETE FROM ledger_posting WHERE position = 1");
    } else if (change == "lane gone") {
        database.run("DELETE FROM occupancy WHERE holder_id = :id", booked->id.value);
    } else if (change == "taken twice") {
        database.run("UPDATE occupancy SET held_end = held_end + 60 WHERE holder_id = :id", booked->id.value);
    } else if (change == "dead holder") {
        database.run("UPDATE booking SET status = 'cancelled' WHERE id = :id", booked->id.value);
    } else {
        database.run("UPDATE booking SET status = 'completed', charge_fen = 1 WHERE id = :id", booked->id.value);
    }
    CHECK_FALSE(problems(database).empty());
}

TEST_CASE("A store that is opened again shows bookings, answers, accounts and the log as they were") {
    const auto backend = GENERATE(values(both));
    INFO(support::name_of(backend));
    Store store(backend);
    const auto booked = store.book(one, hours(9, 10));
    REQUIRE(booked);
    const auto before = calendar_text(*store.writer().snapshot());
    const auto seq = store.writer().snapshot()->seq;
    store.reopen();
    CHECK(calendar_text(*store.writer().snapshot()) == before);
    CHECK(store.writer().snapshot()->seq == seq);
    std::optional<Booking> again;
    AccountState account;
    (void)store.writer().run([&](SqlTransaction& tx) {
        again = tx.booking(booked->id);
        account = tx.account({AccountKind::receivable, company.value});
        return true;
    });
    REQUIRE(again);
    CHECK(again->time == booked->time);
    CHECK(again->quote == booked->quote);
    CHECK(again->status == BookingStatus::approved);
    CHECK(account.held == Money{60'000});
    CHECK(store.book(one, hours(9, 10)).error().code() == ErrorCode::slot_taken);
}
