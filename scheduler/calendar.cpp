#include "scheduler/calendar.hpp"

#include <algorithm>
#include <tuple>

#include "model/assert.hpp"

namespace scheduler {

using namespace model;

namespace {
std::uint32_t seconds_of(Instant at) {
    return static_cast<std::uint32_t>(at.time_since_epoch().count());
}

bool before(const Taken& a, const Taken& b) {
    return std::tie(a.lane, a.held_start) < std::tie(b.lane, b.held_start);
}

const InstrumentCalendar nothing_taken;
}  // namespace

Taken Taken::of(const Occupancy& o) {
    Taken taken;
    taken.held_start = seconds_of(o.held.start);
    taken.held_end = seconds_of(o.held.end);
    taken.start = seconds_of(o.time.start);
    taken.end = seconds_of(o.time.end);
    taken.holder_id = o.holder.id;
    taken.kind = o.holder.kind;
    taken.lane = static_cast<std::uint16_t>(o.lane);
    return taken;
}

CalendarIndex::CalendarIndex(std::size_t instruments, std::vector<std::pair<std::uint32_t, Taken>> taken)
    : size_(instruments) {
    std::ranges::sort(taken, [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first < b.first : before(a.second, b.second);
    });
    auto next = taken.cbegin();
    for (std::size_t base = 0; base < instruments; base += chunk_size) {
        auto chunk = std::make_shared<Chunk>(std::min(chunk_size, instruments - base));
        for (std::size_t i = 0; i < chunk->size(); ++i) {
            const auto first = next;
            while (next != taken.cend() && next->first == base + i) {
                ++next;
            }
            if (first != next) {
                auto calendar = std::make_shared<InstrumentCalendar>();
                calendar->reserve(static_cast<std::size_t>(next - first));
                std::ranges::transform(first, next, std::back_inserter(*calendar),
                                       [](const auto& pair) { return pair.second; });
                (*chunk)[i] = std::move(calendar);
            }
        }
        chunks_.push_back(std::move(chunk));
    }
    YIQI_ASSERT(next == taken.cend());
}

const InstrumentCalendar& CalendarIndex::at(std::size_t ordinal) const {
    YIQI_ASSERT(ordinal < size_);
    const auto& calendar = (*chunks_[ordinal / CalendarIndex::chunk_size])[ordinal % CalendarIndex::chunk_size];
    return calendar ? *calendar : nothing_taken;
}

InstrumentCalendar& CalendarEdit::open(std::size_t ordinal) {
    for (auto& [known, calendar] : opened_) {
        if (known == ordinal) {
            return *calendar;
        }
    }
    opened_.emplace_back(ordinal, std::make_shared<InstrumentCalendar>(index_.at(ordinal)));
    return *opened_.back().second;
}

void CalendarEdit::add(std::size_t ordinal, const Taken& taken) {
    auto& calendar = open(ordinal);
    calendar.insert(std::ranges::upper_bound(calendar, taken, before), taken);
}

void CalendarEdit::remove(std::size_t ordinal, Holder holder) {
    std::erase_if(open(ordinal), [&](const Taken& t) { return t.holder() == holder; });
}

void CalendarEdit::replace(std::size_t ordinal, InstrumentCalendar calendar) {
    std::ranges::sort(calendar, before);
    open(ordinal) = std::move(calendar);
}

CalendarIndex CalendarEdit::finish(Instant horizon) {
    std::ranges::sort(opened_, {}, [](const auto& pair) { return pair.first; });
    const auto oldest = seconds_of(horizon);
    std::size_t at = 0;
    while (at < opened_.size()) {
        const std::size_t number = opened_[at].first / CalendarIndex::chunk_size;
        auto chunk = std::make_shared<CalendarIndex::Chunk>(*index_.chunks_[number]);
        for (; at < opened_.size() && opened_[at].first / CalendarIndex::chunk_size == number; ++at) {
            auto& [ordinal, calendar] = opened_[at];
            std::erase_if(*calendar, [&](const Taken& t) { return t.held_end <= oldest; });
            (*chunk)[ordinal % CalendarIndex::chunk_size] = std::move(calendar);
        }
        index_.chunks_[number] = std::move(chunk);
    }
    opened_.clear();
    return std::move(index_);
}

}  // namespace scheduler
