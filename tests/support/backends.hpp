#pragma once
// The two kinds of databases that every test of the store and every race runs on.

#include "tests/support/postgres_cluster.hpp"
#include "tests/support/temp_folder.hpp"

#include <string>

namespace support {

enum class Backend { sqlite, postgresql };

inline const char* name_of(Backend backend) {
    return backend == Backend::sqlite ? "SQLite" : "PostgreSQL";
}

/// An empty database of its own.
class FreshDatabase {
  public:
    explicit FreshDatabase(Backend backend)
        : url_(backend == Backend::sqlite ? folder_.file("yiqi.db") : PostgresCluster::instance().new_database()) {}
    [[nodiscard]] const std::string& url() const { return url_; }

  private:
    TempFolder folder_;
    std::string url_;
};

}  // namespace support
