#pragma once
// Rows of offers to values, for the writer and the readers.

#include "model/offer.hpp"
#include "server/json/read.hpp"
#include "server/storage/rows.hpp"

namespace server {

/// For literals: "SELECT " YIQI_OFFER_COLUMNS " FROM offer o WHERE ...".
#define YIQI_OFFER_COLUMNS                                                                         \
    "o.id, o.instrument_id, o.start_at, o.end_at, o.person_id, o.organisation_id, o.origin_kind, " \
    "o.origin_id, o.created_at, o.expires_at, o.status, o.accessories"

/// Calls `visit(const Offer&)` for every row of a query with those columns.
template <class Visit, class... In>
void each_offer(Database& database, Sql sql, Visit visit, const In&... in) {
    using Int = std::int64_t;
    using Text = std::string;
    database.each<Int, Text, Int, Int, Int, Text, Text, Int, Int, Int, Text, Text>(
        sql,
        [&](Int id, const Text& instrument, Int start, Int end, Int person, const Text& organisation,
            const Text& origin, Int origin_id, Int created, Int expires, const Text& status, const Text& accessories) {
            visit(model::Offer{model::OfferId{id},
                               model::InstrumentId{instrument},
                               {instant_of(start), instant_of(end)},
                               model::UserId{person},
                               model::OrganisationId{organisation},
                               {json::enum_value<model::OfferOriginKind>(origin).value(), origin_id},
                               instant_of(created),
                               instant_of(expires),
                               json::enum_value<model::OfferStatus>(status).value(),
                               parse_accessories(accessories)});
        },
        in...);
}

}  // namespace server
