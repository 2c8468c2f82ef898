// Who changed prices and who must approve that, classes of an institution's own, and what a booking's price froze.

#include "server/storage/schema_steps.hpp"

namespace server {

namespace {
// Bookings of an earlier version were priced when they were made.
constexpr std::string_view tables = R"(
ALTER TABLE booking ADD COLUMN named_class TEXT NOT NULL DEFAULT ''
--
ALTER TABLE booking ADD COLUMN priced_at {int} NOT NULL DEFAULT 0
--
ALTER TABLE booking ADD COLUMN calendar_version {int} NOT NULL DEFAULT 0
--
ALTER TABLE booking ADD COLUMN extras TEXT NOT NULL DEFAULT ''
--
ALTER TABLE booking ADD COLUMN used_consumables TEXT NOT NULL DEFAULT ''
--
UPDATE booking SET priced_at = created_at
--
CREATE INDEX booking_charged ON booking(instrument_id, end_at) WHERE charge_fen IS NOT NULL
--
ALTER TABLE rates ADD COLUMN changed_by {int} NOT NULL DEFAULT 0
--
CREATE TABLE price_approval (institution_id TEXT PRIMARY KEY REFERENCES institution(id)) {strict_keyed}
--
CREATE TABLE rates_proposal (
  id {key}, instrument_id TEXT NOT NULL REFERENCES instrument(id), based_on {int} NOT NULL, document TEXT NOT NULL,
  proposed_by {int} NOT NULL REFERENCES person(id), proposed_at {int} NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('pending', 'approved', 'rejected', 'withdrawn')),
  decided_by {int} REFERENCES person(id), decided_at {int}, reason TEXT NOT NULL,
  CHECK ((status = 'pending') = (decided_at IS NULL))) {strict}
--
CREATE UNIQUE INDEX rates_proposal_pending ON rates_proposal(instrument_id) WHERE status = 'pending'
--
CREATE TABLE own_class (
  institution_id TEXT NOT NULL REFERENCES institution(id), name TEXT NOT NULL, name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL, position {int} NOT NULL, PRIMARY KEY (institution_id, name),
  CHECK (name NOT IN ('enterprise', 'academic', 'internal'))) {strict_keyed}
--
CREATE TABLE organisation_class (
  organisation_id TEXT NOT NULL REFERENCES organisation(id), institution_id TEXT NOT NULL, class_name TEXT NOT NULL,
  PRIMARY KEY (organisation_id, institution_id),
  FOREIGN KEY (institution_id, class_name) REFERENCES own_class(institution_id, name)) {strict_keyed}
--
CREATE INDEX organisation_class_institution ON organisation_class(institution_id, class_name)
)";
}  // namespace

SchemaStep prices_step() {
    return {tables, "", ""};
}

}  // namespace server
