// instruments.csv: a description, the booking rules and two prices in 21 columns.

#include "server/inventory/import_rows.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

#include <fmt/format.h>

namespace server {

namespace {
enum Column : std::size_t {
    id,
    platform_id,
    name_zh,
    name_en,
    model_name,
    manufacturer,
    category_code,
    category_names,
    service_domains,
    key_specs,
    original_value_cny,
    commissioned_year,
    location,
    external_price,
    academic_price,
    price_per_sample,
    min_booking_minutes,
    max_booking_minutes,
    requires_training,
    sample_service,
    opening_hours
};

constexpr std::array<std::string_view, 21> columns{"id",
                                                   "platform_id",
                                                   "name_zh",
                                                   "name_en",
                                                   "model",
                                                   "manufacturer",
                                                   "category_code",
                                                   "category_names",
                                                   "service_domains",
                                                   "key_specs",
                                                   "original_value_cny",
                                                   "commissioned_year",
                                                   "location",
                                                   "external_price_fen_per_hour",
                                                   "academic_price_fen_per_hour",
                                                   "price_fen_per_sample",
                                                   "min_booking_minutes",
                                                   "max_booking_minutes",
                                                   "requires_training",
                                                   "sample_service",
                                                   "opening_hours"};

constexpr std::size_t max_model_length = 100;
constexpr std::size_t max_specs_length = 2000;
constexpr std::int64_t max_value_cny = 1'000'000'000'000;
constexpr int earliest_year = 1900;
constexpr std::int64_t usual_grid_minutes = 15;
using BookingMinutes = decltype(model::Policy::min_minutes);

void read_platform_reference(ImportRun& run, model::Instrument& instrument) {
    auto value = run.row.text(platform_id, {.max = max_id_length, .required = true});
    if (!value) {
        return;
    }
    const auto& answer = run.lookup.find(ImportKind::platforms, *value);
    if (!answer.found) {
        const auto hint = did_you_mean(answer.near);
        run.row.error(platform_id, "unknown_platform",
                      {fmt::format("没有编号为“{}”的平台{}", *value, hint.zh),
                       fmt::format("there is no platform \"{}\"{}", *value, hint.en)});
    }
    instrument.platform_id = model::PlatformId(*std::move(value));
}

// "a/b/b" and "a/b" name the same category: a level that only repeats the one above is often left
// out.
std::string without_repeats(std::string_view names) {
    std::string out;
    std::string_view last;
    for (std::size_t at = 0; at <= names.size();) {
        const auto end = std::min(names.find('/', at), names.size());
        const auto name = names.substr(at, end - at);
        if (at == 0 || name != last) {
            out += at == 0 ? "" : "/";
            out += name;
        }
        last = name;
        at = end + 1;
    }
    return out;
}

// The code decides: where the names in the file contradict it, the register's names are kept.
void read_category(ImportRun& run, model::Instrument& instrument) {
    auto code = run.row.text(category_code, {.max = max_id_length, .required = true});
    const auto names = run.row.text(category_names, {.max = max_name_length});
    if (!code) {
        return;
    }
    const auto& answer = run.lookup.find(ImportKind::categories, *code);
    if (!answer.found) {
        const auto hint = did_you_mean(answer.near);
        run.row.error(category_code, "unknown_category",
                      {fmt::format("没有代码为“{}”的类别{}", *code, hint.zh),
                       fmt::format("there is no category \"{}\"{}", *code, hint.en)});
    } else if (names && !names->empty() && without_repeats(*names) != without_repeats(answer.names)) {
        run.row.warning(category_names, "category_names_differ",
                        {fmt::format("与类别代码 {} 的名称“{}”不一致，以代码为准", *code, answer.names),
                         fmt::format("the category {} is \"{}\"; the code decides", *code, answer.names)});
    }
    instrument.category_zh = without_repeats(answer.names);
    instrument.category_code = model::CategoryCode(*std::move(code));
}

void read_year(ImportRun& run, model::Instrument& instrument) {
    const auto year = run.row.integer(commissioned_year, {.least = 0, .most = 1'000'000'000});
    if (!year) {
        return;
    }
    if (*year > run.current_year) {
        run.row.error(commissioned_year, "year_in_future",
                      {fmt::format("{} 年在将来（今年是 {} 年）", *year, run.current_year),
                       fmt::format("the year {} lies in the future (this is {})", *year, run.current_year)});
    } else if (*year < earliest_year) {
        run.row.error(commissioned_year, "year_too_early",
                      {fmt::format("年份不能早于 {} 年", earliest_year),
                       fmt::format("the year must not be before {}", earliest_year)});
    }
    instrument.commissioned_year = static_cast<int>(*year);
}

void read_prices(ImportRun& run, model::Rates& rates) {
    const IntegerRule price{.least = 0, .most = model::max_fen, .unit = {"（单位：分）", " (in fen, 1/100 yuan)"}};
    auto optional_price = price;
    optional_price.required = false;
    const auto external = run.row.integer(external_price, price);
    const auto academic = run.row.integer(academic_price, price);
    const model::Money per_sample(run.row.integer(price_per_sample, optional_price).value_or(0));
    if (external && academic && *academic > *external) {
        run.row.warning(academic_price, "academic_above_external",
                        {fmt::format("学术价 {} 高于对外价 {}，请核对", *academic, *external),
                         fmt::format("the academic price {} is above the external price {}", *academic, *external)});
    }
    model::RateCard enterprise_card;
    enterprise_card.hourly_fen = model::Money(external.value_or(0));
    enterprise_card.per_sample_fen = per_sample;
    model::RateCard academic_card;
    academic_card.price_class = model::PriceClass::academic;
    academic_card.hourly_fen = model::Money(academic.value_or(0));
    academic_card.per_sample_fen = per_sample;
    rates = {std::move(enterprise_card), std::move(academic_card)};
}

void read_booking_minutes(ImportRun& run, model::Policy& policy) {
    const IntegerRule rule{
        .least = BookingMinutes::lowest, .most = BookingMinutes::highest, .unit = {"（单位：分钟）", " (in minutes)"}};
    const auto least = run.row.integer(min_booking_minutes, rule);
    const auto most = run.row.integer(max_booking_minutes, rule);
    if (!least || !most) {
        return;
    }
    if (*least > *most) {
        run.row.error(min_booking_minutes, "min_longer_than_max",
                      {fmt::format("最短时长 {} 分钟大于最长时长 {} 分钟", *least, *most),
                       fmt::format("the minimum of {} minutes is longer than the maximum of {}", *least, *most)});
    }
    policy.min_minutes = *least;
    policy.max_minutes = *most;
    policy.grid_minutes = std::gcd(usual_grid_minutes, *least);
}

void read_opening_hours(ImportRun& run, model::Policy& policy) {
    const auto text = run.row.text(opening_hours, {.max = max_specs_length, .required = true});
    if (!text) {
        return;
    }
    auto hours = model::OpeningHours::parse(*text);
    if (hours) {
        policy.opening_hours = *std::move(hours);
        return;
    }
    model::Sentence reason;
    for (const auto& field : hours.error().fields()) {
        reason = field.message;
    }
    run.row.error(opening_hours, "bad_opening_hours",
                  {fmt::format("{}；写法如 Mon-Fri 08:30-17:30; Sat 09:00-12:00,13:00-17:00", reason.zh),
                   fmt::format("{}; write it like Mon-Fri 08:30-17:30; Sat 09:00-12:00,13:00-17:00", reason.en)});
}

void read_instrument(ImportRun& run) {
    auto& row = run.row;
    InstrumentRow out;
    auto& instrument = out.instrument;
    if (auto value = row.id(id)) {
        check_unique(run, id, *value, [&] { return run.target.has_instrument(*value); });
        instrument.id = model::InstrumentId(*std::move(value));
    }
    read_platform_reference(run, instrument);
    instrument.name_zh = row.text(name_zh, {.required = true}).value_or("");
    instrument.name_en = row.text(name_en, {}).value_or("");
    instrument.model = row.text(model_name, {.max = max_model_length}).value_or("");
    instrument.manufacturer = row.text(manufacturer, {.max = max_model_length}).value_or("");
    read_category(run, instrument);
    instrument.domains = row.list(service_domains);
    instrument.specs = row.text(key_specs, {.max = max_specs_length, .many_lines = true}).value_or("");
    instrument.original_value_cny =
        row.integer(original_value_cny, {.most = max_value_cny, .unit = {"（单位：元）", " (in yuan)"}}).value_or(0);
    read_year(run, instrument);
    instrument.location = row.text(location, {}).value_or("");
    read_prices(run, out.rates);
    read_booking_minutes(run, out.policy);
    out.policy.requires_training = row.yes_no(requires_training).value_or(false);
    instrument.sample_service = row.yes_no(sample_service).value_or(false);
    read_opening_hours(run, out.policy);
    if (run.may_add && row.good()) {
        run.target.add(out);
    }
}
}  // namespace

ImportRules instrument_rules() {
    return {columns, read_instrument};
}

}  // namespace server
