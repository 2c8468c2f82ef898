#pragma once
// A round: requests that compete for scarce instruments are collected until a cut-off and allocated together.
//
// The objective. A request asks for one of its options, the first being the one it likes best. Granting an option is
// worth
//
//     points(request, option) * (60 + minutes of the option)
//
// so that long requests are not starved by many short ones, while a request also counts as such. Points are the sum
// of published parts (`ScoreKind`), each with a weight that the platform may set. The round grants the set of options
// with the highest sum that breaks no limit: one option per request, at most `capacity` at once on an instrument with
// buffers, what is taken already stays, quotas and other limits hold.
//
// Fair share. Per organisation a platform remembers the minutes that were asked and won in earlier rounds; both fade
// by a quarter with each round. Who won a smaller part than the others on average gets more points. Asking for more
// than one needs does not pay: the points of an organisation's further requests in a round shrink (`turn`).
//
// The internal reserve keeps a part of each instrument's time in the round for the users of its owner, as far as they
// ask for it. The request's deadline (`needed_by`) rules out later options and makes the request more urgent.
//
// Pure. Deterministic for a problem and its seed, as long as the solver is not stopped by the clock.

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "model/error.hpp"
#include "model/id.hpp"
#include "model/interval.hpp"
#include "model/rates.hpp"
#include "model/round.hpp"
#include "scheduler/round_facts.hpp"
#include "scheduler/zero_one.hpp"

namespace scheduler {

/// The parts of a request's points.
enum class ScoreKind {
    base,        ///< everybody
    preference,  ///< all for the first choice, less for each further one
    priority,    ///< by the class of the organisation: enterprise, academic, internal
    waiting,     ///< since the request was made: all from 20 days on
    fair_share,  ///< half for the average, all for who won nothing, none for who won twice the average
    turn,        ///< all for an organisation's first request in the round, half for its second, a third ...
    urgency,     ///< all if this round is the last chance before its deadline, half if that is within 30 days
    draw,        ///< by lot, from the round's seed; decides between equals
};
BOOST_DESCRIBE_ENUM(ScoreKind, base, preference, priority, waiting, fair_share, turn, urgency, draw)
inline constexpr std::size_t score_kinds = 8;

struct Score {
    std::array<std::int64_t, score_kinds> parts{};  ///< by ScoreKind
    [[nodiscard]] std::int64_t part(ScoreKind kind) const { return parts.at(static_cast<std::size_t>(kind)); }
    [[nodiscard]] std::int64_t total() const;
    friend bool operator==(const Score&, const Score&) = default;
};

struct RoundInstrument {
    model::InstrumentId id;
    int capacity = 1;
    std::int64_t reserve_percent = 0;  ///< kept for the owner's users, 0 .. 100
    std::int64_t open_minutes = 0;     ///< of all lanes in the round's window; what the reserve is a part of
    struct Taken {
        int lane = 0;
        model::Interval held;
    };
    std::vector<Taken> taken;  ///< with buffers
};

struct RoundOption {
    std::uint32_t instrument = 0;  ///< index
    model::Interval time;
    model::Interval held;  ///< with buffers
};

struct RoundRequest {
    std::int64_t id = 0;  ///< of the booking; decides the lot with the seed
    model::OrganisationId organisation;
    model::PriceClass price_class = model::PriceClass::enterprise;
    model::Instant submitted_at{};
    std::optional<model::Instant> needed_by;
    std::vector<RoundOption> options;  ///< best first, 1 .. options_max
    /// Options that may not be granted now, with the sentence that says why (a rule, the credit).
    std::vector<std::optional<model::Sentence>> refused;  ///< as long as `options`, or empty
    static constexpr std::size_t options_max = 8;
};

/// At most `cap` of an amount over some options together: a quota, two bookings of one user that are too close.
struct RoundLimit {
    struct Part {
        std::uint32_t request = 0;
        std::uint32_t option = 0;
        std::int64_t amount = 1;
    };
    model::Sentence name;  ///< as in "the weekly quota of the organisation"
    std::int64_t cap = 0;
    std::vector<Part> parts;
};

struct RoundProblem {
    std::uint64_t seed = 1;
    model::RoundWeights weights;
    model::Interval window;  ///< every option lies in it
    model::Instant cut_off{};
    std::vector<RoundInstrument> instruments;
    std::vector<RoundRequest> requests;  ///< at most requests_max
    std::vector<RoundLimit> limits;
    std::vector<RoundShare> shares;
    static constexpr std::size_t requests_max = 20'000;
};

struct OptionResult {
    OptionFate fate = OptionFate::competitors;
    Score score;
    std::vector<std::uint32_t> blockers;  ///< granted requests in its way, by index
    bool blockers_shorter = false;        ///< each of them takes less time
    std::optional<ScoreKind> deciding;    ///< the part in which the blockers lead most, if in any
    model::Sentence why;
};

struct RequestResult {
    std::optional<std::uint32_t> option;  ///< the granted one
    int lane = 0;
    std::vector<OptionResult> options;
    model::Sentence explanation;
};

/// A part of the problem that does not touch the others.
struct RoundComponent {
    std::vector<std::uint32_t> requests;
    std::int64_t value = 0;
    std::int64_t bound = 0;
    SolvedBy by = SolvedBy::greedy;
};

struct RoundAllocation {
    std::vector<RequestResult> results;  ///< by request
    std::vector<RoundComponent> components;
    std::int64_t value = 0;
    std::int64_t bound = 0;
    SolvedBy by = SolvedBy::exact;  ///< the weakest of the components'
    /// (bound - value) / bound in millionths, rounded up; 0 = proven to be best.
    [[nodiscard]] std::int64_t gap_ppm() const;
};

/// The points of every option of every request.
std::vector<std::vector<Score>> scores_of(const RoundProblem& problem);

/// Solves the round; `solver` may be null. Index errors in the problem are bugs (assertions).
RoundAllocation allocate(const RoundProblem& problem, ZeroOneSolver* solver, const SolveLimits& limits);

/// The memory after a round: what was there fades, what was asked and won in the round is added. Sorted by
/// organisation.
std::vector<RoundShare> shares_after(std::span<const RoundShare> before, std::span<const RoundShare> round);
/// The same of an allocation. Minutes of a request are those of its granted option, else of its first one.
std::vector<RoundShare> shares_after(const RoundProblem& problem, const RoundAllocation& allocation);

/// The parts that do not touch each other, as programs, and the way back.
struct RoundProgram {
    struct Column {
        std::uint32_t request = 0;
        std::uint32_t option = 0;
        std::vector<int> lanes;  ///< in one of which it goes; all are alike for the round
    };
    std::vector<std::uint32_t> requests;
    std::vector<Column> columns;
    ZeroOneProgram program;
};
std::vector<RoundProgram> round_programs(const RoundProblem& problem, const std::vector<std::vector<Score>>& scores);

/// Fills in fates, blockers and sentences of an allocation whose granted options are known.
void explain(const RoundProblem& problem, const std::vector<std::vector<Score>>& scores, RoundAllocation& allocation);

}  // namespace scheduler
