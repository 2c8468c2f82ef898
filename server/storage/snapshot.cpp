#include "server/storage/snapshot.hpp"

#include <set>
#include <unordered_map>

#include "server/json/read.hpp"
#include "server/storage/joined_names.hpp"
#include "server/storage/rows.hpp"

namespace server {

using namespace model;

namespace {
/// Most instruments share a handful of documents: each text is parsed once.
template <class Version, class Parse>
class Documents {
  public:
    explicit Documents(Parse parse) : parse_(std::move(parse)) {}
    std::shared_ptr<const Version> of(std::int64_t version, std::int64_t since, const std::string& document) {
        const auto key = std::to_string(version) + "/" + std::to_string(since) + "/" + document;
        auto& known = known_[key];
        if (!known) {
            known = parse_(version, since, document);
        }
        return known;
    }

  private:
    Parse parse_;
    std::unordered_map<std::string, std::shared_ptr<const Version>> known_;
};

std::vector<Institution> load_institutions(Database& database) {
    std::vector<Institution> found;
    database.each<std::string, std::string, std::string, std::string, std::string>(
        "SELECT id, name_zh, name_en, short_name, time_zone FROM institution ORDER BY id",
        [&](const auto& id, const auto& zh, const auto& en, const auto& name, const auto& zone) {
            found.push_back({InstitutionId{id}, zh, en, name, zone});
        });
    return found;
}

std::vector<Platform> load_platforms(Database& database) {
    std::vector<Platform> found;
    database
        .each<std::string, std::string, std::string, std::string, std::string, std::string, std::string, std::string>(
            "SELECT id, institution_id, name_zh, name_en, industry_domains, level, pairing_intention, contact FROM "
            "platform ORDER BY id",
            [&](const auto& id, const auto& institution, const auto& zh, const auto& en, const auto& domains,
                const auto& level, const auto& pairing, const auto& contact) {
                found.push_back({PlatformId{id}, InstitutionId{institution}, zh, en, split_names(domains), level,
                                 pairing, contact});
            });
    return found;
}

std::vector<Category> load_categories(Database& database) {
    std::vector<Category> found;
    database.each<std::string, std::int64_t, std::string, std::string>(
        "SELECT code, level, parent_code, name_zh FROM category ORDER BY code, level",
        [&](const auto& code, std::int64_t level, const auto& parent, const auto& name) {
            found.push_back({CategoryCode{code}, static_cast<int>(level), CategoryCode{parent}, name});
        });
    return found;
}
}  // namespace

std::shared_ptr<const Catalogue> load_catalogue(Database& database) {
    auto platforms = load_platforms(database);
    std::unordered_map<std::string, InstitutionId> institution_of;
    for (const auto& platform : platforms) {
        institution_of[platform.id.value] = platform.institution_id;
    }
    const auto holidays = stored_holidays(database);
    const auto read_policy = [&](std::int64_t version, std::int64_t since, const std::string& document) {
        return policy_of(version, since, document, holidays);
    };
    Documents<PolicyVersion, decltype(read_policy)> policies(read_policy);
    Documents<RatesVersion, decltype(&rates_of)> rates(&rates_of);
    std::vector<scheduler::InstrumentPtr> instruments;
    using Text = std::string;
    using Int = std::int64_t;
    database.each<Text, Text, Text, Text, Text, Text, Text, Text, Text, Text, Int, Int, Text, Int, Text, Int, Int, Text,
                  Int, Int, Text>(
        "SELECT i.id, i.platform_id, i.name_zh, i.name_en, i.model, i.manufacturer, i.category_code, i.category_zh, "
        "i.domains, i.specs, "
        "i.original_value_cny, i.commissioned_year, i.location, i.sample_service, i.status, p.version, p.since, "
        "p.document, "
        "r.version, r.since, r.document FROM instrument i "
        "JOIN policy p ON p.instrument_id = i.id AND p.version = (SELECT max(version) FROM policy WHERE instrument_id "
        "= i.id) "
        "JOIN rates r ON r.instrument_id = i.id AND r.version = (SELECT max(version) FROM rates WHERE instrument_id = "
        "i.id) "
        "ORDER BY i.ordinal",
        [&](const Text& id, const Text& platform, const Text& zh, const Text& en, const Text& model, const Text& maker,
            const Text& code, const Text& category, const Text& domains, const Text& specs, Int value, Int year,
            const Text& location, Int samples, const Text& status, Int policy_version, Int policy_since,
            const Text& policy, Int rates_version, Int rates_since, const Text& rates_document) {
            auto record = std::make_shared<scheduler::InstrumentRecord>();
            record->instrument = {InstrumentId{id},
                                  PlatformId{platform},
                                  zh,
                                  en,
                                  model,
                                  maker,
                                  CategoryCode{code},
                                  category,
                                  split_names(domains),
                                  specs,
                                  value,
                                  static_cast<int>(year),
                                  location,
                                  samples != 0,
                                  json::enum_value<InstrumentStatus>(status).value()};
            record->institution_id = institution_of[platform];
            record->policy = policies.of(policy_version, policy_since, policy);
            record->rates = rates.of(rates_version, rates_since, rates_document);
            instruments.push_back(std::move(record));
        });
    return std::make_shared<Catalogue>(load_institutions(database), std::move(platforms), load_categories(database),
                                       std::move(instruments), holidays);
}

namespace {
scheduler::Taken taken_of(std::int64_t lane, std::int64_t held_start, std::int64_t held_end, std::int64_t start,
                          std::int64_t end, std::int64_t kind, std::int64_t holder) {
    scheduler::Taken taken;
    taken.held_start = static_cast<std::uint32_t>(held_start);
    taken.held_end = static_cast<std::uint32_t>(held_end);
    taken.start = static_cast<std::uint32_t>(start);
    taken.end = static_cast<std::uint32_t>(end);
    taken.holder_id = holder;
    taken.lane = static_cast<std::uint16_t>(lane);
    taken.kind = static_cast<HolderKind>(kind);
    return taken;
}
}  // namespace

std::shared_ptr<const Snapshot> load_snapshot(Database& database, Instant now, std::string& last_seal) {
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->catalogue = load_catalogue(database);
    std::vector<std::pair<std::uint32_t, scheduler::Taken>> taken;
    using Int = std::int64_t;
    database.each<std::string, Int, Int, Int, Int, Int, Int, Int>(
        "SELECT instrument_id, lane, held_start, held_end, start_at, end_at, holder_kind, holder_id FROM occupancy "
        "WHERE held_end > :since",
        [&](const std::string& instrument, Int lane, Int held_start, Int held_end, Int start, Int end, Int kind,
            Int holder) {
            const auto* ordinal = snapshot->catalogue->find(InstrumentId{instrument});
            taken.emplace_back(*ordinal, taken_of(lane, held_start, held_end, start, end, kind, holder));
        },
        seconds_of(now - calendar_memory));
    snapshot->calendar = scheduler::CalendarIndex(snapshot->catalogue->instruments().size(), std::move(taken));
    const auto last = database.first<Int, std::string>("SELECT seq, seal FROM event ORDER BY seq DESC LIMIT 1");
    snapshot->seq = last ? std::get<0>(*last) : 0;
    last_seal = last ? std::get<1>(*last) : "";
    return snapshot;
}

namespace {
/// Where a booking lies in the picture so far: it may have moved away from there.
void add_places_of(std::set<std::uint32_t>& places, const scheduler::CalendarIndex& calendar, Holder holder) {
    for (std::uint32_t ordinal = 0; ordinal < calendar.size(); ++ordinal) {
        if (std::ranges::any_of(calendar.at(ordinal),
                                [&](const scheduler::Taken& taken) { return taken.holder() == holder; })) {
            places.insert(ordinal);
        }
    }
}
}  // namespace

std::shared_ptr<const Snapshot> snapshot_after(Database& database, const Snapshot& from, const std::vector<Event>& news,
                                               Instant now) {
    constexpr std::size_t news_max = 2'000;
    if (news.empty() || news.size() > news_max) {
        return nullptr;
    }
    std::set<std::uint32_t> changed;
    for (const auto& event : news) {
        if (event.kind == EventKind::inventory_imported || event.kind == EventKind::policy_changed ||
            event.kind == EventKind::rates_changed) {
            return nullptr;
        }
        if (const auto* ordinal = from.catalogue->find(event.instrument_id)) {
            changed.insert(*ordinal);
        }
        if (event.kind == EventKind::booking_rescheduled) {
            add_places_of(changed, from.calendar, {HolderKind::booking, event.subject});
        }
    }
    scheduler::CalendarEdit edit(from.calendar);
    for (const auto ordinal : changed) {
        edit.replace(ordinal, load_calendar(database, from.catalogue->instruments()[ordinal]->instrument.id,
                                            now - calendar_memory));
    }
    auto next = std::make_shared<Snapshot>();
    next->catalogue = from.catalogue;
    next->calendar = edit.finish(now - calendar_memory);
    next->seq = news.back().seq.value;
    return next;
}

scheduler::InstrumentCalendar load_calendar(Database& database, const InstrumentId& id, Instant since) {
    scheduler::InstrumentCalendar calendar;
    using Int = std::int64_t;
    database.each<Int, Int, Int, Int, Int, Int, Int>(
        "SELECT lane, held_start, held_end, start_at, end_at, holder_kind, holder_id FROM occupancy "
        "WHERE instrument_id = :id AND held_end > :since",
        [&](Int lane, Int held_start, Int held_end, Int start, Int end, Int kind, Int holder) {
            calendar.push_back(taken_of(lane, held_start, held_end, start, end, kind, holder));
        },
        id.value, seconds_of(since));
    return calendar;
}

}  // namespace server
