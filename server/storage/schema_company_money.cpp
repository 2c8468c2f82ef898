// What is agreed with companies about their money, lines of the bank, disputes and corrections.

#include "server/storage/schema_steps.hpp"

namespace server {

namespace {
constexpr std::string_view tables = R"(
CREATE TABLE company_account (
  id {key}, organisation_id TEXT NOT NULL UNIQUE REFERENCES organisation(id), low_balance_fen {int},
  low_noticed {int} NOT NULL, dunning_step {int} NOT NULL CHECK (dunning_step >= 0), blocked {int} NOT NULL,
  dunning_at {int}) {strict}
--
CREATE TABLE billing_policy (version {int} PRIMARY KEY, since {int} NOT NULL, document TEXT NOT NULL) {strict}
--
CREATE TABLE project (
  id {key}, organisation_id TEXT NOT NULL REFERENCES organisation(id), code TEXT NOT NULL, name TEXT NOT NULL,
  active {int} NOT NULL, UNIQUE (organisation_id, code)) {strict}
--
CREATE TABLE spending_limit (
  id {key}, organisation_id TEXT NOT NULL REFERENCES organisation(id), person_id {int} REFERENCES person(id),
  project_id {int} REFERENCES project(id), period TEXT NOT NULL CHECK (period IN ('month', 'year', 'total')),
  amount_fen {int} NOT NULL CHECK (amount_fen >= 0), CHECK ((person_id IS NULL) <> (project_id IS NULL))) {strict}
--
CREATE UNIQUE INDEX spending_limit_scope
  ON spending_limit(organisation_id, coalesce(person_id, 0), coalesce(project_id, 0), period)
--
CREATE TABLE booking_cost_centre (
  booking_id {int} PRIMARY KEY REFERENCES booking(id), project_id {int} REFERENCES project(id),
  purchase_order TEXT NOT NULL) {strict}
--
CREATE INDEX booking_cost_centre_project ON booking_cost_centre(project_id) WHERE project_id IS NOT NULL
--
CREATE TABLE bank_line (
  id {key}, bank_reference TEXT NOT NULL UNIQUE, paid_on {int} NOT NULL, payer_name TEXT NOT NULL,
  payer_account TEXT NOT NULL, amount_fen {int} NOT NULL CHECK (amount_fen > 0), text TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('unmatched', 'matched', 'assigned', 'ignored')), matched_by TEXT NOT NULL,
  organisation_id TEXT REFERENCES organisation(id), imported_at {int} NOT NULL, reason TEXT NOT NULL,
  CHECK ((status IN ('matched', 'assigned')) = (organisation_id IS NOT NULL))) {strict}
--
CREATE INDEX bank_line_status ON bank_line(status, id)
--
CREATE TABLE dispute (
  id {key}, organisation_id TEXT NOT NULL REFERENCES organisation(id),
  charge_id {int} NOT NULL REFERENCES ledger_transaction(id), booking_id {int}, line {int},
  amount_fen {int} NOT NULL CHECK (amount_fen > 0), reason TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('open', 'undecided', 'credited', 'adjusted', 'rejected')),
  opened_by {int} NOT NULL, opened_at {int} NOT NULL, decided_by {int} NOT NULL, decided_at {int},
  decision_reason TEXT NOT NULL) {strict}
--
CREATE INDEX dispute_organisation ON dispute(organisation_id, id)
--
CREATE INDEX dispute_charge ON dispute(charge_id)
--
CREATE TABLE correction (
  id {key}, kind TEXT NOT NULL CHECK (kind IN ('credit_note', 'adjustment', 'write_off')),
  organisation_id TEXT NOT NULL REFERENCES organisation(id), charge_id {int} REFERENCES ledger_transaction(id),
  dispute_id {int} REFERENCES dispute(id), amount_fen {int} NOT NULL CHECK (amount_fen <> 0), reason TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('proposed', 'posted', 'refused')), proposed_by {int} NOT NULL,
  proposed_at {int} NOT NULL, decided_by {int} NOT NULL, decided_at {int}, decision_reason TEXT NOT NULL,
  transaction_id {int} REFERENCES ledger_transaction(id), CHECK ((kind = 'write_off') = (charge_id IS NULL)),
  CHECK (decided_by <> proposed_by OR decided_by = 0), CHECK ((status = 'posted') = (transaction_id IS NOT NULL))) {strict}
--
CREATE INDEX correction_organisation ON correction(organisation_id, id)
--
CREATE INDEX correction_charge ON correction(charge_id) WHERE charge_id IS NOT NULL
)";

// What was said stays as it was said; a decision is final.
constexpr std::string_view sqlite = R"(
CREATE TRIGGER bank_line_fixed BEFORE UPDATE OF id, bank_reference, paid_on, payer_name, payer_account, amount_fen, text,
  imported_at ON bank_line BEGIN SELECT RAISE(ABORT, 'a line of the bank is never edited'); END
--
CREATE TRIGGER bank_line_final BEFORE UPDATE ON bank_line WHEN OLD.status <> 'unmatched' BEGIN
  SELECT RAISE(ABORT, 'a line of the bank is decided once'); END
--
CREATE TRIGGER bank_line_kept BEFORE DELETE ON bank_line BEGIN SELECT RAISE(ABORT, 'a line of the bank is never deleted'); END
--
CREATE TRIGGER dispute_fixed BEFORE UPDATE OF id, organisation_id, charge_id, booking_id, line, amount_fen, reason, opened_by,
  opened_at ON dispute BEGIN SELECT RAISE(ABORT, 'a dispute is never edited'); END
--
CREATE TRIGGER dispute_final BEFORE UPDATE ON dispute WHEN OLD.status NOT IN ('open', 'undecided') BEGIN
  SELECT RAISE(ABORT, 'a dispute is decided once'); END
--
CREATE TRIGGER dispute_kept BEFORE DELETE ON dispute BEGIN SELECT RAISE(ABORT, 'a dispute is never deleted'); END
--
CREATE TRIGGER correction_fixed BEFORE UPDATE OF id, kind, organisation_id, charge_id, dispute_id, amount_fen, reason,
  proposed_by, proposed_at ON correction BEGIN SELECT RAISE(ABORT, 'a correction is never edited'); END
--
CREATE TRIGGER correction_final BEFORE UPDATE ON correction WHEN OLD.status <> 'proposed' BEGIN
  SELECT RAISE(ABORT, 'a correction is decided once'); END
--
CREATE TRIGGER correction_kept BEFORE DELETE ON correction BEGIN SELECT RAISE(ABORT, 'a correction is never deleted'); END
)";

constexpr std::string_view postgresql = R"(
CREATE TRIGGER bank_line_fixed BEFORE UPDATE OF id, bank_reference, paid_on, payer_name, payer_account, amount_fen, text,
  imported_at ON bank_line FOR EACH ROW EXECUTE FUNCTION yiqi_never_edited()
--
CREATE TRIGGER bank_line_final BEFORE UPDATE ON bank_line FOR EACH ROW WHEN (OLD.status <> 'unmatched')
  EXECUTE FUNCTION yiqi_never_edited()
--
CREATE TRIGGER bank_line_kept BEFORE DELETE ON bank_line FOR EACH ROW EXECUTE FUNCTION yiqi_never_edited()
--
CREATE TRIGGER dispute_fixed BEFORE UPDATE OF id, organisation_id, charge_id, booking_id, line, amount_fen, reason, opened_by,
  opened_at ON dispute FOR EACH ROW EXECUTE FUNCTION yiqi_never_edited()
--
CREATE TRIGGER dispute_final BEFORE UPDATE ON dispute FOR EACH ROW WHEN (OLD.status NOT IN ('open', 'undecided'))
  EXECUTE FUNCTION yiqi_never_edited()
--
CREATE TRIGGER dispute_kept BEFORE DELETE ON dispute FOR EACH ROW EXECUTE FUNCTION yiqi_never_edited()
--
CREATE TRIGGER correction_fixed BEFORE UPDATE OF id, kind, organisation_id, charge_id, dispute_id, amount_fen, reason,
  proposed_by, proposed_at ON correction FOR EACH ROW EXECUTE FUNCTION yiqi_never_edited()
--
CREATE TRIGGER correction_final BEFORE UPDATE ON correction FOR EACH ROW WHEN (OLD.status <> 'proposed')
  EXECUTE FUNCTION yiqi_never_edited()
--
CREATE TRIGGER correction_kept BEFORE DELETE ON correction FOR EACH ROW EXECUTE FUNCTION yiqi_never_edited()
)";
}  // namespace

SchemaStep company_money_step() {
    return {tables, sqlite, postgresql};
}

}  // namespace server
