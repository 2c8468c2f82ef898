#pragma once
// The real program, serving the demonstration on a free port.

#include "tests/support/child_process.hpp"
#include "tests/support/http_client.hpp"
#include "tests/support/temp_folder.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace support {

/// Monday. The demonstration's clock begins here, also after a restart.
inline constexpr const char* demo_start = "2026-11-23T08:00:00+08:00";

struct ServerOptions {
    std::string db{};  ///< empty: a SQLite file of its own
    bool demo = true;
    std::vector<std::string> more{};  ///< further arguments
};

/// Started when it exists; killed at the end of its life. Used by one thread.
class ServerProcess {
  public:
    /// Throws std::runtime_error with the log where it does not listen within 20 s.
    explicit ServerProcess(ServerOptions options = {});

    [[nodiscard]] std::uint16_t port() const noexcept { return port_; }
    [[nodiscard]] const std::string& db() const noexcept { return options_.db; }
    [[nodiscard]] pid_t pid() const noexcept { return process_->pid(); }
    [[nodiscard]] HttpClient client() const { return HttpClient(port_); }
    /// A client that is signed in. Throws where that fails.
    [[nodiscard]] HttpClient client(const std::string& login) const;
    [[nodiscard]] std::string log() const { return text_of(folder_.file("log")); }

    /// SIGTERM; the exit code, nullopt where it does not end in 30 s.
    std::optional<int> stop();
    void signal(int number) const { process_->signal(number); }
    std::optional<int> wait(std::chrono::seconds limit) { return process_->wait(limit); }
    void kill() { process_->kill(); }
    /// Again on the same database, after it was stopped or killed.
    void restart();

  private:
    TempFolder folder_;
    ServerOptions options_;
    std::unique_ptr<ChildProcess> process_;
    std::uint16_t port_ = 0;
};

/// The program under test.
std::string yiqi_binary();

/// `yiqi` with these arguments, to its end.
Finished run_yiqi(const std::vector<std::string>& arguments, const std::string& input = {});

}  // namespace support
