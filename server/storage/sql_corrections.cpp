// Disputes and corrections of SqlTransaction.

#include "server/json/write.hpp"
#include "server/storage/money_rows.hpp"
#include "server/storage/rows.hpp"
#include "server/storage/sql_transaction.hpp"

namespace server {

using namespace model;

namespace {
template <class Id>
std::optional<std::int64_t> given(const Id& id) {
    return id ? std::optional(id.value) : std::nullopt;
}

std::optional<Instant> maybe(const std::optional<std::int64_t>& at) {
    return at ? std::optional(instant_of(*at)) : std::nullopt;
}

std::optional<std::int64_t> maybe(const std::optional<Instant>& at) {
    return at ? std::optional(seconds_of(*at)) : std::nullopt;
}
}  // namespace

Correction correction_of(const CorrectionRow& row) {
    const auto& [id, kind, organisation, charge, dispute, amount, reason, status, proposed_by, proposed_at, decided_by,
                 decided_at, decision_reason, transaction] = row;
    Correction c;
    c.id = CorrectionId{id};
    c.kind = json::enum_value<CorrectionKind>(kind).value();
    c.organisation_id = OrganisationId{organisation};
    c.charge = TransactionId{charge.value_or(0)};
    c.dispute = DisputeId{dispute.value_or(0)};
    c.amount = Money{amount};
    c.reason = reason;
    c.status = json::enum_value<CorrectionStatus>(status).value();
    c.proposed_by = UserId{proposed_by};
    c.proposed_at = instant_of(proposed_at);
    c.decided_by = UserId{decided_by};
    c.decided_at = maybe(decided_at);
    c.decision_reason = decision_reason;
    c.transaction = TransactionId{transaction.value_or(0)};
    return c;
}

Dispute dispute_of(const DisputeRow& row) {
    const auto& [id, organisation, charge, booking, line, amount, reason, status, opened_by, opened_at, decided_by,
                 decided_at, decision_reason] = row;
    Dispute d;
    d.id = DisputeId{id};
    d.organisation_id = OrganisationId{organisation};
    d.charge = TransactionId{charge};
    d.booking_id = BookingId{booking.value_or(0)};
    if (line) {
        d.line = *line;
    }
    d.amount = Money{amount};
    d.reason = reason;
    d.status = json::enum_value<DisputeStatus>(status).value();
    d.opened_by = UserId{opened_by};
    d.opened_at = instant_of(opened_at);
    d.decided_by = UserId{decided_by};
    d.decided_at = maybe(decided_at);
    d.decision_reason = decision_reason;
    return d;
}

CorrectionId SqlTransaction::add_correction(const Correction& c) {
    const auto id = database_.first<std::int64_t>(
        "INSERT INTO correction(kind, organisation_id, charge_id, dispute_id, amount_fen, reason, status, proposed_by, "
        "proposed_at, decided_by, decision_reason) VALUES (:kind, :organisation, :charge, :dispute, :amount, :reason, "
        ":status, :by, :at, 0, '') RETURNING id",
        json::enum_name(c.kind), c.organisation_id.value, given(c.charge), given(c.dispute), c.amount.fen(), c.reason,
        json::enum_name(c.status), c.proposed_by.value, seconds_of(c.proposed_at));
    return CorrectionId{std::get<0>(*id)};
}

std::optional<Correction> SqlTransaction::correction(CorrectionId id) {
    std::optional<Correction> found;
    each_row<CorrectionRow>(
        database_, "SELECT " YIQI_CORRECTION_COLUMNS " FROM correction c WHERE c.id = :id",
        [&](const CorrectionRow& row) { found = correction_of(row); }, id.value);
    return found;
}

void SqlTransaction::decide_correction(const Correction& c) {
    database_.run(
        "UPDATE correction SET status = :status, decided_by = :by, decided_at = :at, decision_reason = :reason, "
        "transaction_id = :transaction WHERE id = :id",
        json::enum_name(c.status), c.decided_by.value, maybe(c.decided_at), c.decision_reason, given(c.transaction),
        c.id.value);
}

Money SqlTransaction::proposed_reductions(const OrganisationId& organisation, TransactionId charge) {
    const auto row = database_.first<std::int64_t>(
        "SELECT CAST(coalesce(sum(-amount_fen), 0) AS BIGINT) FROM correction WHERE organisation_id = :organisation "
        "AND "
        "coalesce(charge_id, 0) = :charge AND status = 'proposed' AND amount_fen < 0",
        organisation.value, charge.value);
    return Money{std::get<0>(*row)};
}

DisputeId SqlTransaction::add_dispute(const Dispute& d) {
    const auto line = d.line ? std::optional(d.line->value) : std::nullopt;
    const auto id = database_.first<std::int64_t>(
        "INSERT INTO dispute(organisation_id, charge_id, booking_id, line, amount_fen, reason, status, opened_by, "
        "opened_at, decided_by, decision_reason) VALUES (:organisation, :charge, :booking, :line, :amount, :reason, "
        ":status, :by, :at, 0, '') RETURNING id",
        d.organisation_id.value, d.charge.value, given(d.booking_id), line, d.amount.fen(), d.reason,
        json::enum_name(d.status), d.opened_by.value, seconds_of(d.opened_at));
    return DisputeId{std::get<0>(*id)};
}

std::optional<Dispute> SqlTransaction::dispute(DisputeId id) {
    std::optional<Dispute> found;
    each_row<DisputeRow>(
        database_, "SELECT " YIQI_DISPUTE_COLUMNS " FROM dispute d WHERE d.id = :id",
        [&](const DisputeRow& row) { found = dispute_of(row); }, id.value);
    return found;
}

void SqlTransaction::decide_dispute(const Dispute& d) {
    database_.run(
        "UPDATE dispute SET status = :status, decided_by = :by, decided_at = :at, decision_reason = :reason WHERE id = "
        ":id",
        json::enum_name(d.status), d.decided_by.value, maybe(d.decided_at), d.decision_reason, d.id.value);
}

Money SqlTransaction::disputed(TransactionId charge) {
    const auto row = database_.first<std::int64_t>(
        "SELECT CAST(coalesce(sum(amount_fen), 0) AS BIGINT) FROM dispute WHERE charge_id = :charge AND status IN "
        "('open', 'undecided')",
        charge.value);
    return Money{std::get<0>(*row)};
}

}  // namespace server
