#pragma once
// A private PostgreSQL on a Unix socket in a folder of its own: one per test program, started when first needed.
// Missing server programs are a failure, not a reason to skip.

#include "tests/support/child_process.hpp"
#include "tests/support/temp_folder.hpp"

#include <memory>
#include <string>

namespace support {

class PostgresCluster {
  public:
    static PostgresCluster& instance();

    PostgresCluster(const PostgresCluster&) = delete;
    PostgresCluster& operator=(const PostgresCluster&) = delete;
    ~PostgresCluster();

    /// Makes an empty database and answers its connection string.
    std::string new_database();
    /// Ends every connection at once and starts again, as after a crash.
    void crash_and_restart();
    /// Stops all its processes where they are, connections and all, and lets them go on.
    void freeze() const { signal_all(SIGSTOP); }
    void thaw() const { signal_all(SIGCONT); }

  private:
    PostgresCluster();
    void start();
    void signal_all(int number) const;
    [[nodiscard]] std::string url_of(const std::string& database) const;

    TempFolder folder_;
    std::unique_ptr<ChildProcess> server_;
    int databases_ = 0;
};

}  // namespace support
