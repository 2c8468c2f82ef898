// What rounds decided and have still to carry out, of SqlTransaction.

#include "server/json/round_documents.hpp"
#include "server/storage/rows.hpp"
#include "server/storage/sql_transaction.hpp"

namespace server {

using namespace model;

void SqlTransaction::add_round_award(std::int64_t plan, const scheduler::RoundAward& a) {
    const auto& r = a.result;
    database_.run(
        "INSERT INTO round_award(round_id, plan, booking_id, revision, granted, lane, points, why_zh, why_en, options) "
        "VALUES (:round, :plan, :booking, :revision, :granted, :lane, :points, :zh, :en, :options)",
        r.round_id.value, plan, r.booking_id.value, a.revision, r.granted, static_cast<std::int64_t>(a.lane), r.points,
        r.explanation.zh, r.explanation.en, json::to_text(r.options));
}

SqlTransaction::AwardCount SqlTransaction::count_round_awards(RoundId id, std::int64_t plan) {
    const auto row = database_.first<std::int64_t, std::int64_t>(
        "SELECT count(*), coalesce(sum(CASE WHEN b.status = 'requested' AND b.revision = a.revision THEN 0 ELSE 1 "
        "END), "
        "0) FROM round_award a JOIN booking b ON b.id = a.booking_id WHERE a.round_id = :round AND a.plan = :plan",
        id.value, plan);
    return {std::get<0>(*row), std::get<1>(*row)};
}

void SqlTransaction::keep_round_plan(RoundId id, std::int64_t plan) {
    database_.run("DELETE FROM round_award WHERE round_id = :round AND plan <> :plan", id.value, plan);
}

std::vector<scheduler::RoundAward> SqlTransaction::round_awards(RoundId id, std::size_t limit) {
    std::vector<scheduler::RoundAward> found;
    database_.each<std::int64_t, std::int64_t, std::optional<std::int64_t>, std::int64_t, std::int64_t, std::string,
                   std::string, std::string>(
        "SELECT booking_id, revision, granted, lane, points, why_zh, why_en, options FROM round_award WHERE round_id = "
        ":round ORDER BY CASE WHEN granted IS NULL THEN 0 ELSE 1 END, booking_id LIMIT :limit",
        [&](std::int64_t booking, std::int64_t revision, const std::optional<std::int64_t>& granted, std::int64_t lane,
            std::int64_t points, const std::string& zh, const std::string& en, const std::string& options) {
            found.push_back({{id,
                              BookingId{booking},
                              granted,
                              points,
                              {zh, en},
                              json::stored<std::vector<scheduler::DecidedOption>>(options)},
                             static_cast<int>(lane),
                             revision});
        },
        id.value, static_cast<std::int64_t>(limit));
    return found;
}

void SqlTransaction::remove_round_award(RoundId id, BookingId booking) {
    database_.run("DELETE FROM round_award WHERE round_id = :round AND booking_id = :booking", id.value, booking.value);
}

}  // namespace server
