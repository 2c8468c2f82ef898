#include "server/json/write.hpp"

#include <array>

namespace server::json {

namespace {
constexpr std::array<std::string_view, 7> day_names{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

std::optional<int> day_number(std::string_view name) {
    for (std::size_t i = 0; i < day_names.size(); ++i) {
        if (day_names[i] == name) {
            return static_cast<int>(i);
        }
    }
    return std::nullopt;
}
}  // namespace

void append_string(std::string& out, std::string_view text) {
    out += '"';
    std::size_t written = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\') {
            continue;
        }
        out.append(text, written, i - written);
        written = i + 1;
        switch (c) {
            case '"':
                out += "\\\"";
                break;
            case '\\':
                out += "\\\\";
                break;
            case '\n':
                out += "\\n";
                break;
            case '\r':
                out += "\\r";
                break;
            case '\t':
                out += "\\t";
                break;
            default:
                fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<int>(c));
        }
    }
    out.append(text, written).append("\"");
}

std::string days_text(model::DaySet days) {
    std::string text;
    for (int day = 0; day < 7; ++day) {
        if (!days.has(day)) {
            continue;
        }
        int last = day;
        while (last < 6 && days.has(last + 1)) {
            ++last;
        }
        text += text.empty() ? "" : ",";
        text += day_names[static_cast<std::size_t>(day)];
        if (last > day) {
            text += last > day + 1 ? "-" : ",";
            text += day_names[static_cast<std::size_t>(last)];
        }
        day = last;
    }
    return text;
}

std::optional<model::DaySet> parse_days(std::string_view text) {
    model::DaySet days{0};
    while (true) {
        const auto comma = text.find(',');
        auto part = text.substr(0, comma);
        while (part.starts_with(' ')) {
            part.remove_prefix(1);
        }
        const auto first = day_number(part.substr(0, 3));
        const auto last = part.size() == 7 && part[3] == '-' ? day_number(part.substr(4))
                          : part.size() == 3                 ? first
                                                             : std::nullopt;
        if (!first || !last) {
            return std::nullopt;
        }
        for (int i = 0; i <= (*last - *first + 7) % 7; ++i) {
            days.mask = static_cast<std::uint8_t>(days.mask | (1U << ((*first + i) % 7)));
        }
        if (comma == std::string_view::npos) {
            return days;
        }
        text.remove_prefix(comma + 1);
    }
}

std::string minute_text(model::MinuteOfDay minute) {
    return fmt::format("{:02}:{:02}", minute.minute / 60, minute.minute % 60);
}

std::optional<model::MinuteOfDay> parse_minute(std::string_view text) {
    const auto digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; };
    if (text.size() != 5 || text[2] != ':' || !digit(0) || !digit(1) || !digit(3) || !digit(4)) {
        return std::nullopt;
    }
    const int hour = (text[0] - '0') * 10 + (text[1] - '0');
    const int minute = (text[3] - '0') * 10 + (text[4] - '0');
    if (minute > 59 || hour * 60 + minute > 1440) {
        return std::nullopt;
    }
    return model::MinuteOfDay{hour * 60 + minute};
}

}  // namespace server::json
