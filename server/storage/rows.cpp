#include "server/storage/rows.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "server/json/read.hpp"
#include "server/storage/price_text.hpp"

namespace server {

using namespace model;

/// Extras as they are read back, with the bounds within which they were taken.
struct StoredUse {
    Text<1, 100> code;
    Bounded<0, 1'000'000'000> quantity;
};
BOOST_DESCRIBE_STRUCT(StoredUse, (), (code, quantity))

struct StoredExtras {
    std::vector<StoredUse> consumables;
    bool urgent = false;
    bool training = false;
};
BOOST_DESCRIBE_STRUCT(StoredExtras, (), (consumables, urgent, training))

namespace {
template <class T>
T parsed(const std::string& document) {
    auto value = json::from_text<T>(document);
    if (!value) {
        throw StoreError(StoreError::Kind::other, "a stored document does not parse");
    }
    return *std::move(value);
}

template <class Enum>
Enum enum_of(const std::string& name) {
    const auto value = json::enum_value<Enum>(name);
    if (!value) {
        throw StoreError(StoreError::Kind::other, "a stored name is unknown: " + name);
    }
    return *value;
}
}  // namespace

namespace {
std::vector<ConsumableUse> uses_of(const std::vector<StoredUse>& stored) {
    std::vector<ConsumableUse> uses;
    uses.reserve(stored.size());
    for (const auto& use : stored) {
        uses.push_back({use.code, use.quantity});
    }
    return uses;
}
}  // namespace

PolicyPtr policy_of(std::int64_t version, std::int64_t since, const std::string& document,
                    const HolidaysPtr& holidays) {
    PolicyVersion read{version, instant_of(since), parsed<Policy>(document)};
    read.policy.holidays = holidays;
    return std::make_shared<PolicyVersion>(std::move(read));
}

RatesPtr rates_of(std::int64_t version, std::int64_t since, const std::string& document) {
    return std::make_shared<RatesVersion>(RatesVersion{version, instant_of(since), parsed<Rates>(document)});
}

HolidaysPtr stored_holidays(Database& database) {
    const auto row = database.first<std::int64_t, std::string>(
        "SELECT version, document FROM holiday_calendar ORDER BY version DESC LIMIT 1");
    return row ? std::make_shared<Holidays>(parsed<HolidayDocument>(std::get<1>(*row)), std::get<0>(*row))
               : std::make_shared<Holidays>(shipped_holidays(), 0);
}

HolidaysPtr holidays_version(Database& database, std::int64_t version) {
    if (version == 0) {
        return std::make_shared<Holidays>(shipped_holidays(), 0);
    }
    const auto row =
        database.first<std::string>("SELECT document FROM holiday_calendar WHERE version = :version", version);
    return row ? std::make_shared<Holidays>(parsed<HolidayDocument>(std::get<0>(*row)), version) : nullptr;
}

CreditPolicyVersion stored_credit_policy(Database& database) {
    const auto row = database.first<std::int64_t, std::string>(
        "SELECT version, document FROM credit_policy ORDER BY version DESC LIMIT 1");
    if (row) {
        return {std::get<0>(*row), parsed<CreditPolicy>(std::get<1>(*row))};
    }
    // Whom to shut out is for the council to decide: until it has, credit is counted and nobody is suspended.
    CreditPolicyVersion unset;
    unset.policy.suspensions.clear();
    return unset;
}

CreditEntry credit_entry_of(const CreditRow& row) {
    const auto& [id, person, booking, instrument, cause, points, at, state, appeal, decision] = row;
    return {CreditEntryId{id},
            UserId{person},
            BookingId{booking},
            InstrumentId{instrument},
            enum_of<CreditCause>(cause),
            points,
            instant_of(at),
            enum_of<CreditState>(state),
            appeal,
            decision};
}

std::optional<Organisation> find_organisation(Database& database, const OrganisationId& id) {
    std::optional<Organisation> found;
    database.each<std::string, std::string, std::string, std::int64_t, std::optional<std::string>,
                  std::optional<std::string>>(
        "SELECT o.kind, o.name, o.credit_code, o.credit_limit_fen, c.institution_id, c.class_name FROM organisation o "
        "LEFT JOIN organisation_class c ON c.organisation_id = o.id WHERE o.id = :id",
        [&](const std::string& kind, const std::string& name, const std::string& credit_code, std::int64_t limit,
            const std::optional<std::string>& institution, const std::optional<std::string>& class_name) {
            if (!found) {
                found = Organisation{id, enum_of<OrganisationKind>(kind), name, credit_code, Money{limit}};
            }
            if (institution) {
                found->price_classes.push_back({InstitutionId{*institution}, class_name.value_or("")});
            }
        },
        id.value);
    return found;
}

Booking booking_of(const BookingRow& row) {
    const auto& [id, instrument, person, organisation, start, end, status, purpose, samples, staff, price_class, policy,
                 rates, quote_fen, quote_lines, charge_fen, charge_lines, used_start, used_end, used_samples, used_note,
                 created, group, revision, reason, accessories, named_class, priced_at, calendar_version, extras,
                 used_consumables] = row;
    Booking b;
    b.id = BookingId{id};
    b.instrument_id = InstrumentId{instrument};
    b.user_id = UserId{person};
    b.organisation_id = OrganisationId{organisation};
    b.time = {instant_of(start), instant_of(end)};
    b.status = enum_of<BookingStatus>(status);
    b.purpose = purpose;
    b.samples = samples;
    b.staff_minutes = staff;
    b.price_class = enum_of<PriceClass>(price_class);
    b.policy_version = policy;
    b.rates_version = rates;
    b.quote = {parse_price_text(quote_lines), Money{quote_fen}};
    if (charge_fen) {
        b.charge = Price{parse_price_text(charge_lines.value_or("")), Money{*charge_fen}};
    }
    if (used_start) {
        Usage usage;
        usage.start = instant_of(*used_start);
        if (used_end) {
            usage.end = instant_of(*used_end);
        }
        usage.samples = used_samples.value_or(0);
        usage.note = used_note.value_or("");
        if (!used_consumables.empty()) {
            usage.consumables = uses_of(parsed<std::vector<StoredUse>>(used_consumables));
        }
        b.usage = std::move(usage);
    }
    b.created_at = instant_of(created);
    b.group_id = BookingGroupId{group.value_or(0)};
    b.revision = revision;
    b.reason = reason;
    b.accessories = parse_accessories(accessories);
    b.named_class = named_class;
    b.priced_at = instant_of(priced_at);
    b.calendar_version = calendar_version;
    if (!extras.empty()) {
        const auto stored = parsed<StoredExtras>(extras);
        b.extras = {uses_of(stored.consumables), stored.urgent, stored.training};
    }
    return b;
}

std::vector<AccessoryUse> parse_accessories(std::string_view text) {
    std::vector<AccessoryUse> accessories;
    while (!text.empty()) {
        const auto end = std::min(text.find(';'), text.size() - 1);
        const auto item = text.substr(0, end);
        const auto colon = std::min(item.find(':'), item.size());
        accessories.push_back({AccessoryId{json::id_number(item.substr(0, colon))},
                               json::id_number(item.substr(std::min(colon + 1, item.size())))});
        text.remove_prefix(end + 1);
    }
    return accessories;
}

std::string extras_text(const Extras& extras) {
    return extras == Extras{} ? std::string() : json::to_text(extras);
}

std::string consumables_text(const std::vector<ConsumableUse>& consumables) {
    return consumables.empty() ? std::string() : json::to_text(consumables);
}

std::string accessories_text(const std::vector<AccessoryUse>& accessories) {
    std::string text;
    for (const auto& use : accessories) {
        fmt::format_to(std::back_inserter(text), "{}:{};", use.id.value, use.quantity);
    }
    return text;
}

std::optional<BookingGroup> find_group(Database& database, BookingGroupId id) {
    const auto row = database.first<std::int64_t, std::string, std::string, std::int64_t>(
        "SELECT person_id, organisation_id, recurrence, created_at FROM booking_group WHERE id = :id", id.value);
    if (!row) {
        return std::nullopt;
    }
    const auto& [person, organisation, recurrence, at] = *row;
    return BookingGroup{id, UserId{person}, OrganisationId{organisation}, recurrence, instant_of(at)};
}

}  // namespace server
