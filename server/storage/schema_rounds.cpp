// Allocation rounds.

#include "server/storage/schema_steps.hpp"

namespace server {

namespace {
constexpr std::string_view tables = R"(
CREATE TABLE round (
  id {key}, platform_id TEXT NOT NULL REFERENCES platform(id), window_start {int} NOT NULL, window_end {int} NOT NULL,
  cut_off {int} NOT NULL, status TEXT NOT NULL CHECK (status IN ('collecting', 'closed', 'allocated', 'cancelled')),
  seed {int} NOT NULL, terms TEXT NOT NULL, created_by {int} NOT NULL REFERENCES person(id), created_at {int} NOT NULL,
  decided_at {int}, requests {int}, granted {int}, value {int}, bound {int}, gap_ppm {int}, solved_by TEXT, tries {int},
  CHECK (window_start < window_end AND cut_off < window_start),
  CHECK (status <> 'allocated' OR decided_at IS NOT NULL)) {strict}
--
CREATE INDEX round_platform ON round(platform_id, id)
--
CREATE INDEX round_closed ON round(cut_off) WHERE status = 'closed'
--
CREATE TABLE round_instrument (
  round_id {int} NOT NULL REFERENCES round(id), instrument_id TEXT NOT NULL REFERENCES instrument(id),
  PRIMARY KEY (instrument_id, round_id)) {strict_keyed}
--
CREATE INDEX round_instrument_round ON round_instrument(round_id)
--
CREATE TABLE booking_alternative (
  booking_id {int} NOT NULL REFERENCES booking(id), position {int} NOT NULL, instrument_id TEXT NOT NULL REFERENCES instrument(id),
  start_at {int} NOT NULL, end_at {int} NOT NULL, PRIMARY KEY (booking_id, position), CHECK (start_at < end_at)) {strict_keyed}
--
CREATE INDEX booking_alternative_instrument ON booking_alternative(instrument_id, start_at)
--
CREATE TABLE booking_deadline (
  booking_id {int} PRIMARY KEY REFERENCES booking(id), needed_by {int} NOT NULL) {strict_keyed}
--
CREATE TABLE round_result (
  round_id {int} NOT NULL REFERENCES round(id), booking_id {int} NOT NULL REFERENCES booking(id), granted {int},
  points {int} NOT NULL, why_zh TEXT NOT NULL, why_en TEXT NOT NULL, options TEXT NOT NULL, served {int} NOT NULL,
  PRIMARY KEY (round_id, booking_id)) {strict_keyed}
--
CREATE INDEX round_result_unserved ON round_result(round_id, points) WHERE served = 0
--
CREATE TABLE round_share (
  platform_id TEXT NOT NULL REFERENCES platform(id), organisation_id TEXT NOT NULL REFERENCES organisation(id),
  asked_minutes {int} NOT NULL CHECK (asked_minutes > 0), won_minutes {int} NOT NULL CHECK (won_minutes >= 0),
  PRIMARY KEY (platform_id, organisation_id)) {strict_keyed}
)";

// A decided or cancelled round stays as it is.
constexpr std::string_view sqlite = R"(
CREATE TRIGGER round_final BEFORE UPDATE ON round WHEN OLD.status IN ('allocated', 'cancelled') BEGIN
  SELECT RAISE(ABORT, 'a round that has ended is never edited'); END
--
CREATE TRIGGER round_kept BEFORE DELETE ON round BEGIN SELECT RAISE(ABORT, 'rounds are never deleted'); END
--
CREATE TRIGGER round_result_kept BEFORE DELETE ON round_result BEGIN SELECT RAISE(ABORT, 'results are never deleted'); END
)";

constexpr std::string_view postgresql = R"(
CREATE TRIGGER round_final BEFORE UPDATE ON round FOR EACH ROW WHEN (OLD.status IN ('allocated', 'cancelled'))
  EXECUTE FUNCTION yiqi_never_edited()
--
CREATE TRIGGER round_kept BEFORE DELETE ON round FOR EACH ROW EXECUTE FUNCTION yiqi_never_edited()
--
CREATE TRIGGER round_result_kept BEFORE DELETE ON round_result FOR EACH ROW EXECUTE FUNCTION yiqi_never_edited()
)";
}  // namespace

SchemaStep rounds_step() {
    return {tables, sqlite, postgresql};
}

}  // namespace server
