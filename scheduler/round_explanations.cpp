// Why each request of a round got what it got, in words and as data.

#include "scheduler/rounds.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include <fmt/format.h>

namespace scheduler {

using namespace model;

namespace {
constexpr std::array<std::pair<std::string_view, std::string_view>, score_kinds> score_names{{
    {"基本分", "base"},
    {"选择次序分", "preference"},
    {"优先级分", "priority"},
    {"等待分", "waiting"},
    {"公平份额分", "fair-share"},
    {"轮次分", "turn"},
    {"紧急分", "urgency"},
    {"抽签分", "draw"},
}};

Sentence points_in_words(const Score& score) {
    Sentence words;
    for (std::size_t k = 0; k < score_kinds; ++k) {
        if (score.parts[k] == 0) {
            continue;
        }
        const auto& [zh, en] = score_names[k];
        words.zh += fmt::format("{}{} {}", words.zh.empty() ? "" : "、", zh, score.parts[k]);
        words.en += fmt::format("{}{} {}", words.en.empty() ? "" : ", ", en, score.parts[k]);
    }
    return words;
}

Sentence granted_in_words(std::uint32_t option, const Score& score) {
    const auto parts = points_in_words(score);
    return {fmt::format("已分配第 {} 选择，得分 {}（{}）", option + 1, score.total(), parts.zh),
            fmt::format("Choice {} was granted with {} points ({})", option + 1, score.total(), parts.en)};
}

Sentence competitors_in_words(const OptionResult& result, std::int64_t lead, std::int64_t own) {
    const auto n = result.blockers.size();
    std::string zh = fmt::format("该时段已分配给另外 {} 个", n);
    std::string en = fmt::format("Lost to {} ", n);
    en += result.blockers_shorter ? "shorter " : "";
    en += n == 1 ? "request" : "requests";
    if (result.deciding) {
        zh += result.blockers_shorter ? "更短、" : "";
        const auto& [name_zh, name_en] = score_names[static_cast<std::size_t>(*result.deciding)];
        zh += fmt::format("{}更高（{} 对 {}）的申请", name_zh, lead, own);
        en += fmt::format(" with a higher {} score ({} against {})", name_en, lead, own);
    } else {
        zh += result.blockers_shorter ? "更短的" : "";
        zh += "申请，其组合的总分更高";
        en += " that together with the others were worth more";
    }
    return {zh, en};
}

/// Looks up what stands in the way of an option.
class Obstacles {
  public:
    Obstacles(const RoundProblem& problem, const std::vector<RequestResult>& results)
        : problem_(problem),
          results_(results),
          granted_on_(problem.instruments.size()),
          limits_of_(problem.requests.size()) {
        for (std::uint32_t r = 0; r < results.size(); ++r) {
            if (const auto option = results[r].option) {
                granted_on_[problem.requests[r].options[*option].instrument].push_back(r);
            }
        }
        for (std::uint32_t l = 0; l < problem.limits.size(); ++l) {
            std::int64_t used = 0;
            for (const auto& part : problem.limits[l].parts) {
                used += results[part.request].option == part.option ? part.amount : 0;
                limits_of_[part.request].push_back(l);
            }
            used_.push_back(used);
        }
    }

    /// Granted requests that lie over the option on its instrument.
    [[nodiscard]] std::vector<std::uint32_t> rivals(const RoundOption& option) const {
        std::vector<std::uint32_t> found;
        for (const auto r : granted_on_[option.instrument]) {
            if (granted(r).held.overlaps(option.held)) {
                found.push_back(r);
            }
        }
        return found;
    }

    [[nodiscard]] bool has_free_lane(const RoundOption& option, const std::vector<std::uint32_t>& rivals) const {
        const auto& instrument = problem_.instruments[option.instrument];
        std::set<int> used;
        for (const auto& taken : instrument.taken) {
            if (taken.lane < instrument.capacity && taken.held.overlaps(option.held)) {
                used.insert(taken.lane);
            }
        }
        for (const auto r : rivals) {
            used.insert(results_[r].lane);
        }
        return static_cast<int>(used.size()) < instrument.capacity;
    }

    /// The limit that the option would exceed.
    [[nodiscard]] const RoundLimit* limit(std::uint32_t request, std::uint32_t option) const {
        for (const auto l : limits_of_[request]) {
            for (const auto& part : problem_.limits[l].parts) {
                if (part.request == request && part.option == option &&
                    used_[l] + part.amount > problem_.limits[l].cap) {
                    return &problem_.limits[l];
                }
            }
        }
        return nullptr;
    }

    [[nodiscard]] const RoundOption& granted(std::uint32_t request) const {
        return problem_.requests[request].options[*results_[request].option];
    }

  private:
    const RoundProblem& problem_;
    const std::vector<RequestResult>& results_;
    std::vector<std::vector<std::uint32_t>> granted_on_;
    std::vector<std::vector<std::uint32_t>> limits_of_;
    std::vector<std::int64_t> used_;
};

class Explainer {
  public:
    Explainer(const RoundProblem& problem, const std::vector<std::vector<Score>>& scores,
              const RoundAllocation& allocation)
        : problem_(problem), scores_(scores), results_(allocation.results), obstacles_(problem, allocation.results) {}

    [[nodiscard]] OptionResult option(std::uint32_t r, std::uint32_t o) const {
        const auto& request = problem_.requests[r];
        const auto& option = request.options[o];
        OptionResult result;
        result.score = scores_[r][o];
        if (results_[r].option) {
            const bool granted = *results_[r].option == o;
            result.fate = granted ? OptionFate::granted : OptionFate::not_needed;
            result.why = granted ? granted_in_words(o, result.score)
                                 : Sentence{"同一申请的另一选择已获分配", "Another choice of the request was granted"};
        } else if (!request.refused.empty() && request.refused[o]) {
            result.fate = OptionFate::refused;
            result.why = *request.refused[o];
        } else if (request.needed_by && option.time.end > *request.needed_by) {
            result.fate = OptionFate::late;
            result.why = {"晚于申请自身的截止时间", "It ends after the request's own deadline"};
        } else {
            obstruct(r, o, result);
        }
        return result;
    }

  private:
    void obstruct(std::uint32_t r, std::uint32_t o, OptionResult& result) const {
        const auto& option = problem_.requests[r].options[o];
        if (!obstacles_.has_free_lane(option, {})) {
            result.fate = OptionFate::taken;
            result.why = {"该时段在本轮之前已被占用", "The time was taken before the round"};
            return;
        }
        result.blockers = obstacles_.rivals(option);
        if (obstacles_.has_free_lane(option, result.blockers)) {
            result.blockers.clear();
            result.fate = OptionFate::limit;
            const auto* limit = obstacles_.limit(r, o);
            result.why = limit != nullptr ? Sentence{fmt::format("已达上限：{}", limit->name.zh),
                                                     fmt::format("A limit is used up: {}", limit->name.en)}
                                          : Sentence{"其余时间为仪器所属单位的用户预留",
                                                     "The rest of the time is reserved for the owner's users"};
            return;
        }
        result.fate = OptionFate::competitors;
        compare(r, o, result);
    }

    /// Which part of the points speaks most for the blockers: by their average, rounded.
    void compare(std::uint32_t r, std::uint32_t o, OptionResult& result) const {
        const auto length = problem_.requests[r].options[o].time.length();
        const auto count = static_cast<std::int64_t>(result.blockers.size());
        std::array<std::int64_t, score_kinds> sums{};
        result.blockers_shorter = true;
        for (const auto b : result.blockers) {
            result.blockers_shorter = result.blockers_shorter && obstacles_.granted(b).time.length() < length;
            for (std::size_t k = 0; k < score_kinds; ++k) {
                sums[k] += scores_[b][*results_[b].option].parts[k];
            }
        }
        std::int64_t most = 0;
        std::int64_t lead = 0;
        for (std::size_t k = 0; k < score_kinds; ++k) {
            const auto more = sums[k] - count * result.score.parts[k];
            if (more > most) {
                most = more;
                lead = (sums[k] + count / 2) / count;
                result.deciding = static_cast<ScoreKind>(k);
            }
        }
        result.why =
            competitors_in_words(result, lead, result.deciding ? result.score.part(*result.deciding) : std::int64_t{0});
    }

    const RoundProblem& problem_;
    const std::vector<std::vector<Score>>& scores_;
    const std::vector<RequestResult>& results_;
    Obstacles obstacles_;
};
}  // namespace

void explain(const RoundProblem& problem, const std::vector<std::vector<Score>>& scores, RoundAllocation& allocation) {
    const Explainer explainer(problem, scores, allocation);
    for (std::uint32_t r = 0; r < problem.requests.size(); ++r) {
        auto& result = allocation.results[r];
        result.options.clear();
        for (std::uint32_t o = 0; o < problem.requests[r].options.size(); ++o) {
            result.options.push_back(explainer.option(r, o));
        }
        if (result.option) {
            result.explanation = result.options[*result.option].why;
            continue;
        }
        result.explanation = {};
        for (std::size_t o = 0; o < result.options.size(); ++o) {
            const auto& why = result.options[o].why;
            const bool only = result.options.size() == 1;
            result.explanation.zh += only ? why.zh : fmt::format("{}第 {} 选择：{}", o == 0 ? "" : "；", o + 1, why.zh);
            result.explanation.en += only ? why.en : fmt::format("{}Choice {}: {}", o == 0 ? "" : "; ", o + 1, why.en);
        }
    }
}

}  // namespace scheduler
