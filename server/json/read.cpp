#include "server/json/read.hpp"

#include <charconv>
#include <set>
#include <stdexcept>

namespace server::json {

using model::ErrorCode;
using model::Sentence;

namespace {
constexpr std::size_t findings_max = 50;

struct Refused : std::exception {};

/// Watches the parse for what the library lets pass: repeated members and deep nesting.
class Watch {
  public:
    bool operator()(int depth, nlohmann::json::parse_event_t event, nlohmann::json& parsed) {
        if (static_cast<std::size_t>(depth) > max_depth) {
            throw Refused();
        }
        if (event == nlohmann::json::parse_event_t::object_start) {
            names_.emplace_back();
        } else if (event == nlohmann::json::parse_event_t::object_end) {
            names_.pop_back();
        } else if (event == nlohmann::json::parse_event_t::key &&
                   !names_.back().insert(parsed.get_ref<const std::string&>()).second) {
            throw Refused();
        }
        return true;
    }

  private:
    std::vector<std::set<std::string>> names_;
};

template <class T>
void take_parsed(const nlohmann::json& in, T& out, Findings& findings, const std::string& path, auto parse,
                 bool is_shape) {
    if (!in.is_string()) {
        report_wrong_type(findings, path, "string");
        return;
    }
    auto parsed = parse(in.get_ref<const std::string&>());
    if (parsed) {
        out = *std::move(parsed);
        return;
    }
    const auto& field = parsed.error().fields().front();
    if (is_shape && field.code != "out_of_range") {
        findings.shape(path, field.code, field.message);
    } else {
        findings.value(path, field.code, field.message);
    }
}
}  // namespace

void Findings::add(std::string path, std::string code, Sentence message) {
    if (fields_.size() < findings_max) {
        fields_.push_back({std::move(path), std::move(code), std::move(message)});
    }
}

void Findings::shape(std::string path, std::string code, Sentence message) {
    shape_ = true;
    add(std::move(path), std::move(code), std::move(message));
}

void Findings::value(std::string path, std::string code, Sentence message) {
    add(std::move(path), std::move(code), std::move(message));
}

model::Error Findings::error() const {
    model::Error error(shape_ ? ErrorCode::malformed_request : ErrorCode::invalid_field);
    for (const auto& field : fields_) {
        error.with_field(field);
    }
    return error;
}

model::Result<nlohmann::json> parse_document(std::string_view text) {
    try {
        Watch watch;
        return nlohmann::json::parse(text, [&watch](int depth, nlohmann::json::parse_event_t event,
                                                    nlohmann::json& parsed) { return watch(depth, event, parsed); });
    } catch (const nlohmann::json::exception&) {
        return model::Error(ErrorCode::malformed_request, {"内容不是有效的 JSON", "the body is not valid JSON"});
    } catch (const Refused&) {
        return model::Error(ErrorCode::malformed_request,
                            {"JSON 嵌套过深或有重复的成员", "the JSON is nested too deep or repeats a member"});
    }
}

void report_wrong_type(Findings& findings, const std::string& path, const char* expected) {
    findings.shape(path, "wrong_type",
                   {fmt::format("类型应为 {}", expected), fmt::format("the type must be {}", expected)});
}

void report_range(Findings& findings, const std::string& path, std::int64_t low, std::int64_t high) {
    findings.value(path, "out_of_range",
                   {fmt::format("须在 {} 至 {} 之间", low, high), fmt::format("must be between {} and {}", low, high)});
}

bool read_integer(const nlohmann::json& in, std::int64_t low, std::int64_t high, std::int64_t& out, Findings& findings,
                  const std::string& path) {
    if (!in.is_number_integer()) {
        report_wrong_type(findings, path, "integer");
        return false;
    }
    const bool fits = !in.is_number_unsigned() || in.get<std::uint64_t>() <= static_cast<std::uint64_t>(INT64_MAX);
    const auto value = fits ? in.get<std::int64_t>() : 0;
    if (!fits || value < low || value > high) {
        report_range(findings, path, low, high);
        return false;
    }
    out = value;
    return true;
}

bool read_text(const nlohmann::json& in, std::size_t min, std::size_t max, std::string& out, Findings& findings,
               const std::string& path) {
    if (!in.is_string()) {
        report_wrong_type(findings, path, "string");
        return false;
    }
    const auto& text = in.get_ref<const std::string&>();
    const auto length = model::count_code_points(text);
    if (length < min || length > max) {
        findings.value(path, "bad_length",
                       {fmt::format("长度须为 {} 至 {} 个字", min, max),
                        fmt::format("the length must be {} to {} characters", min, max)});
        return false;
    }
    for (std::size_t at = 0; at < text.size();) {
        const auto c = model::next_code_point(text, at);
        if (c < 0x20 && c != U'\n' && c != U'\t' && c != U'\r') {
            findings.value(path, "control_character", {"含有控制字符", "it contains a control character"});
            return false;
        }
    }
    out = text;
    return true;
}

void read_days(const nlohmann::json& in, model::DaySet& out, Findings& findings, const std::string& path) {
    std::optional<model::DaySet> days;
    if (in.is_string()) {
        days = parse_days(in.get_ref<const std::string&>());
    } else if (in.is_array() && !in.empty() && in.size() <= 7) {
        days = model::DaySet{0};
        for (const auto& item : in) {
            const auto one = item.is_string() ? parse_days(item.get_ref<const std::string&>()) : std::nullopt;
            if (!one) {
                days.reset();
                break;
            }
            days->mask = static_cast<std::uint8_t>(days->mask | one->mask);
        }
    }
    if (!days) {
        findings.value(path, "bad_days",
                       {"应为如 Mon-Fri 或 [\"Sat\",\"Sun\"]", "days look like Mon-Fri or [\"Sat\",\"Sun\"]"});
        return;
    }
    out = *days;
}

void read_converted(const nlohmann::json& in, model::Instant& out, Findings& findings, const std::string& path) {
    take_parsed(in, out, findings, path, [](const std::string& text) { return model::parse_instant(text); }, true);
}

void read_converted(const nlohmann::json& in, model::Date& out, Findings& findings, const std::string& path) {
    take_parsed(in, out, findings, path, [](const std::string& text) { return model::parse_date(text); }, true);
}

void read_converted(const nlohmann::json& in, model::OpeningHours& out, Findings& findings, const std::string& path) {
    take_parsed(
        in, out, findings, path, [](const std::string& text) { return model::OpeningHours::parse(text); }, false);
}

void read_converted(const nlohmann::json& in, model::TimeZone& out, Findings& findings, const std::string& path) {
    take_parsed(in, out, findings, path, [](const std::string& text) { return model::TimeZone::find(text); }, false);
}

void read_converted(const nlohmann::json& in, model::MinuteOfDay& out, Findings& findings, const std::string& path) {
    const auto minute = in.is_string() ? parse_minute(in.get_ref<const std::string&>()) : std::nullopt;
    if (!minute) {
        findings.value(path, "bad_time_of_day",
                       {"应为 HH:MM，最晚 24:00", "a time looks like HH:MM, 24:00 at the latest"});
        return;
    }
    out = *minute;
}

std::int64_t id_number(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, ec] = std::from_chars(text.data(), text.data() + text.size(), value);
    return ec == std::errc{} && end == text.data() + text.size() && value > 0 ? value : 0;
}

}  // namespace server::json
