#pragma once
// What goes over the pipes between the server and its solver process: whole numbers in text, one line per program,
// one line per answer as soon as it is there.

#include <iosfwd>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "scheduler/zero_one.hpp"

namespace server::solver {

struct Task {
    scheduler::SolveLimits limits;
    std::vector<scheduler::ZeroOneProgram> programs;
};

std::string task_text(std::span<const scheduler::ZeroOneProgram> programs, const scheduler::SolveLimits& limits);

/// Nullopt where the text is not a whole task with well-formed programs.
std::optional<Task> read_task(std::istream& in);

std::string answer_line(std::size_t program, const scheduler::ZeroOneSolution& solution);

struct AnswerLine {
    std::size_t program = 0;
    scheduler::ZeroOneSolution solution;
};
/// Nullopt where the line is not whole.
std::optional<AnswerLine> read_answer(const std::string& line);

}  // namespace server::solver
