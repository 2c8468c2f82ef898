#include "tests/contract/audited_rows.hpp"

#include <array>

#include <fmt/format.h>

namespace contract {

using namespace model;

namespace {
using Int = std::int64_t;

Interval interval(Int start, Int end) {
    return {Instant{seconds{start}}, Instant{seconds{end}}};
}

constexpr std::array<const char*, 9> state_names = {"requested", "approved", "in_use",  "completed", "rejected",
                                                    "cancelled", "expired",  "no_show", "displaced"};

void compare_bookings(Auditor& auditor, const AuditedRows& rows) {
    for (const auto& [id, row] : rows.bookings) {
        const auto found = auditor.bookings().find(id);
        if (found == auditor.bookings().end()) {
            auditor.blame(fmt::format("the store has booking {}, of which no event tells", id));
            continue;
        }
        const auto& b = found->second;
        const std::string state = state_names.at(static_cast<std::size_t>(b.state));
        if (state != row.status || b.instrument.value != row.instrument || b.time != row.time || b.quote != row.quote ||
            b.charge != row.charge) {
            auditor.blame(fmt::format("booking {} is {} in the store, {} by its events, or its place or money differs",
                                      id, row.status, state));
        }
    }
    if (rows.bookings.size() != auditor.bookings().size()) {
        auditor.blame(
            fmt::format("the store has {} bookings, the events {}", rows.bookings.size(), auditor.bookings().size()));
    }
}

void compare_occupancy(Auditor& auditor, const AuditedRows& rows) {
    std::set<AuditedRows::Lane> expected;
    for (const auto& [instrument, places] : auditor.places()) {
        for (const auto& [holder, place] : places) {
            expected.insert({instrument, holder, place.time, place.held});
        }
    }
    const auto tell = [&](const AuditedRows::Lane& lane, const char* what) {
        auditor.blame(fmt::format("{} {} of {} at {} {}", lane.holder.kind, lane.holder.id, lane.instrument,
                                  lane.time.start.time_since_epoch().count(), what));
    };
    for (const auto& lane : rows.occupancy) {
        if (!expected.contains(lane)) {
            tell(lane, "holds a lane that its events do not give it");
        }
    }
    for (const auto& lane : expected) {
        if (!rows.occupancy.contains(lane)) {
            tell(lane, "holds no lane although its events say so");
        }
    }
}

void compare_money(Auditor& auditor, const AuditedRows& rows) {
    for (const auto& [organisation, account] : auditor.accounts()) {
        const auto found = rows.accounts.find(organisation);
        const auto row = found == rows.accounts.end() ? AuditedAccount{} : found->second;
        if (row.owed != account.owed || row.held != account.held) {
            auditor.blame(fmt::format("{} owes {} and has {} held by the ledger, {} and {} by the events", organisation,
                                      row.owed, row.held, account.owed, account.held));
        }
    }
    if (rows.sum_fen != 0) {
        auditor.blame(fmt::format("the ledger sums to {}", rows.sum_fen));
    }
}

void compare_waitlist(Auditor& auditor, const AuditedRows& rows) {
    for (const auto& [id, status] : rows.offers) {
        const auto found = auditor.offers().find(id);
        // One that found no lane was never made, and is withdrawn without a word.
        const bool open = found != auditor.offers().end() && found->second.open;
        if ((status == "open") != open || (found == auditor.offers().end() && status != "withdrawn")) {
            auditor.blame(fmt::format("offer {} is {} in the store", id, status));
        }
    }
    for (const auto& [id, status] : rows.entries) {
        const auto found = auditor.entries().find(id);
        const auto state = found == auditor.entries().end() ? AuditedWait::ended : found->second.state;
        const auto expected = status == "waiting"   ? AuditedWait::waiting
                              : status == "offered" ? AuditedWait::offered
                                                    : AuditedWait::ended;
        if (state != expected) {
            auditor.blame(fmt::format("waitlist entry {} is {} in the store", id, status));
        }
    }
    for (const auto& [id, status] : rows.rounds) {
        const auto found = auditor.rounds().find(id);
        if (found == auditor.rounds().end() || found->second != status) {
            auditor.blame(fmt::format("round {} is {} in the store", id, status));
        }
    }
}
}  // namespace

AuditedRows rows_of(server::Database& database) {
    AuditedRows rows;
    database.each<Int, std::string, std::string, Int, Int, Int, Int>(
        "SELECT id, status, instrument_id, start_at, end_at, quote_fen, coalesce(charge_fen, 0) FROM booking",
        [&](Int id, const std::string& status, const std::string& instrument, Int start, Int end, Int quote,
            Int charge) { rows.bookings[id] = {status, instrument, interval(start, end), quote, charge}; });
    database.each<std::string, Int, Int, Int, Int, Int, Int>(
        "SELECT instrument_id, holder_kind, holder_id, start_at, end_at, held_start, held_end FROM occupancy",
        [&](const std::string& instrument, Int kind, Int id, Int start, Int end, Int held_start, Int held_end) {
            rows.occupancy.insert(
                {instrument, {"bof"[kind], id}, interval(start, end), interval(held_start, held_end)});
        });
    database.each<std::string, std::string, Int, Int>(
        "SELECT kind, owner, balance_fen, held_fen FROM ledger_account",
        [&](const std::string& kind, const std::string& owner, Int balance, Int held) {
            rows.sum_fen += balance + held;
            if (kind == "receivable" || kind == "prepaid") {
                rows.accounts[owner].owed += balance;
                rows.accounts[owner].held += held;
            }
        });
    database.each<Int, std::string>("SELECT id, status FROM offer",
                                    [&](Int id, const std::string& status) { rows.offers[id] = status; });
    database.each<Int, std::string>("SELECT id, status FROM waitlist_entry",
                                    [&](Int id, const std::string& status) { rows.entries[id] = status; });
    database.each<Int, std::string>("SELECT id, status FROM round",
                                    [&](Int id, const std::string& status) { rows.rounds[id] = status; });
    return rows;
}

void compare_with_rows(Auditor& auditor, const AuditedRows& rows) {
    compare_bookings(auditor, rows);
    compare_occupancy(auditor, rows);
    compare_money(auditor, rows);
    compare_waitlist(auditor, rows);
}

}  // namespace contract
