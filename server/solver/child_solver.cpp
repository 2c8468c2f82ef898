#include "server/solver/child_solver.hpp"

#include "server/solver/program_text.hpp"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <numeric>
#include <string_view>
#include <utility>

#include <poll.h>
#include <spawn.h>
#include <spdlog/spdlog.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace server::solver {

using scheduler::SolveLimits;
using scheduler::SolverAnswer;
using scheduler::ZeroOneProgram;
using Clock = std::chrono::steady_clock;

namespace {
/// Starts `program solve` with one end of a socket as its standard input and output. -1 where that fails.
pid_t start_child(const std::string& program, int socket) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, socket, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, socket, STDOUT_FILENO);
    posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    std::string name = "yiqi";
    std::string command = "solve";
    char* arguments[] = {name.data(), command.data(), nullptr};
    pid_t pid = -1;
    if (posix_spawn(&pid, program.c_str(), &actions, &attributes, arguments, environ) != 0) {
        pid = -1;
    }
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return pid;
}

/// One solver process with its task. Killed and collected at the end of its life.
class Child {
  public:
    Child(const std::string& program, std::vector<std::size_t> tasks, std::string text)
        : tasks_(std::move(tasks)), text_(std::move(text)) {
        int ends[2] = {-1, -1};
        if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
            return;
        }
        pid_ = start_child(program, ends[1]);
        ::close(ends[1]);
        socket_ = ends[0];
        if (pid_ < 0) {
            spdlog::warn("solver=unavailable errno={}", errno);
            close();
        }
    }
    ~Child() {
        close();
        if (pid_ > 0) {
            ::kill(pid_, SIGKILL);
            int status = 0;
            while (waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
            }
        }
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    [[nodiscard]] bool open() const { return socket_ >= 0; }
    [[nodiscard]] pollfd waits_for() const {
        return {socket_, static_cast<short>(sent_ < text_.size() ? POLLIN | POLLOUT : POLLIN), 0};
    }

    void go_on(short events, std::vector<SolverAnswer>& answers) {
        if ((events & POLLOUT) != 0) {
            write_some();
        }
        if (open() && (events & (POLLIN | POLLHUP | POLLERR)) != 0) {
            read_some(answers);
        }
    }

  private:
    void close() {
        if (socket_ >= 0) {
            ::close(std::exchange(socket_, -1));
        }
    }

    void write_some() {
        const auto count = send(socket_, text_.data() + sent_, text_.size() - sent_, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (count < 0) {
            if (errno != EAGAIN && errno != EINTR) {
                close();
            }
            return;
        }
        sent_ += static_cast<std::size_t>(count);
        if (sent_ == text_.size()) {
            shutdown(socket_, SHUT_WR);
        }
    }

    void read_some(std::vector<SolverAnswer>& answers) {
        constexpr std::size_t line_max = 4U << 20U;
        char piece[65'536];
        const auto count = recv(socket_, piece, sizeof piece, MSG_DONTWAIT);
        if (count < 0 && (errno == EAGAIN || errno == EINTR)) {
            return;
        }
        if (count <= 0) {
            close();
            return;
        }
        received_.append(piece, static_cast<std::size_t>(count));
        std::size_t begin = 0;
        for (auto end = received_.find('\n'); end != std::string::npos; end = received_.find('\n', begin)) {
            take(received_.substr(begin, end - begin), answers);
            begin = end + 1;
        }
        received_.erase(0, begin);
        if (received_.size() > line_max) {
            close();
        }
    }

    void take(const std::string& line, std::vector<SolverAnswer>& answers) {
        auto answer = read_answer(line);
        if (answer && answer->program < tasks_.size()) {
            answers[tasks_[answer->program]] = {true, std::move(answer->solution)};
        }
    }

    std::vector<std::size_t> tasks_;
    std::string text_;
    std::size_t sent_ = 0;
    std::string received_;
    int socket_ = -1;
    pid_t pid_ = -1;
};

/// Largest first to whoever has least to do.
std::vector<std::vector<std::size_t>> dealt_out(std::span<const ZeroOneProgram> programs, std::size_t hands) {
    std::vector<std::size_t> order(programs.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, std::greater{}, [&](std::size_t p) { return std::pair(programs[p].value.size(), p); });
    std::vector<std::vector<std::size_t>> dealt(std::min(hands, programs.size()));
    std::vector<std::size_t> load(dealt.size(), 0);
    for (const auto p : order) {
        const auto hand = static_cast<std::size_t>(std::ranges::min_element(load) - load.begin());
        dealt[hand].push_back(p);
        load[hand] += programs[p].value.size();
    }
    return dealt;
}
}  // namespace

ChildSolver::ChildSolver(std::string program, std::size_t processes)
    : program_(std::move(program)), processes_(std::clamp<std::size_t>(processes, 1, 64)) {}

std::vector<SolverAnswer> ChildSolver::solve(std::span<const ZeroOneProgram> programs, const SolveLimits& limits) {
    std::vector<SolverAnswer> answers(programs.size());
    std::vector<std::unique_ptr<Child>> children;
    for (auto& tasks : dealt_out(programs, processes_)) {
        std::vector<ZeroOneProgram> own;
        for (const auto p : tasks) {
            own.push_back(programs[p]);
        }
        auto text = task_text(own, limits);
        children.push_back(std::make_unique<Child>(program_, std::move(tasks), std::move(text)));
    }
    constexpr std::int64_t stop_noticed_ms = 200;
    const auto grace = std::chrono::milliseconds(500);
    const auto end = Clock::now() + std::chrono::milliseconds(limits.wall_milliseconds) + grace;
    for (;;) {
        std::erase_if(children, [](const auto& child) { return !child->open(); });
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
        if (children.empty() || left <= 0 || stopped_.load()) {
            return answers;
        }
        std::vector<pollfd> waiting;
        for (const auto& child : children) {
            waiting.push_back(child->waits_for());
        }
        if (poll(waiting.data(), waiting.size(), static_cast<int>(std::min<std::int64_t>(left, stop_noticed_ms))) > 0) {
            for (std::size_t i = 0; i < children.size(); ++i) {
                children[i]->go_on(waiting[i].revents, answers);
            }
        }
    }
}

}  // namespace server::solver
