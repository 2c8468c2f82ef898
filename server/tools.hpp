#pragma once
// The commands of the program other than `serve`. Each returns the exit code: 0 done, 1 the input or the store is
// not in order, 2 wrong usage or no access. They print for people on standard output; errors are one sentence.

#include <string>
#include <vector>

namespace server {

struct ImportCommand {
    std::string db;
    std::string kind;
    std::string file;
    bool commit = false;
    bool english = false;
};
int run_import(const ImportCommand& command);

int run_migrate(const std::string& db);

int run_verify(const std::string& db);

/// A consistent copy of an SQLite store while it is in use; checked after writing. The file must not exist.
int run_backup(const std::string& db, const std::string& file);

struct AddUserCommand {
    std::string db;
    std::string login;
    std::string name;
    std::string email;
    std::string organisation;
    std::vector<std::string> roles;  ///< "role" or "role:scope"
};
/// Reads the password from standard input, one line.
int run_add_user(const AddUserCommand& command);

}  // namespace server
