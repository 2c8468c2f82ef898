#include "model/interval.hpp"

namespace model {

IntervalSet normalised(std::vector<Interval> intervals) {
    std::erase_if(intervals, [](const Interval& i) { return i.empty(); });
    std::sort(intervals.begin(), intervals.end());
    IntervalSet joined;
    joined.reserve(intervals.size());
    for (const auto& next : intervals) {
        if (!joined.empty() && next.start <= joined.back().end) {
            joined.back().end = std::max(joined.back().end, next.end);
        } else {
            joined.push_back(next);
        }
    }
    return joined;
}

IntervalSet subtract(const IntervalSet& from, const IntervalSet& without) {
    IntervalSet rest;
    auto cut = without.begin();
    for (const auto& piece : from) {
        while (cut != without.end() && cut->end <= piece.start) {
            ++cut;
        }
        Instant at = piece.start;
        for (auto c = cut; c != without.end() && c->start < piece.end; ++c) {
            if (at < c->start) {
                rest.push_back({at, c->start});
            }
            at = std::max(at, c->end);
        }
        if (at < piece.end) {
            rest.push_back({at, piece.end});
        }
    }
    return rest;
}

seconds total_length(const IntervalSet& intervals) {
    seconds sum{0};
    for (const auto& i : intervals) {
        sum += i.length();
    }
    return sum;
}

}  // namespace model
