#include "server/storage/schema.hpp"

#include <array>

#include "server/storage/schema_steps.hpp"

namespace server {

namespace {
constexpr std::string_view inventory = R"(
CREATE TABLE migration (version {int} PRIMARY KEY) {strict}
--
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) {strict}
--
CREATE TABLE institution (
  id TEXT PRIMARY KEY, name_zh TEXT NOT NULL, name_en TEXT NOT NULL, short_name TEXT NOT NULL,
  time_zone TEXT NOT NULL) {strict}
--
CREATE TABLE platform (
  id TEXT PRIMARY KEY, institution_id TEXT NOT NULL REFERENCES institution(id), name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL, industry_domains TEXT NOT NULL, level TEXT NOT NULL, pairing_intention TEXT NOT NULL,
  contact TEXT NOT NULL) {strict}
--
CREATE TABLE category (
  code TEXT NOT NULL, level {int} NOT NULL, parent_code TEXT NOT NULL, name_zh TEXT NOT NULL,
  PRIMARY KEY (code, level)) {strict}
--
CREATE TABLE instrument (
  ordinal {key}, id TEXT NOT NULL UNIQUE, platform_id TEXT NOT NULL REFERENCES platform(id), name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL, model TEXT NOT NULL, manufacturer TEXT NOT NULL, category_code TEXT NOT NULL,
  category_zh TEXT NOT NULL, domains TEXT NOT NULL, specs TEXT NOT NULL, original_value_cny {int} NOT NULL,
  commissioned_year {int} NOT NULL, location TEXT NOT NULL, sample_service {int} NOT NULL, status TEXT NOT NULL) {strict}
--
CREATE TABLE policy (
  instrument_id TEXT NOT NULL REFERENCES instrument(id), version {int} NOT NULL, since {int} NOT NULL,
  document TEXT NOT NULL, PRIMARY KEY (instrument_id, version)) {strict_keyed}
--
CREATE TABLE rates (
  instrument_id TEXT NOT NULL REFERENCES instrument(id), version {int} NOT NULL, since {int} NOT NULL,
  document TEXT NOT NULL, PRIMARY KEY (instrument_id, version)) {strict_keyed}
--
CREATE TABLE organisation (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, credit_code TEXT NOT NULL,
  credit_limit_fen {int} NOT NULL) {strict}
--
CREATE TABLE person (
  id {key}, login TEXT NOT NULL UNIQUE, name TEXT NOT NULL, email TEXT NOT NULL,
  organisation_id TEXT NOT NULL REFERENCES organisation(id), password_hash TEXT NOT NULL, active {int} NOT NULL) {strict}
--
CREATE TABLE role_grant (
  person_id {int} NOT NULL REFERENCES person(id), role TEXT NOT NULL, scope TEXT NOT NULL,
  PRIMARY KEY (person_id, role, scope)) {strict_keyed}
--
CREATE TABLE sign_in (
  token_hash TEXT PRIMARY KEY, person_id {int} NOT NULL REFERENCES person(id), csrf_token TEXT NOT NULL,
  created_at {int} NOT NULL, expires_at {int} NOT NULL) {strict_keyed}
--
CREATE TABLE training (
  person_id {int} NOT NULL REFERENCES person(id), instrument_id TEXT NOT NULL REFERENCES instrument(id),
  valid_until {int}, PRIMARY KEY (person_id, instrument_id)) {strict_keyed}
)";

constexpr std::string_view bookings = R"(
CREATE TABLE booking (
  id {key}, instrument_id TEXT NOT NULL REFERENCES instrument(id), person_id {int} NOT NULL REFERENCES person(id),
  organisation_id TEXT NOT NULL REFERENCES organisation(id), start_at {int} NOT NULL, end_at {int} NOT NULL,
  status TEXT NOT NULL, purpose TEXT NOT NULL, samples {int} NOT NULL, staff_minutes {int} NOT NULL,
  price_class TEXT NOT NULL, policy_version {int} NOT NULL, rates_version {int} NOT NULL,
  quote_fen {int} NOT NULL, quote_lines TEXT NOT NULL, charge_fen {int}, charge_lines TEXT,
  used_start {int}, used_end {int}, used_samples {int}, used_note TEXT, created_at {int} NOT NULL,
  group_id {int}, revision {int} NOT NULL, reason TEXT NOT NULL, CHECK (start_at < end_at)) {strict}
--
CREATE INDEX booking_instrument ON booking(instrument_id, start_at)
--
CREATE INDEX booking_person ON booking(person_id, start_at)
--
CREATE INDEX booking_organisation ON booking(organisation_id, start_at)
--
CREATE INDEX booking_requested ON booking(start_at) WHERE status = 'requested'
--
CREATE INDEX booking_in_use ON booking(start_at) WHERE status = 'in_use'
--
CREATE TABLE occupancy (
  instrument_id TEXT NOT NULL REFERENCES instrument(id), lane {int} NOT NULL CHECK (lane >= 0), held_start {int} NOT NULL,
  held_end {int} NOT NULL, start_at {int} NOT NULL, end_at {int} NOT NULL,
  holder_kind {int} NOT NULL, holder_id {int} NOT NULL,
  PRIMARY KEY (instrument_id, lane, held_start), CHECK (held_start < held_end)) {strict_keyed}
--
CREATE INDEX occupancy_holder ON occupancy(holder_id, holder_kind)
--
CREATE TABLE outage (
  id {key}, instrument_id TEXT NOT NULL REFERENCES instrument(id), start_at {int} NOT NULL, end_at {int} NOT NULL,
  reason TEXT NOT NULL, created_by {int} NOT NULL, created_at {int} NOT NULL, ended {int} NOT NULL) {strict}
--
CREATE INDEX outage_instrument ON outage(instrument_id, start_at)
--
CREATE TABLE event (
  seq {int} PRIMARY KEY, at {int} NOT NULL, kind TEXT NOT NULL, actor {int} NOT NULL, subject {int} NOT NULL,
  instrument_id TEXT NOT NULL, organisation_id TEXT NOT NULL, facts TEXT NOT NULL, seal TEXT NOT NULL) {strict}
--
CREATE INDEX event_subject ON event(subject, seq)
--
CREATE TABLE answer (
  person_id {int} NOT NULL, idempotency_key TEXT NOT NULL, request_hash TEXT NOT NULL, status {int} NOT NULL,
  body TEXT NOT NULL, etag TEXT NOT NULL, at {int} NOT NULL, PRIMARY KEY (person_id, idempotency_key)) {strict_keyed}
--
CREATE INDEX answer_at ON answer(at)
)";

// Within a lane nothing overlaps, so only the neighbour that starts last before the new end can: one
// step down the primary key.
constexpr std::string_view occupancy_sqlite = R"(
CREATE TRIGGER occupancy_overlap BEFORE INSERT ON occupancy BEGIN
  SELECT RAISE(ABORT, 'lane is taken') WHERE NEW.held_start < (
    SELECT held_end FROM occupancy WHERE instrument_id = NEW.instrument_id AND lane = NEW.lane AND held_start < NEW.held_end
    ORDER BY held_start DESC LIMIT 1);
END
--
CREATE TRIGGER occupancy_fixed BEFORE UPDATE ON occupancy BEGIN
  SELECT RAISE(ABORT, 'an occupancy is never edited: remove it and take the new one');
END
--
CREATE TRIGGER event_fixed BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'events are never edited'); END
--
CREATE TRIGGER event_kept BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END
)";

constexpr std::string_view occupancy_postgresql = R"(
CREATE EXTENSION IF NOT EXISTS btree_gist
--
ALTER TABLE occupancy ADD CONSTRAINT occupancy_overlap
  EXCLUDE USING gist (instrument_id WITH =, lane WITH =, int8range(held_start, held_end) WITH &&)
--
CREATE FUNCTION yiqi_never_edited() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  RAISE EXCEPTION '% is never edited or deleted', TG_TABLE_NAME; END $$
--
CREATE TRIGGER occupancy_fixed BEFORE UPDATE ON occupancy FOR EACH ROW EXECUTE FUNCTION yiqi_never_edited()
--
CREATE TRIGGER event_fixed BEFORE UPDATE OR DELETE ON event FOR EACH ROW EXECUTE FUNCTION yiqi_never_edited()
--
CREATE TRIGGER event_kept BEFORE TRUNCATE ON event FOR EACH STATEMENT EXECUTE FUNCTION yiqi_never_edited()
)";

constexpr std::string_view ledger = R"(
CREATE TABLE ledger_account (
  id {key}, kind TEXT NOT NULL, owner TEXT NOT NULL, balance_fen {int} NOT NULL, held_fen {int} NOT NULL,
  UNIQUE (kind, owner)) {strict}
--
CREATE TABLE ledger_transaction (
  id {key}, kind TEXT NOT NULL, idempotency_key TEXT NOT NULL UNIQUE, at {int} NOT NULL, booking_id {int},
  organisation_id TEXT NOT NULL, reference TEXT NOT NULL, sealed {int} NOT NULL) {strict}
--
CREATE INDEX ledger_booking ON ledger_transaction(booking_id) WHERE booking_id IS NOT NULL
--
CREATE TABLE ledger_posting (
  transaction_id {int} NOT NULL REFERENCES ledger_transaction(id), account_id {int} NOT NULL REFERENCES ledger_account(id),
  position {int} NOT NULL, amount_fen {int} NOT NULL, at {int} NOT NULL, PRIMARY KEY (transaction_id, position)) {strict_keyed}
--
CREATE INDEX ledger_posting_account ON ledger_posting(account_id, at)
)";

// A transaction is written open (sealed = 0), gets its postings, and is sealed once; sealing checks the
// sum. Sealed ones accept nothing any more, and no row is ever deleted or edited otherwise.
constexpr std::string_view ledger_sqlite = R"(
CREATE TRIGGER ledger_open BEFORE INSERT ON ledger_transaction WHEN NEW.sealed <> 0 BEGIN
  SELECT RAISE(ABORT, 'ledger: a transaction starts unsealed'); END
--
CREATE TRIGGER ledger_seal BEFORE UPDATE ON ledger_transaction BEGIN
  SELECT RAISE(ABORT, 'ledger: a transaction is never edited') WHERE OLD.sealed <> 0 OR NEW.sealed <> 1 OR NEW.id <> OLD.id
    OR NEW.kind <> OLD.kind OR NEW.idempotency_key <> OLD.idempotency_key OR NEW.at <> OLD.at OR NEW.booking_id IS NOT OLD.booking_id
    OR NEW.organisation_id <> OLD.organisation_id OR NEW.reference <> OLD.reference;
  SELECT RAISE(ABORT, 'ledger: postings must sum to zero') WHERE
    (SELECT count(*) < 2 OR sum(amount_fen) <> 0 FROM ledger_posting WHERE transaction_id = NEW.id);
END
--
CREATE TRIGGER ledger_kept BEFORE DELETE ON ledger_transaction BEGIN SELECT RAISE(ABORT, 'ledger: nothing is deleted'); END
--
CREATE TRIGGER posting_late BEFORE INSERT ON ledger_posting
  WHEN (SELECT sealed FROM ledger_transaction WHERE id = NEW.transaction_id) <> 0 BEGIN
  SELECT RAISE(ABORT, 'ledger: the transaction is sealed'); END
--
CREATE TRIGGER posting_fixed BEFORE UPDATE ON ledger_posting BEGIN SELECT RAISE(ABORT, 'ledger: a posting is never edited'); END
--
CREATE TRIGGER posting_kept BEFORE DELETE ON ledger_posting BEGIN SELECT RAISE(ABORT, 'ledger: nothing is deleted'); END
)";

constexpr std::string_view ledger_postgresql = R"(
CREATE FUNCTION yiqi_ledger_transaction() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'ledger: nothing is deleted'; END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.sealed <> 0 THEN RAISE EXCEPTION 'ledger: a transaction starts unsealed'; END IF;
    RETURN NEW;
  END IF;
  IF OLD.sealed <> 0 OR NEW.sealed <> 1 OR ROW(NEW.id, NEW.kind, NEW.idempotency_key, NEW.at, NEW.booking_id, NEW.organisation_id,
      NEW.reference) IS DISTINCT FROM ROW(OLD.id, OLD.kind, OLD.idempotency_key, OLD.at, OLD.booking_id, OLD.organisation_id,
      OLD.reference) THEN
    RAISE EXCEPTION 'ledger: a transaction is never edited'; END IF;
  IF (SELECT count(*) < 2 OR sum(amount_fen) <> 0 FROM ledger_posting WHERE transaction_id = NEW.id) THEN
    RAISE EXCEPTION 'ledger: postings must sum to zero'; END IF;
  RETURN NEW;
END $$
--
CREATE TRIGGER ledger_transaction_rules BEFORE INSERT OR UPDATE OR DELETE ON ledger_transaction
  FOR EACH ROW EXECUTE FUNCTION yiqi_ledger_transaction()
--
CREATE FUNCTION yiqi_ledger_posting() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF TG_OP <> 'INSERT' THEN RAISE EXCEPTION 'ledger: a posting is never edited or deleted'; END IF;
  IF (SELECT sealed FROM ledger_transaction WHERE id = NEW.transaction_id) <> 0 THEN
    RAISE EXCEPTION 'ledger: the transaction is sealed'; END IF;
  RETURN NEW;
END $$
--
CREATE TRIGGER ledger_posting_rules BEFORE INSERT OR UPDATE OR DELETE ON ledger_posting
  FOR EACH ROW EXECUTE FUNCTION yiqi_ledger_posting()
--
CREATE TRIGGER ledger_transaction_kept BEFORE TRUNCATE ON ledger_transaction FOR EACH STATEMENT EXECUTE FUNCTION yiqi_never_edited()
--
CREATE TRIGGER ledger_posting_kept BEFORE TRUNCATE ON ledger_posting FOR EACH STATEMENT EXECUTE FUNCTION yiqi_never_edited()
)";
}  // namespace

std::span<const SchemaStep> schema_steps() {
    static const std::array steps{
        SchemaStep{inventory, "", ""},
        SchemaStep{bookings, occupancy_sqlite, occupancy_postgresql},
        SchemaStep{ledger, ledger_sqlite, ledger_postgresql},
        standing_step(),
        due_and_offers_step(),
        waitlist_step(),
        groups_step(),
        proofs_step(),
        rounds_step(),
        host_record_step(),
        replanning_step(),
        answers_step(),
        host_record_counts_step(),
        suspension_sentences_step(),
        policy_history_step(),
        round_awards_step(),
        held_accessories_step(),
        ledger_kinds_step(),
        company_money_step(),
        accounts_step(),
        prices_step(),
    };
    return steps;
}

}  // namespace server
