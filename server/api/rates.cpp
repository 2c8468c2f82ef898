// Rate documents: replaced as a whole, each change a new version; and what a draft would charge.

#include <fmt/format.h>

#include "scheduler/documents.hpp"
#include "scheduler/price_changes.hpp"
#include "scheduler/price_words.hpp"
#include "server/api/booking_input.hpp"
#include "server/api/handlers.hpp"
#include "server/api/rates_input.hpp"
#include "server/api/shape.hpp"
#include "server/api/views.hpp"
#include "server/storage/rates_rows.hpp"

namespace server {

using namespace model;

// Where the institution's finance approves prices, the answer is 202 with the document that waits, and Location names
// the proposal.
Result<CommandBody> put_rates(const Call& call) {
    TRY(const auto body, json_body(call));
    TRY(auto rates, json::from_text<Rates>(body));
    return CommandBody([&call, id = InstrumentId{call.path_parameter(0)},
                        rates = std::move(rates)](SqlTransaction& tx) -> Result<Answer> {
        TRY_VOID(check_editable(tx, id, *call.who, call.request.if_match));
        const auto record = tx.instrument(id);
        TRY_VOID(check_rates(rates, tx.own_classes(record->institution_id)));
        const scheduler::Actor actor{call.who->user.id, call.who->organisation.id, true};
        Answer answer;
        json::write(answer.body, rates, call.style);
        if (tx.prices_need_approval(record->institution_id)) {
            const auto proposal = scheduler::propose_rates(tx, *record, rates, actor, call.now);
            answer.status = 202;
            answer.headers.emplace_back("Location", fmt::format("/api/v1/rates-proposals/{}", proposal.id.value));
        } else {
            scheduler::change_rates(tx, id, rates, actor, call.now);
        }
        answer.etag = instrument_etag(*tx.instrument(id));
        return answer;
    });
}

namespace {
struct VersionView {
    std::int64_t version = 0;
    Instant since{};
    std::string by_name;  ///< empty: with the instrument
    Rates rates;
};
BOOST_DESCRIBE_STRUCT(VersionView, (), (version, since, by_name, rates))

/// An instrument whose price changes the caller may see.
Result<scheduler::InstrumentPtr> own_instrument(const Call& call) {
    auto record = call.snapshot->catalogue->instrument(InstrumentId{call.path_parameter(0)});
    if (!record || !may_see_price_changes(*call.who, *record)) {
        return ErrorCode::not_found;
    }
    return record;
}
}  // namespace

Result<Answer> rates_versions(const Call& call, Database& database) {
    TRY(const auto record, own_instrument(call));
    TRY(const auto page, page_of(call));
    const auto& id = record->instrument.id.value;
    std::vector<std::string> items;
    database.each<std::int64_t, std::int64_t, std::string, std::optional<std::string>>(
        "SELECT r.version, r.since, r.document, p.name FROM rates r LEFT JOIN person p ON p.id = r.changed_by WHERE "
        "r.instrument_id = :id ORDER BY r.version DESC LIMIT :limit OFFSET :offset",
        [&](std::int64_t version, std::int64_t since, const std::string& document,
            const std::optional<std::string>& name) {
            items.push_back(json::to_text(
                VersionView{version, instant_of(since), name.value_or(""), rates_of(version, since, document)->rates},
                call.style));
        },
        id, static_cast<std::int64_t>(page.limit), page.offset);
    const auto total = database.first<std::int64_t>("SELECT count(*) FROM rates WHERE instrument_id = :id", id);
    return Answer{200, list_text(items, page, std::get<0>(*total))};
}

Shape rates_versions_shape() {
    return {list_schema<VersionView>(), {}, paged()};
}

namespace {
struct ExampleInput {
    Rates rates;
    Instant start{};
    Instant end{};
    std::optional<Bounded<0, 1'000'000>> samples;
    std::optional<OptionsInput> options;
    std::optional<ClassName> price_class;  ///< default enterprise
    std::optional<Instant> asked_at;       ///< default now
};
BOOST_DESCRIBE_STRUCT(ExampleInput, (), (rates, start, end, samples, options, price_class, asked_at))

struct ExampleView {
    PriceView draft;
    std::optional<PriceView> in_force;  ///< none where it has no price for this
    Sentence rounding;
};
BOOST_DESCRIBE_STRUCT(ExampleView, (), (draft, in_force, rounding))

Payer payer_named(const ClassName& name) {
    for (const auto known : {PriceClass::enterprise, PriceClass::academic, PriceClass::internal}) {
        if (name == known) {
            return known;
        }
    }
    return {PriceClass::enterprise, name.value};
}
}  // namespace

Result<Answer> price_example(const Call& call, Database& database) {
    TRY(const auto record, own_instrument(call));
    TRY(const auto body, json_body(call));
    TRY(const auto input, json::from_text<ExampleInput>(body));
    TRY_VOID(check_rates(input.rates, own_classes_of(database, record->institution_id), "rates"));
    QuoteInput wish;
    wish.instrument_id = record->instrument.id;
    wish.start = input.start;
    wish.end = input.end;
    wish.samples = input.samples;
    wish.options = input.options;
    TRY(const auto request, booking_request(wish));
    const auto payer = payer_named(input.price_class.value_or(ClassName()));
    const auto at = input.asked_at.value_or(call.now);
    const RatesVersion draft{0, at, input.rates};
    TRY(const auto quoted, scheduler::quote(*record, draft, payer, request, at));
    const auto now = scheduler::quote(*record, *record->rates, payer, request, at);
    const ExampleView view{price_view(quoted.price), now ? std::optional(price_view(now->price)) : std::nullopt,
                           scheduler::rounding()};
    return Answer{200, json::to_text(view, call.style)};
}

Shape price_example_shape() {
    return {json::schema<ExampleView>(), json::schema<ExampleInput>()};
}

}  // namespace server
