// Due work, offers and the waitlist.

#include "server/storage/schema_steps.hpp"

namespace server {

namespace {
// What the bookings of an earlier version need is set when their states are looked at: work that turns out to be
// early sets itself anew.
constexpr std::string_view due_and_offers = R"(
CREATE TABLE due_work (
  kind TEXT NOT NULL, subject {int} NOT NULL, at {int} NOT NULL, PRIMARY KEY (kind, subject)) {strict_keyed}
--
CREATE INDEX due_work_at ON due_work(at, subject)
--
INSERT INTO due_work(kind, subject, at) SELECT 'request_expiry', id, start_at FROM booking WHERE status = 'requested'
--
INSERT INTO due_work(kind, subject, at) SELECT 'no_show_release', id, start_at FROM booking WHERE status = 'approved'
--
INSERT INTO due_work(kind, subject, at) SELECT 'use_overrun', id, end_at + 60 FROM booking WHERE status = 'in_use'
--
CREATE TABLE offer (
  id {key}, instrument_id TEXT NOT NULL REFERENCES instrument(id), start_at {int} NOT NULL, end_at {int} NOT NULL,
  person_id {int} NOT NULL REFERENCES person(id), organisation_id TEXT NOT NULL REFERENCES organisation(id),
  origin_kind TEXT NOT NULL, origin_id {int} NOT NULL, created_at {int} NOT NULL, expires_at {int} NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('open', 'accepted', 'declined', 'expired', 'withdrawn')),
  CHECK (start_at < end_at AND created_at < expires_at AND expires_at <= start_at)) {strict}
--
CREATE INDEX offer_origin ON offer(origin_id, origin_kind)
--
CREATE INDEX offer_person ON offer(person_id, created_at)
--
CREATE UNIQUE INDEX offer_open ON offer(origin_id) WHERE status = 'open' AND origin_kind = 'waitlist'
)";

constexpr std::string_view waitlist = R"(
CREATE TABLE waitlist_entry (
  id {key}, kind TEXT NOT NULL, person_id {int} NOT NULL REFERENCES person(id),
  organisation_id TEXT NOT NULL REFERENCES organisation(id), instrument_id TEXT NOT NULL, filter TEXT NOT NULL,
  duration_minutes {int} NOT NULL CHECK (duration_minutes > 0), earliest {int} NOT NULL, latest {int} NOT NULL,
  purpose TEXT NOT NULL, samples {int} NOT NULL, booking_id {int} NOT NULL, created_at {int} NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('waiting', 'offered', 'accepted', 'left', 'expired')),
  ended_by TEXT NOT NULL, CHECK (earliest < latest)) {strict}
--
CREATE INDEX waitlist_person ON waitlist_entry(person_id, id)
--
CREATE TABLE waitlist_instrument (
  instrument_id TEXT NOT NULL REFERENCES instrument(id), entry_id {int} NOT NULL REFERENCES waitlist_entry(id),
  PRIMARY KEY (instrument_id, entry_id)) {strict_keyed}
--
CREATE INDEX waitlist_instrument_entry ON waitlist_instrument(entry_id)
)";

// An answered offer stays as it is.
constexpr std::string_view offers_sqlite = R"(
CREATE TRIGGER offer_final BEFORE UPDATE ON offer WHEN OLD.status <> 'open' BEGIN
  SELECT RAISE(ABORT, 'an offer that has ended is never edited'); END
--
CREATE TRIGGER offer_kept BEFORE DELETE ON offer BEGIN SELECT RAISE(ABORT, 'offers are never deleted'); END
)";

constexpr std::string_view offers_postgresql = R"(
CREATE TRIGGER offer_final BEFORE UPDATE ON offer FOR EACH ROW WHEN (OLD.status <> 'open')
  EXECUTE FUNCTION yiqi_never_edited()
--
CREATE TRIGGER offer_kept BEFORE DELETE ON offer FOR EACH ROW EXECUTE FUNCTION yiqi_never_edited()
)";
}  // namespace

SchemaStep due_and_offers_step() {
    return {due_and_offers, offers_sqlite, offers_postgresql};
}

SchemaStep waitlist_step() {
    return {waitlist, "", ""};
}

}  // namespace server
