// Alternatives to a wish, asked for before or after it was refused.

#include <fmt/format.h>

#include "server/api/alternative_view.hpp"
#include "server/api/booking_input.hpp"
#include "server/api/handlers.hpp"
#include "server/api/shape.hpp"

namespace server {

using namespace model;

namespace {
/// Candidates of the same 小类 are always looked at; of the same 中类 and 大类 only while there are fewer than this.
constexpr std::size_t candidates_enough = 200;
constexpr std::size_t candidates_max = 20'000;

std::vector<scheduler::Candidate> candidates_for(const Catalogue& catalogue, const scheduler::CalendarIndex& calendar,
                                                 const scheduler::InstrumentRecord& wanted) {
    std::vector<scheduler::Candidate> candidates;
    const auto add = [&](const CategoryCode& code) {
        for (const auto ordinal : catalogue.in_category(code)) {
            if (candidates.size() < candidates_max) {
                candidates.push_back({catalogue.instruments()[ordinal].get(), &calendar.at(ordinal)});
            }
        }
    };
    const auto& wanted_code = wanted.instrument.category_code;
    add(wanted_code);
    for (const auto kinship : {scheduler::Kinship::middle, scheduler::Kinship::major}) {
        // The classification repeats codes at its levels.
        CategoryCode last;
        for (const auto& category : catalogue.categories()) {
            if (candidates.size() < candidates_enough && category.code != last && category.code != wanted_code &&
                scheduler::kinship_of(category.code, wanted_code) == kinship) {
                add(category.code);
                last = category.code;
            }
        }
    }
    return candidates;
}

AlternativeView view_of(const Catalogue& catalogue, const scheduler::Alternative& found, Instant wished_start) {
    const auto& instrument = found.record->instrument;
    const auto* institution = catalogue.institution(found.record->institution_id);
    AlternativeView view;
    view.instrument_id = instrument.id;
    view.instrument_name_zh = instrument.name_zh;
    view.instrument_name_en = instrument.name_en;
    view.start = found.time.start;
    view.end = found.time.end;
    view.total_fen = found.total;
    view.why = found.why;
    view.parts.push_back({found.time.start, found.time.end, found.total});
    view.whole_total_fen = found.total;
    if (found.second) {
        view.parts.push_back({found.second->time.start, found.second->time.end, found.second->total});
        view.whole_total_fen += found.second->total;
    }
    view.shift_minutes = std::chrono::floor<minutes>(found.time.start - wished_start).count();
    view.points = found.points;
    auto reasons = found.reasons;
    if (institution != nullptr) {
        view.institution_short = institution->short_name;
        for (auto& reason : reasons) {
            if (reason.code == scheduler::ReasonCode::place && found.place == scheduler::Place::elsewhere) {
                reason.text.zh += fmt::format("（{}）", institution->short_name);
                reason.text.en += fmt::format(" ({})", institution->name_en);
            }
        }
    }
    view.why_text = scheduler::explanation_of(reasons);
    for (auto& reason : reasons) {
        view.reasons.push_back({reason.code, reason.points, reason.amount, std::move(reason.text)});
    }
    return view;
}

struct AlternativesView {
    InstrumentId instrument_id;
    Instant start{};
    Instant end{};
    bool taken = false;
    std::vector<AlternativeView> items;
};
BOOST_DESCRIBE_STRUCT(AlternativesView, (), (instrument_id, start, end, taken, items))

struct Asked {
    InstrumentId instrument_id;
    Interval time;
    std::int64_t samples = 0;
    AlternativesAsked terms;
};

Result<Asked> asked_of(const Call& call) {
    Asked asked;
    asked.instrument_id = InstrumentId{call.query("instrument_id")};
    TRY(const auto start, instant_parameter(call, "start"));
    TRY(const auto end, instant_parameter(call, "end"));
    for (const auto& [name, missing] : {std::pair("instrument_id", asked.instrument_id.empty()),
                                        std::pair("start", !start), std::pair("end", !end)}) {
        if (missing) {
            return Error(ErrorCode::malformed_request).with_field({name, "missing", {"缺少此参数", "is missing"}});
        }
    }
    TRY(asked.time, checked_interval(*start, *end));
    TRY(const auto samples, number_parameter(call, "samples", 0, scheduler::max_samples));
    TRY(const auto staff, number_parameter(call, "staff_minutes", 0, scheduler::max_staff_minutes));
    constexpr std::int64_t limit_max = 20;
    TRY(const auto limit, number_parameter(call, "limit", 1, limit_max));
    asked.samples = samples.value_or(0);
    const bool same_length = call.query("same_length") == "true";
    asked.terms.may_be_shorter = asked.terms.may_be_split = !same_length;
    asked.terms.staff_minutes = staff.value_or(0);
    asked.terms.limit = limit ? static_cast<std::size_t>(*limit) : asked.terms.limit;
    return asked;
}
}  // namespace

std::vector<AlternativeView> find_alternatives(const Call& call, const scheduler::CalendarIndex& calendar,
                                               const InstrumentId& id, Interval time, std::int64_t samples,
                                               const scheduler::FactsOf& facts_of, BookingId moving,
                                               const Organisation* payer, const AlternativesAsked& asked) {
    const auto& catalogue = *call.snapshot->catalogue;
    const auto* ordinal = catalogue.find(id);
    if (ordinal == nullptr) {
        return {};
    }
    const auto& wanted = *catalogue.instruments()[*ordinal];
    scheduler::Wish wish{{&wanted, &calendar.at(*ordinal)}, time, call.now, facts_of, moving};
    wish.samples = samples;
    wish.staff_minutes = asked.staff_minutes;
    wish.payer = payer;
    wish.may_be_shorter = asked.may_be_shorter;
    wish.may_be_split = asked.may_be_split;
    std::vector<AlternativeView> views;
    for (const auto& found : scheduler::alternatives(wish, candidates_for(catalogue, calendar, wanted), asked.limit)) {
        views.push_back(view_of(catalogue, found, time.start));
    }
    return views;
}

Result<Answer> list_alternatives(const Call& call, Database& database) {
    TRY(const auto asked, asked_of(call));
    const auto& catalogue = *call.snapshot->catalogue;
    const auto* ordinal = catalogue.find(asked.instrument_id);
    if (ordinal == nullptr) {
        return ErrorCode::not_found;
    }
    const auto& calendar = call.snapshot->calendar;
    const auto person =
        call.who ? scheduler::Person{call.who->user.id, call.who->organisation.id} : scheduler::Person{};
    AlternativesView view;
    view.instrument_id = asked.instrument_id;
    view.start = asked.time.start;
    view.end = asked.time.end;
    view.taken =
        !scheduler::is_free(catalogue.instruments()[*ordinal]->policy->policy, calendar.at(*ordinal), asked.time);
    view.items = find_alternatives(call, calendar, asked.instrument_id, asked.time, asked.samples,
                                   facts_reader(database, person, asked.time, call.now), {},
                                   call.who ? &call.who->organisation : nullptr, asked.terms);
    return Answer{200, json::to_text(view, call.style)};
}

Shape alternatives_shape() {
    return {json::schema<AlternativesView>(),
            {},
            {{"instrument_id"},
             {"start", instant_schema},
             {"end", instant_schema},
             {"samples", natural_schema},
             {"staff_minutes", natural_schema},
             {"same_length", boolean_schema},
             {"limit", R"({"type":"integer","minimum":1,"maximum":20})"}}};
}

}  // namespace server
