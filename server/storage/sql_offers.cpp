// Offers of SqlTransaction.

#include "model/assert.hpp"
#include "server/json/write.hpp"
#include "server/storage/offer_rows.hpp"
#include "server/storage/sql_transaction.hpp"

namespace server {

using namespace model;

OfferId SqlTransaction::add_offer(const Offer& o) {
    const auto id = database_.first<std::int64_t>(
        "INSERT INTO offer(instrument_id, start_at, end_at, person_id, organisation_id, origin_kind, origin_id, "
        "created_at, expires_at, status, accessories) VALUES (:instrument, :start, :end, :person, :organisation, "
        ":origin_kind, :origin, :created, :expires, :status, :accessories) RETURNING id",
        o.instrument_id.value, seconds_of(o.time.start), seconds_of(o.time.end), o.user_id.value,
        o.organisation_id.value, json::enum_name(o.origin.kind), o.origin.id, seconds_of(o.created_at),
        seconds_of(o.expires_at), json::enum_name(o.status), accessories_text(o.accessories));
    return OfferId{std::get<0>(*id)};
}

std::optional<Offer> SqlTransaction::offer(OfferId id) {
    std::optional<Offer> found;
    each_offer(
        database_, "SELECT " YIQI_OFFER_COLUMNS " FROM offer o WHERE o.id = :id",
        [&](const Offer& offer) { found = offer; }, id.value);
    return found;
}

void SqlTransaction::close_offer(OfferId id, OfferStatus status) {
    database_.run("UPDATE offer SET status = :status WHERE id = :id AND status = 'open'", json::enum_name(status),
                  id.value);
    YIQI_ASSERT(database_.changes() == 1);
}

std::vector<Offer> SqlTransaction::offers_of(OfferOrigin origin) {
    std::vector<Offer> found;
    each_offer(
        database_,
        "SELECT " YIQI_OFFER_COLUMNS
        " FROM offer o WHERE o.origin_id = :id AND o.origin_kind = :kind ORDER BY o.id LIMIT 1000",
        [&](const Offer& offer) { found.push_back(offer); }, origin.id, json::enum_name(origin.kind));
    return found;
}

}  // namespace server
