// Group commit: who shares a transaction with whom, what is undone alone, and when "done" is said.

#include "tests/contract/store.hpp"

#include <future>
#include <latch>
#include <set>
#include <thread>

#include <catch2/catch.hpp>

using namespace contract;
using namespace model;
using namespace server;
using support::Backend;

namespace {
constexpr auto both = {Backend::sqlite, Backend::postgresql};

/// Lets everything that is submitted during its life wait, so that it all runs in one batch afterwards.
class Floodgate {
  public:
    explicit Floodgate(Writer& writer) {
        writer.submit(
            [this](SqlTransaction&) {
                entered_.count_down();
                opened_.wait();
                return true;
            },
            [this](CommitOutcome) { passed_.count_down(); });
        entered_.wait();
    }
    void open() {
        opened_.count_down();
        passed_.wait();
    }

  private:
    std::latch entered_{1};
    std::latch opened_{1};
    std::latch passed_{1};
};

struct Submitted {
    std::optional<Result<Booking>> result;
    std::promise<CommitOutcome> done;
};
}  // namespace

TEST_CASE("An instrument of capacity 3 gives three lanes to one time, and none to a fourth") {
    const auto backend = GENERATE(values(both));
    INFO(support::name_of(backend));
    Store store(backend);
    for (int i = 0; i < 3; ++i) {
        CHECK(store.book(three, hours(9, 11)));
    }
    const auto fourth = store.book(three, hours(10, 12));
    REQUIRE_FALSE(fourth);
    CHECK(fourth.error().code() == ErrorCode::slot_taken);
    CHECK(store.book(three, hours(11, 12)));
    CHECK(store.book(three, hours(8, 9)));
    auto database = store.open();
    CHECK(std::get<0>(*database.first<std::int64_t>(
              "SELECT count(DISTINCT lane) FROM occupancy WHERE instrument_id = 'THREE'")) == 3);
    CHECK(problems(database).empty());
}

TEST_CASE("Commands that wait together share one commit; the one that refuses or fails is undone alone") {
    const auto backend = GENERATE(values(both));
    INFO(support::name_of(backend));
    Store store(backend);
    constexpr int commands = 40;
    std::vector<Submitted> submitted(commands);
    const auto commits_before = store.writer().figures().commits;
    {
        Floodgate gate(store.writer());
        for (int i = 0; i < commands; ++i) {
            auto& own = submitted[static_cast<std::size_t>(i)];
            store.writer().submit(
                [&store, &own, i](SqlTransaction& tx) {
                    // Every fourth wants a slot that is gone, every tenth breaks a constraint, every eleventh throws.
                    const int hour = i % 4 == 3 ? 0 : i;
                    own.result.emplace(scheduler::request_booking(
                        tx, {one, hours(hour, hour + 1), "", 0, 0, std::nullopt}, store.member(), store.clock.now()));
                    if (i % 10 == 9) {
                        tx.add_organisation({company, OrganisationKind::enterprise, "again", "", {}});
                    }
                    if (i % 11 == 10) {
                        throw std::runtime_error("a bug");
                    }
                    return own.result->has_value();
                },
                [&own](CommitOutcome outcome) { own.done.set_value(outcome); });
        }
        gate.open();
    }
    std::set<std::string> expected;
    for (int i = 0; i < commands; ++i) {
        INFO("command " << i);
        auto& own = submitted[static_cast<std::size_t>(i)];
        const auto outcome = own.done.get_future().get();
        const bool fails = i % 10 == 9 || i % 11 == 10;
        CHECK(outcome == (fails ? CommitOutcome::unavailable : CommitOutcome::durable));
        CHECK(own.result->has_value() == (i % 4 != 3));
        if (!fails && i % 4 != 3) {
            expected.insert(std::to_string(hours(i, i + 1).start.time_since_epoch().count()));
        }
    }
    // The gate's own transaction, and one for all the others.
    CHECK(store.writer().figures().commits - commits_before == 2);
    auto database = store.open();
    std::set<std::string> kept;
    database.each<std::int64_t>("SELECT start_at FROM booking",
                                [&](std::int64_t start) { kept.insert(std::to_string(start)); });
    CHECK(kept == expected);
    CHECK(problems(database).empty());
    CHECK(calendar_text(*store.writer().snapshot()).find(" 0/") != std::string::npos);
}

TEST_CASE("Whoever is told that a command is durable finds it in the store, and in the snapshot") {
    const auto backend = GENERATE(values(both));
    INFO(support::name_of(backend));
    Store store(backend);
    auto other = store.open(Database::Access::read);
    std::promise<std::pair<std::int64_t, std::string>> seen;
    std::int64_t before = 0;
    store.writer().submit(
        [&](SqlTransaction& tx) {
            before = std::get<0>(*other.first<std::int64_t>("SELECT count(*) FROM booking"));
            const bool good = scheduler::request_booking(tx, {one, hours(9, 10), "", 0, 0, std::nullopt},
                                                         store.member(), store.clock.now())
                                  .has_value();
            before += std::get<0>(*other.first<std::int64_t>("SELECT count(*) FROM booking"));
            return good;
        },
        [&](CommitOutcome) {
            seen.set_value({std::get<0>(*other.first<std::int64_t>("SELECT count(*) FROM booking")),
                            calendar_text(*store.writer().snapshot())});
        });
    const auto [rows, calendar] = seen.get_future().get();
    CHECK(before == 0);
    CHECK(rows == 1);
    CHECK(calendar.find("ONE: 0/") != std::string::npos);
}

TEST_CASE("Threads that submit at the same time get each slot once, and the log has no gap") {
    const auto backend = GENERATE(values(both));
    INFO(support::name_of(backend));
    Store store(backend);
    constexpr int threads = 8;
    constexpr int slots = 24;
    std::atomic<int> won{0};
    {
        std::vector<std::jthread> people;
        for (int t = 0; t < threads; ++t) {
            people.emplace_back([&] {
                for (int hour = 0; hour < slots; ++hour) {
                    won += store.book(one, hours(hour, hour + 1)) ? 1 : 0;
                }
            });
        }
    }
    CHECK(won == slots);
    auto database = store.open();
    CHECK(problems(database).empty());
    const auto events = database.first<std::int64_t, std::int64_t>("SELECT count(*), max(seq) FROM event");
    CHECK(std::get<0>(*events) == std::get<1>(*events));
    // The listener heard every one of them, in order.
    REQUIRE(static_cast<std::int64_t>(store.heard.size()) == std::get<0>(*events));
    for (std::size_t i = 0; i < store.heard.size(); ++i) {
        REQUIRE(store.heard[i].seq.value == static_cast<std::int64_t>(i) + 1);
    }
}

TEST_CASE("A part of a command is undone alone, with its events and its place in the calendar") {
    const auto backend = GENERATE(values(both));
    INFO(support::name_of(backend));
    Store store(backend);
    const auto outcome = store.writer().run([&](SqlTransaction& tx) {
        for (int hour = 0; hour < 6; ++hour) {
            const auto part = tx.begin_part();
            const bool booked = scheduler::request_booking(tx, {one, hours(hour, hour + 1), "", 0, 0, std::nullopt},
                                                           store.member(), store.clock.now())
                                    .has_value();
            tx.end_part(part, booked && hour % 2 == 0);
        }
        return true;
    });
    CHECK(outcome == CommitOutcome::durable);
    auto database = store.open();
    CHECK(std::get<0>(*database.first<std::int64_t>("SELECT count(*) FROM booking")) == 3);
    CHECK(problems(database).empty());
    std::string seal;
    CHECK(calendar_text(*store.writer().snapshot()) ==
          calendar_text(*load_snapshot(database, store.clock.now(), seal)));
    CHECK(store.book(one, hours(1, 2)));
}

TEST_CASE("A kept answer is found by its owner and key until it is forgotten") {
    const auto backend = GENERATE(values(both));
    INFO(support::name_of(backend));
    Store store(backend);
    const UserId owner = store.member().user;
    const auto keep = [&](const char* key, Instant when) {
        return store.writer().run([&](SqlTransaction& tx) {
            tx.keep_answer(owner, key, {"hash", 201, "{\"名\":1}", "\"e\""}, when);
            return true;
        });
    };
    const auto now = store.clock.now();
    CHECK(keep("old", now - std::chrono::hours{80}) == CommitOutcome::durable);
    CHECK(keep("new", now) == CommitOutcome::durable);
    CHECK(keep("new", now) == CommitOutcome::unavailable);
    store.reopen();
    std::optional<KeptAnswer> found, foreign, forgotten;
    (void)store.writer().run([&](SqlTransaction& tx) {
        found = tx.kept_answer(owner, "new");
        foreign = tx.kept_answer(UserId{owner.value + 1}, "new");
        tx.forget_answers(now - std::chrono::hours{72}, 10);
        forgotten = tx.kept_answer(owner, "old");
        return true;
    });
    REQUIRE(found);
    CHECK(found->status == 201);
    CHECK(found->body == "{\"名\":1}");
    CHECK(found->etag == "\"e\"");
    CHECK_FALSE(foreign);
    CHECK_FALSE(forgotten);
}

TEST_CASE("What another program wrote is taken up by the next command, and the listener hears of it") {
    const auto backend = GENERATE(values(both));
    INFO(support::name_of(backend));
    Store store(backend);
    REQUIRE(store.book(one, hours(9, 10)));
    const auto heard_before = store.heard.size();
    {
        Store* first = &store;
        Writer second(DatabaseUrl::parse(store.url()), store.clock, {});
        const auto outcome = second.run([&](SqlTransaction& tx) {
            return scheduler::request_booking(tx, {one, hours(10, 11), "", 0, 0, std::nullopt}, first->member(),
                                              first->clock.now())
                .has_value();
        });
        CHECK(outcome == CommitOutcome::durable);
    }
    CHECK(store.book(one, hours(11, 12)));
    CHECK(store.book(one, hours(10, 11)).error().code() == ErrorCode::slot_taken);
    auto database = store.open();
    CHECK(problems(database).empty());
    REQUIRE(store.heard.size() == heard_before + 4);
    CHECK(store.heard.back().seq.value == static_cast<std::int64_t>(store.heard.size()));
    std::string seal;
    CHECK(calendar_text(*store.writer().snapshot()) ==
          calendar_text(*load_snapshot(database, store.clock.now(), seal)));
}

TEST_CASE("A writer that ends runs what was queued first") {
    const auto backend = GENERATE(values(both));
    INFO(support::name_of(backend));
    Store store(backend);
    constexpr int commands = 300;
    std::atomic<int> durable{0};
    for (int i = 0; i < commands; ++i) {
        store.writer().submit(
            [&store](SqlTransaction& tx) {
                Event event;
                event.at = store.clock.now();
                event.kind = EventKind::signed_in;
                tx.append(event);
                return true;
            },
            [&](CommitOutcome outcome) { durable += outcome == CommitOutcome::durable ? 1 : 0; });
    }
    store.reopen();
    CHECK(durable == commands);
    CHECK(store.writer().snapshot()->seq == commands + 1);
}
