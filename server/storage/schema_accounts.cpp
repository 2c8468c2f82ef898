// Companies that ask for an account, and the tokens of programs.

#include "server/storage/schema_steps.hpp"

namespace server {

namespace {
// Of a decided registration no password is kept.
constexpr std::string_view tables = R"(
CREATE TABLE registration (
  id {key}, status TEXT NOT NULL CHECK (status IN ('pending', 'approved', 'rejected')), name TEXT NOT NULL,
  credit_code TEXT NOT NULL, address TEXT NOT NULL, contact_phone TEXT NOT NULL, user_name TEXT NOT NULL,
  login TEXT NOT NULL, email TEXT NOT NULL, password_hash TEXT NOT NULL, created_at {int} NOT NULL,
  decided_at {int}, decided_by {int} REFERENCES person(id), reason TEXT NOT NULL,
  organisation_id TEXT REFERENCES organisation(id),
  CHECK ((status = 'pending') = (decided_at IS NULL)), CHECK ((status = 'pending') = (decided_by IS NULL)),
  CHECK ((status = 'pending') = (password_hash <> '')), CHECK ((status = 'approved') = (organisation_id IS NOT NULL))) {strict}
--
CREATE UNIQUE INDEX registration_pending_code ON registration(credit_code) WHERE status = 'pending'
--
CREATE UNIQUE INDEX registration_pending_login ON registration(login) WHERE status = 'pending'
--
CREATE UNIQUE INDEX organisation_credit_code ON organisation(credit_code) WHERE credit_code <> ''
--
CREATE TABLE api_token (
  id {key}, token_hash TEXT NOT NULL UNIQUE, person_id {int} NOT NULL REFERENCES person(id), name TEXT NOT NULL,
  scopes TEXT NOT NULL, created_at {int} NOT NULL, expires_at {int}, CHECK (created_at < expires_at)) {strict}
--
CREATE INDEX api_token_person ON api_token(person_id)
)";
}  // namespace

SchemaStep accounts_step() {
    return {tables, "", ""};
}

}  // namespace server
