#pragma once
// Other programs, started without a shell. Used by one thread at a time.

#include <chrono>
#include <csignal>
#include <optional>
#include <string>
#include <vector>

#include <sys/types.h>

namespace support {

/// One running program: its standard output is a pipe, its standard error goes to a file. Killed at the end of its
/// life.
class ChildProcess {
  public:
    /// Throws std::runtime_error where it cannot be started.
    ChildProcess(const std::vector<std::string>& command, const std::string& error_file);
    ~ChildProcess();
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;

    [[nodiscard]] pid_t pid() const noexcept { return pid_; }
    /// The next line of its output without the line break; nullopt at its end or when the time is over.
    std::optional<std::string> line(std::chrono::seconds limit);
    void signal(int number) const;
    /// Waits for its end: the exit code, or minus the signal that ended it. Nullopt when the time is over.
    std::optional<int> wait(std::chrono::seconds limit);
    /// Ends it now.
    void kill();

  private:
    pid_t pid_ = -1;
    int output_ = -1;
    std::string buffered_;
    std::optional<int> ended_;
};

struct Finished {
    int exit_code = -1;
    std::string output;  ///< standard output and standard error
};

/// Runs a program to its end; `input` is its standard input. Throws when it takes more than 60 s.
Finished run_program(const std::vector<std::string>& command, const std::string& input = {});

/// What a file holds; empty where there is none.
std::string text_of(const std::string& file);

}  // namespace support
