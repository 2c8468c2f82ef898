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
#include "server/storage/database.hpp"

namespace server {

inline std::int64_t seconds_of(model::Instant at) {
    return at.time_since_epoch().count();
}
inline model::Instant instant_of(std::int64_t seconds) {
    return model::Instant{model::seconds{seconds}};
}

/// A stored document; throws StoreError where it does not parse (it was written by this program).
model::PolicyPtr policy_of(std::int64_t version, std::int64_t since, const std::string& document);
model::RatesPtr rates_of(std::int64_t version, std::int64_t since, const std::string& document);

std::optional<model::Organisation> find_organisation(Database& database, const model::OrganisationId& id);

/// The columns of a booking in the order of `booking_columns`.
using BookingRow =
    std::tuple<std::int64_t, std::string, std::int64_t, std::string, std::int64_t, std::int64_t, std::string,
               std::string, std::int64_t, std::int64_t, std::string, std::int64_t, std::int64_t, std::int64_t,
               std::string, std::optional<std::int64_t>, std::optional<std::string>, std::optional<std::int64_t>,
               std::optional<std::int64_t>, std::optional<std::int64_t>, std::optional<std::string>, std::int64_t,
               std::optional<std::int64_t>, std::int64_t, std::string, std::string>;

/// For literals: "SELECT " YIQI_BOOKING_COLUMNS " FROM booking b WHERE ...".
#define YIQI_BOOKING_COLUMNS                                                                                        \
    "b.id, b.instrument_id, b.person_id, b.organisation_id, b.start_at, b.end_at, b.status, b.purpose, b.samples, " \
    "b.staff_minutes, b.price_class, b.policy_version, b.rates_version, b.quote_fen, b.quote_lines, b.charge_fen, " \
    "b.charge_lines, b.used_start, b.used_end, b.used_samples, b.used_note, b.created_at, b.group_id, b.revision, " \
    "b.reason, b.accessories"

model::Booking booking_of(const BookingRow& row);

/// "id:quantity;" for each.
std::string accessories_text(const std::vector<model::AccessoryUse>& accessories);

std::optional<model::BookingGroup> find_group(Database& database, model::BookingGroupId id);

}  // namespace server
