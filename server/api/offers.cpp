// Offers that do not come from the waitlist: answering them, and one's own that are open.

#include "scheduler/offers.hpp"

#include "scheduler/displacement.hpp"
#include "scheduler/round_commands.hpp"
#include "server/api/agreement_input.hpp"
#include "server/api/booking_input.hpp"
#include "server/api/company_scope.hpp"
#include "server/api/handlers.hpp"
#include "server/api/round_views.hpp"
#include "server/api/shape.hpp"
#include "server/api/views.hpp"
#include "server/storage/offer_rows.hpp"

namespace server {

using namespace model;

namespace {
scheduler::Actor actor_of(const Call& call) {
    return {call.who->user.id, call.who->organisation.id, false, answers_for_company(*call.who)};
}

OfferId addressed(const Call& call) {
    return OfferId{json::id_number(call.path_parameter(0))};
}
}  // namespace

Result<Answer> list_offers(const Call& call, Database& database) {
    TRY(const bool of_company, company_scope(call));
    std::vector<std::string> items;
    const auto add = [&](const Offer& offer) { items.push_back(json::to_text(counter_offer_view(offer), call.style)); };
    if (of_company) {
        each_offer(
            database,
            "SELECT " YIQI_OFFER_COLUMNS
            " FROM offer o WHERE o.organisation_id = :organisation AND o.status = 'open' AND o.expires_at > :now "
            "ORDER BY o.expires_at, o.id LIMIT 200",
            add, call.who->organisation.id.value, seconds_of(call.now));
    } else {
        each_offer(database,
                   "SELECT " YIQI_OFFER_COLUMNS
                   " FROM offer o WHERE o.person_id = :person AND o.status = 'open' AND o.expires_at > :now ORDER BY "
                   "o.expires_at, o.id LIMIT 200",
                   add, call.who->user.id.value, seconds_of(call.now));
    }
    return Answer{200, list_text(items, Page{}, static_cast<std::int64_t>(items.size()))};
}

Result<CommandBody> accept_counter_offer(const Call& call) {
    TRY(const auto input, optional_body<AgreementInput>(call));
    return CommandBody([&call, agreed = input.agreed_fen](SqlTransaction& tx) -> Result<Answer> {
        const auto id = addressed(call);
        const auto offer = tx.offer(id);
        const bool displaced = offer && offer->origin.kind == OfferOriginKind::displaced;
        TRY(const auto booking, displaced ? scheduler::accept_displaced_offer(tx, id, agreed, actor_of(call), call.now)
                                          : scheduler::accept_round_offer(tx, id, actor_of(call), call.now));
        const auto view = booking_view(call, booking, tx.party_names(booking));
        return Answer{200, json::to_text(view, call.style), view.etag};
    });
}

Result<CommandBody> decline_counter_offer(const Call& call) {
    return CommandBody([&call](SqlTransaction& tx) -> Result<Answer> {
        const auto offer = tx.offer(addressed(call));
        if (!offer || offer->origin.kind == OfferOriginKind::waitlist) {
            return ErrorCode::not_found;
        }
        TRY(const auto declined, scheduler::decline_offer(tx, offer->id, actor_of(call), call.now));
        return Answer{200, json::to_text(counter_offer_view(declined), call.style)};
    });
}

Shape accept_offer_shape() {
    return {json::schema<BookingView>(), json::schema<AgreementInput>()};
}

}  // namespace server
