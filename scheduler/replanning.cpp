#include "scheduler/replanning.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

#include <fmt/format.h>

#include "model/assert.hpp"
#include "scheduler/least_cost.hpp"
#include "scheduler/rules/rule.hpp"

namespace scheduler {

using namespace model;

namespace {
/// Columns that cannot be together, as rows: the largest sets that share a moment.
class Assembly {
  public:
    explicit Assembly(const ReplanningProblem& problem) : problem_(problem) {
        program_.none_cost = problem.weights.unplaced;
        program_.items.resize(problem.wishes.size());
        columns_.resize(problem.wishes.size());
        for (std::uint32_t w = 0; w < problem.wishes.size(); ++w) {
            const auto& places = problem.wishes[w].places;
            for (std::uint32_t p = 0; p < places.size(); ++p) {
                for (const int lane : places[p].lanes) {
                    columns_[w].push_back({p, lane});
                    program_.items[w].push_back({points_of(places[p].disruption, problem.weights), {}});
                }
            }
        }
        add_lane_rows();
        add_gap_rows();
    }

    [[nodiscard]] const LeastCostProblem& program() const { return program_; }
    [[nodiscard]] const std::vector<std::vector<PlannedPlace>>& columns() const { return columns_; }

  private:
    struct Span {
        Interval time;
        std::uint32_t wish = 0;
        std::uint32_t column = 0;
    };

    template <class Visit>
    void each_column(Visit visit) const {
        for (std::uint32_t w = 0; w < columns_.size(); ++w) {
            for (std::uint32_t c = 0; c < columns_[w].size(); ++c) {
                visit(w, c, problem_.wishes[w].places[columns_[w][c].place], columns_[w][c].lane);
            }
        }
    }

    void add_lane_rows() {
        std::map<std::pair<std::uint32_t, int>, std::vector<Span>> by_lane;
        each_column([&](std::uint32_t w, std::uint32_t c, const ReplanningPlace& place, int lane) {
            by_lane[{place.instrument, lane}].push_back({place.held, w, c});
        });
        for (auto& [lane, spans] : by_lane) {
            add_clique_rows(std::move(spans));
        }
    }

    void add_gap_rows() {
        std::map<std::pair<std::uint32_t, UserId>, std::vector<Span>> by_user;
        each_column([&](std::uint32_t w, std::uint32_t c, const ReplanningPlace& place, int) {
            const auto gap = problem_.own_gaps[place.instrument];
            if (gap > minutes{0}) {
                by_user[{place.instrument, problem_.wishes[w].user}].push_back(
                    {{place.time.start, place.time.end + gap}, w, c});
            }
        });
        for (auto& [user, spans] : by_user) {
            add_clique_rows(std::move(spans));
        }
    }

    /// One row for each moment at which a span ends after another began, over all that hold then.
    void add_clique_rows(std::vector<Span> spans) {
        std::ranges::sort(spans, {}, [](const Span& s) { return std::tuple(s.time.start, s.wish, s.column); });
        std::vector<Span> holding;
        bool grown = false;
        const auto end_until = [&](Instant at) {
            const bool ends = std::ranges::any_of(holding, [&](const Span& s) { return s.time.end <= at; });
            if (ends && grown) {
                add_row(holding);
                grown = false;
            }
            std::erase_if(holding, [&](const Span& s) { return s.time.end <= at; });
        };
        for (const auto& span : spans) {
            end_until(span.time.start);
            holding.push_back(span);
            grown = true;
        }
        end_until(latest_instant);
    }

    void add_row(const std::vector<Span>& spans) {
        const bool shared = std::ranges::any_of(spans, [&](const Span& s) { return s.wish != spans.front().wish; });
        if (!shared) {
            return;
        }
        for (const auto& span : spans) {
            program_.items[span.wish][span.column].rows.push_back(static_cast<std::uint32_t>(program_.rows));
        }
        ++program_.rows;
    }

    const ReplanningProblem& problem_;
    LeastCostProblem program_;
    std::vector<std::vector<PlannedPlace>> columns_;  ///< by wish
};

/// Exchanges of two places that cost nothing altogether and serve who asked first.
class Exchanges {
  public:
    Exchanges(const LeastCostProblem& program, const ReplanningProblem& problem,
              const std::vector<std::vector<PlannedPlace>>& columns, std::vector<std::optional<std::uint32_t>>& chosen)
        : program_(program), problem_(problem), columns_(columns), chosen_(chosen), order_(chosen.size()) {
        std::iota(order_.begin(), order_.end(), 0U);
        std::ranges::sort(order_, {}, [&](std::uint32_t w) { return std::pair(problem_.wishes[w].requested_at, w); });
        taken_.resize(program.rows, 0);
        for (std::uint32_t w = 0; w < chosen_.size(); ++w) {
            count(w, chosen_[w], 1);
        }
    }

    void make() {
        constexpr int rounds_max = 20;
        bool changed = true;
        for (int round = 0; changed && round < rounds_max; ++round) {
            changed = false;
            for (std::size_t a = 0; a < order_.size(); ++a) {
                for (std::size_t b = a + 1; b < order_.size(); ++b) {
                    changed = exchange(order_[a], order_[b]) || changed;
                }
            }
        }
    }

  private:
    [[nodiscard]] std::int64_t cost(std::uint32_t wish, std::optional<std::uint32_t> column) const {
        return column ? program_.items[wish][*column].cost : program_.none_cost;
    }

    void count(std::uint32_t wish, std::optional<std::uint32_t> column, int change) {
        if (column) {
            for (const auto row : program_.items[wish][*column].rows) {
                taken_[row] += change;
            }
        }
    }

    [[nodiscard]] bool fits(std::uint32_t wish, std::uint32_t column) const {
        return std::ranges::all_of(program_.items[wish][column].rows, [&](auto row) { return taken_[row] == 0; });
    }

    /// The wish's own column at the start and in the lane of another's.
    [[nodiscard]] std::optional<std::uint32_t> like(std::uint32_t wish, std::uint32_t other) const {
        const auto& planned = columns_[other][*chosen_[other]];
        const auto& wanted = problem_.wishes[other].places[planned.place];
        for (std::uint32_t c = 0; c < columns_[wish].size(); ++c) {
            const auto& place = problem_.wishes[wish].places[columns_[wish][c].place];
            if (place.instrument == wanted.instrument && place.time.start == wanted.time.start &&
                columns_[wish][c].lane == planned.lane) {
                return c;
            }
        }
        return std::nullopt;
    }

    bool exchange(std::uint32_t first, std::uint32_t second) {
        if (!chosen_[second] || cost(first, chosen_[first]) == 0) {
            return false;
        }
        const auto old_first = chosen_[first];
        const auto old_second = chosen_[second];
        const auto for_first = like(first, second);
        const auto for_second = chosen_[first] ? like(second, first) : std::nullopt;
        if (!for_first || (old_first && !for_second) || cost(first, for_first) >= cost(first, old_first) ||
            cost(first, for_first) + cost(second, for_second) != cost(first, old_first) + cost(second, old_second)) {
            return false;
        }
        count(first, old_first, -1);
        count(second, old_second, -1);
        bool fit = fits(first, *for_first);
        if (fit) {
            count(first, for_first, 1);
            fit = !for_second || fits(second, *for_second);
            count(first, for_first, fit ? 0 : -1);
        }
        chosen_[first] = fit ? for_first : old_first;
        chosen_[second] = fit ? for_second : old_second;
        if (fit) {
            count(second, for_second, 1);
        } else {
            count(first, old_first, 1);
            count(second, old_second, 1);
        }
        return fit;
    }

    const LeastCostProblem& program_;
    const ReplanningProblem& problem_;
    const std::vector<std::vector<PlannedPlace>>& columns_;
    std::vector<std::optional<std::uint32_t>>& chosen_;
    std::vector<std::uint32_t> order_;
    std::vector<int> taken_;  ///< by row
};
}  // namespace

std::int64_t points_of(const Disruption& d, const DisruptionWeights& w) {
    const auto shift = d.shift_minutes < 0 ? -d.shift_minutes : d.shift_minutes;
    const auto dearer = std::max<std::int64_t>(d.price_difference.fen(), 0);
    constexpr std::int64_t fen_a_yuan = 100;
    const auto yuan = (dearer + fen_a_yuan - 1) / fen_a_yuan;
    return shift * w.shift_minute + (d.other_instrument ? w.other_instrument : 0) +
           (d.other_platform ? w.other_platform : 0) + (d.other_institution ? w.other_institution : 0) +
           (d.needs_approval ? w.needs_approval : 0) + std::min(yuan, w.dearer_max) * w.dearer_yuan;
}

Sentence sentence_of(const Disruption& d) {
    const auto apart = rules::duration_phrase(d.shift_minutes < 0 ? -d.shift_minutes : d.shift_minutes);
    const Sentence where = d.other_instrument ? Sentence{"同类仪器", "an equivalent instrument"}
                                              : Sentence{"同一仪器", "the same instrument"};
    if (d.shift_minutes == 0) {
        return {where.zh + "，相同时间", where.en + " at the same time"};
    }
    const bool later = d.shift_minutes > 0;
    return {fmt::format("{}，{} {}", where.zh, later ? "推后" : "提前", apart.zh),
            fmt::format("{}, {} {}", where.en, apart.en, later ? "later" : "earlier")};
}

ReplanningPlan plan_places(const ReplanningProblem& problem) {
    YIQI_ASSERT(problem.wishes.size() <= ReplanningProblem::wishes_max);
    const Assembly assembly(problem);
    auto solved = least_cost(assembly.program());
    Exchanges(assembly.program(), problem, assembly.columns(), solved.chosen).make();
    ReplanningPlan plan;
    plan.disruption = solved.cost;
    plan.bound = solved.bound;
    for (std::uint32_t w = 0; w < problem.wishes.size(); ++w) {
        plan.places.push_back(solved.chosen[w] ? std::optional(assembly.columns()[w][*solved.chosen[w]])
                                               : std::nullopt);
    }
    return plan;
}

}  // namespace scheduler
