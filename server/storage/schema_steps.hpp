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
SchemaStep prices_step();

}  // namespace server
