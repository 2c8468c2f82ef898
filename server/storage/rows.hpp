#pragma once
// Rows to values: what the writer and the readers both need.

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>

#include "model/booking.hpp"
#include "model/booking_group.hpp"
#include "model/people.hpp"
#include "model/policy.hpp"
#include "model/rates.hpp"
#include "model/standing.hpp"
#include "server/storage/database.hpp"

namespace server {

inline std::int64_t seconds_of(model::Instant at) {
    return at.time_since_epoch().count();
}
inline model::Instant instant_of(std::int64_t seconds) {
    return model::Instant{model::seconds{seconds}};
}

/// Nothing is booked for longer than 366 days, so what reaches into a range starts this close to it.
inline constexpr std::int64_t reach_seconds = 400LL * 86'400;

/// A stored document; throws StoreError where it does not parse (it was written by this program). Without
/// `holidays` the policy cannot say when the instrument is open; its notices, buffers and limits still hold.
model::PolicyPtr policy_of(std::int64_t version, std::int64_t since, const std::string& document,
                           const model::HolidaysPtr& holidays = {});
model::RatesPtr rates_of(std::int64_t version, std::int64_t since, const std::string& document);

/// The holiday calendar in force: the newest stored version, else the shipped one.
model::HolidaysPtr stored_holidays(Database& database);
/// A version that was once in force; nullptr where there is none.
model::HolidaysPtr holidays_version(Database& database, std::int64_t version);

/// The credit policy in force with its version; 0: none was set, the defaults without suspensions.
struct CreditPolicyVersion {
    std::int64_t version = 0;
    model::CreditPolicy policy;
};
CreditPolicyVersion stored_credit_policy(Database& database);

/// The columns of a credit entry in the order of YIQI_CREDIT_COLUMNS.
using CreditRow = std::tuple<std::int64_t, std::int64_t, std::int64_t, std::string, std::string, std::int64_t,
                             std::int64_t, std::string, std::string, std::string>;
#define YIQI_CREDIT_COLUMNS \
    "c.id, c.person_id, c.booking_id, c.instrument_id, c.cause, c.points, c.at, c.state, c.appeal, c.decision"
model::CreditEntry credit_entry_of(const CreditRow& row);

std::optional<model::Organisation> find_organisation(Database& database, const model::OrganisationId& id);

/// The columns of a booking in the order of `booking_columns`.
using BookingRow =
    std::tuple<std::int64_t, std::string, std::int64_t, std::string, std::int64_t, std::int64_t, std::string,
               std::string, std::int64_t, std::int64_t, std::string, std::int64_t, std::int64_t, std::int64_t,
               std::string, std::optional<std::int64_t>, std::optional<std::string>, std::optional<std::int64_t>,
               std::optional<std::int64_t>, std::optional<std::int64_t>, std::optional<std::string>, std::int64_t,
               std::optional<std::int64_t>, std::int64_t, std::string, std::string, std::string, std::int64_t,
               std::int64_t, std::string, std::string>;

/// For literals: "SELECT " YIQI_BOOKING_COLUMNS " FROM booking b WHERE ...".
#define YIQI_BOOKING_COLUMNS                                                                                        \
    "b.id, b.instrument_id, b.person_id, b.organisation_id, b.start_at, b.end_at, b.status, b.purpose, b.samples, " \
    "b.staff_minutes, b.price_class, b.policy_version, b.rates_version, b.quote_fen, b.quote_lines, b.charge_fen, " \
    "b.charge_lines, b.used_start, b.used_end, b.used_samples, b.used_note, b.created_at, b.group_id, b.revision, " \
    "b.reason, b.accessories, b.named_class, b.priced_at, b.calendar_version, b.extras, b.used_consumables"

model::Booking booking_of(const BookingRow& row);

/// JSON; empty where nothing is asked for.
std::string extras_text(const model::Extras& extras);
std::string consumables_text(const std::vector<model::ConsumableUse>& consumables);

/// "id:quantity;" for each.
std::string accessories_text(const std::vector<model::AccessoryUse>& accessories);
std::vector<model::AccessoryUse> parse_accessories(std::string_view text);

/// Units of an accessory that are free throughout `time`; 0 where there is no such accessory.
std::int64_t count_units_left(Database& database, model::AccessoryId id, model::Interval time);

std::optional<model::BookingGroup> find_group(Database& database, model::BookingGroupId id);

}  // namespace server
