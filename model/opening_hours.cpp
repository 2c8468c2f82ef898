#include "model/opening_hours.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "model/text.hpp"

namespace model {

namespace {
constexpr std::array<std::string_view, 7> day_names{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
constexpr std::size_t max_text_bytes = 2000;
constexpr int day_minutes = 24 * 60;

// A hand-written reader: position-accurate messages are worth more here than a grammar library.
class Reader {
  public:
    explicit Reader(std::string_view text) : text_(text) {}

    void skip_spaces() {
        while (at_ < text_.size() && text_[at_] == ' ') {
            ++at_;
        }
    }
    bool take(char c) {
        if (at_ < text_.size() && text_[at_] == c) {
            ++at_;
            return true;
        }
        return false;
    }
    [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
    [[nodiscard]] std::size_t position() const { return at_; }

    bool day(int& weekday) {
        for (std::size_t i = 0; i < day_names.size(); ++i) {
            if (text_.substr(at_, 3) == day_names[i]) {
                at_ += 3;
                weekday = static_cast<int>(i);
                return true;
            }
        }
        return false;
    }
    bool minute_of_day(int& minute) {
        const auto digit = [&](std::size_t i) { return i < text_.size() && text_[i] >= '0' && text_[i] <= '9'; };
        if (!digit(at_) || !digit(at_ + 1) || at_ + 2 >= text_.size() || text_[at_ + 2] != ':' || !digit(at_ + 3) ||
            !digit(at_ + 4)) {
            return false;
        }
        const int hour = (text_[at_] - '0') * 10 + (text_[at_ + 1] - '0');
        const int part = (text_[at_ + 3] - '0') * 10 + (text_[at_ + 4] - '0');
        minute = hour * 60 + part;
        if (part > 59 || minute > day_minutes) {
            return false;
        }
        at_ += 5;
        return true;
    }

  private:
    std::string_view text_;
    std::size_t at_ = 0;
};

Error bad_hours(std::string_view text, std::size_t at, const char* zh, const char* en) {
    const auto place = shortened(text.substr(std::min(at, text.size())), 20);
    return invalid_field("", "bad_opening_hours",
                         {fmt::format("开放时间有误：{}（在“{}”处）", zh, place),
                          fmt::format("opening hours: {} (at \"{}\")", en, place)});
}
}  // namespace

OpeningHours::OpeningHours() : text_("Mon-Sun 00:00-24:00"), always_(true) {
    for (int day = 0; day < 7; ++day) {
        windows_.push_back({day, 0, day_minutes});
    }
}

Result<OpeningHours> OpeningHours::parse(std::string_view text) {
    if (text.size() > max_text_bytes) {
        return bad_hours(text.substr(0, 20), 0, "文字过长", "the text is too long");
    }
    OpeningHours hours;
    hours.text_ = text;
    hours.windows_.clear();
    hours.always_ = false;
    Reader reader(text);
    do {
        reader.skip_spaces();
        int first = 0;
        if (!reader.day(first)) {
            return bad_hours(text, reader.position(), "应为 Mon 至 Sun", "a day Mon to Sun is expected");
        }
        int last = first;
        if (reader.take('-') && !reader.day(last)) {
            return bad_hours(text, reader.position(), "应为 Mon 至 Sun", "a day Mon to Sun is expected");
        }
        if (!reader.take(' ')) {
            return bad_hours(text, reader.position(), "星期之后应有空格和时间",
                             "a space and times must follow the day");
        }
        do {
            reader.skip_spaces();
            const auto start_of_window = reader.position();
            int from = 0;
            int to = 0;
            if (!reader.minute_of_day(from) || !reader.take('-') || !reader.minute_of_day(to)) {
                return bad_hours(text, reader.position(), "应为 HH:MM-HH:MM，最晚 24:00",
                                 "HH:MM-HH:MM is expected, 24:00 at the latest");
            }
            if (to <= from) {
                return bad_hours(text, start_of_window, "结束须晚于开始", "a window must end after it starts");
            }
            const int days = (last - first + 7) % 7 + 1;
            for (int i = 0; i < days; ++i) {
                const Window window{(first + i) % 7, from, to};
                const bool clash = std::ranges::any_of(hours.windows_, [&](const Window& w) {
                    return w.weekday == window.weekday && w.from < window.to && window.from < w.to;
                });
                if (clash) {
                    return bad_hours(text, start_of_window, "同一天的时段重叠", "windows of one day overlap");
                }
                hours.windows_.push_back(window);
            }
        } while (reader.take(','));
        reader.skip_spaces();
    } while (reader.take(';'));
    if (!reader.at_end()) {
        return bad_hours(text, reader.position(), "多余的文字", "unexpected text");
    }
    std::ranges::sort(hours.windows_);
    hours.always_ = hours.weekly_minutes() == 7 * day_minutes;
    return hours;
}

int OpeningHours::weekly_minutes() const {
    int sum = 0;
    for (const auto& w : windows_) {
        sum += w.to - w.from;
    }
    return sum;
}

IntervalSet OpeningHours::open_in(Interval range, const TimeZone& zone) const {
    if (always_ && !range.empty()) {
        return {range};
    }
    return open_in(range, zone, [](LocalDay day) { return weekday_of(day); });
}

IntervalSet OpeningHours::open_in(Interval range, const TimeZone& zone, const HoursOf& hours_of) const {
    if (range.empty()) {
        return {};
    }
    IntervalSet open;
    const LocalDay last_day = zone.to_local(range.end).day;
    for (LocalDay day = zone.to_local(range.start).day; day <= last_day; ++day) {
        const auto weekday = hours_of(day);
        for (const auto& w : windows_) {
            if (w.weekday != weekday) {
                continue;
            }
            const Interval piece =
                Interval{zone.to_instant(day, w.from), zone.to_instant(day, w.to)}.intersection(range);
            if (piece.empty()) {
                continue;
            }
            if (!open.empty() && open.back().end >= piece.start) {
                open.back().end = std::max(open.back().end, piece.end);
            } else {
                open.push_back(piece);
            }
        }
    }
    return open;
}

}  // namespace model
