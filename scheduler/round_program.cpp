// From a round to packing programs: lanes that are alike become one unit, overlaps become clique rows, and what does
// not touch each other is solved apart.

#include "model/assert.hpp"
#include "scheduler/rounds.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

namespace scheduler {

using namespace model;

namespace {
/// Lanes of one instrument with the same free time: any of them is as good as another.
struct Unit {
    std::vector<int> lanes;
    std::vector<Interval> taken;
};

std::vector<Unit> units_of(const RoundInstrument& instrument) {
    std::map<std::vector<Interval>, std::vector<int>> lanes_by_taken;
    for (int lane = 0; lane < instrument.capacity; ++lane) {
        std::vector<Interval> taken;
        for (const auto& t : instrument.taken) {
            if (t.lane == lane) {
                taken.push_back(t.held);
            }
        }
        std::ranges::sort(taken);
        lanes_by_taken[std::move(taken)].push_back(lane);
    }
    std::vector<Unit> units;
    for (auto& [taken, lanes] : lanes_by_taken) {
        units.push_back({std::move(lanes), taken});
    }
    return units;
}

std::int64_t minutes_of(const RoundOption& option) {
    return std::chrono::duration_cast<minutes>(option.time.length()).count();
}

struct Column {
    RoundProgram::Column place;
    std::size_t unit = 0;  ///< over all instruments
};

bool is_late(const RoundRequest& request, const RoundOption& option) {
    return request.needed_by && option.time.end > *request.needed_by;
}

/// All columns, rows over them, and which requests hang together.
class Assembly {
  public:
    explicit Assembly(const RoundProblem& problem) : problem_(problem), parent_(problem.requests.size()) {
        std::iota(parent_.begin(), parent_.end(), 0U);
        add_columns();
        add_request_rows();
        add_clique_rows();
        add_limit_rows();
        add_reserve_rows();
    }

    std::vector<RoundProgram> split(const std::vector<std::vector<Score>>& scores) {
        std::vector<RoundProgram> parts;
        std::vector<std::uint32_t> part_of(problem_.requests.size());
        std::map<std::uint32_t, std::uint32_t> part_of_root;
        for (std::uint32_t r = 0; r < part_of.size(); ++r) {
            const auto [at, is_new] =
                part_of_root.try_emplace(root(r), static_cast<std::uint32_t>(part_of_root.size()));
            if (is_new) {
                parts.emplace_back();
            }
            part_of[r] = at->second;
            parts[at->second].requests.push_back(r);
        }
        std::vector<std::uint32_t> local(columns_.size());
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            const auto& place = columns_[c].place;
            auto& part = parts[part_of[place.request]];
            local[c] = static_cast<std::uint32_t>(part.columns.size());
            part.columns.push_back(place);
            const auto length = minutes_of(problem_.requests[place.request].options[place.option]);
            constexpr std::int64_t counts_as_minutes = 60;
            const auto points = std::max<std::int64_t>(scores[place.request][place.option].total(), 1);
            part.program.value.push_back(points * (counts_as_minutes + length));
        }
        for (auto& row : rows_) {
            auto& part = parts[part_of[columns_[row.entries.front().column].place.request]];
            for (auto& entry : row.entries) {
                entry.column = local[entry.column];
            }
            part.program.rows.push_back(std::move(row));
        }
        return parts;
    }

  private:
    std::uint32_t root(std::uint32_t request) {
        while (parent_[request] != request) {
            parent_[request] = parent_[parent_[request]];
            request = parent_[request];
        }
        return request;
    }

    /// Keeps the row where it can bind at all: each request counts with its largest part.
    void add_row(ZeroOneProgram::Row row) {
        std::map<std::uint32_t, std::int64_t> most;
        for (const auto& entry : row.entries) {
            auto& amount = most[columns_[entry.column].place.request];
            amount = std::max(amount, entry.amount);
        }
        std::int64_t sum = 0;
        for (const auto& [request, amount] : most) {
            sum += amount;
        }
        if (sum <= row.cap) {
            return;
        }
        for (const auto& [request, amount] : most) {
            const auto a = root(most.begin()->first);
            const auto b = root(request);
            parent_[std::max(a, b)] = std::min(a, b);
        }
        rows_.push_back(std::move(row));
    }

    void add_columns() {
        std::vector<std::vector<Unit>> units;
        std::vector<std::size_t> first_unit;
        for (const auto& instrument : problem_.instruments) {
            first_unit.push_back(lanes_.size());
            units.push_back(units_of(instrument));
            for (const auto& unit : units.back()) {
                lanes_.push_back(unit.lanes.size());
            }
        }
        for (std::uint32_t r = 0; r < problem_.requests.size(); ++r) {
            const auto& request = problem_.requests[r];
            YIQI_ASSERT(request.refused.empty() || request.refused.size() == request.options.size());
            for (std::uint32_t o = 0; o < request.options.size(); ++o) {
                const auto& option = request.options[o];
                const bool refused = !request.refused.empty() && request.refused[o].has_value();
                if (refused || is_late(request, option)) {
                    continue;
                }
                const auto& of_instrument = units.at(option.instrument);
                for (std::size_t u = 0; u < of_instrument.size(); ++u) {
                    const auto in_the_way = [&](const Interval& taken) { return taken.overlaps(option.held); };
                    if (std::ranges::none_of(of_instrument[u].taken, in_the_way)) {
                        columns_.push_back({{r, o, of_instrument[u].lanes}, first_unit[option.instrument] + u});
                    }
                }
            }
        }
        of_request_.resize(problem_.requests.size());
        for (std::uint32_t c = 0; c < columns_.size(); ++c) {
            of_request_[columns_[c].place.request].push_back(c);
        }
    }

    void add_request_rows() {
        for (const auto& columns : of_request_) {
            if (columns.size() < 2) {
                continue;
            }
            ZeroOneProgram::Row row;
            for (const auto c : columns) {
                row.entries.push_back({c, 1});
            }
            rows_.push_back(std::move(row));
        }
    }

    void add_clique_rows() {
        std::vector<std::vector<std::uint32_t>> of_unit(lanes_.size());
        for (std::uint32_t c = 0; c < columns_.size(); ++c) {
            of_unit[columns_[c].unit].push_back(c);
        }
        for (std::size_t unit = 0; unit < of_unit.size(); ++unit) {
            add_cliques(of_unit[unit], static_cast<std::int64_t>(lanes_[unit]));
        }
    }

    [[nodiscard]] const Interval& held(std::uint32_t column) const {
        const auto& place = columns_[column].place;
        return problem_.requests[place.request].options[place.option].held;
    }

    /// One row for each largest set of columns that are there at the same time.
    void add_cliques(std::vector<std::uint32_t> columns, std::int64_t lanes) {
        std::ranges::sort(columns, {}, [&](std::uint32_t c) { return std::pair(held(c).start, c); });
        std::vector<std::uint32_t> present;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const auto start = held(columns[i]).start;
            std::erase_if(present, [&](std::uint32_t c) { return held(c).end <= start; });
            present.push_back(columns[i]);
            // The set is largest when somebody leaves before the next one comes.
            const bool last = i + 1 == columns.size();
            const bool leaves = !last && std::ranges::any_of(present, [&](std::uint32_t c) {
                return held(c).end <= held(columns[i + 1]).start;
            });
            if (last || leaves) {
                ZeroOneProgram::Row row;
                row.cap = lanes;
                for (const auto c : present) {
                    row.entries.push_back({c, 1});
                }
                add_row(std::move(row));
            }
        }
    }

    void add_limit_rows() {
        for (const auto& limit : problem_.limits) {
            ZeroOneProgram::Row row;
            row.cap = std::max<std::int64_t>(limit.cap, 0);
            for (const auto& part : limit.parts) {
                for (const auto c : of_request_.at(part.request)) {
                    if (columns_[c].place.option == part.option && part.amount > 0) {
                        row.entries.push_back({c, part.amount});
                    }
                }
            }
            add_row(std::move(row));
        }
    }

    void add_reserve_rows() {
        for (std::uint32_t i = 0; i < problem_.instruments.size(); ++i) {
            if (problem_.instruments[i].reserve_percent > 0) {
                add_reserve_row(i);
            }
        }
    }

    void add_reserve_row(std::uint32_t instrument) {
        std::map<std::uint32_t, std::int64_t> asked_inside;
        ZeroOneProgram::Row row;
        for (std::uint32_t c = 0; c < columns_.size(); ++c) {
            const auto& request = problem_.requests[columns_[c].place.request];
            const auto& option = request.options[columns_[c].place.option];
            if (option.instrument != instrument) {
                continue;
            }
            if (request.price_class == PriceClass::internal) {
                auto& most = asked_inside[columns_[c].place.request];
                most = std::max(most, minutes_of(option));
            } else {
                row.entries.push_back({c, minutes_of(option)});
            }
        }
        std::int64_t asked = 0;
        for (const auto& [request, most] : asked_inside) {
            asked += most;
        }
        const auto& of = problem_.instruments[instrument];
        row.cap =
            std::max<std::int64_t>(of.open_minutes - std::min(of.open_minutes * of.reserve_percent / 100, asked), 0);
        if (asked > 0 && !row.entries.empty()) {
            add_row(std::move(row));
        }
    }

    const RoundProblem& problem_;
    std::vector<std::uint32_t> parent_;
    std::vector<std::size_t> lanes_;  ///< by unit, how many
    std::vector<Column> columns_;
    std::vector<std::vector<std::uint32_t>> of_request_;
    std::vector<ZeroOneProgram::Row> rows_;
};
}  // namespace

std::vector<RoundProgram> round_programs(const RoundProblem& problem, const std::vector<std::vector<Score>>& scores) {
    YIQI_ASSERT(problem.requests.size() <= RoundProblem::requests_max);
    return Assembly(problem).split(scores);
}

}  // namespace scheduler
