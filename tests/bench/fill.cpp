// Fills a new SQLite store: the demo inventory and its sign-ins, more instruments made from it, and
// bookings of history, two a day and instrument back from two weeks ahead. What ended is completed
// and charged, what is to come is approved and held; `yiqi verify` finds nothing to complain about.

#include "server/api/service.hpp"
#include "server/auth/secrets.hpp"
#include "server/inventory/demo_town.hpp"
#include "server/json/write.hpp"
#include "server/storage/migrations.hpp"
#include "server/storage/rows.hpp"

#include <array>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>
#include <tuple>
#include <vector>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

namespace {

using server::Database;

constexpr std::int64_t hour = 3'600;
constexpr std::int64_t day = 24 * hour;
constexpr std::int64_t price_fen = 96'000;

void found_town(const server::DatabaseUrl& url) {
    {
        Database database(url, Database::Access::write);
        server::migrate(database);
    }
    server::ServerClock clock;
    server::Writer writer(url, clock, {});
    server::found_demo_town(writer, clock.now(), 0);
}

/// Copies of the instruments there are, under other ids, names, models and prices.
void add_instruments(Database& database, std::int64_t wanted) {
    constexpr std::array<const char*, 8> before{"高精度", "便携式", "全自动", "多功能", "低温", "原位", "数字", "智能"};
    const auto there = std::get<0>(*database.first<std::int64_t>("SELECT count(*) FROM instrument"));
    database.run("BEGIN IMMEDIATE");
    std::int64_t missing = wanted - there;
    for (std::int64_t copy = 1; missing > 0; ++copy) {
        const auto count = std::min(missing, there);
        const auto prefix = fmt::format("COPY{}-", copy);
        const std::string name = before[static_cast<std::size_t>(copy) % before.size()];
        database.run(
            "INSERT INTO instrument(id, platform_id, name_zh, name_en, model, manufacturer, "
            "category_code, category_zh, domains, specs, original_value_cny, commissioned_year, "
            "location, sample_service, status) SELECT :prefix || id, platform_id, :name || "
            "name_zh, name_en || ' ' || :number, model || '-' || :suffix, manufacturer, "
            "category_code, category_zh, domains, specs, original_value_cny, commissioned_year, "
            "location, sample_service, status FROM instrument WHERE ordinal <= :count",
            prefix, name, std::to_string(copy), std::to_string(copy * 7), count);
        database.run(
            "INSERT INTO policy SELECT :prefix || p.instrument_id, p.version, p.since, p.document "
            "FROM policy p JOIN instrument i ON i.id = p.instrument_id WHERE i.ordinal <= :count",
            prefix, count);
        database.run(
            "INSERT INTO rates(instrument_id, version, since, document) SELECT :prefix || r.instrument_id, r.version, "
            "r.since, r.document "
            "FROM rates r JOIN instrument i ON i.id = r.instrument_id WHERE i.ordinal <= :count",
            prefix, count);
        missing -= count;
    }
    database.run("COMMIT");
}

struct Place {
    std::string instrument;
    std::string platform;
};

struct Guest {
    std::int64_t person = 0;
    std::string organisation;
};

class History {
  public:
    History(Database& database, std::int64_t now) : database_(database), now_(now) {
        database_.each<std::string, std::string>(
            "SELECT id, platform_id FROM instrument ORDER BY ordinal",
            [&](const std::string& id, const std::string& platform) { places_.push_back({id, platform}); });
        database_.each<std::int64_t, std::string>(
            "SELECT id, organisation_id FROM person WHERE login LIKE 'guest%' ORDER BY id",
            [&](std::int64_t id, const std::string& organisation) { guests_.push_back({id, organisation}); });
        const auto last =
            database_.first<std::int64_t, std::string>("SELECT seq, seal FROM event ORDER BY seq DESC LIMIT 1");
        std::tie(seq_, seal_) = *last;
        end_ = {seq_, seal_};
    }

    /// The oldest first, as life would have written them.
    void write(std::int64_t bookings) {
        constexpr std::int64_t days_ahead = 14;
        constexpr std::int64_t rows_a_transaction = 20'000;
        constexpr std::array<std::int64_t, 2> starts{1 * hour, 6 * hour};  // 09:00 and 14:00 there
        const auto a_day = static_cast<std::int64_t>(places_.size() * starts.size());
        const auto days = (bookings + a_day - 1) / a_day;
        const auto first = now_ / day + days_ahead - days + 1;
        database_.run("BEGIN IMMEDIATE");
        while (id_ < bookings) {
            const auto in_day = id_ % a_day;
            const auto place = static_cast<std::size_t>(in_day) / starts.size();
            const auto at = starts[static_cast<std::size_t>(in_day) % starts.size()];
            add(places_[place], (first + id_ / a_day) * day + at);
            if (id_ % rows_a_transaction == 0) {
                database_.run("COMMIT");
                database_.run("BEGIN IMMEDIATE");
            }
        }
        for (const auto& [account, state] : accounts_) {
            database_.run("UPDATE ledger_account SET balance_fen = :balance, held_fen = :held WHERE id = :id",
                          state.balance, state.held, account);
        }
        server::move_event_end(database_, end_, {seq_, seal_});
        database_.run("COMMIT");
    }

  private:
    struct Account {
        std::int64_t balance = 0;
        std::int64_t held = 0;
    };

    void add(const Place& place, std::int64_t start) {
        const auto& guest = guests_[static_cast<std::size_t>(id_) % guests_.size()];
        const auto end = start + 3 * hour;
        const bool past = end < now_;
        const std::optional<std::int64_t> none;
        const auto only_past = [&](std::int64_t value) { return past ? std::optional(value) : none; };
        const std::string lines = "reserved_time,180,minute,32000,100,96000;";
        ++id_;
        database_.run(
            "INSERT INTO booking(id, instrument_id, person_id, organisation_id, start_at, end_at, "
            "status, purpose, samples, staff_minutes, price_class, policy_version, rates_version, "
            "quote_fen, quote_lines, charge_fen, charge_lines, used_start, used_end, used_samples, "
            "used_note, created_at, revision, reason) VALUES (:id, :instrument, :person, "
            ":organisation, :start, :end, :status, '常规检测', 0, 0, 'enterprise', 1, 1, :quote, "
            ":lines, :charge, :charge_lines, :used_start, :used_end, :used_samples, :note, "
            ":created, 2, '')",
            id_, place.instrument, guest.person, guest.organisation, start, end, past ? "completed" : "approved",
            price_fen, lines, only_past(price_fen), past ? std::optional(lines) : std::nullopt, only_past(start),
            only_past(end), only_past(0), past ? std::optional(std::string()) : std::nullopt, start - day);
        database_.run(
            "INSERT INTO occupancy(instrument_id, lane, held_start, held_end, start_at, end_at, "
            "holder_kind, holder_id) VALUES (:instrument, 0, :held_start, :held_end, :start, :end, "
            "0, :id)",
            place.instrument, start, end, start, end, id_);
        add_money(place, guest, past, past ? end : start - day);
        add_event(model::EventKind::booking_requested, place, guest, start - day);
        add_event(past ? model::EventKind::booking_completed : model::EventKind::booking_approved, place, guest,
                  past ? end : start - day);
    }

    void add_money(const Place& place, const Guest& guest, bool past, std::int64_t at) {
        database_.run(
            "INSERT INTO ledger_transaction(id, kind, idempotency_key, at, booking_id, "
            "organisation_id, reference, sealed, unsealed) VALUES (:id, :kind, :key, :at, :booking, "
            ":organisation, '', 0, 1)",
            id_, past ? "charge" : "hold",
            past ? fmt::format("charge:booking:{}", id_) : fmt::format("hold:booking:{}:1", id_), at, id_,
            guest.organisation);
        std::int64_t position = 0;
        for (const auto& [account, amount] : {std::pair(account_of("receivable", guest.organisation), price_fen),
                                              std::pair(account_of("platform_income", place.platform), -price_fen)}) {
            database_.run(
                "INSERT INTO ledger_posting(transaction_id, account_id, position, amount_fen, at) "
                "VALUES (:id, :account, :position, :amount, :at)",
                id_, account, position++, amount, at);
            auto& state = accounts_[account];
            (past ? state.balance : state.held) += amount;
        }
        database_.run("UPDATE ledger_transaction SET sealed = 1, unsealed = NULL WHERE id = :id", id_);
    }

    std::int64_t account_of(const std::string& kind, const std::string& owner) {
        auto& id = account_ids_[kind + "/" + owner];
        if (id == 0) {
            id = std::get<0>(*database_.first<std::int64_t>(
                "INSERT INTO ledger_account(kind, owner, balance_fen, held_fen) VALUES (:kind, "
                ":owner, 0, 0) RETURNING id",
                kind, owner));
        }
        return id;
    }

    void add_event(model::EventKind kind, const Place& place, const Guest& guest, std::int64_t at) {
        model::Event event;
        event.seq = model::EventSeq{++seq_};
        event.at = server::instant_of(at);
        event.kind = kind;
        event.actor = model::UserId{guest.person};
        event.subject = id_;
        event.instrument_id = model::InstrumentId{place.instrument};
        event.organisation_id = model::OrganisationId{guest.organisation};
        const std::string facts = "{}";
        seal_ = server::seal_of(event, facts, seal_);
        database_.run(
            "INSERT INTO event(seq, at, kind, actor, subject, instrument_id, organisation_id, "
            "facts, seal) VALUES (:seq, :at, :kind, :actor, :subject, :instrument, :organisation, "
            ":facts, :seal)",
            seq_, at, server::json::enum_name(kind), guest.person, id_, place.instrument, guest.organisation, facts,
            seal_);
    }

    Database& database_;
    std::int64_t now_;
    std::vector<Place> places_;
    std::vector<Guest> guests_;
    std::map<std::string, std::int64_t> account_ids_;
    std::map<std::int64_t, Account> accounts_;
    std::int64_t id_ = 0;
    std::int64_t seq_ = 0;
    std::string seal_;
    server::EventEnd end_;
};

}  // namespace

int main(int argc, char** argv) {
    CLI::App app("Fills a store for benchmarks");
    std::string file;
    std::int64_t instruments = 498;
    std::int64_t bookings = 100'000;
    app.add_option("--db", file, "A new SQLite file")->required();
    app.add_option("--instruments", instruments, "At least the 498 of the demo inventory")
        ->check(CLI::Range(498, 1'000'000));
    app.add_option("--bookings", bookings, "Bookings of history")->check(CLI::Range(0, 10'000'000));
    CLI11_PARSE(app, argc, argv);
    try {
        if (std::filesystem::exists(file)) {
            throw std::runtime_error(file + " exists");
        }
        server::start_crypto();
        const server::DatabaseUrl url{server::Dialect::sqlite, file};
        found_town(url);
        Database database(url, Database::Access::write);
        database.run_text("PRAGMA synchronous=OFF");
        database.run_text("PRAGMA cache_size=-400000");
        add_instruments(database, instruments);
        History(database, server::seconds_of(server::ServerClock::real_now())).write(bookings);
        database.run_text("PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (const std::exception& e) {
        std::fprintf(stderr, "fill: %s\n", e.what());
        return 1;
    }
    return 0;
}
