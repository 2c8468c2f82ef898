#include "server/inventory/demo_bookings.hpp"

#include "server/inventory/demo_purposes.hpp"
#include "tests/support/inventory_files.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

namespace {
const model::Instant now = model::parse_instant("2026-11-24T10:07:31+08:00").value();
constexpr std::size_t users = 7;

std::vector<server::InstrumentRow> demo_inventory() {
    tests::MemoryImportTarget store;
    (void)tests::import_demo_data(store);
    std::vector<server::InstrumentRow> rows;
    for (const auto& [id, row] : store.instruments) {
        rows.push_back(row);
    }
    return rows;
}

std::map<std::string, std::vector<server::DemoBooking>> by_instrument(
    const std::vector<server::DemoBooking>& bookings) {
    std::map<std::string, std::vector<server::DemoBooking>> out;
    for (const auto& booking : bookings) {
        out[booking.instrument_id.value].push_back(booking);
    }
    return out;
}

bool within_a_window(const model::Policy& policy, const model::Interval& time) {
    const model::Interval around{time.start - std::chrono::days(40), time.end + std::chrono::days(40)};
    return std::ranges::any_of(policy.opening_hours.open_in(around, policy.time_zone),
                               [&](const auto& open) { return open.contains(time); });
}
}  // namespace

TEST_CASE("demo bookings: two thousand fit on the demo inventory, two fifths of them in the past") {
    const auto bookings = server::demo_bookings(demo_inventory(), users, 2000, now, 1);
    REQUIRE(bookings.size() == 2000);
    const auto past = std::ranges::count_if(bookings, [](const auto& booking) { return booking.time.end <= now; });
    CHECK(past == 800);
    CHECK(std::ranges::all_of(bookings, [](const auto& b) {
        return !b.time.contains(now) && b.time.start >= now - std::chrono::days(21) &&
               b.time.end <= now + std::chrono::days(28);
    }));
    CHECK(std::ranges::is_sorted(bookings, {}, [](const auto& b) { return b.time.start; }));
}

TEST_CASE("demo bookings: they keep opening hours, grid and lengths, and never overlap") {
    const auto rows = demo_inventory();
    const auto bookings = by_instrument(server::demo_bookings(rows, users, 2000, now, 2));
    std::size_t wrong = 0;
    for (const auto& row : rows) {
        const auto found = bookings.find(row.instrument.id.value);
        if (found == bookings.end()) {
            continue;
        }
        const auto& policy = row.policy;
        model::Instant last_end{};
        for (const auto& booking : found->second) {
            const auto minutes = std::chrono::duration_cast<model::minutes>(booking.time.length()).count();
            const auto start = policy.time_zone.to_local(booking.time.start).second;
            const auto end = policy.time_zone.to_local(booking.time.end).second;
            const auto grid = policy.grid_minutes.value * 60;
            wrong += booking.time.start < last_end ? 1 : 0;
            wrong += minutes < policy.min_minutes.value || minutes > policy.max_minutes.value ? 1 : 0;
            wrong += start % grid != 0 || end % grid != 0 ? 1 : 0;
            wrong += within_a_window(policy, booking.time) ? 0 : 1;
            last_end = booking.time.end;
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("demo bookings: most instruments stay mostly free") {
    const auto rows = demo_inventory();
    const auto bookings = by_instrument(server::demo_bookings(rows, users, 4000, now, 3));
    CHECK(bookings.size() > rows.size() / 2);
    CHECK(bookings.size() < rows.size() * 7 / 10);
    for (const auto& row : rows) {
        const auto found = bookings.find(row.instrument.id.value);
        if (found == bookings.end()) {
            continue;
        }
        for (const auto& span :
             {model::Interval{now - std::chrono::days(21), now}, model::Interval{now, now + std::chrono::days(28)}}) {
            model::seconds taken{};
            for (const auto& booking : found->second) {
                taken += booking.time.intersection(span).length();
            }
            const auto open = model::total_length(row.policy.opening_hours.open_in(span, row.policy.time_zone));
            CHECK(taken * 100 <= open * server::demo_occupied_percent_max);
        }
    }
}

TEST_CASE("demo bookings: most of them lie in working hours, and users and purposes vary") {
    const auto bookings = server::demo_bookings(demo_inventory(), users, 2000, now, 4);
    const model::TimeZone zone;
    std::set<std::size_t> seen_users;
    std::set<std::string> purposes;
    std::size_t working = 0;
    for (const auto& booking : bookings) {
        const auto local = zone.to_local(booking.time.start);
        working += model::weekday_of(local.day) < 5 && local.second >= 8 * 3600 && local.second < 18 * 3600 ? 1 : 0;
        seen_users.insert(booking.user);
        purposes.insert(booking.purpose);
    }
    CHECK(working > bookings.size() * 3 / 4);
    CHECK(seen_users.size() == users);
    CHECK(*seen_users.rbegin() == users - 1);
    CHECK(purposes.size() > 80);
}

TEST_CASE(
    "demo bookings: instruments that require training are booked by user 0 only, and half of them "
    "not at all") {
    const auto rows = demo_inventory();
    const auto bookings = by_instrument(server::demo_bookings(rows, users, 2000, now, 5));
    std::size_t with_training = 0;
    std::size_t used = 0;
    for (const auto& row : rows) {
        if (!row.policy.requires_training) {
            continue;
        }
        ++with_training;
        if (const auto found = bookings.find(row.instrument.id.value); found != bookings.end()) {
            ++used;
            CHECK(std::ranges::all_of(found->second, [](const auto& booking) { return booking.user == 0; }));
        }
    }
    CHECK(used > with_training / 4);
    CHECK(used < with_training * 6 / 10);
}

TEST_CASE("demo bookings: samples are booked only where a sample has a price") {
    const auto rows = demo_inventory();
    const auto bookings = by_instrument(server::demo_bookings(rows, users, 2000, now, 6));
    for (const auto& row : rows) {
        const auto found = bookings.find(row.instrument.id.value);
        if (found == bookings.end()) {
            continue;
        }
        const bool priced = row.rates.front().per_sample_fen.fen() > 0;
        CHECK(std::ranges::all_of(found->second, [&](const auto& b) { return priced == (b.samples > 0); }));
    }
}

TEST_CASE("demo bookings: the same seed and time give the same bookings, another seed others") {
    const auto rows = demo_inventory();
    const auto a = server::demo_bookings(rows, users, 300, now, 7);
    const auto b = server::demo_bookings(rows, users, 300, now, 7);
    const auto c = server::demo_bookings(rows, users, 300, now, 8);
    const auto same = [](const server::DemoBooking& x, const server::DemoBooking& y) {
        return x.instrument_id == y.instrument_id && x.time == y.time && x.user == y.user && x.purpose == y.purpose &&
               x.samples == y.samples;
    };
    CHECK(std::ranges::equal(a, b, same));
    CHECK_FALSE(std::ranges::equal(a, c, same));
}

TEST_CASE("demo bookings: more than fit are fewer, and nobody to book means none") {
    const auto rows = demo_inventory();
    CHECK(server::demo_bookings(rows, 0, 10, now, 1).empty());
    CHECK(server::demo_bookings({}, users, 10, now, 1).empty());
    CHECK(server::demo_bookings(rows, users, 0, now, 1).empty());
    const auto few = std::vector(rows.begin(), rows.begin() + 4);
    CHECK(server::demo_bookings(few, users, 5000, now, 1).size() < 5000);
}

TEST_CASE("demo bookings: every service domain of the demo inventory has purposes of its own") {
    const auto general = server::demo_purposes("");
    for (const auto& row : demo_inventory()) {
        for (const auto& domain : row.instrument.domains) {
            INFO(domain);
            CHECK(server::demo_purposes(domain).data() != general.data());
        }
    }
}
