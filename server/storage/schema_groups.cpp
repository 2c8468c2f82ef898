// Groups of bookings and accessories with a stock.

#include "server/storage/schema_steps.hpp"

namespace server {

namespace {
constexpr std::string_view groups = R"(
CREATE TABLE booking_group (
  id {key}, person_id {int} NOT NULL REFERENCES person(id), organisation_id TEXT NOT NULL REFERENCES organisation(id),
  recurrence TEXT NOT NULL, created_at {int} NOT NULL) {strict}
--
CREATE INDEX booking_group_members ON booking(group_id) WHERE group_id IS NOT NULL
--
ALTER TABLE booking ADD COLUMN accessories TEXT NOT NULL DEFAULT ''
--
CREATE TABLE accessory (
  id {key}, platform_id TEXT NOT NULL REFERENCES platform(id), instrument_id TEXT REFERENCES instrument(id),
  name_zh TEXT NOT NULL, name_en TEXT NOT NULL, stock {int} NOT NULL CHECK (stock BETWEEN 0 AND 1000)) {strict}
--
CREATE INDEX accessory_platform ON accessory(platform_id)
--
CREATE TABLE accessory_use (
  accessory_id {int} NOT NULL REFERENCES accessory(id), unit {int} NOT NULL CHECK (unit >= 0), start_at {int} NOT NULL,
  end_at {int} NOT NULL, booking_id {int} NOT NULL REFERENCES booking(id),
  PRIMARY KEY (accessory_id, unit, start_at), CHECK (start_at < end_at)) {strict_keyed}
--
CREATE INDEX accessory_use_booking ON accessory_use(booking_id)
)";

// A unit is given to one booking at a time, as a lane is, and there are no units beyond the stock.
constexpr std::string_view groups_sqlite = R"(
CREATE TRIGGER accessory_overlap BEFORE INSERT ON accessory_use BEGIN
  SELECT RAISE(ABORT, 'lane is taken: an accessory') WHERE NEW.start_at < (
    SELECT end_at FROM accessory_use WHERE accessory_id = NEW.accessory_id AND unit = NEW.unit AND start_at < NEW.end_at
    ORDER BY start_at DESC LIMIT 1);
  SELECT RAISE(ABORT, 'accessory: not in stock') WHERE NEW.unit >= (SELECT stock FROM accessory WHERE id = NEW.accessory_id);
END
--
CREATE TRIGGER accessory_use_fixed BEFORE UPDATE ON accessory_use BEGIN
  SELECT RAISE(ABORT, 'the use of an accessory is never edited'); END
--
CREATE TRIGGER booking_group_known BEFORE INSERT ON booking WHEN NEW.group_id IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'booking: no such group') WHERE NOT EXISTS (SELECT 1 FROM booking_group WHERE id = NEW.group_id);
END
--
CREATE TRIGGER booking_group_fixed BEFORE UPDATE OF group_id ON booking WHEN NEW.group_id IS NOT OLD.group_id BEGIN
  SELECT RAISE(ABORT, 'a booking keeps its group'); END
)";

constexpr std::string_view groups_postgresql = R"(
ALTER TABLE booking ADD CONSTRAINT booking_group_known FOREIGN KEY (group_id) REFERENCES booking_group(id)
--
ALTER TABLE accessory_use ADD CONSTRAINT accessory_overlap
  EXCLUDE USING gist (accessory_id WITH =, unit WITH =, int8range(start_at, end_at) WITH &&)
--
CREATE FUNCTION yiqi_accessory_stock() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.unit >= (SELECT stock FROM accessory WHERE id = NEW.accessory_id) THEN
    RAISE EXCEPTION 'accessory: not in stock'; END IF;
  RETURN NEW;
END $$
--
CREATE TRIGGER accessory_stock BEFORE INSERT ON accessory_use FOR EACH ROW EXECUTE FUNCTION yiqi_accessory_stock()
--
CREATE TRIGGER accessory_use_fixed BEFORE UPDATE ON accessory_use FOR EACH ROW EXECUTE FUNCTION yiqi_never_edited()
--
CREATE FUNCTION yiqi_group_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  RAISE EXCEPTION 'a booking keeps its group'; END $$
--
CREATE TRIGGER booking_group_fixed BEFORE UPDATE OF group_id ON booking FOR EACH ROW
  WHEN (NEW.group_id IS DISTINCT FROM OLD.group_id) EXECUTE FUNCTION yiqi_group_kept()
)";
}  // namespace

SchemaStep groups_step() {
    return {groups, groups_sqlite, groups_postgresql};
}

}  // namespace server
