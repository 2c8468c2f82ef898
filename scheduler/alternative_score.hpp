#pragma once
// By what alternatives are ranked: one sum of whole points, the same for everybody, published with each alternative.
// 0 would be the wish itself; fewer points are nearer to it. Of equal points the cheaper comes first, then the
// earlier, then the smaller instrument id. Pure.
//
//   time      1 for each started 5 minutes that it starts earlier or later, up to 4 hours (48); beyond that 1 for each
//             started 30 minutes. Of a split the part that is farther from its place in the wish counts.
//   length    20, and 1 for each started percent of the wished time that is missing.
//   split     30: two visits instead of one.
//   category  another instrument of the same 小类 10, 中类 60, 大类 150.
//   specs     40 times the share of the wanted key specifications that are missing; one that the other has with
//             another value is half missing. Rounded up.
//   samples   15 where the other takes no samples and the wanted one does; 60 where samples are to be handed in.
//   place     the same building 0, platform 2, institution 8, elsewhere 25.
//   price     1 for each started 2 percent dearer than the wish, at most 50. Nothing where the wish has no price.

#include <cstdint>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "model/error.hpp"
#include "model/interval.hpp"
#include "model/money.hpp"
#include "scheduler/likeness.hpp"

namespace scheduler {

enum class ReasonCode { same_time, earlier, later, shorter, split, category, specs, samples, place, price };
BOOST_DESCRIBE_ENUM(ReasonCode, same_time, earlier, later, shorter, split, category, specs, samples, place, price)

/// One difference from the wish, or what it shares with it, in words and with its points.
struct Reason {
    ReasonCode code = ReasonCode::same_time;
    std::int64_t points = 0;
    /// Of earlier, later and split minutes; of shorter the missing minutes; of specs how many are comparable; of price
    /// the percent dearer (positive) or cheaper (negative); of the others 0.
    std::int64_t amount = 0;
    model::Sentence text;
};

/// "45 分钟" / "45 min", "1 小时 15 分钟" / "1 h 15 min", "2 天 3 小时" / "2 d 3 h" (the odd minutes are left out).
model::Sentence short_duration(model::minutes length);

/// same_time, earlier or later.
Reason time_reason(model::seconds shift);
/// `shift` of the part that is farther from its place.
Reason split_reason(model::Interval first, model::Interval second, model::seconds shift);
Reason shorter_reason(model::minutes wished, model::minutes length);
Reason same_instrument_reason();
Reason category_reason(Kinship kinship);
Reason specs_reason(const SpecMatch& match);
/// `asked`: samples are to be handed in.
Reason samples_reason(bool asked);
Reason place_reason(Place place);
/// The wish must have a price above 0.
Reason price_reason(model::Money wished, model::Money total);

std::int64_t time_points(model::seconds shift);
std::int64_t category_points(Kinship kinship);
std::int64_t place_points(Place place);
std::int64_t samples_points(bool asked);

std::int64_t sum_of_points(const std::vector<Reason>& reasons);

/// All reasons in one sentence.
model::Sentence explanation_of(const std::vector<Reason>& reasons);

}  // namespace scheduler
