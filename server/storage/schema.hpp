#pragma once
// The text of the schema's steps. Times are seconds since 1970 in UTC, money is fen.

#include <span>
#include <string_view>

namespace server {

class Database;

struct SchemaStep {
    std::string_view both;              ///< with the words of `in_dialect`; statements separated by a line "--"
    std::string_view sqlite;            ///< what only SQLite needs, run after `both`
    std::string_view postgresql;        ///< what only PostgreSQL needs
    void (*then)(Database&) = nullptr;  ///< what cannot be said in SQL, in the step's transaction
};

std::span<const SchemaStep> schema_steps();

}  // namespace server
