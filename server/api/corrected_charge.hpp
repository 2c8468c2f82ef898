#pragma once
// The charge that a correction or a dispute is about, and who may see and correct it.

#include <optional>
#include <string>

#include <boost/describe.hpp>

#include "scheduler/bookings.hpp"
#include "server/api/finance_actor.hpp"
#include "server/api/service.hpp"
#include "server/json/read.hpp"

namespace server {

/// Which charge: of a booking, or the transaction itself. Exactly one.
struct ChargeInput {
    std::optional<model::BookingId> booking_id;
    std::optional<model::TransactionId> transaction_id;
};
BOOST_DESCRIBE_STRUCT(ChargeInput, (), (booking_id, transaction_id))

/// Errors: invalid_field (neither, or both), not_found.
model::Result<model::LedgerTransaction> charge_of(SqlTransaction& tx, const ChargeInput& input);

/// The institution whose charge it is, and the user whose booking.
struct ChargeParties {
    std::string institution_id;
    model::UserId user;
};
ChargeParties parties_of(SqlTransaction& tx, const model::LedgerTransaction& charge);

/// Whether the caller may correct the charge; without one, whether it keeps the books of all. Error: not_found.
model::Result<void> check_corrects(SqlTransaction& tx, const Call& call, model::TransactionId charge);

/// Whose entries the caller lists: of one organisation that it may see, or (empty) of all. Error: not_found.
model::Result<std::string> listed_organisation(const Call& call);

/// A choice of the query; empty where it is left out.
template <class Enum>
model::Result<std::string> choice(const Call& call, std::string_view name) {
    const auto& text = call.query(name);
    if (!text.empty() && !json::enum_value<Enum>(text)) {
        return model::Error(model::ErrorCode::malformed_request)
            .with_field({std::string(name), "unknown", {"没有这个值", "there is no such value"}});
    }
    return text;
}

/// Nothing where the id is none yet.
template <class Id>
std::optional<Id> maybe(const Id& id) {
    return id ? std::optional(id) : std::nullopt;
}

}  // namespace server
