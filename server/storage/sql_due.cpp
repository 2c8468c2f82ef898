// Work that waits for its time, in SqlTransaction.

#include "server/json/read.hpp"
#include "server/json/write.hpp"
#include "server/storage/rows.hpp"
#include "server/storage/sql_transaction.hpp"

namespace server {

using namespace model;

void SqlTransaction::set_due(const DueWork& work) {
    database_.run(
        "INSERT INTO due_work(kind, subject, at) VALUES (:kind, :subject, :at) "
        "ON CONFLICT (kind, subject) DO UPDATE SET at = excluded.at",
        json::enum_name(work.kind), work.subject, seconds_of(work.at));
    effects_.earliest_due = std::min(work.at, effects_.earliest_due.value_or(work.at));
}

void SqlTransaction::clear_due(DueKind kind, std::int64_t subject) {
    database_.run("DELETE FROM due_work WHERE kind = :kind AND subject = :subject", json::enum_name(kind), subject);
}

std::optional<DueWork> SqlTransaction::first_due(Instant until) {
    const auto row = database_.first<std::string, std::int64_t, std::int64_t>(
        "SELECT kind, subject, at FROM due_work WHERE at <= :until ORDER BY at, subject, kind LIMIT 1",
        seconds_of(until));
    if (!row) {
        return std::nullopt;
    }
    const auto& [kind, subject, at] = *row;
    return DueWork{instant_of(at), json::enum_value<DueKind>(kind).value(), subject};
}

}  // namespace server
