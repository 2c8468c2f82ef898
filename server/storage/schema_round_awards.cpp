// Rounds that open by themselves, and the awards of a round that are still to be carried out.

#include "server/storage/schema_steps.hpp"

namespace server {

namespace {
constexpr std::string_view tables = R"(
ALTER TABLE round ADD COLUMN by_policy {int} NOT NULL DEFAULT 0 CHECK (by_policy IN (0, 1))
--
CREATE TABLE round_award (
  round_id {int} NOT NULL REFERENCES round(id), plan {int} NOT NULL, booking_id {int} NOT NULL REFERENCES booking(id),
  revision {int} NOT NULL, granted {int}, lane {int} NOT NULL, points {int} NOT NULL, why_zh TEXT NOT NULL,
  why_en TEXT NOT NULL, options TEXT NOT NULL, PRIMARY KEY (round_id, plan, booking_id)) {strict_keyed}
)";
}  // namespace

SchemaStep round_awards_step() {
    return {tables, "", ""};
}

}  // namespace server
