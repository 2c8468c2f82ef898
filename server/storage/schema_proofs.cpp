// What proves that nothing was taken away.

#include "server/storage/event_end.hpp"
#include "server/storage/schema_steps.hpp"

namespace server {

namespace {
// Kept answers remember their headers; the end of the event log is noted beside it and only moves forward.
constexpr std::string_view proofs = R"(
ALTER TABLE answer ADD COLUMN headers TEXT NOT NULL DEFAULT ''
--
CREATE TABLE event_end (
  id {int} PRIMARY KEY CHECK (id = 1), seq {int} NOT NULL, seal TEXT NOT NULL, mark TEXT NOT NULL) {strict}
)";

constexpr std::string_view proofs_sqlite = R"(
CREATE TRIGGER event_end_forward BEFORE UPDATE ON event_end WHEN NEW.seq <= OLD.seq BEGIN
  SELECT RAISE(ABORT, 'the event log only grows'); END
--
CREATE TRIGGER event_end_kept BEFORE DELETE ON event_end BEGIN SELECT RAISE(ABORT, 'the event log only grows'); END
)";

constexpr std::string_view proofs_postgresql = R"(
CREATE FUNCTION yiqi_event_end() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.seq <= OLD.seq THEN RAISE EXCEPTION 'the event log only grows'; END IF;
  RETURN NEW;
END $$
--
CREATE TRIGGER event_end_forward BEFORE UPDATE ON event_end FOR EACH ROW EXECUTE FUNCTION yiqi_event_end()
--
CREATE TRIGGER event_end_kept BEFORE DELETE ON event_end FOR EACH ROW EXECUTE FUNCTION yiqi_never_edited()
--
CREATE TRIGGER event_end_whole BEFORE TRUNCATE ON event_end FOR EACH STATEMENT EXECUTE FUNCTION yiqi_never_edited()
)";

// Who changed the rules of an instrument, and when, is looked up in the log.
constexpr std::string_view policy_history = R"(
CREATE INDEX event_policy ON event(instrument_id, seq) WHERE kind = 'policy_changed'
)";
}  // namespace

SchemaStep proofs_step() {
    return {proofs, proofs_sqlite, proofs_postgresql, begin_event_end};
}

SchemaStep policy_history_step() {
    return {policy_history, "", ""};
}

}  // namespace server
