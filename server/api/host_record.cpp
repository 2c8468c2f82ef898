// The record of hosts: what they took back, and how long they let requests wait.

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "scheduler/alternative_score.hpp"
#include "scheduler/host_record.hpp"
#include "server/api/handlers.hpp"
#include "server/api/shape.hpp"
#include "server/storage/host_deed_rows.hpp"

namespace server {

using namespace model;

namespace {
constexpr std::int64_t days_default = 90;
constexpr std::int64_t days_max = 366;
/// Of a place with more, the rest is not listed.
constexpr std::size_t places_max = 1'000;

/// Times are plain minutes, around the clock; `open` ones count only while the instrument was open.
struct RecordView {
    std::int64_t bookings = 0;  ///< that were to begin in the window and were more than a request
    std::int64_t cancelled = 0;
    std::int64_t moved = 0;
    std::int64_t displaced = 0;
    std::int64_t bumped = 0;
    std::int64_t answered = 0;
    std::int64_t expired = 0;  ///< requests that nobody answered
    std::optional<std::int64_t> median_answer_minutes;
    std::optional<std::int64_t> p90_answer_minutes;
    std::optional<std::int64_t> median_answer_open_minutes;
    std::optional<std::int64_t> p90_answer_open_minutes;
    Sentence summary;
};
BOOST_DESCRIBE_STRUCT(RecordView, (),
                      (bookings, cancelled, moved, displaced, bumped, answered, expired, median_answer_minutes,
                       p90_answer_minutes, median_answer_open_minutes, p90_answer_open_minutes, summary))

struct WindowView {
    Instant from{};
    Instant to{};
};
BOOST_DESCRIBE_STRUCT(WindowView, (), (from, to))

struct InstrumentRecordView : RecordView {
    InstrumentId instrument_id;
};
BOOST_DESCRIBE_STRUCT(InstrumentRecordView, (RecordView), (instrument_id))

struct OneInstrumentView : InstrumentRecordView, WindowView {};
BOOST_DESCRIBE_STRUCT(OneInstrumentView, (InstrumentRecordView, WindowView), ())

struct PlatformRecordView : RecordView {
    PlatformId platform_id;
};
BOOST_DESCRIBE_STRUCT(PlatformRecordView, (RecordView), (platform_id))

struct OnePlatformView : PlatformRecordView, WindowView {
    std::vector<InstrumentRecordView> instruments;  ///< those with something to tell
};
BOOST_DESCRIBE_STRUCT(OnePlatformView, (PlatformRecordView, WindowView), (instruments))

struct OneInstitutionView : RecordView, WindowView {
    InstitutionId institution_id;
    std::vector<PlatformRecordView> platforms;
};
BOOST_DESCRIBE_STRUCT(OneInstitutionView, (RecordView, WindowView), (institution_id, platforms))

Sentence summary_of(const RecordView& record) {
    Sentence text{
        fmt::format("{} 个预约已开始；服务方取消 {}、改期 {}、停机移位 {}、让位 {} 个；{} 个申请未获答复",
                    record.bookings, record.cancelled, record.moved, record.displaced, record.bumped, record.expired),
        fmt::format("{} bookings began; the host cancelled {}, moved {}, displaced {} and bumped {}; {} "
                    "requests went unanswered",
                    record.bookings, record.cancelled, record.moved, record.displaced, record.bumped, record.expired)};
    if (record.median_answer_minutes && record.p90_answer_minutes) {
        const auto half = scheduler::short_duration(minutes{*record.median_answer_minutes});
        const auto most = scheduler::short_duration(minutes{*record.p90_answer_minutes});
        text.zh += fmt::format("；半数申请在 {} 内、九成在 {} 内答复", half.zh, most.zh);
        text.en += fmt::format("; half of the answers came within {}, nine in ten within {}", half.en, most.en);
    }
    return text;
}

void fill(RecordView& view, const std::vector<HostDeed>& deeds, std::int64_t bookings) {
    const auto record = scheduler::host_record(deeds);
    view.bookings = bookings;
    view.cancelled = record.cancelled;
    view.moved = record.moved;
    view.displaced = record.displaced;
    view.bumped = record.bumped;
    view.answered = record.answered;
    view.expired = record.expired;
    if (record.median && record.slowest_tenth) {
        view.median_answer_minutes = record.median->minutes;
        view.p90_answer_minutes = record.slowest_tenth->minutes;
        view.median_answer_open_minutes = record.median->open_minutes;
        view.p90_answer_open_minutes = record.slowest_tenth->open_minutes;
    }
    view.summary = summary_of(view);
}

Result<Interval> window_of(const Call& call) {
    TRY(const auto days, number_parameter(call, "days", 1, days_max));
    return Interval{call.now - std::chrono::days{days.value_or(days_default)}, call.now + seconds{1}};
}

using BookingCounts = std::map<InstrumentId, std::int64_t>;

/// Bookings by instrument that were to begin in the window and were more than a request: of one instrument, or of all
/// of a platform that have any.
BookingCounts bookings_in(Database& database, const InstrumentId& instrument, Interval window) {
    BookingCounts counts;
    database.each<std::int64_t>(
        "SELECT count(*) FROM booking WHERE instrument_id = :instrument AND start_at >= :from AND start_at < :to AND "
        "status NOT IN ('requested', 'rejected', 'expired')",
        [&](std::int64_t count) { counts[instrument] = count; }, instrument.value, seconds_of(window.start),
        seconds_of(window.end));
    return counts;
}
BookingCounts bookings_in(Database& database, const PlatformId& platform, Interval window) {
    BookingCounts counts;
    database.each<std::string, std::int64_t>(
        "SELECT i.id, count(b.id) FROM instrument i JOIN booking b ON b.instrument_id = i.id AND b.start_at >= :from "
        "AND "
        "b.start_at < :to AND b.status NOT IN ('requested', 'rejected', 'expired') WHERE i.platform_id = :platform "
        "GROUP BY i.id ORDER BY i.id LIMIT :limit",
        [&](const std::string& id, std::int64_t count) { counts[InstrumentId{id}] = count; }, seconds_of(window.start),
        seconds_of(window.end), platform.value, static_cast<std::int64_t>(places_max));
    return counts;
}

/// Everything about a platform in the window.
struct PlatformPast {
    std::vector<HostDeed> deeds;
    BookingCounts bookings;

    [[nodiscard]] std::int64_t all_bookings() const {
        std::int64_t sum = 0;
        for (const auto& [id, count] : bookings) {
            sum += count;
        }
        return sum;
    }
};

PlatformPast past_of(Database& database, const PlatformId& platform, Interval window) {
    return {find_host_deeds(database, platform, window), bookings_in(database, platform, window)};
}

std::vector<HostDeed> of_instrument(const std::vector<HostDeed>& deeds, const InstrumentId& id) {
    std::vector<HostDeed> own;
    std::ranges::copy_if(deeds, std::back_inserter(own),
                         [&](const HostDeed& deed) { return deed.instrument_id == id; });
    return own;
}

void set_window(WindowView& view, Interval window) {
    view.from = window.start;
    view.to = window.end - seconds{1};
}
}  // namespace

Result<Answer> instrument_record(const Call& call, Database& database) {
    TRY(const auto window, window_of(call));
    const auto record = call.snapshot->catalogue->instrument(InstrumentId{call.path_parameter(0)});
    if (!record) {
        return ErrorCode::not_found;
    }
    const auto& instrument = record->instrument;
    OneInstrumentView view;
    view.instrument_id = instrument.id;
    set_window(view, window);
    fill(view, of_instrument(find_host_deeds(database, instrument.platform_id, window), instrument.id),
         bookings_in(database, instrument.id, window)[instrument.id]);
    return Answer{200, json::to_text(view, call.style)};
}

Result<Answer> platform_record(const Call& call, Database& database) {
    TRY(const auto window, window_of(call));
    const PlatformId id{call.path_parameter(0)};
    if (call.snapshot->catalogue->platform(id) == nullptr) {
        return ErrorCode::not_found;
    }
    auto past = past_of(database, id, window);
    OnePlatformView view;
    view.platform_id = id;
    set_window(view, window);
    fill(view, past.deeds, past.all_bookings());
    std::map<InstrumentId, std::vector<HostDeed>> by_instrument;
    for (const auto& deed : past.deeds) {
        by_instrument[deed.instrument_id].push_back(deed);
    }
    for (const auto& [instrument, deeds] : by_instrument) {
        past.bookings.try_emplace(instrument, 0);
    }
    for (const auto& [instrument, bookings] : past.bookings) {
        auto& own = view.instruments.emplace_back();
        own.instrument_id = instrument;
        fill(own, by_instrument[instrument], bookings);
    }
    return Answer{200, json::to_text(view, call.style)};
}

Result<Answer> institution_record(const Call& call, Database& database) {
    TRY(const auto window, window_of(call));
    const InstitutionId id{call.path_parameter(0)};
    const auto& catalogue = *call.snapshot->catalogue;
    if (catalogue.institution(id) == nullptr) {
        return ErrorCode::not_found;
    }
    OneInstitutionView view;
    view.institution_id = id;
    set_window(view, window);
    std::vector<HostDeed> all;
    std::int64_t bookings = 0;
    for (const auto& platform : catalogue.platforms()) {
        if (platform.institution_id != id || view.platforms.size() == places_max) {
            continue;
        }
        const auto past = past_of(database, platform.id, window);
        auto& own = view.platforms.emplace_back();
        own.platform_id = platform.id;
        fill(own, past.deeds, past.all_bookings());
        bookings += own.bookings;
        all.insert(all.end(), past.deeds.begin(), past.deeds.end());
    }
    fill(view, all, bookings);
    return Answer{200, json::to_text(view, call.style)};
}

namespace {
template <class View>
Shape record_shape() {
    return {json::schema<View>(), {}, {{"days", R"({"type":"integer","minimum":1,"maximum":366})"}}};
}
}  // namespace

Shape institution_record_shape() {
    return record_shape<OneInstitutionView>();
}

Shape platform_record_shape() {
    return record_shape<OnePlatformView>();
}

Shape instrument_record_shape() {
    return record_shape<OneInstrumentView>();
}

}  // namespace server
