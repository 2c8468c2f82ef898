// Institutions, platforms, categories and single instruments.

#include <algorithm>

#include <fmt/format.h>

#include "scheduler/pricing.hpp"
#include "server/api/handlers.hpp"
#include "server/api/shape.hpp"

namespace server {

using namespace model;

namespace {
struct PlatformView {
    PlatformId id;
    InstitutionId institution_id;
    std::string institution_name_zh;
    std::string institution_name_en;
    std::string name_zh;
    std::string name_en;
    std::vector<std::string> industry_domains;
    std::string level;
    std::string pairing_intention;
    std::string contact;
    std::int64_t instruments = 0;
};
BOOST_DESCRIBE_STRUCT(PlatformView, (),
                      (id, institution_id, institution_name_zh, institution_name_en, name_zh, name_en, industry_domains,
                       level, pairing_intention, contact, instruments))

struct InstitutionView {
    InstitutionId id;
    std::string name_zh;
    std::string name_en;
    std::string short_;
    std::int64_t platforms = 0;
    std::int64_t instruments = 0;
};
BOOST_DESCRIBE_STRUCT(InstitutionView, (), (id, name_zh, name_en, short_, platforms, instruments))

struct CategoryView {
    CategoryCode code;
    int level = 0;
    CategoryCode parent_code;
    std::string name_zh;
    std::int64_t instruments = 0;
};
BOOST_DESCRIBE_STRUCT(CategoryView, (), (code, level, parent_code, name_zh, instruments))

/// Refers to the record and the catalogue, which outlive the writing.
struct InstrumentView {
    std::string_view id;
    std::string_view code;
    std::string_view name_zh;
    std::string_view name_en;
    std::string_view model;
    std::string_view manufacturer;
    std::string_view category_code;
    std::string_view category_zh;
    std::vector<std::string_view> domains;
    std::string_view specs;
    std::string_view location;
    int commissioned_year = 0;
    std::int64_t original_value_cny = 0;
    std::string_view platform_id;
    std::string_view platform_name_zh;
    std::string_view platform_name_en;
    std::string_view institution_id;
    std::string_view institution_name_zh;
    std::string_view institution_name_en;
    std::string_view institution_short;
    InstrumentStatus status = InstrumentStatus::available;
    std::int64_t capacity = 1;
    bool requires_training = false;
    bool sample_service = false;
    std::int64_t hourly_fen = 0;
    std::optional<std::int64_t> academic_hourly_fen;
    std::int64_t per_sample_fen = 0;
    json::Raw policy;
    std::int64_t policy_version = 0;
    json::Raw rates;
    std::int64_t rates_version = 0;
    std::string etag;
};
BOOST_DESCRIBE_STRUCT(InstrumentView, (),
                      (id, code, name_zh, name_en, model, manufacturer, category_code, category_zh, domains, specs,
                       location, commissioned_year, original_value_cny, platform_id, platform_name_zh, platform_name_en,
                       institution_id, institution_name_zh, institution_name_en, institution_short, status, capacity,
                       requires_training, sample_service, hourly_fen, academic_hourly_fen, per_sample_fen, policy,
                       policy_version, rates, rates_version, etag))

PlatformView platform_view(const Catalogue& catalogue, const Platform& platform) {
    PlatformView view;
    view.id = platform.id;
    view.institution_id = platform.institution_id;
    if (const auto* institution = catalogue.institution(platform.institution_id)) {
        view.institution_name_zh = institution->name_zh;
        view.institution_name_en = institution->name_en;
    }
    view.name_zh = platform.name_zh;
    view.name_en = platform.name_en;
    view.industry_domains = platform.industry_domains;
    view.level = platform.level;
    view.pairing_intention = platform.pairing_intention;
    view.contact = platform.contact;
    for (const auto& record : catalogue.instruments()) {
        view.instruments += record->instrument.platform_id == platform.id ? 1 : 0;
    }
    return view;
}

Answer whole_list(const std::vector<std::string>& items) {
    return Answer{200, list_text(items, Page{}, static_cast<std::int64_t>(items.size()))};
}
}  // namespace

std::string instrument_etag(const scheduler::InstrumentRecord& record) {
    return fmt::format("\"p{}.r{}\"", record.policy->version, record.rates->version);
}

std::string instrument_json(const Call& call, const scheduler::InstrumentRecord& record, const std::string& extra) {
    const auto& catalogue = *call.snapshot->catalogue;
    const auto& i = record.instrument;
    InstrumentView view;
    view.id = i.id.value;
    view.code = i.id.value;
    view.name_zh = i.name_zh;
    view.name_en = i.name_en;
    view.model = i.model;
    view.manufacturer = i.manufacturer;
    view.category_code = i.category_code.value;
    view.category_zh = i.category_zh;
    view.domains.assign(i.domains.begin(), i.domains.end());
    view.specs = i.specs;
    view.location = i.location;
    view.commissioned_year = i.commissioned_year;
    view.original_value_cny = i.original_value_cny;
    view.platform_id = i.platform_id.value;
    if (const auto* platform = catalogue.platform(i.platform_id)) {
        view.platform_name_zh = platform->name_zh;
        view.platform_name_en = platform->name_en;
    }
    view.institution_id = record.institution_id.value;
    if (const auto* institution = catalogue.institution(record.institution_id)) {
        view.institution_name_zh = institution->name_zh;
        view.institution_name_en = institution->name_en;
        view.institution_short = institution->short_name;
    }
    view.status = i.status;
    view.capacity = record.policy->policy.capacity;
    view.requires_training = record.policy->policy.requires_training;
    view.sample_service = i.sample_service;
    if (const auto* card = scheduler::card_for(record.rates->rates, PriceClass::enterprise, call.now)) {
        view.hourly_fen = card->hourly_fen.fen();
        view.per_sample_fen = card->per_sample_fen.fen();
    }
    for (const auto& card : record.rates->rates) {
        if (card.price_class == PriceClass::academic) {
            view.academic_hourly_fen = card.hourly_fen.fen();
        }
    }
    json::write(view.policy.text, record.policy->policy, call.style);
    view.policy_version = record.policy->version;
    json::write(view.rates.text, record.rates->rates, call.style);
    view.rates_version = record.rates->version;
    view.etag = instrument_etag(record);
    std::string out;
    out.reserve(4096);
    json::write(out, view, call.style);
    if (!extra.empty()) {
        out.insert(out.size() - 1, extra);
    }
    return out;
}

Result<Answer> list_institutions(const Call& call) {
    const auto& catalogue = *call.snapshot->catalogue;
    std::vector<std::string> items;
    for (const auto& institution : catalogue.institutions()) {
        std::int64_t platforms = 0;
        std::int64_t instruments = 0;
        for (const auto& platform : catalogue.platforms()) {
            platforms += platform.institution_id == institution.id ? 1 : 0;
        }
        for (const auto& record : catalogue.instruments()) {
            instruments += record->institution_id == institution.id ? 1 : 0;
        }
        std::string item = "{\"id\":";
        json::append_string(item, institution.id.value);
        item += ",\"name_zh\":";
        json::append_string(item, institution.name_zh);
        item += ",\"name_en\":";
        json::append_string(item, institution.name_en);
        item += ",\"short\":";
        json::append_string(item, institution.short_name);
        fmt::format_to(std::back_inserter(item), ",\"platforms\":{},\"instruments\":{}}}", platforms, instruments);
        items.push_back(std::move(item));
    }
    return whole_list(items);
}

Result<Answer> list_platforms(const Call& call) {
    const auto& catalogue = *call.snapshot->catalogue;
    const auto& institution = call.query("institution");
    const auto& domain = call.query("domain");
    std::vector<std::string> items;
    for (const auto& platform : catalogue.platforms()) {
        const bool in_domain =
            domain.empty() || std::ranges::find(platform.industry_domains, domain) != platform.industry_domains.end();
        if (in_domain && (institution.empty() || platform.institution_id.value == institution)) {
            items.push_back(json::to_text(platform_view(catalogue, platform), call.style));
        }
    }
    return whole_list(items);
}

Result<Answer> one_platform(const Call& call) {
    const auto& catalogue = *call.snapshot->catalogue;
    const auto* platform = catalogue.platform(PlatformId{call.path_parameter(0)});
    if (platform == nullptr) {
        return ErrorCode::not_found;
    }
    return Answer{200, json::to_text(platform_view(catalogue, *platform), call.style)};
}

Result<Answer> list_categories(const Call& call) {
    const auto& catalogue = *call.snapshot->catalogue;
    std::vector<std::string> items;
    for (const auto& category : catalogue.categories()) {
        constexpr std::size_t digits_per_level = 2;
        const auto prefix = category.code.value.substr(0, digits_per_level * static_cast<std::size_t>(category.level));
        std::int64_t instruments = 0;
        for (const auto& record : catalogue.instruments()) {
            instruments += record->instrument.category_code.value.starts_with(prefix) ? 1 : 0;
        }
        items.push_back(json::to_text(
            CategoryView{category.code, category.level, category.parent_code, category.name_zh, instruments}));
    }
    return whole_list(items);
}

Result<Answer> one_instrument(const Call& call) {
    const auto record = call.snapshot->catalogue->instrument(InstrumentId{call.path_parameter(0)});
    if (!record) {
        return ErrorCode::not_found;
    }
    return Answer{200, instrument_json(call, *record), instrument_etag(*record)};
}

Shape institutions_shape() {
    return {list_schema<InstitutionView>()};
}

Shape platforms_shape() {
    return {list_schema<PlatformView>(), {}, {{"institution"}, {"domain"}}};
}

Shape platform_shape() {
    return {json::schema<PlatformView>()};
}

Shape categories_shape() {
    return {list_schema<CategoryView>()};
}

Shape instrument_shape() {
    auto schema = json::schema<InstrumentView>();
    // Both are written from their own types beforehand.
    for (const auto& [name, document] :
         {std::pair("\"policy\":{}", json::schema<Policy>()), std::pair("\"rates\":{}", json::schema<Rates>())}) {
        const std::string_view member = name;
        schema.replace(schema.find(member) + member.size() - 2, 2, document);
    }
    return {std::move(schema)};
}

}  // namespace server
