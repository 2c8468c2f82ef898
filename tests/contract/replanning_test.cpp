// Replanning on both databases: what was planned before the command is checked again, and every held place can be
// accepted.

#include "scheduler/displacement.hpp"
#include "scheduler/replanning_steps.hpp"
#include "scheduler/shifts.hpp"
#include "tests/contract/store.hpp"

#include <algorithm>
#include <random>

#include <catch2/catch.hpp>

using namespace contract;
using namespace model;
using scheduler::Push;
using scheduler::Replanning;
using server::SqlTransaction;

namespace {
Push push_of(SqlTransaction& tx, Interval time) {
    return {tx.instrument(one), time, {tx.instrument(three), tx.instrument(asks)}};
}

/// What an outage of ONE would do now; nothing is written.
Replanning preview(Store& store, Interval time) {
    Replanning plan;
    (void)store.writer().run([&](SqlTransaction& tx) {
        const auto pushed = scheduler::in_the_way(tx, one, time);
        REQUIRE(pushed.has_value());
        plan = scheduler::replan(tx, push_of(tx, time), pushed->bookings, store.clock.now());
        return false;
    });
    return plan;
}

/// Reports the outage and holds what was planned.
Replanning carry_out(Store& store, Interval time, const Replanning& planned) {
    const auto held = store.run<Replanning>([&](SqlTransaction& tx) -> Result<Replanning> {
        TRY(const auto reported, scheduler::report_outage(tx, one, time, "broken", Store::staff(), store.clock.now()));
        auto lost = reported.displaced;
        lost.insert(lost.end(), reported.proposal_lost.begin(), reported.proposal_lost.end());
        return scheduler::hold_places(tx, push_of(tx, time), lost, planned, store.clock.now());
    });
    REQUIRE(held.has_value());
    return *held;
}

std::vector<Offer> open_offers(Store& store, const Replanning& held) {
    std::vector<Offer> open;
    (void)store.writer().run([&](SqlTransaction& tx) {
        for (const auto& proposal : held.proposals) {
            const auto offers = tx.offers_of({OfferOriginKind::displaced, proposal.booking.id.value});
            const auto count = std::ranges::count(offers, OfferStatus::open, &Offer::status);
            CHECK(count == (proposal.place ? 1 : 0));
            for (const auto& offer : offers) {
                if (offer.status == OfferStatus::open) {
                    open.push_back(offer);
                }
            }
        }
        return false;
    });
    return open;
}

Result<Booking> accept(Store& store, OfferId id) {
    return store.run<Booking>([&](SqlTransaction& tx) {
        return scheduler::accept_displaced_offer(tx, id, std::nullopt, store.member(), store.clock.now());
    });
}

void set_policy(Store& store, const InstrumentId& instrument, const std::function<void(Policy&)>& change) {
    (void)store.writer().run([&](SqlTransaction& tx) {
        auto policy = tx.instrument(instrument)->policy->policy;
        change(policy);
        (void)tx.add_policy(instrument, policy, store.clock.now());
        return true;
    });
}

void check_store(Store& store) {
    auto database = store.open();
    CHECK(problems(database).empty());
}
}  // namespace

TEST_CASE("A plan is held as it was made, or made anew for what the world took meanwhile") {
    Store store(GENERATE(support::Backend::sqlite, support::Backend::postgresql));
    REQUIRE(store.book(one, hours(9, 11)));
    REQUIRE(store.book(one, hours(11, 12)));
    const auto planned = preview(store, hours(8, 18));
    REQUIRE(planned.figures.placed == 2);
    REQUIRE(planned.proposals[0].place->instrument_id == three);
    REQUIRE(planned.proposals[0].place->time == hours(9, 11));
    SECTION("as it was made") {
        const auto held = carry_out(store, hours(8, 18), planned);
        CHECK(held.figures.placed == 2);
        CHECK(held.figures.disruption == planned.figures.disruption);
        CHECK(held.figures.bound == held.figures.disruption);
        CHECK(open_offers(store, held).size() == 2);
    }
    SECTION("anew for one whose place is gone") {
        for (int lane = 0; lane < 3; ++lane) {
            REQUIRE(store.book(three, hours(10, 11)));
        }
        const auto held = carry_out(store, hours(8, 18), planned);
        CHECK(held.figures.placed == 2);
        for (const auto& offer : open_offers(store, held)) {
            CHECK(!(offer.instrument_id == three && offer.time.overlaps(hours(10, 11))));
        }
    }
    SECTION("anew for one that came after the plan") {
        REQUIRE(store.book(one, hours(13, 14)));
        const auto held = carry_out(store, hours(8, 18), planned);
        CHECK(held.figures.placed == 3);
        CHECK(open_offers(store, held).size() == 3);
    }
    check_store(store);
}

TEST_CASE("A place that is held on an instrument which then breaks, too, is held elsewhere") {
    Store store(GENERATE(support::Backend::sqlite, support::Backend::postgresql));
    set_policy(store, three, [](Policy& policy) { policy.opening_hours = *OpeningHours::parse("Sun 00:00-00:15"); });
    set_policy(store, asks, [](Policy& policy) { policy.opening_hours = *OpeningHours::parse("Sun 00:00-00:15"); });
    REQUIRE(store.book(one, hours(9, 11)));
    const auto first = carry_out(store, hours(9, 12), preview(store, hours(9, 12)));
    REQUIRE(first.proposals[0].place->time == hours(7, 9));
    const auto second = carry_out(store, hours(7, 9), Replanning{});
    REQUIRE(second.proposals.size() == 1);
    REQUIRE(second.proposals[0].place.has_value());
    CHECK(second.proposals[0].booking.id == first.proposals[0].booking.id);
    CHECK(second.proposals[0].place->time == hours(12, 14));
    CHECK(accept(store, open_offers(store, second).at(0).id));
    check_store(store);
}

TEST_CASE("Places that a quota allows only one by one are not held together") {
    Store store(GENERATE(support::Backend::sqlite, support::Backend::postgresql));
    set_policy(store, three, [](Policy& policy) {
        policy.quotas.push_back({.per = QuotaPeriod::day,
                                 .scope = QuotaScope::user,
                                 .max_bookings = 1,
                                 .max_minutes = {},
                                 .week_starts = {},
                                 .window = {}});
    });
    REQUIRE(store.book(one, hours(9, 10)));
    REQUIRE(store.book(one, hours(10, 11)));
    const auto held = carry_out(store, hours(8, 18), preview(store, hours(8, 18)));
    CHECK(held.figures.placed == 2);
    std::int64_t on_the_day = 0;
    for (const auto& offer : open_offers(store, held)) {
        on_the_day += offer.instrument_id == three && offer.time.overlaps(hours(0, 24)) ? 1 : 0;
        CHECK(accept(store, offer.id));
    }
    CHECK(on_the_day == 1);
    check_store(store);
}

TEST_CASE("A booking that makes up for another stays in its group, approved, and its hold is placed anew") {
    Store store(GENERATE(support::Backend::sqlite, support::Backend::postgresql));
    const auto made = store.run<Booking>([&](SqlTransaction& tx) {
        const auto member = store.member();
        const auto group = tx.add_group({{}, member.user, member.organisation, "", store.clock.now()});
        return scheduler::request_booking(
            tx, {.instrument_id = one, .time = hours(9, 10), .purpose = "of a group", .quoted = {}, .group_id = group},
            member, store.clock.now());
    });
    REQUIRE(made.has_value());
    // Every other place would have to be approved; on the same platform it was.
    set_policy(store, three, [](Policy& policy) { policy.approval = Approval::platform_admin; });
    const auto held = carry_out(store, hours(8, 18), preview(store, hours(8, 18)));
    REQUIRE(held.proposals[0].place->instrument_id != one);
    CHECK_FALSE(held.proposals[0].place->disruption.needs_approval);
    const auto taken = accept(store, open_offers(store, held).at(0).id);
    REQUIRE(taken.has_value());
    CHECK(taken->group_id == made->group_id);
    CHECK(taken->status == BookingStatus::approved);
    CHECK(taken->purpose == "of a group");
    check_store(store);
}

TEST_CASE("Whatever was booked, each held place of a replanning can be accepted") {
    Store store(GENERATE(support::Backend::sqlite, support::Backend::postgresql));
    std::mt19937 random(GENERATE(1U, 2U, 3U));
    const auto below = [&](int n) { return static_cast<int>(random() % static_cast<std::uint32_t>(n)); };
    for (const auto& instrument : {one, three, asks}) {
        set_policy(store, instrument, [&](Policy& policy) {
            policy.buffer_after_minutes = below(2) * 30;
            policy.own_gap_minutes = instrument == three ? 0 : below(2) * 15;
        });
    }
    for (int i = 0; i < 60; ++i) {
        const auto start = hours(0, 1).start + minutes{15 * below(160)};
        const auto& instrument = i < 30 ? one : i < 45 ? three : asks;
        (void)store.book(instrument, {start, start + minutes{15 * (1 + below(8))}});
    }
    const auto held = carry_out(store, hours(6, 30), preview(store, hours(6, 30)));
    CHECK(held.figures.placed > 0);
    for (const auto& offer : open_offers(store, held)) {
        INFO(offer.instrument_id.value);
        CHECK(accept(store, offer.id));
    }
    check_store(store);
}

TEST_CASE("A use is extended into the next booking only when that one's user agrees, in one step") {
    Store store(GENERATE(support::Backend::sqlite, support::Backend::postgresql));
    const auto use = store.book(one, hours(9, 10));
    const auto next = store.book(one, hours(10, 12));
    REQUIRE((use && next));
    store.clock.set(hours(9, 10).start);
    const auto at = [&] { return store.clock.now(); };
    REQUIRE(
        store.run<Booking>([&](SqlTransaction& tx) { return scheduler::check_in(tx, use->id, store.member(), at()); }));
    store.clock.set(hours(9, 10).start + minutes{50});
    const auto ask = [&](Instant end) {
        return store.run<Shift>(
            [&](SqlTransaction& tx) { return scheduler::ask_for_shift(tx, use->id, end, store.member(), at()); });
    };
    CHECK(ask(hours(9, 10).end).error().code() == ErrorCode::invalid_field);
    const auto asked = ask(hours(10, 11).start + minutes{40});
    REQUIRE(asked.has_value());
    CHECK(asked->next_id == next->id);
    CHECK(asked->next_time == Interval{hours(10, 11).start + minutes{45}, hours(10, 12).end + minutes{45}});
    CHECK(ask(hours(10, 11).end).error().code() == ErrorCode::already_exists);
    const auto booking = [&](BookingId id) {
        return *store.run<Booking>([&](SqlTransaction& tx) { return Result<Booking>(*tx.booking(id)); });
    };
    CHECK(booking(next->id).time == hours(10, 12));
    SECTION("agreed") {
        REQUIRE(store.run<Shift>([&](SqlTransaction& tx) {
            return scheduler::agree_to_shift(tx, asked->id, std::nullopt, store.member(), at());
        }));
        CHECK(booking(next->id).time == asked->next_time);
        CHECK(booking(next->id).status == BookingStatus::approved);
        CHECK(booking(use->id).time.end == asked->end);
        CHECK(booking(use->id).quote.total == Money{100'000});
    }
    SECTION("refused") {
        REQUIRE(store.run<Shift>(
            [&](SqlTransaction& tx) { return scheduler::refuse_shift(tx, asked->id, store.member(), at()); }));
        CHECK(booking(next->id).time == hours(10, 12));
        CHECK(booking(use->id).time == hours(9, 10));
    }
    SECTION("not answered in time") {
        store.clock.set(hours(10, 11).start + minutes{5});
        CHECK(store
                  .run<Shift>([&](SqlTransaction& tx) {
                      return scheduler::agree_to_shift(tx, asked->id, std::nullopt, store.member(), at());
                  })
                  .error()
                  .code() == ErrorCode::wrong_state);
    }
    check_store(store);
}
