#include "server/api/corrected_charge.hpp"

#include <fmt/format.h>

namespace server {

using namespace model;

Result<LedgerTransaction> charge_of(SqlTransaction& tx, const ChargeInput& input) {
    if (input.booking_id.has_value() == input.transaction_id.has_value()) {
        return field_error("booking_id", "one_of_two", "须填写 booking_id 或 transaction_id 之一",
                           "either booking_id or transaction_id");
    }
    auto charge = input.booking_id ? tx.posted(fmt::format("charge:booking:{}", input.booking_id->value))
                                   : tx.posted(*input.transaction_id);
    if (!charge || charge->kind != TransactionKind::charge) {
        return ErrorCode::not_found;
    }
    return *std::move(charge);
}

ChargeParties parties_of(SqlTransaction& tx, const LedgerTransaction& charge) {
    const auto booking = charge.booking_id ? tx.booking(charge.booking_id) : std::nullopt;
    const auto instrument = booking ? tx.instrument(booking->instrument_id) : nullptr;
    return {instrument ? instrument->institution_id.value : std::string(), booking ? booking->user_id : UserId{}};
}

Result<void> check_corrects(SqlTransaction& tx, const Call& call, TransactionId charge) {
    const auto posted = charge ? tx.posted(charge) : std::nullopt;
    const bool may =
        posted ? may_correct(*call.who, parties_of(tx, *posted).institution_id) : keeps_the_books(*call.who);
    if (!may) {
        return ErrorCode::not_found;
    }
    return {};
}

Result<std::string> listed_organisation(const Call& call) {
    const auto& asked = call.query("organisation");
    if (asked.empty() && keeps_the_books(*call.who)) {
        return std::string();
    }
    const OrganisationId id{asked.empty() ? call.who->organisation.id.value : asked};
    if (!may_see_account(*call.who, id)) {
        return ErrorCode::not_found;
    }
    return id.value;
}

}  // namespace server
