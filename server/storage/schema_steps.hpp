#pragma once
// The later steps of the schema, a file each; schema.cpp lists them in their order.

#include "server/storage/schema.hpp"

namespace server {

SchemaStep standing_step();
SchemaStep due_and_offers_step();
SchemaStep waitlist_step();
SchemaStep groups_step();
SchemaStep proofs_step();
SchemaStep rounds_step();
SchemaStep host_record_step();
SchemaStep replanning_step();
SchemaStep answers_step();
SchemaStep host_record_counts_step();
SchemaStep suspension_sentences_step();
SchemaStep policy_history_step();
SchemaStep round_awards_step();
SchemaStep held_accessories_step();
SchemaStep ledger_kinds_step();
SchemaStep company_money_step();
SchemaStep accounts_step();
SchemaStep prices_step();

}  // namespace server
