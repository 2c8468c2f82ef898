// Accounts by kind, what a transaction ends or corrects, and the split of income.

#include "server/storage/schema_steps.hpp"

namespace server {

namespace {
// ledger_never stays empty, so that a transaction that is not sealed by the commit points nowhere and is refused.
constexpr std::string_view tables = R"(
CREATE TABLE account_kind (kind TEXT PRIMARY KEY, scope TEXT NOT NULL) {strict_keyed}
--
INSERT INTO account_kind(kind, scope) VALUES ('receivable', 'organisation'), ('prepaid', 'organisation'),
  ('deposit', 'organisation'), ('voucher', 'programme'), ('operator_income', 'platform'), ('platform_income', 'platform'),
  ('institution_income', 'institution'), ('council_income', 'council'), ('tax', 'institution'), ('write_off', 'council'),
  ('bank', 'council')
--
UPDATE ledger_account SET kind = 'platform_income' WHERE kind = 'income'
--
CREATE TABLE ledger_never (id {int} PRIMARY KEY CHECK (id = 0 AND id = 1)) {strict}
--
ALTER TABLE ledger_transaction ADD COLUMN unsealed {int} REFERENCES ledger_never(id) DEFERRABLE INITIALLY DEFERRED
--
ALTER TABLE ledger_transaction ADD COLUMN ends {int} REFERENCES ledger_transaction(id)
--
ALTER TABLE ledger_transaction ADD COLUMN corrects {int} REFERENCES ledger_transaction(id)
--
CREATE UNIQUE INDEX ledger_hold_end ON ledger_transaction(ends) WHERE ends IS NOT NULL
--
CREATE INDEX ledger_correction ON ledger_transaction(corrects) WHERE corrects IS NOT NULL
--
CREATE TABLE income_split (
  id {key}, institution_id TEXT NOT NULL, valid_from {int} NOT NULL, operator_bp {int} NOT NULL, platform_bp {int} NOT NULL,
  institution_bp {int} NOT NULL, council_bp {int} NOT NULL, set_by {int} NOT NULL, set_at {int} NOT NULL,
  CHECK (operator_bp >= 0 AND platform_bp >= 0 AND institution_bp >= 0 AND council_bp >= 0),
  CHECK (operator_bp + platform_bp + institution_bp + council_bp = 10000)) {strict}
--
CREATE INDEX income_split_scope ON income_split(institution_id, valid_from)
)";

// "INSERT OR REPLACE" removes the row in its way without asking a trigger, so a row in the way is refused first.
constexpr std::string_view sqlite = R"(
DROP TRIGGER ledger_open
--
DROP TRIGGER ledger_seal
--
UPDATE ledger_transaction SET ends = (SELECT h.id FROM ledger_transaction h WHERE h.kind = 'hold'
  AND h.idempotency_key = ledger_transaction.reference) WHERE kind = 'hold_release'
--
CREATE TRIGGER ledger_open BEFORE INSERT ON ledger_transaction BEGIN
  SELECT RAISE(ABORT, 'ledger: a transaction starts unsealed') WHERE NEW.sealed <> 0 OR NEW.unsealed IS NOT 1;
  SELECT RAISE(ABORT, 'ledger: a transaction is never replaced') WHERE EXISTS (
    SELECT 1 FROM ledger_transaction WHERE id = NEW.id);
  SELECT RAISE(IGNORE) WHERE EXISTS (SELECT 1 FROM ledger_transaction WHERE idempotency_key = NEW.idempotency_key);
  SELECT RAISE(ABORT, 'ledger: an end ends a hold of its booking, a correction corrects a charge') WHERE
    (NEW.kind IN ('hold_release', 'hold_capture')) <> (NEW.ends IS NOT NULL)
    OR (NEW.kind IN ('credit_note', 'adjustment')) <> (NEW.corrects IS NOT NULL)
    OR (NEW.ends IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ledger_transaction h WHERE h.id = NEW.ends AND h.kind = 'hold'
      AND h.sealed = 1 AND h.booking_id IS NEW.booking_id AND h.organisation_id = NEW.organisation_id))
    OR (NEW.corrects IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ledger_transaction c WHERE c.id = NEW.corrects
      AND c.kind = 'charge' AND c.sealed = 1 AND c.organisation_id = NEW.organisation_id));
END
--
CREATE TRIGGER ledger_seal BEFORE UPDATE ON ledger_transaction BEGIN
  SELECT RAISE(ABORT, 'ledger: a transaction is never edited') WHERE OLD.sealed <> 0 OR NEW.sealed <> 1
    OR NEW.unsealed IS NOT NULL OR NEW.id <> OLD.id OR NEW.kind <> OLD.kind OR NEW.idempotency_key <> OLD.idempotency_key
    OR NEW.at <> OLD.at OR NEW.booking_id IS NOT OLD.booking_id OR NEW.organisation_id <> OLD.organisation_id
    OR NEW.reference <> OLD.reference OR NEW.ends IS NOT OLD.ends OR NEW.corrects IS NOT OLD.corrects;
  SELECT RAISE(ABORT, 'ledger: postings must sum to zero') WHERE
    (SELECT count(*) < 2 OR sum(amount_fen) <> 0 FROM ledger_posting WHERE transaction_id = NEW.id);
  SELECT RAISE(ABORT, 'ledger: the end of a hold mirrors it') WHERE NEW.ends IS NOT NULL AND EXISTS (
    SELECT 1 FROM ledger_posting WHERE transaction_id IN (NEW.id, NEW.ends) GROUP BY account_id HAVING sum(amount_fen) <> 0);
END
--
CREATE TRIGGER account_known BEFORE INSERT ON ledger_account BEGIN
  SELECT RAISE(ABORT, 'ledger: no such kind of account') WHERE NOT EXISTS (SELECT 1 FROM account_kind WHERE kind = NEW.kind);
  SELECT RAISE(ABORT, 'ledger: an account is never replaced') WHERE EXISTS (
    SELECT 1 FROM ledger_account WHERE id = NEW.id OR (kind = NEW.kind AND owner = NEW.owner));
END
--
CREATE TRIGGER account_fixed BEFORE UPDATE OF id, kind, owner ON ledger_account BEGIN
  SELECT RAISE(ABORT, 'ledger: an account keeps its kind and owner'); END
--
CREATE TRIGGER account_kept BEFORE DELETE ON ledger_account BEGIN SELECT RAISE(ABORT, 'ledger: nothing is deleted'); END
--
CREATE TRIGGER income_split_added BEFORE INSERT ON income_split BEGIN
  SELECT RAISE(ABORT, 'a split is never replaced') WHERE EXISTS (SELECT 1 FROM income_split WHERE id = NEW.id); END
--
CREATE TRIGGER income_split_fixed BEFORE UPDATE ON income_split BEGIN SELECT RAISE(ABORT, 'a split is never edited'); END
--
CREATE TRIGGER income_split_kept BEFORE DELETE ON income_split BEGIN SELECT RAISE(ABORT, 'a split is never deleted'); END
)";

constexpr std::string_view postgresql = R"(
ALTER TABLE ledger_transaction DISABLE TRIGGER ledger_transaction_rules
--
UPDATE ledger_transaction SET ends = (SELECT h.id FROM ledger_transaction h WHERE h.kind = 'hold'
  AND h.idempotency_key = ledger_transaction.reference) WHERE kind = 'hold_release'
--
ALTER TABLE ledger_transaction ENABLE TRIGGER ledger_transaction_rules
--
CREATE OR REPLACE FUNCTION yiqi_ledger_transaction() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'ledger: nothing is deleted'; END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.sealed <> 0 OR NEW.unsealed IS DISTINCT FROM 1 THEN
      RAISE EXCEPTION 'ledger: a transaction starts unsealed'; END IF;
    IF (NEW.kind IN ('hold_release', 'hold_capture')) <> (NEW.ends IS NOT NULL)
        OR (NEW.kind IN ('credit_note', 'adjustment')) <> (NEW.corrects IS NOT NULL)
        OR (NEW.ends IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ledger_transaction h WHERE h.id = NEW.ends AND h.kind = 'hold'
          AND h.sealed = 1 AND h.booking_id IS NOT DISTINCT FROM NEW.booking_id AND h.organisation_id = NEW.organisation_id))
        OR (NEW.corrects IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ledger_transaction c WHERE c.id = NEW.corrects
          AND c.kind = 'charge' AND c.sealed = 1 AND c.organisation_id = NEW.organisation_id)) THEN
      RAISE EXCEPTION 'ledger: an end ends a hold of its booking, a correction corrects a charge'; END IF;
    RETURN NEW;
  END IF;
  IF OLD.sealed <> 0 OR NEW.sealed <> 1 OR NEW.unsealed IS NOT NULL
      OR ROW(NEW.id, NEW.kind, NEW.idempotency_key, NEW.at, NEW.booking_id, NEW.organisation_id, NEW.reference, NEW.ends,
        NEW.corrects) IS DISTINCT FROM ROW(OLD.id, OLD.kind, OLD.idempotency_key, OLD.at, OLD.booking_id,
        OLD.organisation_id, OLD.reference, OLD.ends, OLD.corrects) THEN
    RAISE EXCEPTION 'ledger: a transaction is never edited'; END IF;
  IF (SELECT count(*) < 2 OR sum(amount_fen) <> 0 FROM ledger_posting WHERE transaction_id = NEW.id) THEN
    RAISE EXCEPTION 'ledger: postings must sum to zero'; END IF;
  IF NEW.ends IS NOT NULL AND EXISTS (SELECT 1 FROM ledger_posting WHERE transaction_id IN (NEW.id, NEW.ends)
      GROUP BY account_id HAVING sum(amount_fen) <> 0) THEN
    RAISE EXCEPTION 'ledger: the end of a hold mirrors it'; END IF;
  RETURN NEW;
END $$
--
ALTER TABLE ledger_account ADD CONSTRAINT account_known FOREIGN KEY (kind) REFERENCES account_kind(kind)
--
CREATE FUNCTION yiqi_ledger_account() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  RAISE EXCEPTION 'ledger: an account keeps its kind and owner, and is never deleted'; END $$
--
CREATE TRIGGER account_fixed BEFORE UPDATE OF id, kind, owner ON ledger_account FOR EACH ROW
  EXECUTE FUNCTION yiqi_ledger_account()
--
CREATE TRIGGER account_kept BEFORE DELETE ON ledger_account FOR EACH ROW EXECUTE FUNCTION yiqi_ledger_account()
--
CREATE TRIGGER income_split_fixed BEFORE UPDATE OR DELETE ON income_split FOR EACH ROW EXECUTE FUNCTION yiqi_never_edited()
--
CREATE TRIGGER income_split_kept BEFORE TRUNCATE ON income_split FOR EACH STATEMENT EXECUTE FUNCTION yiqi_never_edited()
)";
}  // namespace

SchemaStep ledger_kinds_step() {
    return {tables, sqlite, postgresql};
}

}  // namespace server
