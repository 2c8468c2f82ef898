// Displaced bookings, what replanning came to, and shifts by agreement.

#include "server/storage/schema_steps.hpp"

namespace server {

namespace {
// Of bookings that an earlier version displaced nothing more is known.
constexpr std::string_view tables = R"(
CREATE TABLE displacement (
  booking_id {int} PRIMARY KEY REFERENCES booking(id), cause TEXT NOT NULL CHECK (cause IN ('outage', 'bump')),
  outage_id {int} REFERENCES outage(id), at {int} NOT NULL, was_approved {int} NOT NULL,
  ended_as TEXT NOT NULL CHECK (ended_as IN ('open', 'accepted', 'chose_other', 'cancelled')),
  replaced_by {int} REFERENCES booking(id),
  CHECK ((replaced_by IS NOT NULL) = (ended_as IN ('accepted', 'chose_other')))) {strict_keyed}
--
CREATE INDEX displacement_outage ON displacement(outage_id, booking_id)
--
CREATE UNIQUE INDEX displacement_replaced_by ON displacement(replaced_by) WHERE replaced_by IS NOT NULL
--
INSERT INTO displacement(booking_id, cause, at, was_approved, ended_as)
  SELECT id, 'outage', created_at, 1, 'open' FROM booking WHERE status = 'displaced'
--
CREATE TABLE replanning (
  outage_id {int} PRIMARY KEY REFERENCES outage(id), displaced {int} NOT NULL, placed {int} NOT NULL,
  disruption {int} NOT NULL, bound {int} NOT NULL, CHECK (placed <= displaced AND bound <= disruption)) {strict_keyed}
--
CREATE UNIQUE INDEX offer_open_displaced ON offer(origin_id) WHERE status = 'open' AND origin_kind = 'displaced'
--
CREATE TABLE shift (
  id {key}, booking_id {int} NOT NULL REFERENCES booking(id), next_id {int} NOT NULL REFERENCES booking(id),
  instrument_id TEXT NOT NULL REFERENCES instrument(id), end_at {int} NOT NULL, next_start {int} NOT NULL,
  next_end {int} NOT NULL, asked_by {int} NOT NULL, created_at {int} NOT NULL, expires_at {int} NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('open', 'accepted', 'declined', 'expired')),
  CHECK (end_at <= next_start AND next_start < next_end AND created_at < expires_at)) {strict}
--
CREATE UNIQUE INDEX shift_open ON shift(booking_id) WHERE status = 'open'
--
CREATE UNIQUE INDEX shift_open_next ON shift(next_id) WHERE status = 'open'
)";

// What has been answered stays as it is.
constexpr std::string_view sqlite = R"(
CREATE TRIGGER displacement_final BEFORE UPDATE ON displacement WHEN OLD.ended_as <> 'open' BEGIN
  SELECT RAISE(ABORT, 'a displacement that has ended is never edited'); END
--
CREATE TRIGGER displacement_kept BEFORE DELETE ON displacement BEGIN
  SELECT RAISE(ABORT, 'displacements are never deleted'); END
--
CREATE TRIGGER shift_final BEFORE UPDATE ON shift WHEN OLD.status <> 'open' BEGIN
  SELECT RAISE(ABORT, 'a shift that has ended is never edited'); END
)";

constexpr std::string_view postgresql = R"(
CREATE TRIGGER displacement_final BEFORE UPDATE ON displacement FOR EACH ROW WHEN (OLD.ended_as <> 'open')
  EXECUTE FUNCTION yiqi_never_edited()
--
CREATE TRIGGER displacement_kept BEFORE DELETE ON displacement FOR EACH ROW EXECUTE FUNCTION yiqi_never_edited()
--
CREATE TRIGGER shift_final BEFORE UPDATE ON shift FOR EACH ROW WHEN (OLD.status <> 'open')
  EXECUTE FUNCTION yiqi_never_edited()
)";
}  // namespace

SchemaStep replanning_step() {
    return {tables, sqlite, postgresql};
}

}  // namespace server
