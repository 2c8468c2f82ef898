#include "server/api/waitlist_view.hpp"

#include <fmt/format.h>

#include "scheduler/bookings.hpp"
#include "scheduler/waitlist_order.hpp"
#include "server/api/views.hpp"
#include "server/storage/offer_rows.hpp"
#include "server/storage/waitlist_rows.hpp"

namespace server {

using namespace model;

namespace {
/// A place is looked for on this many instruments of an entry that waits for several.
constexpr std::size_t instruments_looked_at_max = 20;

std::vector<InstrumentId> instruments_of(Database& database, WaitlistEntryId id) {
    std::vector<InstrumentId> found;
    database.each<std::string>(
        "SELECT instrument_id FROM waitlist_instrument WHERE entry_id = :entry ORDER BY instrument_id LIMIT 1000",
        [&](const std::string& instrument) { found.emplace_back(instrument); }, id.value);
    return found;
}

/// Those who wait for the same time of an instrument, the entry itself among them.
std::vector<scheduler::Standing> line_of(Database& database, const scheduler::InstrumentRecord& record,
                                         const WaitlistEntry& entry, Instant now) {
    using Int = std::int64_t;
    std::vector<scheduler::Standing> line;
    database.each<Int, Int, std::string, std::string, Int>(
        "SELECT e.id, e.created_at, e.organisation_id, g.kind, (SELECT count(*) FROM booking b WHERE b.person_id = "
        "e.person_id AND b.start_at > :since AND b.status = 'no_show') FROM waitlist_instrument w JOIN waitlist_entry "
        "e ON e.id = w.entry_id JOIN organisation g ON g.id = e.organisation_id WHERE w.instrument_id = :instrument "
        "AND e.status IN ('waiting', 'offered') AND e.kind <> 'notify' AND e.earliest < :end AND e.latest > :start "
        "ORDER BY e.id LIMIT 500",
        [&](Int id, Int created, const std::string& organisation, const std::string& kind, Int no_shows) {
            WaitlistEntry other;
            other.id = WaitlistEntryId{id};
            other.created_at = instant_of(created);
            Organisation payer;
            payer.id = OrganisationId{organisation};
            payer.kind = json::enum_value<OrganisationKind>(kind).value();
            line.push_back(scheduler::standing_of(record.policy->policy, other,
                                                  scheduler::price_class_of(payer, record.institution_id), no_shows));
        },
        seconds_of(now - scheduler::no_shows_remembered), record.instrument.id.value, seconds_of(entry.range.end),
        seconds_of(entry.range.start));
    return line;
}

/// The best place on any of the instruments.
void set_position(WaitlistView& view, const Call& call, Database& database, const WaitlistEntry& entry,
                  const std::vector<InstrumentId>& instruments) {
    for (std::size_t i = 0; i < std::min(instruments.size(), instruments_looked_at_max); ++i) {
        const auto record = call.snapshot->catalogue->instrument(instruments[i]);
        if (!record) {
            continue;
        }
        const auto line = line_of(database, *record, entry, call.now);
        const auto own = std::ranges::find(line, entry.id, &scheduler::Standing::entry);
        if (own == line.end()) {
            continue;
        }
        const auto position = scheduler::position_of(*own, line);
        if (!view.position || position < *view.position) {
            view.position = position;
            view.position_text = scheduler::place_sentence(*own, line);
        }
    }
}

OfferView offer_view(const Call& call, const Offer& offer, const WaitlistEntry& entry) {
    OfferView view{offer.id,         offer.instrument_id, {}, {}, offer.time.start, offer.time.end, {},
                   offer.expires_at, offer.accessories};
    if (const auto record = call.snapshot->catalogue->instrument(offer.instrument_id)) {
        view.instrument_name_zh = record->instrument.name_zh;
        view.instrument_name_en = record->instrument.name_en;
        const scheduler::BookingRequest request{
            .instrument_id = offer.instrument_id, .time = offer.time, .purpose = {}, .samples = entry.samples};
        const auto quoted = scheduler::quote(*record, *record->rates, payer_for(call, *record), request, call.now);
        view.total_fen = quoted ? quoted->price.total : Money{};
    }
    return view;
}

std::optional<Sentence> note_of(const WaitlistEntry& entry) {
    switch (entry.ended_by) {
        case WaitlistEnd::none:
            return std::nullopt;
        case WaitlistEnd::offer_unanswered:
            return Sentence{"邀约在规定时间内未答复，候补已结束",
                            "the offer was not answered in time; the entry has ended"};
        case WaitlistEnd::time_passed:
            return Sentence{"所候补的时段已过，期间没有合适的时段空出",
                            "the time that was waited for has passed; nothing suitable became free"};
        case WaitlistEnd::booking_gone:
            return Sentence{"原预约已不能改期，候补已结束", "the booking can no longer be moved; the entry has ended"};
    }
    return std::nullopt;
}

std::vector<NoticeView> notices_of(Database& database, WaitlistEntryId id) {
    std::vector<NoticeView> notices;
    database.each<std::int64_t, std::string, std::string>(
        "SELECT at, instrument_id, facts FROM event WHERE subject = :id AND kind = 'waitlist_noticed' ORDER BY seq "
        "DESC LIMIT 20",
        [&](std::int64_t at, const std::string& instrument, const std::string& facts) {
            const auto document = json::parse_document(facts);
            const auto instant = [&](const char* name) {
                return document && document->contains(name)
                           ? instant_of(json::id_number((*document)[name].get<std::string>()))
                           : Instant{};
            };
            NoticeView notice{instant_of(at), InstrumentId{instrument}, instant("start"), instant("end"), 0};
            notice.minutes = std::chrono::floor<minutes>(notice.end - notice.start).count();
            notices.push_back(std::move(notice));
        },
        id.value);
    return notices;
}
}  // namespace

WaitlistView waitlist_view(const Call& call, Database& database, const WaitlistEntry& entry) {
    WaitlistView view;
    view.id = entry.id;
    view.user_id = entry.user_id;
    if (const auto name = database.first<std::string>("SELECT name FROM person WHERE id = :id", entry.user_id.value)) {
        view.user_name = std::get<0>(*name);
    }
    view.kind = entry.kind;
    view.status = entry.status;
    if (!entry.instrument_id.empty()) {
        view.instrument_id = entry.instrument_id;
        if (const auto record = call.snapshot->catalogue->instrument(entry.instrument_id)) {
            view.instrument_name_zh = record->instrument.name_zh;
            view.instrument_name_en = record->instrument.name_en;
        }
    }
    view.duration_minutes = entry.duration.count();
    view.earliest = entry.range.start;
    view.latest = entry.range.end;
    view.purpose = entry.purpose;
    view.samples = entry.samples;
    view.accessories = entry.accessories;
    if (entry.booking_id) {
        view.booking_id = entry.booking_id;
    }
    view.created_at = entry.created_at;
    view.note = note_of(entry);
    if (is_open(entry.status)) {
        const auto instruments = instruments_of(database, entry.id);
        view.instruments = static_cast<std::int64_t>(instruments.size());
        if (entry.kind != WaitlistKind::notify) {
            set_position(view, call, database, entry, instruments);
        }
    }
    if (entry.status == WaitlistStatus::offered) {
        each_offer(
            database,
            "SELECT " YIQI_OFFER_COLUMNS
            " FROM offer o WHERE o.origin_id = :id AND o.origin_kind = 'waitlist' AND o.status = 'open'",
            [&](const Offer& offer) { view.offer = offer_view(call, offer, entry); }, entry.id.value);
    }
    if (entry.kind == WaitlistKind::notify) {
        view.notices = notices_of(database, entry.id);
    }
    return view;
}

}  // namespace server
