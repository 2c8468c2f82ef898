// Searching the catalogue and finding free time across it, all in memory.

#include <algorithm>

#include <fmt/format.h>

#include "scheduler/availability.hpp"
#include "scheduler/pricing.hpp"
#include "server/api/facets.hpp"
#include "server/api/filter_input.hpp"
#include "server/api/handlers.hpp"
#include "server/api/shape.hpp"
#include "server/api/views.hpp"
#include "server/json/read.hpp"

namespace server {

using namespace model;

namespace {
/// "Next free slot" on cards looks this far.
constexpr std::chrono::days next_free_reach{30};

struct AvailabilityInput {
    std::optional<FilterInput> filter;
    Bounded<1, 527'040> duration_minutes;
    Instant from{};
    Instant to{};
    std::optional<Bounded<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(AvailabilityInput, (), (filter, duration_minutes, from, to, limit))

struct SlotView {
    InstrumentId instrument_id;
    Instant start{};
    Instant end{};
    std::optional<Money> total_fen;  ///< none where the instrument has no price
};
BOOST_DESCRIBE_STRUCT(SlotView, (), (instrument_id, start, end, total_fen))

struct AvailabilityView {
    std::vector<SlotView> items;
};
BOOST_DESCRIBE_STRUCT(AvailabilityView, (), (items))

struct FreeWish {
    Interval range;
    minutes duration{0};
};

Result<std::optional<bool>> flag_parameter(const Call& call, std::string_view name) {
    const auto& text = call.query(name);
    if (text.empty()) {
        return std::optional<bool>();
    }
    if (text == "true" || text == "yes" || text == "1") {
        return std::optional(true);
    }
    if (text == "false" || text == "no" || text == "0") {
        return std::optional(false);
    }
    return Error(ErrorCode::malformed_request)
        .with_field({std::string(name), "not_a_flag", {"应为 true 或 false", "must be true or false"}});
}

Result<SearchQuery> search_query(const Call& call) {
    SearchQuery query;
    query.q = call.query("q");
    if (count_code_points(query.q) > max_search_code_points) {
        return Error(ErrorCode::malformed_request)
            .with_field({"q", "bad_length", {"最多 100 个字", "at most 100 characters"}});
    }
    query.categories = list_parameter(call, "category");
    query.domains = list_parameter(call, "domain");
    query.institutions = list_parameter(call, "institution");
    query.platforms = list_parameter(call, "platform");
    query.statuses = list_parameter(call, "status");
    for (const auto& status : query.statuses) {
        if (!json::enum_value<InstrumentStatus>(status)) {
            return Error(ErrorCode::malformed_request)
                .with_field({"status", "unknown_value", {"未知的状态", "unknown status"}});
        }
    }
    TRY(query.sample_service, flag_parameter(call, "sample_service"));
    TRY(query.requires_training, flag_parameter(call, "requires_training"));
    TRY(query.max_hourly_fen, number_parameter(call, "max_hourly_fen", 0, max_fen));
    return query;
}

Result<std::optional<FreeWish>> free_wish(const Call& call) {
    TRY(const auto from, instant_parameter(call, "free_from"));
    TRY(const auto until, instant_parameter(call, "free_until"));
    TRY(const auto length, number_parameter(call, "free_minutes", 1, 527'040));
    if (!from && !until && !length) {
        return std::optional<FreeWish>();
    }
    FreeWish wish;
    wish.range.start = std::max(from.value_or(call.now), call.now);
    wish.range.end = until.value_or(wish.range.start + next_free_reach);
    wish.duration = minutes{length.value_or(60)};
    return std::optional(wish);
}

std::optional<Interval> first_slot(const Call& call, std::uint32_t ordinal, const FreeWish& wish) {
    const auto& record = *call.snapshot->catalogue->instruments()[ordinal];
    if (record.instrument.status != InstrumentStatus::available) {
        return std::nullopt;
    }
    scheduler::SlotSearch search;
    search.duration = wish.duration;
    search.from = wish.range.start;
    search.to = wish.range.end;
    search.now = call.now;
    return scheduler::earliest_slot(record.policy->policy, call.snapshot->calendar.at(ordinal), search);
}

/// The shortest bookable slot, for the card of an instrument.
std::optional<Interval> next_free(const Call& call, std::uint32_t ordinal) {
    const auto& policy = call.snapshot->catalogue->instruments()[ordinal]->policy->policy;
    const auto grid = policy.grid_minutes.value;
    const auto shortest = (policy.min_minutes.value + grid - 1) / grid * grid;
    return first_slot(call, ordinal, {{call.now, call.now + next_free_reach}, minutes{shortest}});
}

void append_facet(std::string& out, std::string_view name, const std::vector<Facet>& facets, auto&& more) {
    fmt::format_to(std::back_inserter(out), "{}\"{}\":[", out.ends_with('{') ? "" : ",", name);
    bool first = true;
    for (const auto& facet : facets) {
        out += first ? "{\"value\":" : ",{\"value\":";
        first = false;
        json::append_string(out, facet.value);
        more(facet);
        fmt::format_to(std::back_inserter(out), ",\"count\":{}}}", facet.count);
    }
    out += ']';
}

void append_category_facet(std::string& out, const Catalogue& catalogue, const Facets& facets) {
    out += "\"category\":[";
    bool first = true;
    for (const auto& facet : facets.category) {
        const auto known = std::ranges::find_if(catalogue.categories(), [&](const Category& c) {
            return c.code.value == facet.code && c.level == facet.level;
        });
        out += first ? "{\"value\":" : ",{\"value\":";
        first = false;
        json::append_string(out, facet.code);
        fmt::format_to(std::back_inserter(out), ",\"level\":{},\"parent\":", facet.level);
        json::append_string(out, known != catalogue.categories().end() ? known->parent_code.value : "");
        out += ",\"name_zh\":";
        json::append_string(out, known != catalogue.categories().end() ? known->name_zh : facet.code);
        fmt::format_to(std::back_inserter(out), ",\"count\":{}}}", facet.count);
    }
    out += ']';
}

std::string facets_text(const Call& call, const Facets& facets) {
    const auto& catalogue = *call.snapshot->catalogue;
    std::string out = "{";
    append_category_facet(out, catalogue, facets);
    const auto plain = [](const Facet&) {};
    append_facet(out, "domain", facets.domain, plain);
    append_facet(out, "institution", facets.institution, [&](const Facet& f) {
        if (const auto* institution = catalogue.institution(InstitutionId{f.value})) {
            out += ",\"name_zh\":";
            json::append_string(out, institution->name_zh);
            out += ",\"name_en\":";
            json::append_string(out, institution->name_en);
        }
    });
    append_facet(out, "platform", facets.platform, [&](const Facet& f) {
        if (const auto* platform = catalogue.platform(PlatformId{f.value})) {
            out += ",\"name_zh\":";
            json::append_string(out, platform->name_zh);
            out += ",\"name_en\":";
            json::append_string(out, platform->name_en);
            out += ",\"institution_id\":";
            json::append_string(out, platform->institution_id.value);
        }
    });
    append_facet(out, "price", facets.price, [&](const Facet& f) {
        const auto dash = f.value.find('-');
        const auto high = f.value.substr(dash + 1);
        fmt::format_to(std::back_inserter(out), ",\"min_fen\":{},\"max_fen\":{}", f.value.substr(0, dash),
                       high.empty() ? "null" : high);
    });
    append_facet(out, "sample_service", facets.sample_service, plain);
    append_facet(out, "requires_training", facets.requires_training, plain);
    append_facet(out, "status", facets.status, plain);
    out += '}';
    return out;
}

Result<SearchSort> search_sort(const std::string& text) {
    if (text.empty() || text == "relevance" || text == "free") {
        return SearchSort::relevance;
    }
    if (text == "price") {
        return SearchSort::price;
    }
    if (text == "-price") {
        return SearchSort::price_descending;
    }
    if (text == "name") {
        return SearchSort::name;
    }
    return Error(ErrorCode::malformed_request)
        .with_field({"sort",
                     "unknown_value",
                     {"可用的值：relevance, price, -price, free, name",
                      "the possible values are relevance, price, -price, free, name"}});
}
}  // namespace

Result<Answer> list_instruments(const Call& call) {
    TRY(const auto page, page_of(call));
    TRY(const auto query, search_query(call));
    TRY(const auto wish, free_wish(call));
    const auto& sort_text = call.query("sort");
    TRY(const auto sort, search_sort(sort_text));
    const auto& catalogue = *call.snapshot->catalogue;
    const auto count = catalogue.instruments().size();

    std::vector<std::optional<Interval>> slots;
    std::vector<bool> free;
    if (wish) {
        slots.resize(count);
        free.resize(count);
        for (std::uint32_t i = 0; i < count; ++i) {
            slots[i] = first_slot(call, i, *wish);
            free[i] = slots[i].has_value();
        }
    }
    auto found = catalogue.search().search(query, sort, wish ? &free : nullptr);
    auto& matches = found.matches;
    if (sort_text == "free") {
        slots.resize(count);
        for (const auto i : matches) {
            slots[i] = slots[i] ? slots[i] : next_free(call, i);
        }
        std::ranges::sort(matches, {},
                          [&](std::uint32_t i) { return std::pair(slots[i] ? slots[i]->start : latest_instant, i); });
    }
    std::vector<std::string> items;
    const auto first = std::min(static_cast<std::size_t>(page.offset), matches.size());
    const auto last = std::min(first + page.limit, matches.size());
    for (auto k = first; k < last; ++k) {
        const auto i = matches[k];
        const auto slot = wish ? slots[i] : next_free(call, i);
        std::string extra = ",\"next_free\":";
        json::write(extra, slot, call.style);
        items.push_back(instrument_json(call, *catalogue.instruments()[i], extra));
    }
    return Answer{200, list_text(items, page, static_cast<std::int64_t>(matches.size()),
                                 ",\"facets\":" + facets_text(call, found.facets))};
}

namespace {
struct Found {
    Interval slot;
    std::uint32_t ordinal;
    bool operator<(const Found& other) const {
        return slot.start != other.slot.start ? slot.start < other.slot.start : ordinal < other.ordinal;
    }
};

/// The records lie all over the memory: a question over many asks for those that come soon.
void prefetch(const scheduler::InstrumentRecord& record) {
    __builtin_prefetch(&record.instrument.status);
    __builtin_prefetch(&record.policy);
}

/// The earliest `limit` slots over the candidates, which are in the order of their ordinals; a full list narrows the
/// range for those that follow to slots that start before its last.
std::vector<Found> earliest_over(const Call& call, FreeWish wish, std::size_t limit,
                                 const std::vector<std::uint32_t>* matches) {
    const auto count = matches != nullptr ? matches->size() : call.snapshot->catalogue->instruments().size();
    const auto ordinal_of = [&](std::size_t k) {
        return matches != nullptr ? (*matches)[k] : static_cast<std::uint32_t>(k);
    };
    constexpr std::size_t records_ahead = 12;
    std::vector<Found> best;
    for (std::size_t k = 0; k < count; ++k) {
        if (k + records_ahead < count) {
            prefetch(*call.snapshot->catalogue->instruments()[ordinal_of(k + records_ahead)]);
        }
        const auto ordinal = ordinal_of(k);
        const auto slot = first_slot(call, ordinal, wish);
        if (!slot) {
            continue;
        }
        const Found found{*slot, ordinal};
        if (best.size() == limit && !(found < best.back())) {
            continue;
        }
        best.insert(std::ranges::upper_bound(best, found, [](const Found& a, const Found& b) { return a < b; }), found);
        if (best.size() > limit) {
            best.pop_back();
        }
        if (best.size() == limit) {
            wish.range.end = std::min(wish.range.end, best.back().slot.end - seconds{1});
        }
    }
    return best;
}
}  // namespace

Result<Answer> find_availability(const Call& call) {
    TRY(const auto body, json_body(call));
    TRY(const auto input, json::from_text<AvailabilityInput>(body));
    if (input.to <= input.from) {
        return field_error("to", "end_before_start", "结束须晚于开始", "the end must lie after the start");
    }
    const FreeWish wish{{std::max(input.from, call.now), input.to}, minutes{input.duration_minutes.value}};
    const auto limit = static_cast<std::size_t>(input.limit.value_or(20));
    std::vector<std::uint32_t> matches;
    const std::vector<std::uint32_t>* only = nullptr;
    if (input.filter) {
        matches = call.snapshot->catalogue->search().find(query_of(*input.filter), SearchSort::relevance);
        std::ranges::sort(matches);
        only = &matches;
    }
    AvailabilityView view;
    for (const auto& found : earliest_over(call, wish, limit, only)) {
        const auto& record = *call.snapshot->catalogue->instruments()[found.ordinal];
        const scheduler::BookingRequest request{record.instrument.id, found.slot, {}, 0, 0, std::nullopt};
        const auto quoted = scheduler::quote(record, *record.rates, payer_for(call, record), request, call.now);
        view.items.push_back({record.instrument.id, found.slot.start, found.slot.end,
                              quoted ? std::optional(quoted->price.total) : std::nullopt});
    }
    return Answer{200, json::to_text(view, call.style)};
}

Shape instruments_shape() {
    auto item = with_member(instrument_shape().answer, "next_free", json::schema<std::optional<Interval>>());
    return {with_member(list_schema_of(item), "facets", json::schema<FacetsView>()),
            {},
            paged({{"q"},
                   {"category"},
                   {"domain"},
                   {"institution"},
                   {"platform"},
                   {"status"},
                   {"sample_service", boolean_schema},
                   {"requires_training", boolean_schema},
                   {"max_hourly_fen", natural_schema},
                   {"free_from", instant_schema},
                   {"free_until", instant_schema},
                   {"free_minutes", natural_schema},
                   {"sort", R"({"type":"string","enum":["relevance","price","-price","free","name"]})"}})};
}

Shape availability_shape() {
    return {json::schema<AvailabilityView>(), json::schema<AvailabilityInput>()};
}

}  // namespace server
