// Accessories that offers hold, too.

#include "server/storage/schema_steps.hpp"

namespace server {

namespace {
constexpr std::string_view tables = R"(
ALTER TABLE offer ADD COLUMN accessories TEXT NOT NULL DEFAULT ''
--
ALTER TABLE waitlist_entry ADD COLUMN accessories TEXT NOT NULL DEFAULT ''
--
CREATE TABLE accessory_hold (
  accessory_id {int} NOT NULL REFERENCES accessory(id), unit {int} NOT NULL CHECK (unit >= 0), start_at {int} NOT NULL,
  end_at {int} NOT NULL, holder_kind {int} NOT NULL CHECK (holder_kind IN (0, 2)), holder_id {int} NOT NULL,
  PRIMARY KEY (accessory_id, unit, start_at), CHECK (start_at < end_at)) {strict_keyed}
--
INSERT INTO accessory_hold(accessory_id, unit, start_at, end_at, holder_kind, holder_id)
  SELECT accessory_id, unit, start_at, end_at, 0, booking_id FROM accessory_use
--
DROP TABLE accessory_use
--
CREATE INDEX accessory_hold_holder ON accessory_hold(holder_id, holder_kind)
)";

// A unit is given to one holder at a time, as a lane is, and there are no units beyond the stock.
constexpr std::string_view sqlite = R"(
CREATE TRIGGER accessory_overlap BEFORE INSERT ON accessory_hold BEGIN
  SELECT RAISE(ABORT, 'lane is taken: an accessory') WHERE NEW.start_at < (
    SELECT end_at FROM accessory_hold WHERE accessory_id = NEW.accessory_id AND unit = NEW.unit AND start_at < NEW.end_at
    ORDER BY start_at DESC LIMIT 1);
  SELECT RAISE(ABORT, 'accessory: not in stock') WHERE NEW.unit >= (SELECT stock FROM accessory WHERE id = NEW.accessory_id);
END
--
CREATE TRIGGER accessory_hold_fixed BEFORE UPDATE ON accessory_hold BEGIN
  SELECT RAISE(ABORT, 'the use of an accessory is never edited'); END
)";

constexpr std::string_view postgresql = R"(
ALTER TABLE accessory_hold ADD CONSTRAINT accessory_overlap
  EXCLUDE USING gist (accessory_id WITH =, unit WITH =, int8range(start_at, end_at) WITH &&)
--
CREATE TRIGGER accessory_stock BEFORE INSERT ON accessory_hold FOR EACH ROW EXECUTE FUNCTION yiqi_accessory_stock()
--
CREATE TRIGGER accessory_hold_fixed BEFORE UPDATE ON accessory_hold FOR EACH ROW EXECUTE FUNCTION yiqi_never_edited()
)";
}  // namespace

SchemaStep held_accessories_step() {
    return {tables, sqlite, postgresql};
}

}  // namespace server
