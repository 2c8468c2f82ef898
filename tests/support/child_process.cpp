#include "tests/support/child_process.hpp"

#include "tests/support/temp_folder.hpp"

#include <cerrno>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace support {

namespace {
using Steady = std::chrono::steady_clock;

/// What a child does with its three descriptors.
class FileActions {
  public:
    FileActions() { posix_spawn_file_actions_init(&actions_); }
    ~FileActions() { posix_spawn_file_actions_destroy(&actions_); }
    FileActions(const FileActions&) = delete;
    FileActions& operator=(const FileActions&) = delete;
    void open(int descriptor, const std::string& file, int flags) {
        constexpr mode_t owner_only = 0600;
        posix_spawn_file_actions_addopen(&actions_, descriptor, file.c_str(), flags, owner_only);
    }
    void use(int descriptor, int as) { posix_spawn_file_actions_adddup2(&actions_, descriptor, as); }
    [[nodiscard]] const posix_spawn_file_actions_t* get() const { return &actions_; }

  private:
    posix_spawn_file_actions_t actions_{};
};

/// Signals as a program gets them from a shell, with none blocked.
class PlainSignals {
  public:
    PlainSignals() {
        posix_spawnattr_init(&attributes_);
        sigset_t none;
        sigemptyset(&none);
        posix_spawnattr_setsigmask(&attributes_, &none);
        posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGMASK);
    }
    ~PlainSignals() { posix_spawnattr_destroy(&attributes_); }
    PlainSignals(const PlainSignals&) = delete;
    PlainSignals& operator=(const PlainSignals&) = delete;
    [[nodiscard]] const posix_spawnattr_t* get() const { return &attributes_; }

  private:
    posix_spawnattr_t attributes_{};
};

pid_t spawn(const std::vector<std::string>& command, const FileActions& actions) {
    std::vector<char*> arguments;
    for (const auto& argument : command) {
        arguments.push_back(const_cast<char*>(argument.c_str()));
    }
    arguments.push_back(nullptr);
    const PlainSignals signals;
    pid_t pid = -1;
    if (posix_spawnp(&pid, arguments.front(), actions.get(), signals.get(), arguments.data(), environ) != 0) {
        throw std::runtime_error("cannot start " + command.front());
    }
    return pid;
}
}  // namespace

ChildProcess::ChildProcess(const std::vector<std::string>& command, const std::string& error_file) {
    int ends[2] = {-1, -1};
    if (pipe2(ends, O_CLOEXEC) != 0) {
        throw std::runtime_error("no pipe");
    }
    FileActions actions;
    actions.open(STDIN_FILENO, "/dev/null", O_RDONLY);
    actions.use(ends[1], STDOUT_FILENO);
    actions.open(STDERR_FILENO, error_file, O_WRONLY | O_CREAT | O_APPEND);
    output_ = ends[0];
    try {
        pid_ = spawn(command, actions);
    } catch (...) {
        close(ends[0]);
        close(ends[1]);
        throw;
    }
    close(ends[1]);
}

ChildProcess::~ChildProcess() {
    kill();
    close(output_);
}

std::optional<std::string> ChildProcess::line(std::chrono::seconds limit) {
    const auto until = Steady::now() + limit;
    for (;;) {
        if (const auto end = buffered_.find('\n'); end != std::string::npos) {
            auto found = buffered_.substr(0, end);
            buffered_.erase(0, end + 1);
            return found;
        }
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Steady::now()).count();
        pollfd waiting{output_, POLLIN, 0};
        if (left <= 0 || poll(&waiting, 1, static_cast<int>(left)) <= 0) {
            return std::nullopt;
        }
        char piece[4096];
        const auto count = read(output_, piece, sizeof piece);
        if (count <= 0) {
            return std::nullopt;
        }
        buffered_.append(piece, static_cast<std::size_t>(count));
    }
}

void ChildProcess::signal(int number) const {
    if (!ended_) {
        ::kill(pid_, number);
    }
}

std::optional<int> ChildProcess::wait(std::chrono::seconds limit) {
    const auto until = Steady::now() + limit;
    while (!ended_) {
        int status = 0;
        if (waitpid(pid_, &status, WNOHANG) == pid_) {
            ended_ = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
        } else if (Steady::now() >= until) {
            return std::nullopt;
        } else {
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        }
    }
    return ended_;
}

void ChildProcess::kill() {
    if (!ended_) {
        signal(SIGKILL);
        int status = 0;
        waitpid(pid_, &status, 0);
        ended_ = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    }
}

Finished run_program(const std::vector<std::string>& command, const std::string& input) {
    const TempFolder folder;
    const auto input_file = folder.file("input");
    std::ofstream(input_file) << input;
    FileActions actions;
    actions.open(STDIN_FILENO, input_file, O_RDONLY);
    actions.open(STDOUT_FILENO, folder.file("output"), O_WRONLY | O_CREAT | O_APPEND);
    actions.use(STDOUT_FILENO, STDERR_FILENO);
    const pid_t pid = spawn(command, actions);
    const auto until = Steady::now() + std::chrono::seconds(60);
    int status = 0;
    while (waitpid(pid, &status, WNOHANG) == 0) {
        if (Steady::now() >= until) {
            ::kill(pid, SIGKILL);
            waitpid(pid, &status, 0);
            throw std::runtime_error(command.front() + " did not end: " + text_of(folder.file("output")));
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status), text_of(folder.file("output"))};
}

std::string text_of(const std::string& file) {
    const std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

}  // namespace support
