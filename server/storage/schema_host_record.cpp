// The record of hosts, and who of a company waits for what.

#include "server/storage/schema_steps.hpp"

namespace server {

namespace {
// What is known of earlier requests is taken from the event log: an answer counts from when the request was made.
constexpr std::string_view tables = R"(
CREATE TABLE host_deed (
  id {key}, kind TEXT NOT NULL CHECK (kind IN ('answered', 'expired', 'cancelled', 'moved', 'displaced', 'bumped')),
  platform_id TEXT NOT NULL REFERENCES platform(id), instrument_id TEXT NOT NULL REFERENCES instrument(id),
  booking_id {int} NOT NULL REFERENCES booking(id), at {int} NOT NULL, waited_minutes {int}, waited_open_minutes {int},
  CHECK ((kind = 'answered') = (waited_minutes IS NOT NULL)),
  CHECK ((waited_minutes IS NULL) = (waited_open_minutes IS NULL)),
  CHECK (waited_open_minutes BETWEEN 0 AND waited_minutes)) {strict}
--
CREATE INDEX host_deed_platform ON host_deed(platform_id, at)
--
INSERT INTO host_deed(kind, platform_id, instrument_id, booking_id, at, waited_minutes, waited_open_minutes)
  SELECT CASE e.kind WHEN 'booking_expired' THEN 'expired' WHEN 'booking_displaced' THEN 'displaced' ELSE 'answered' END,
    i.platform_id, b.instrument_id, b.id, e.at,
    CASE WHEN e.kind IN ('booking_approved', 'booking_rejected') THEN (e.at - b.created_at) / 60 END,
    CASE WHEN e.kind IN ('booking_approved', 'booking_rejected') THEN (e.at - b.created_at) / 60 END
  FROM event e JOIN booking b ON b.id = e.subject JOIN instrument i ON i.id = b.instrument_id
  WHERE e.kind IN ('booking_expired', 'booking_displaced')
    OR (e.kind IN ('booking_approved', 'booking_rejected') AND e.actor <> 0 AND e.actor <> b.person_id
        AND e.at >= b.created_at)
  ORDER BY e.seq
--
CREATE INDEX waitlist_organisation ON waitlist_entry(organisation_id, id)
--
CREATE INDEX offer_organisation ON offer(organisation_id, expires_at) WHERE status = 'open'
)";

constexpr std::string_view sqlite = R"(
CREATE TRIGGER host_deed_fixed BEFORE UPDATE ON host_deed BEGIN
  SELECT RAISE(ABORT, 'the record of a host is never edited'); END
--
CREATE TRIGGER host_deed_kept BEFORE DELETE ON host_deed BEGIN
  SELECT RAISE(ABORT, 'the record of a host is never deleted'); END
)";

constexpr std::string_view postgresql = R"(
CREATE TRIGGER host_deed_fixed BEFORE UPDATE OR DELETE ON host_deed FOR EACH ROW EXECUTE FUNCTION yiqi_never_edited()
--
CREATE TRIGGER host_deed_kept BEFORE TRUNCATE ON host_deed FOR EACH STATEMENT EXECUTE FUNCTION yiqi_never_edited()
)";

// The record of a platform counts the bookings of all its instruments at once.
constexpr std::string_view counts = R"(
CREATE INDEX instrument_platform ON instrument(platform_id)
)";
}  // namespace

SchemaStep host_record_step() {
    return {tables, sqlite, postgresql};
}

SchemaStep host_record_counts_step() {
    return {counts, "", ""};
}

}  // namespace server
