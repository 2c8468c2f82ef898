// Kept answers as rows of their own, found by an index.

#include "server/storage/schema_steps.hpp"

namespace server {

namespace {
// A table without row ids keeps a quarter of a page of a row beside its key and puts the rest on a page of its own, so
// that each answer of about 1 kB filled a whole page, which each checkpoint had to write.
constexpr std::string_view tables = R"(
ALTER TABLE answer RENAME TO answer_by_key
--
CREATE TABLE answer (
  id {key}, person_id {int} NOT NULL, idempotency_key TEXT NOT NULL, request_hash TEXT NOT NULL, status {int} NOT NULL,
  body TEXT NOT NULL, etag TEXT NOT NULL, headers TEXT NOT NULL, at {int} NOT NULL,
  UNIQUE (person_id, idempotency_key)) {strict}
--
INSERT INTO answer(person_id, idempotency_key, request_hash, status, body, etag, headers, at)
  SELECT person_id, idempotency_key, request_hash, status, body, etag, headers, at FROM answer_by_key ORDER BY at
--
DROP TABLE answer_by_key
--
CREATE INDEX answer_at ON answer(at)
)";
}  // namespace

SchemaStep answers_step() {
    return {tables, "", ""};
}

}  // namespace server
