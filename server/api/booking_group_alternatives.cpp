// Other times for the members of a group whose slot is taken.

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "server/api/booking_group_input.hpp"
#include "server/api/handlers.hpp"
#include "server/storage/snapshot.hpp"

namespace server {

using namespace model;

namespace {
/// How many members get alternatives; the others are told without.
constexpr int answered_max = 20;

/// The calendar with those members that can be booked on it, so that nothing is proposed that another member needs.
class WithSiblings {
  public:
    explicit WithSiblings(const Call& call) : call_(call), edit_(call.snapshot->calendar) {}

    void add(const scheduler::BookingRequest& sibling) {
        const auto& catalogue = *call_.snapshot->catalogue;
        const auto* ordinal = catalogue.find(sibling.instrument_id);
        if (ordinal == nullptr) {
            return;
        }
        const auto& policy = catalogue.instruments()[*ordinal]->policy->policy;
        const auto held = scheduler::held_interval(policy, sibling.time);
        auto& taken = taken_.try_emplace(*ordinal, call_.snapshot->calendar.at(*ordinal)).first->second;
        for (int lane = 0; lane < policy.capacity; ++lane) {
            const bool is_free = std::ranges::none_of(
                taken, [&](const scheduler::Taken& t) { return t.lane == lane && t.held().overlaps(held); });
            if (is_free) {
                const auto added = scheduler::Taken::of({sibling.instrument_id, lane, {}, sibling.time, held});
                taken.push_back(added);
                edit_.add(*ordinal, added);
                return;
            }
        }
    }
    [[nodiscard]] scheduler::CalendarIndex calendar() { return edit_.finish(call_.now - calendar_memory); }

  private:
    const Call& call_;
    scheduler::CalendarEdit edit_;
    std::map<std::uint32_t, scheduler::InstrumentCalendar> taken_;
};

bool is_taken(const nlohmann::ordered_json& item) {
    return item.at("refused").is_object() && item.at("refused").at("code") == facts_of(ErrorCode::slot_taken).name;
}

using Document = nlohmann::ordered_json;

/// Adds alternatives to the refused items of an answer; `members` are what its items ask for, by their index.
bool add_alternatives(const Call& call, Database& database, Document& document,
                      const std::vector<scheduler::BookingRequest>& members) {
    std::vector<std::pair<InstrumentId, scheduler::OwnBooking>> booked;
    WithSiblings siblings(call);
    const bool written = document.contains("id") && !document.at("id").is_null();
    if (!written) {
        std::set<std::int64_t> refused;
        for (const auto& item : document.at("items")) {
            if (item.at("refused").is_object()) {
                refused.insert(item.at("index").get<std::int64_t>());
            }
        }
        for (std::size_t i = 0; i < members.size(); ++i) {
            if (!refused.contains(static_cast<std::int64_t>(i))) {
                const auto& sibling = members[i];
                siblings.add(sibling);
                booked.push_back({sibling.instrument_id, {BookingId{-1 - static_cast<std::int64_t>(i)}, sibling.time}});
            }
        }
    }
    const auto calendar = siblings.calendar();
    int answered = 0;
    for (auto& item : document.at("items")) {
        if (!is_taken(item) || answered == answered_max) {
            continue;
        }
        ++answered;
        const auto& member = members.at(item.at("index").get<std::size_t>());
        const auto stored =
            facts_reader(database, {call.who->user.id, call.who->organisation.id}, member.time, call.now);
        const auto with_siblings = [&](const scheduler::InstrumentRecord& record) {
            auto facts = stored(record);
            for (const auto& [instrument, booking] : booked) {
                if (instrument == record.instrument.id) {
                    facts.add(booking, call.now);
                }
            }
            return facts;
        };
        const auto found = find_alternatives(call, calendar, member.instrument_id, member.time, member.samples,
                                             with_siblings, {}, &call.who->organisation);
        item["refused"]["alternatives"] = Document::parse(json::to_text(found, call.style));
    }
    return answered > 0;
}

std::optional<Document> with_items(const std::string& answer) {
    auto document = Document::parse(answer, nullptr, false);
    return document.is_discarded() || !document.contains("items") ? std::nullopt : std::optional(std::move(document));
}
}  // namespace

std::string with_item_alternatives(const Call& call, Database& database, std::string answer) {
    auto document = with_items(answer);
    const auto input = json::from_text<GroupInput>(call.request.body);
    if (!document || !input) {
        return answer;
    }
    const auto members = requested_members(call, *input);
    return members && add_alternatives(call, database, *document, *members) ? document->dump() : answer;
}

std::string with_extension_alternatives(const Call& call, Database& database, std::string answer) {
    auto document = with_items(answer);
    if (!document) {
        return answer;
    }
    // The further dates follow from the stored series, so what they ask for is read from the answer.
    std::int64_t samples = 0;
    std::vector<scheduler::BookingRequest> members;
    for (const auto& item : document->at("items")) {
        if (!item.contains("booking")) {
            return answer;  // refused as a whole: the preview says what each date could be instead
        }
        const auto start = parse_instant(item.at("start").get<std::string>());
        const auto end = parse_instant(item.at("end").get<std::string>());
        if (!start || !end) {
            return answer;
        }
        samples = item.at("booking").is_object() ? item.at("booking").at("samples").get<std::int64_t>() : samples;
        members.push_back({.instrument_id = InstrumentId{item.at("instrument_id").get<std::string>()},
                           .time = {*start, *end},
                           .purpose = {}});
    }
    for (auto& member : members) {
        member.samples = samples;
    }
    return add_alternatives(call, database, *document, members) ? document->dump() : answer;
}

}  // namespace server
