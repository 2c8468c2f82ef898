// The public list of an institution's fees.

#include <array>

#include <fmt/format.h>

#include "scheduler/card_words.hpp"
#include "scheduler/pricing.hpp"
#include "scheduler/yuan.hpp"
#include "server/api/csv_text.hpp"
#include "server/api/handlers.hpp"
#include "server/api/shape.hpp"
#include "server/storage/rates_rows.hpp"

namespace server {

using namespace model;

namespace {
/// A card in force. Amounts in fen, tax included; 0 = nothing is charged for it.
struct FeeView {
    ClassName price_class;
    Sentence class_name;
    Sentence basis;
    Money hourly_fen;
    std::optional<Money> daily_fen;
    Money per_use_fen;
    Money per_sample_fen;
    Money staff_hourly_fen;
    Money training_fen;
    Money minimum_fen;
    std::vector<Sentence> conditions;
    std::int64_t tax_rate_bp = 0;
    std::optional<Instant> valid_from;
};
BOOST_DESCRIBE_STRUCT(FeeView, (),
                      (price_class, class_name, basis, hourly_fen, daily_fen, per_use_fen, per_sample_fen,
                       staff_hourly_fen, training_fen, minimum_fen, conditions, tax_rate_bp, valid_from))

struct InstrumentFeesView {
    InstrumentId instrument_id;
    std::string instrument_name_zh;
    std::string instrument_name_en;
    std::string platform_name_zh;
    std::string platform_name_en;
    std::int64_t rates_version = 0;
    Instant since{};
    std::vector<FeeView> fees;
};
BOOST_DESCRIBE_STRUCT(InstrumentFeesView, (),
                      (instrument_id, instrument_name_zh, instrument_name_en, platform_name_zh, platform_name_en,
                       rates_version, since, fees))

FeeView fee_view(const RateCard& card, const Sentence& class_name) {
    return {card.price_class,
            class_name,
            scheduler::describe_basis(card.basis),
            card.hourly_fen,
            card.daily_fen,
            card.per_use_fen,
            card.per_sample_fen,
            card.staff_hourly_fen,
            card.training_fen,
            card.minimum_fen,
            scheduler::conditions_of(card),
            card.tax_rate_bp,
            card.valid_from};
}

/// The cards in force, one for each class that has one of its own.
std::vector<FeeView> fees_of(const Rates& rates, const std::vector<OwnClass>& own, Instant now) {
    std::vector<FeeView> fees;
    for (const auto known : {PriceClass::enterprise, PriceClass::academic, PriceClass::internal}) {
        const auto* card = scheduler::card_for(rates, known, now);
        if (card != nullptr && card->price_class == known) {
            fees.push_back(fee_view(*card, scheduler::describe_class(known)));
        }
    }
    for (const auto& own_class : own) {
        const auto* card = scheduler::card_for(rates, {PriceClass::enterprise, own_class.name.value}, now);
        if (card != nullptr && card->price_class.value == own_class.name.value) {
            fees.push_back(fee_view(*card, {own_class.name_zh, own_class.name_en}));
        }
    }
    return fees;
}

InstrumentFeesView instrument_fees(const Call& call, const scheduler::InstrumentRecord& record,
                                   const std::vector<OwnClass>& own) {
    InstrumentFeesView view{record.instrument.id,
                            record.instrument.name_zh,
                            record.instrument.name_en,
                            {},
                            {},
                            record.rates->version,
                            record.rates->since,
                            fees_of(record.rates->rates, own, call.now)};
    if (const auto* platform = call.snapshot->catalogue->platform(record.instrument.platform_id)) {
        view.platform_name_zh = platform->name_zh;
        view.platform_name_en = platform->name_en;
    }
    return view;
}

/// Of the institution, those that are not withdrawn, as the catalogue lists them.
Result<std::vector<scheduler::InstrumentPtr>> instruments_of(const Call& call) {
    const auto& catalogue = *call.snapshot->catalogue;
    const InstitutionId id{call.path_parameter(0)};
    if (catalogue.institution(id) == nullptr) {
        return ErrorCode::not_found;
    }
    std::vector<scheduler::InstrumentPtr> found;
    for (const auto& record : catalogue.instruments()) {
        if (record->institution_id == id && record->rates) {
            found.push_back(record);
        }
    }
    return found;
}

std::string joined(const std::vector<Sentence>& sentences, Language language) {
    std::string text;
    for (const auto& sentence : sentences) {
        text += text.empty() ? "" : "; ";
        text += sentence.in(language);
    }
    return text;
}
}  // namespace

Result<Answer> list_fees(const Call& call, Database& database) {
    TRY(const auto page, page_of(call));
    TRY(const auto records, instruments_of(call));
    const auto own = own_classes_of(database, InstitutionId{call.path_parameter(0)});
    std::vector<std::string> items;
    for (auto i = static_cast<std::size_t>(page.offset); i < records.size() && items.size() < page.limit; ++i) {
        items.push_back(json::to_text(instrument_fees(call, *records[i], own), call.style));
    }
    return Answer{200, list_text(items, page, std::ssize(records))};
}

Result<Answer> fees_csv(const Call& call, Database& database) {
    TRY(const auto records, instruments_of(call));
    const auto own = own_classes_of(database, InstitutionId{call.path_parameter(0)});
    const auto language = call.style.language;
    const auto in = [&](const char* zh, const char* en) { return std::string(language == Language::zh ? zh : en); };
    CsvText csv({in("仪器编号", "Instrument"), in("仪器名称", "Name"), in("平台", "Platform"), in("价格类别", "Class"),
                 in("计费时间", "Time charged"), in("小时价（元）", "Hourly, CNY"), in("日价（元）", "Daily, CNY"),
                 in("开机费（元）", "Start-up, CNY"), in("每样品（元）", "Per sample, CNY"),
                 in("技术人员每小时（元）", "Staff hour, CNY"), in("培训费（元）", "Training, CNY"),
                 in("最低收费（元）", "Minimum, CNY"), in("说明", "Conditions"), in("版本", "Version")});
    for (const auto& record : records) {
        const auto view = instrument_fees(call, *record, own);
        for (const auto& fee : view.fees) {
            csv.add({view.instrument_id.value, in(view.instrument_name_zh.c_str(), view.instrument_name_en.c_str()),
                     in(view.platform_name_zh.c_str(), view.platform_name_en.c_str()), fee.class_name.in(language),
                     fee.basis.in(language), scheduler::yuan(fee.hourly_fen),
                     fee.daily_fen ? scheduler::yuan(*fee.daily_fen) : "", scheduler::yuan(fee.per_use_fen),
                     scheduler::yuan(fee.per_sample_fen), scheduler::yuan(fee.staff_hourly_fen),
                     scheduler::yuan(fee.training_fen), scheduler::yuan(fee.minimum_fen),
                     joined(fee.conditions, language), std::to_string(view.rates_version)});
        }
    }
    Answer answer{200, csv.take()};
    answer.content_type = "text/csv; charset=utf-8";
    answer.headers.emplace_back("Content-Disposition", "attachment; filename=\"fees.csv\"");
    return answer;
}

Shape fees_shape() {
    return {list_schema<InstrumentFeesView>(), {}, paged()};
}

}  // namespace server
