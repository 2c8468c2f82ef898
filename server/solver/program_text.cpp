#include "server/solver/program_text.hpp"

#include <istream>
#include <iterator>
#include <sstream>

#include <fmt/format.h>

namespace server::solver {

using scheduler::SolvedBy;
using scheduler::ZeroOneProgram;
using scheduler::ZeroOneSolution;

namespace {
constexpr std::size_t programs_max = 100'000;
constexpr std::size_t numbers_max = 50'000'000;

/// A count that is at most `most`; false at the end of the text or where it is something else.
bool read_count(std::istream& in, std::size_t& count, std::size_t most) {
    return static_cast<bool>(in >> count) && count <= most;
}

bool read_program(std::istream& in, ZeroOneProgram& program) {
    std::size_t count = 0;
    if (!read_count(in, count, ZeroOneProgram::columns_max)) {
        return false;
    }
    program.value.resize(count);
    for (auto& value : program.value) {
        in >> value;
    }
    if (!read_count(in, count, numbers_max)) {
        return false;
    }
    for (std::size_t r = 0; r < count && in; ++r) {
        auto& row = program.rows.emplace_back();
        std::size_t entries = 0;
        if (!(in >> row.cap) || !read_count(in, entries, ZeroOneProgram::columns_max)) {
            return false;
        }
        row.entries.resize(entries);
        for (auto& entry : row.entries) {
            in >> entry.column >> entry.amount;
        }
    }
    return static_cast<bool>(in) && is_well_formed(program);
}
}  // namespace

std::string task_text(std::span<const ZeroOneProgram> programs, const scheduler::SolveLimits& limits) {
    fmt::memory_buffer text;
    const auto out = std::back_inserter(text);
    fmt::format_to(out, "{} {} {} {} {}\n", limits.wall_milliseconds, limits.nodes, limits.gap_ppm, limits.seed,
                   programs.size());
    for (const auto& program : programs) {
        fmt::format_to(out, "{}", program.value.size());
        for (const auto value : program.value) {
            fmt::format_to(out, " {}", value);
        }
        fmt::format_to(out, " {}", program.rows.size());
        for (const auto& row : program.rows) {
            fmt::format_to(out, " {} {}", row.cap, row.entries.size());
            for (const auto& entry : row.entries) {
                fmt::format_to(out, " {} {}", entry.column, entry.amount);
            }
        }
        text.push_back('\n');
    }
    return fmt::to_string(text);
}

std::optional<Task> read_task(std::istream& in) {
    Task task;
    std::size_t count = 0;
    in >> task.limits.wall_milliseconds >> task.limits.nodes >> task.limits.gap_ppm >> task.limits.seed;
    if (!read_count(in, count, programs_max)) {
        return std::nullopt;
    }
    task.programs.resize(count);
    for (auto& program : task.programs) {
        if (!read_program(in, program)) {
            return std::nullopt;
        }
    }
    return task;
}

std::string answer_line(std::size_t program, const ZeroOneSolution& solution) {
    auto line = fmt::format("{} {} {} {} {}", program, solution.by == SolvedBy::exact ? 1 : 0, solution.value,
                            solution.bound, solution.chosen.size());
    for (const auto column : solution.chosen) {
        line += fmt::format(" {}", column);
    }
    return line + " .\n";
}

std::optional<AnswerLine> read_answer(const std::string& line) {
    std::istringstream in(line);
    AnswerLine answer;
    int exact = 0;
    std::size_t count = 0;
    in >> answer.program >> exact >> answer.solution.value >> answer.solution.bound;
    if (!read_count(in, count, ZeroOneProgram::columns_max)) {
        return std::nullopt;
    }
    answer.solution.by = exact == 1 ? SolvedBy::exact : SolvedBy::stopped;
    answer.solution.chosen.resize(count);
    for (auto& column : answer.solution.chosen) {
        in >> column;
    }
    std::string end;
    if (!(in >> end) || end != ".") {
        return std::nullopt;
    }
    return answer;
}

}  // namespace server::solver
