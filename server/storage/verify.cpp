#include "server/storage/verify.hpp"

#include <fmt/format.h>

#include "model/event.hpp"
#include "server/json/read.hpp"
#include "server/storage/rows.hpp"
#include "server/storage/sql_transaction.hpp"

namespace server {

using namespace model;

namespace {
constexpr std::size_t problems_max = 100;

class Problems {
  public:
    explicit Problems(std::vector<std::string>& into) : into_(into) {}
    void add(std::string sentence) {
        if (into_.size() < problems_max) {
            into_.push_back(std::move(sentence));
        }
    }

  private:
    std::vector<std::string>& into_;
};

void verify_ledger_rows(Database& database, BooksReport& report, Problems& problems) {
    const auto totals = database.first<std::int64_t, std::int64_t>(
        "SELECT count(*), CAST(coalesce(sum(amount_fen), 0) AS BIGINT) FROM ledger_posting");
    report.entries = std::get<0>(*totals);
    report.sum_fen = std::get<1>(*totals);
    if (report.sum_fen != 0) {
        problems.add(fmt::format("all postings together sum to {} fen, not 0", report.sum_fen));
    }
    report.accounts = std::get<0>(*database.first<std::int64_t>("SELECT count(*) FROM ledger_account"));
    database.each<std::int64_t, std::int64_t, std::int64_t>(
        "SELECT t.id, CAST(coalesce(sum(p.amount_fen), 0) AS BIGINT), count(p.amount_fen) FROM ledger_transaction t "
        "LEFT JOIN ledger_posting p ON p.transaction_id = t.id GROUP BY t.id, t.sealed "
        "HAVING coalesce(sum(p.amount_fen), 0) <> 0 OR count(p.amount_fen) < 2 OR t.sealed <> 1 LIMIT 100",
        [&](std::int64_t id, std::int64_t sum, std::int64_t count) {
            problems.add(fmt::format("ledger transaction {} has {} postings that sum to {} fen, or is unsealed", id,
                                     count, sum));
        });
    database.each<std::string, std::string, std::int64_t, std::int64_t, std::int64_t, std::int64_t>(
        "SELECT a.kind, a.owner, a.balance_fen, a.held_fen, "
        "CAST(coalesce(sum(CASE WHEN t.kind NOT IN ('hold', 'hold_release') THEN p.amount_fen END), 0) AS BIGINT), "
        "CAST(coalesce(sum(CASE WHEN t.kind IN ('hold', 'hold_release') THEN p.amount_fen END), 0) AS BIGINT) FROM "
        "ledger_account a "
        "LEFT JOIN ledger_posting p ON p.account_id = a.id LEFT JOIN ledger_transaction t ON t.id = p.transaction_id "
        "GROUP BY a.id, a.kind, a.owner, a.balance_fen, a.held_fen",
        [&](const std::string& kind, const std::string& owner, std::int64_t balance, std::int64_t held,
            std::int64_t real_balance, std::int64_t real_held) {
            if (balance != real_balance || held != real_held) {
                problems.add(fmt::format("account {} {} says {} / {} fen, its postings say {} / {}", kind, owner,
                                         balance, held, real_balance, real_held));
            }
        });
    database.each<std::int64_t, std::int64_t, std::int64_t>(
        "SELECT b.id, b.charge_fen, CAST(coalesce(sum(p.amount_fen), 0) AS BIGINT) FROM booking b "
        "LEFT JOIN ledger_transaction t ON t.booking_id = b.id AND (t.kind = 'charge' OR t.idempotency_key LIKE "
        "'correction:booking:%') "
        "LEFT JOIN ledger_posting p ON p.transaction_id = t.id AND p.position = 0 WHERE b.charge_fen IS NOT NULL "
        "GROUP BY b.id, b.charge_fen HAVING b.charge_fen <> coalesce(sum(p.amount_fen), 0) LIMIT 100",
        [&](std::int64_t id, std::int64_t charged, std::int64_t posted) {
            problems.add(fmt::format("booking {} was charged {} fen, the ledger has {}", id, charged, posted));
        });
}

bool verify_chain(Database& database, EventEnd& last, Problems& problems) {
    bool good = true;
    constexpr std::int64_t page = 10'000;
    for (std::int64_t rows = page; rows == page;) {
        rows = 0;
        database.each<std::int64_t, std::int64_t, std::string, std::int64_t, std::int64_t, std::string, std::string,
                      std::string, std::string>(
            "SELECT seq, at, kind, actor, subject, instrument_id, organisation_id, facts, seal FROM event WHERE seq > "
            ":after ORDER BY seq LIMIT 10000",
            [&](std::int64_t seq, std::int64_t at, const std::string& kind, std::int64_t actor, std::int64_t subject,
                const std::string& instrument, const std::string& organisation, const std::string& facts,
                const std::string& stored) {
                ++rows;
                Event event;
                event.seq = EventSeq{seq};
                event.at = instant_of(at);
                const auto known = json::enum_value<EventKind>(kind);
                event.kind = known.value_or(EventKind::booking_requested);
                event.actor = UserId{actor};
                event.subject = subject;
                event.instrument_id = InstrumentId{instrument};
                event.organisation_id = OrganisationId{organisation};
                if (good && (seq != last.seq + 1 || !known || seal_of(event, facts, last.seal) != stored)) {
                    good = false;
                    problems.add(fmt::format("the audit chain breaks at event {}", seq));
                }
                last = {seq, stored};
            },
            last.seq);
    }
    const auto count = database.first<std::int64_t>("SELECT count(*) FROM event");
    if (auto problem = event_end_problem(database, std::get<0>(*count), last)) {
        good = false;
        problems.add(*std::move(problem));
    }
    return good;
}

void verify_offers(Database& database, Problems& problems) {
    database.each<std::int64_t>(
        "SELECT f.id FROM offer f WHERE f.status = 'open' AND NOT EXISTS (SELECT 1 FROM occupancy o WHERE "
        "o.holder_id = f.id AND o.holder_kind = 2 AND o.instrument_id = f.instrument_id AND o.start_at = f.start_at "
        "AND o.end_at = f.end_at) LIMIT 100",
        [&](std::int64_t id) { problems.add(fmt::format("offer {} is open but does not hold its time", id)); });
    database.each<std::int64_t, std::int64_t>(
        "SELECT o.holder_kind, o.holder_id FROM occupancy o WHERE (o.holder_kind = 2 AND NOT EXISTS (SELECT 1 FROM "
        "offer f WHERE f.id = o.holder_id AND f.status = 'open')) OR (o.holder_kind = 0 AND NOT EXISTS (SELECT 1 FROM "
        "booking b WHERE b.id = o.holder_id)) OR (o.holder_kind = 1 AND NOT EXISTS (SELECT 1 FROM outage u WHERE u.id "
        "= o.holder_id AND u.ended = 0)) OR o.holder_kind NOT IN (0, 1, 2) LIMIT 100",
        [&](std::int64_t kind, std::int64_t id) {
            problems.add(fmt::format("a lane is held by {} {}, which holds nothing", kind, id));
        });
}

/// What waits for its time must not be forgotten.
void verify_due_work(Database& database, Problems& problems) {
    database.each<std::int64_t>(
        "SELECT f.id FROM offer f WHERE f.status = 'open' AND NOT EXISTS (SELECT 1 FROM due_work d WHERE d.kind = "
        "'offer_expiry' AND d.subject = f.id) LIMIT 100",
        [&](std::int64_t id) { problems.add(fmt::format("offer {} is open but would never expire", id)); });
    database.each<std::int64_t>(
        "SELECT r.id FROM round r WHERE r.status = 'collecting' AND NOT EXISTS (SELECT 1 FROM due_work d WHERE d.kind "
        "= "
        "'round_cut_off' AND d.subject = r.id) LIMIT 100",
        [&](std::int64_t id) { problems.add(fmt::format("round {} collects but would never be decided", id)); });
    database.each<std::int64_t>(
        "SELECT b.id FROM booking b WHERE b.status = 'requested' AND NOT EXISTS (SELECT 1 FROM due_work d WHERE "
        "d.kind = 'request_expiry' AND d.subject = b.id) LIMIT 100",
        [&](std::int64_t id) { problems.add(fmt::format("booking {} is requested but would never expire", id)); });
}
}  // namespace

BooksReport verify_books(Database& database) {
    BooksReport report;
    Problems problems(report.problems);
    verify_ledger_rows(database, report, problems);
    report.chain_ok = verify_chain(database, report.last, problems);
    return report;
}

std::vector<std::string> verify_calendar(Database& database) {
    std::vector<std::string> found;
    Problems problems(found);
    std::string last_instrument;
    std::int64_t last_lane = -1;
    std::int64_t last_end = 0;
    database.each<std::string, std::int64_t, std::int64_t, std::int64_t>(
        "SELECT instrument_id, lane, held_start, held_end FROM occupancy ORDER BY instrument_id, lane, held_start",
        [&](const std::string& instrument, std::int64_t lane, std::int64_t start, std::int64_t end) {
            if (instrument == last_instrument && lane == last_lane && start < last_end) {
                problems.add(fmt::format("instrument {} lane {} is taken twice at {}", instrument, lane, start));
            }
            last_instrument = instrument;
            last_lane = lane;
            last_end = end;
        });
    database.each<std::int64_t, std::string>(
        "SELECT b.id, b.status FROM booking b WHERE b.status IN ('approved', 'in_use') "
        "AND NOT EXISTS (SELECT 1 FROM occupancy o WHERE o.holder_id = b.id AND o.holder_kind = 0) LIMIT 100",
        [&](std::int64_t id, const std::string& status) {
            problems.add(fmt::format("booking {} is {} but holds no lane", id, status));
        });
    database.each<std::int64_t, std::string>(
        "SELECT b.id, b.status FROM occupancy o JOIN booking b ON b.id = o.holder_id AND o.holder_kind = 0 "
        "WHERE b.status IN ('rejected', 'cancelled', 'expired', 'no_show', 'displaced') LIMIT 100",
        [&](std::int64_t id, const std::string& status) {
            problems.add(fmt::format("booking {} is {} but still holds a lane", id, status));
        });
    database.each<std::int64_t>(
        "SELECT t.booking_id FROM ledger_transaction t JOIN booking b ON b.id = t.booking_id WHERE t.kind = 'hold' "
        "AND b.status NOT IN ('approved', 'in_use') AND NOT EXISTS (SELECT 1 FROM ledger_transaction r WHERE "
        "r.booking_id = t.booking_id "
        "AND r.kind = 'hold_release' AND r.reference = t.idempotency_key) LIMIT 100",
        [&](std::int64_t id) { problems.add(fmt::format("booking {} is over but its hold is not released", id)); });
    verify_offers(database, problems);
    verify_due_work(database, problems);
    if (database.dialect() == Dialect::sqlite) {
        database.each<std::string>("PRAGMA integrity_check(10)", [&](const std::string& line) {
            if (line != "ok") {
                problems.add("integrity: " + line);
            }
        });
        database.each<std::string>(
            "SELECT \"table\" FROM pragma_foreign_key_check LIMIT 100",
            [&](const std::string& table) { problems.add("a reference from " + table + " points nowhere"); });
    }
    return found;
}

}  // namespace server
