// The waitlist: joining, leaving, answering offers, and one's own entries.

#include <fmt/format.h>

#include "scheduler/waitlist.hpp"
#include "server/api/company_scope.hpp"
#include "server/api/handlers.hpp"
#include "server/api/views.hpp"
#include "server/api/waitlist_input.hpp"
#include "server/api/waitlist_view.hpp"
#include "server/json/read.hpp"
#include "server/storage/waitlist_rows.hpp"

namespace server {

using namespace model;

namespace {
constexpr std::chrono::days range_max{366};

Error missing(const char* field) {
    return field_error(field, "missing", "必填", "is required");
}

scheduler::Actor actor_of(const Call& call) {
    return {call.who->user.id, call.who->organisation.id, false, answers_for_company(*call.who)};
}

/// The instruments that the filter finds now, those that the caller finds in the catalogue.
Result<std::vector<InstrumentId>> instruments_by(const Call& call, const FilterInput& filter) {
    const auto& catalogue = *call.snapshot->catalogue;
    const auto found = catalogue.search().find(query_of(filter), SearchSort::relevance);
    if (found.empty() || found.size() > scheduler::waitlist_instruments_max) {
        return field_error(
            "filter", "out_of_range",
            fmt::format("符合条件的仪器有 {} 台，须为 1 至 {} 台", found.size(), scheduler::waitlist_instruments_max),
            fmt::format("{} instruments fit; there must be 1 to {}", found.size(),
                        scheduler::waitlist_instruments_max));
    }
    std::vector<InstrumentId> ids;
    for (const auto ordinal : found) {
        ids.push_back(catalogue.instruments()[ordinal]->instrument.id);
    }
    return ids;
}

Result<WaitlistEntry> entry_of(const Call& call, const WaitlistInput& input) {
    WaitlistEntry entry;
    entry.kind = input.booking_id               ? WaitlistKind::move_up
                 : input.notify.value_or(false) ? WaitlistKind::notify
                                                : WaitlistKind::book;
    if (!input.booking_id) {
        if (input.instrument_id.has_value() == input.filter.has_value()) {
            return field_error("instrument_id", "one_of", "instrument_id 与 filter 须且只能有一个",
                               "exactly one of instrument_id and filter");
        }
        for (const auto& [given, field] :
             {std::pair(input.duration_minutes.has_value(), "duration_minutes"),
              std::pair(input.earliest.has_value(), "earliest"), std::pair(input.latest.has_value(), "latest")}) {
            if (!given) {
                return missing(field);
            }
        }
        entry.duration = minutes{input.duration_minutes->value};
    } else if (input.filter || input.duration_minutes || input.notify || input.accessories) {
        return field_error("booking_id", "one_of", "提前已有预约时不填 filter、duration_minutes、accessories、notify",
                           "with booking_id there is no filter, duration_minutes, accessories or notify");
    }
    entry.booking_id = input.booking_id.value_or(BookingId{});
    entry.instrument_id = input.instrument_id.value_or(InstrumentId{});
    entry.filter = input.filter ? json::to_text(*input.filter) : "";
    entry.range = {input.earliest.value_or(call.now), input.latest.value_or(call.now + range_max)};
    if (entry.range.empty() || entry.range.start > call.now + range_max || entry.range.length() > range_max) {
        return field_error("latest", "out_of_range", "须晚于 earliest，且不超过 366 天",
                           "must lie after earliest and within 366 days");
    }
    entry.purpose = input.purpose ? input.purpose->value : "";
    entry.samples = input.samples ? input.samples->value : 0;
    TRY(entry.accessories, accessory_uses(input.accessories, "accessories"));
    return entry;
}

std::string view_text(const Call& call, SqlTransaction& tx, const WaitlistEntry& entry) {
    return json::to_text(waitlist_view(call, tx.reader(), entry), call.style);
}

WaitlistEntryId addressed_entry(const Call& call) {
    return WaitlistEntryId{json::id_number(call.path_parameter(0))};
}
}  // namespace

Result<CommandBody> join_waitlist(const Call& call) {
    TRY(const auto body, json_body(call));
    TRY(const auto input, json::from_text<WaitlistInput>(body));
    TRY(auto entry, entry_of(call, input));
    std::vector<InstrumentId> instruments;
    if (input.filter) {
        TRY(instruments, instruments_by(call, *input.filter));
    } else if (input.instrument_id) {
        instruments = {*input.instrument_id};
    }
    return CommandBody([&call, entry = std::move(entry), instruments](SqlTransaction& tx) -> Result<Answer> {
        auto wanted = entry;
        auto serving = instruments;
        if (serving.empty()) {
            const auto booking = tx.booking(wanted.booking_id);
            wanted.instrument_id = booking ? booking->instrument_id : InstrumentId{};
            serving = {wanted.instrument_id};
        }
        TRY(const auto joined, scheduler::join_waitlist(tx, wanted, serving, actor_of(call), call.now));
        Answer answer{201, view_text(call, tx, joined)};
        answer.headers.emplace_back("Location", fmt::format("/api/v1/waitlist/{}", joined.id.value));
        return answer;
    });
}

Result<CommandBody> accept_offer(const Call& call) {
    return CommandBody([&call](SqlTransaction& tx) -> Result<Answer> {
        TRY(const auto booking, scheduler::accept_waitlist_offer(tx, addressed_entry(call), actor_of(call), call.now));
        const auto view = booking_view(call, booking, tx.party_names(booking));
        return Answer{200, json::to_text(view, call.style), view.etag};
    });
}

Result<CommandBody> decline_offer(const Call& call) {
    return CommandBody([&call](SqlTransaction& tx) -> Result<Answer> {
        TRY(const auto entry, scheduler::decline_waitlist_offer(tx, addressed_entry(call), actor_of(call), call.now));
        return Answer{200, view_text(call, tx, entry)};
    });
}

Result<CommandBody> leave_waitlist(const Call& call) {
    return CommandBody([&call](SqlTransaction& tx) -> Result<Answer> {
        TRY(const auto entry, scheduler::leave_waitlist(tx, addressed_entry(call), actor_of(call), call.now));
        return Answer{200, view_text(call, tx, entry)};
    });
}

Result<Answer> list_waitlist(const Call& call, Database& database) {
    TRY(const auto page, page_of(call));
    // A place in line costs a query for each entry, so pages are short.
    const auto limit = std::min<std::int64_t>(static_cast<std::int64_t>(page.limit), scheduler::waitlist_entries_max);
    TRY(const bool of_company, company_scope(call));
    std::vector<WaitlistEntry> entries;
    const auto add = [&](const WaitlistEntry& entry) { entries.push_back(entry); };
    std::optional<std::tuple<std::int64_t>> total;
    if (of_company) {
        const auto& organisation = call.who->organisation.id.value;
        each_waitlist_entry(
            database,
            "SELECT " YIQI_WAITLIST_COLUMNS
            " FROM waitlist_entry e WHERE e.organisation_id = :organisation ORDER BY e.id DESC LIMIT :limit OFFSET "
            ":offset",
            add, organisation, limit, page.offset);
        total = database.first<std::int64_t>(
            "SELECT count(*) FROM waitlist_entry WHERE organisation_id = :organisation", organisation);
    } else {
        each_waitlist_entry(
            database,
            "SELECT " YIQI_WAITLIST_COLUMNS
            " FROM waitlist_entry e WHERE e.person_id = :person ORDER BY e.id DESC LIMIT :limit OFFSET :offset",
            add, call.who->user.id.value, limit, page.offset);
        total = database.first<std::int64_t>("SELECT count(*) FROM waitlist_entry WHERE person_id = :person",
                                             call.who->user.id.value);
    }
    std::vector<std::string> items;
    for (const auto& entry : entries) {
        items.push_back(json::to_text(waitlist_view(call, database, entry), call.style));
    }
    return Answer{200, list_text(items, page, std::get<0>(*total))};
}

}  // namespace server
