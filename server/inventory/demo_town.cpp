#include "server/inventory/demo_town.hpp"

#include <array>
#include <sstream>
#include <stdexcept>

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "model/assert.hpp"
#include "scheduler/bookings.hpp"
#include "server/auth/demo_people.hpp"
#include "server/auth/secrets.hpp"
#include "server/inventory/demo_bookings.hpp"
#include "server/inventory/demo_data.hpp"
#include "server/inventory/import.hpp"

namespace server {

using namespace model;

namespace {
constexpr std::size_t guests = 60;
constexpr std::uint64_t demo_seed = 20'261'122;

std::vector<InstrumentRow> import_inventory(SqlTransaction& tx, Instant now) {
    /// Remembers the instruments as they pass, for the bookings.
    class Target final : public ImportTarget {
      public:
        explicit Target(SqlTransaction& tx) : tx_(tx) {}
        bool has_institution(const std::string& id) override { return tx_.has_institution(id); }
        bool has_platform(const std::string& id) override { return tx_.has_platform(id); }
        bool has_instrument(const std::string& id) override { return tx_.has_instrument(id); }
        std::optional<Category> category(const std::string& code, int level) override {
            return tx_.category(code, level);
        }
        std::vector<std::string> ids(ImportKind kind) override { return tx_.ids(kind); }
        void add(const Institution& institution) override { tx_.add(institution); }
        void add(const Platform& platform) override { tx_.add(platform); }
        void add(const Category& category) override { tx_.add(category); }
        void add(const InstrumentRow& row) override {
            tx_.add(row);
            rows.push_back(row);
        }
        std::vector<InstrumentRow> rows;

      private:
        SqlTransaction& tx_;
    } target(tx);
    ImportOptions options;
    options.commit = true;
    options.current_year = civil_date(TimeZone().to_local(now).day).year;
    for (const auto& [kind, text] : demo_files()) {
        std::istringstream in{std::string(text)};
        const auto report = import_file(kind, in, target, options);
        if (!report || !report->ok()) {
            throw std::runtime_error("the demo inventory does not import");
        }
    }
    return std::move(target.rows);
}

struct Guest {
    UserId user;
    OrganisationId organisation;
    /// So few no-shows that nobody begins suspended; those who can sign in have none.
    int may_miss = 0;
};

std::vector<Guest> add_people(SqlTransaction& tx) {
    for (const auto& organisation : demo_organisations()) {
        tx.add_organisation(organisation);
    }
    std::vector<Guest> booking_people;
    for (const auto& person : demo_people()) {
        StoredPerson stored;
        stored.user.login = person.login;
        stored.user.name = person.name;
        stored.user.email = person.login;
        stored.user.organisation_id = OrganisationId{std::string(person.organisation)};
        stored.user.grants = {{person.role, std::string(person.scope)}};
        stored.password_hash = hash_password(std::string(demo_password));
        const auto id = tx.add_person(stored);
        if (person.role == Role::member) {
            booking_people.push_back({id, stored.user.organisation_id});
        }
    }
    constexpr std::array family{"张", "李", "高", "许", "郑", "马", "徐", "郭", "何", "梁"};
    constexpr std::array given{"伟", "娜", "军", "丽", "涛", "艳"};
    constexpr std::array companies{"蓝鲸船舶", "深蓝生物", "古镇口精密", "胶东新能源", "海云智能", "启明检测"};
    constexpr Money guest_credit{1'000'000'000};
    for (std::size_t i = 0; i < companies.size(); ++i) {
        tx.add_organisation({OrganisationId{fmt::format("ORG-DEMO{}", i + 1)}, OrganisationKind::enterprise,
                             fmt::format("{}（演示）有限公司", companies[i]), "", guest_credit});
    }
    for (std::size_t i = 0; i < guests; ++i) {
        StoredPerson stored;
        stored.user.login = fmt::format("guest{:02}@demo.example", i + 1);
        stored.user.name = fmt::format("{}{}", family[i % family.size()], given[i / family.size()]);
        stored.user.email = stored.user.login;
        stored.user.organisation_id = OrganisationId{fmt::format("ORG-DEMO{}", i % companies.size() + 1)};
        stored.user.grants = {{Role::member, stored.user.organisation_id.value}};
        stored.password_hash = "!";  // nobody signs in with it
        constexpr int no_shows_max = 2;
        booking_people.push_back({tx.add_person(stored), stored.user.organisation_id, no_shows_max});
    }
    return booking_people;
}

/// One booking through the same commands as everybody's, at believable times.
bool book(SqlTransaction& tx, const DemoBooking& wish, Guest& guest, Instant now, std::size_t number) {
    constexpr std::size_t one_in_unapproved = 8;
    constexpr std::size_t one_in_no_show = 40;
    const scheduler::Actor actor{guest.user, guest.organisation, false};
    const scheduler::Actor staff{UserId{}, {}, true};
    const auto asked_at = std::min(now, wish.time.start) - std::chrono::hours{24 + static_cast<long>(number % 72)};
    auto booking = scheduler::request_booking(
        tx, {wish.instrument_id, wish.time, wish.purpose, wish.samples, 0, std::nullopt}, actor, asked_at);
    if (!booking) {
        return false;
    }
    if (booking->status == BookingStatus::requested) {
        if (wish.time.start > now && number % one_in_unapproved == 0) {
            return true;
        }
        booking = scheduler::approve_booking(tx, booking->id, staff, asked_at + std::chrono::hours{3});
    }
    if (!booking || wish.time.end > now) {
        return booking.has_value();
    }
    if (number % one_in_no_show == 0 && guest.may_miss > 0) {
        --guest.may_miss;
        return scheduler::mark_no_show(tx, booking->id, staff, wish.time.start + std::chrono::minutes{45}).has_value();
    }
    booking = scheduler::check_in(tx, booking->id, actor, wish.time.start);
    return booking && scheduler::check_out(tx, booking->id, {wish.samples, ""}, actor, wish.time.end).has_value();
}

/// The demo member may operate every second instrument that asks for it.
void grant_trainings(SqlTransaction& tx, const std::vector<InstrumentRow>& rows, UserId member) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!rows[i].policy.requires_training) {
            continue;
        }
        if (i % 2 == 0) {
            tx.put_training({member, rows[i].instrument.id, std::nullopt});
        }
    }
}

bool fill(SqlTransaction& tx, Instant now, std::size_t bookings) {
    const auto rows = import_inventory(tx, now);
    auto people = add_people(tx);
    const auto member = tx.person("member@acme.example");
    YIQI_ASSERT(member.has_value());
    grant_trainings(tx, rows, member->id);
    Event founded;
    founded.at = now;
    founded.kind = EventKind::inventory_imported;
    founded.facts = {{"instruments", std::to_string(rows.size())}};
    tx.append(std::move(founded));
    // Bookings need the instruments' records, which the importer has just written.
    tx.adopt(rows);
    std::size_t number = 0;
    std::size_t refused = 0;
    for (const auto& wish : demo_bookings(rows, people.size(), bookings, now, demo_seed)) {
        const auto part = tx.begin_part();
        ++number;
        // What needs training is wished by person 0 only: it is spread over the guests, who get it.
        const bool trained = wish.user == 0;
        auto& person = people[trained ? people.size() - 1 - number % guests : wish.user];
        if (trained) {
            tx.put_training({person.user, wish.instrument_id, std::nullopt});
        }
        const bool good = book(tx, wish, person, now, number);
        tx.end_part(part, good);
        refused += good ? 0 : 1;
    }
    if (refused > 0) {
        spdlog::warn("demo_bookings_refused count={}", refused);
    }
    return true;
}
}  // namespace

void found_demo_town(Writer& writer, Instant now, std::size_t bookings) {
    std::string failure;
    const auto outcome = writer.run([&](SqlTransaction& tx) {
        if (!tx.ids(ImportKind::institutions).empty()) {
            return false;
        }
        try {
            return fill(tx, now, bookings);
        } catch (const std::runtime_error& e) {
            failure = e.what();
            return false;
        }
    });
    if (outcome != CommitOutcome::durable || !failure.empty()) {
        throw std::runtime_error(
            fmt::format("the demonstration cannot be set up: {}", failure.empty() ? "the store failed" : failure));
    }
}

}  // namespace server
