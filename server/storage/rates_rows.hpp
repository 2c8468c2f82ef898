#pragma once
// Rows of price proposals to values, for the writer and the readers.

#include "model/rates_proposal.hpp"
#include "server/json/read.hpp"
#include "server/storage/rows.hpp"

namespace server {

/// For literals: "SELECT " YIQI_PROPOSAL_COLUMNS " FROM rates_proposal r WHERE ...".
#define YIQI_PROPOSAL_COLUMNS                                                                 \
    "r.id, r.instrument_id, r.based_on, r.document, r.proposed_by, r.proposed_at, r.status, " \
    "coalesce(r.decided_by, 0), coalesce(r.decided_at, 0), r.reason"

/// Calls `visit(const RatesProposal&)` for every row of a query with those columns.
template <class Visit, class... In>
void each_proposal(Database& database, Sql sql, Visit visit, const In&... in) {
    using Int = std::int64_t;
    using Text = std::string;
    database.each<Int, Text, Int, Text, Int, Int, Text, Int, Int, Text>(
        sql,
        [&](Int id, const Text& instrument, Int based_on, const Text& document, Int by, Int at, const Text& status,
            Int decided_by, Int decided_at, const Text& reason) {
            visit(model::RatesProposal{model::RatesProposalId{id}, model::InstrumentId{instrument}, based_on,
                                       rates_of(0, 0, document)->rates, model::UserId{by}, instant_of(at),
                                       json::enum_value<model::ProposalStatus>(status).value(),
                                       model::UserId{decided_by}, instant_of(decided_at), reason});
        },
        in...);
}

/// The classes of an institution's own, in the order in which it lists them.
std::vector<model::OwnClass> own_classes_of(Database& database, const model::InstitutionId& institution);
bool prices_need_approval(Database& database, const model::InstitutionId& institution);

}  // namespace server
