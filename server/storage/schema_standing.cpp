// What rules look at beyond the instrument: holidays, clearances, waivers, and the credit of users.

#include "server/storage/schema_steps.hpp"

namespace server {

namespace {
// What rules look at beyond the instrument: the calendar of holidays, clearances, waivers, and the credit of users.
constexpr std::string_view standing = R"(
CREATE INDEX booking_organisation_instrument ON booking(organisation_id, instrument_id, start_at)
--
CREATE TABLE holiday_calendar (version {int} PRIMARY KEY, since {int} NOT NULL, document TEXT NOT NULL) {strict}
--
CREATE TABLE clearance (
  id {key}, gate TEXT NOT NULL, platform_id TEXT NOT NULL REFERENCES platform(id), person_id {int} REFERENCES person(id),
  organisation_id TEXT REFERENCES organisation(id), valid_from {int} NOT NULL, valid_until {int}, note TEXT NOT NULL,
  granted_by {int} NOT NULL, granted_at {int} NOT NULL, CHECK ((person_id IS NULL) <> (organisation_id IS NULL)),
  CHECK (valid_from < valid_until)) {strict}
--
CREATE INDEX clearance_person ON clearance(person_id, platform_id) WHERE person_id IS NOT NULL
--
CREATE INDEX clearance_organisation ON clearance(organisation_id, platform_id) WHERE organisation_id IS NOT NULL
--
CREATE INDEX clearance_platform ON clearance(platform_id)
--
CREATE TABLE booking_waiver (
  id {key}, booking_id {int} NOT NULL REFERENCES booking(id), rules TEXT NOT NULL, reason TEXT NOT NULL,
  person_id {int} NOT NULL, at {int} NOT NULL) {strict}
--
CREATE INDEX booking_waiver_booking ON booking_waiver(booking_id)
--
CREATE TABLE credit_policy (version {int} PRIMARY KEY, since {int} NOT NULL, document TEXT NOT NULL) {strict}
--
CREATE TABLE credit_entry (
  id {key}, person_id {int} NOT NULL REFERENCES person(id), booking_id {int} NOT NULL REFERENCES booking(id),
  instrument_id TEXT NOT NULL REFERENCES instrument(id), cause TEXT NOT NULL, points {int} NOT NULL CHECK (points >= 0),
  at {int} NOT NULL, state TEXT NOT NULL, appeal TEXT NOT NULL, decision TEXT NOT NULL, UNIQUE (booking_id, cause)) {strict}
--
CREATE INDEX credit_entry_person ON credit_entry(person_id, at)
--
CREATE TABLE suspension (
  id {key}, person_id {int} NOT NULL REFERENCES person(id), instrument_id TEXT NOT NULL REFERENCES instrument(id),
  since_at {int} NOT NULL, until_at {int} NOT NULL, reason TEXT NOT NULL, lifted_at {int}, lift_reason TEXT NOT NULL,
  CHECK (since_at < until_at)) {strict}
--
CREATE INDEX suspension_person ON suspension(person_id, until_at)
--
CREATE INDEX suspension_until ON suspension(until_at)
)";

// Why somebody is suspended was one text in both languages.
constexpr std::string_view sentences = R"(
ALTER TABLE suspension ADD COLUMN reason_en TEXT NOT NULL DEFAULT ''
--
CREATE INDEX credit_entry_appealed ON credit_entry(at, id) WHERE state = 'appealed'
)";

constexpr std::string_view sentences_sqlite = R"(
UPDATE suspension SET reason = substr(reason, 1, instr(reason, ' / ') - 1),
  reason_en = substr(reason, instr(reason, ' / ') + 3) WHERE instr(reason, ' / ') > 0
)";

constexpr std::string_view sentences_postgresql = R"(
UPDATE suspension SET reason = split_part(reason, ' / ', 1), reason_en = split_part(reason, ' / ', 2)
  WHERE position(' / ' IN reason) > 0
)";
}  // namespace

SchemaStep standing_step() {
    return {standing, "", ""};
}

SchemaStep suspension_sentences_step() {
    return {sentences, sentences_sqlite, sentences_postgresql};
}

}  // namespace server
