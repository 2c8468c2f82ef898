#include "tests/contract/audited_rows.hpp"

#include <array>
#include <set>
#include <tuple>

#include <fmt/format.h>

namespace contract {

using namespace model;
using server::Database;

namespace {
using Int = std::int64_t;

Int seconds_of(Instant at) {
    return at.time_since_epoch().count();
}

constexpr std::array<const char*, 9> state_names = {"requested", "approved", "in_use",  "completed", "rejected",
                                                    "cancelled", "expired",  "no_show", "displaced"};

void compare_bookings(Auditor& auditor, Database& database) {
    std::size_t rows = 0;
    database.each<Int, std::string, std::string, Int, Int, Int, Int>(
        "SELECT id, status, instrument_id, start_at, end_at, quote_fen, coalesce(charge_fen, 0) FROM booking",
        [&](Int id, const std::string& status, const std::string& instrument, Int start, Int end, Int quote,
            Int charge) {
            ++rows;
            const auto found = auditor.bookings().find(id);
            if (found == auditor.bookings().end()) {
                auditor.blame(fmt::format("the store has booking {}, of which no event tells", id));
                return;
            }
            const auto& b = found->second;
            const std::string state = state_names.at(static_cast<std::size_t>(b.state));
            if (state != status || b.instrument.value != instrument || seconds_of(b.time.start) != start ||
                seconds_of(b.time.end) != end || b.quote != quote || b.charge != charge) {
                auditor.blame(
                    fmt::format("booking {} is {} in the store, {} by its events, or its place or money differs", id,
                                status, state));
            }
        });
    if (rows != auditor.bookings().size()) {
        auditor.blame(fmt::format("the store has {} bookings, the events {}", rows, auditor.bookings().size()));
    }
}

void compare_occupancy(Auditor& auditor, Database& database) {
    using Row = std::tuple<std::string, char, Int, Int, Int, Int, Int>;
    std::set<Row> expected;
    for (const auto& [instrument, places] : auditor.places()) {
        for (const auto& [holder, place] : places) {
            expected.emplace(instrument, holder.kind, holder.id, seconds_of(place.time.start),
                             seconds_of(place.time.end), seconds_of(place.held.start), seconds_of(place.held.end));
        }
    }
    std::set<Row> found;
    database.each<std::string, Int, Int, Int, Int, Int, Int>(
        "SELECT instrument_id, holder_kind, holder_id, start_at, end_at, held_start, held_end FROM occupancy",
        [&](const std::string& instrument, Int kind, Int id, Int start, Int end, Int held_start, Int held_end) {
            found.emplace(instrument, "bof"[kind], id, start, end, held_start, held_end);
        });
    const auto tell = [&](const Row& row, const char* what) {
        auditor.blame(fmt::format("{} {} of {} at {} {}", std::get<1>(row), std::get<2>(row), std::get<0>(row),
                                  std::get<3>(row), what));
    };
    for (const auto& row : found) {
        if (!expected.contains(row)) {
            tell(row, "holds a lane that its events do not give it");
        }
    }
    for (const auto& row : expected) {
        if (!found.contains(row)) {
            tell(row, "holds no lane although its events say so");
        }
    }
}

void compare_money(Auditor& auditor, Database& database) {
    std::map<std::string, std::pair<Int, Int>> rows;
    database.each<std::string, Int, Int>(
        "SELECT owner, balance_fen, held_fen FROM ledger_account WHERE kind = 'receivable'",
        [&](const std::string& owner, Int balance, Int held) { rows[owner] = {balance, held}; });
    for (const auto& [organisation, account] : auditor.accounts()) {
        const auto [balance, held] = rows[organisation];
        if (balance != account.owed || held != account.held) {
            auditor.blame(fmt::format("{} owes {} and has {} held by the ledger, {} and {} by the events", organisation,
                                      balance, held, account.owed, account.held));
        }
    }
    const auto sum = database.first<Int, Int>(
        "SELECT CAST(coalesce(sum(balance_fen), 0) AS BIGINT), CAST(coalesce(sum(held_fen), 0) AS BIGINT) FROM "
        "ledger_account");
    if (std::get<0>(*sum) != 0 || std::get<1>(*sum) != 0) {
        auditor.blame(fmt::format("the ledger sums to {} and {}", std::get<0>(*sum), std::get<1>(*sum)));
    }
}

void compare_waitlist(Auditor& auditor, Database& database) {
    database.each<Int, std::string>("SELECT id, status FROM offer", [&](Int id, const std::string& status) {
        const auto found = auditor.offers().find(id);
        // One that found no lane was never made, and is withdrawn without a word.
        const bool open = found != auditor.offers().end() && found->second.open;
        if ((status == "open") != open || (found == auditor.offers().end() && status != "withdrawn")) {
            auditor.blame(fmt::format("offer {} is {} in the store", id, status));
        }
    });
    database.each<Int, std::string>("SELECT id, status FROM waitlist_entry", [&](Int id, const std::string& status) {
        const auto found = auditor.entries().find(id);
        const auto state = found == auditor.entries().end() ? AuditedWait::ended : found->second.state;
        const auto expected = status == "waiting"   ? AuditedWait::waiting
                              : status == "offered" ? AuditedWait::offered
                                                    : AuditedWait::ended;
        if (state != expected) {
            auditor.blame(fmt::format("waitlist entry {} is {} in the store", id, status));
        }
    });
    database.each<Int, std::string>("SELECT id, status FROM round", [&](Int id, const std::string& status) {
        const auto found = auditor.rounds().find(id);
        if (found == auditor.rounds().end() || found->second != status) {
            auditor.blame(fmt::format("round {} is {} in the store", id, status));
        }
    });
}
}  // namespace

void compare_with_rows(Auditor& auditor, Database& database) {
    compare_bookings(auditor, database);
    compare_occupancy(auditor, database);
    compare_money(auditor, database);
    compare_waitlist(auditor, database);
}

}  // namespace contract
