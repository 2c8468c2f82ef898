// Payments, refunds and deposits that finance records.

#include <fmt/format.h>

#include "scheduler/payments.hpp"
#include "server/api/finance_actor.hpp"
#include "server/api/money_handlers.hpp"
#include "server/api/shape.hpp"
#include "server/json/read.hpp"

namespace server {

using namespace model;

namespace {
struct PaymentInput {
    OrganisationId organisation_id;
    Bounded<1, max_fen> amount_fen;
    Text<1, 200> reference;
};
BOOST_DESCRIBE_STRUCT(PaymentInput, (), (organisation_id, amount_fen, reference))

/// A deposit that is received (positive) or given back (negative).
struct DepositInput {
    OrganisationId organisation_id;
    Bounded<-max_fen, max_fen> amount_fen;
    Text<1, 200> reference;
};
BOOST_DESCRIBE_STRUCT(DepositInput, (), (organisation_id, amount_fen, reference))

struct PaymentView {
    OrganisationId organisation_id;
    Money amount_fen;
    std::string reference;
    Instant at{};
};
BOOST_DESCRIBE_STRUCT(PaymentView, (), (organisation_id, amount_fen, reference, at))

/// A repeated request is recognised by its idempotency key; without one each request is a movement of its own.
scheduler::PaymentNote note_of(const Call& call, std::string_view kind, const std::string& reference) {
    const auto& key = call.request.idempotency_key;
    return {fmt::format("{}:{}:{}", kind, call.who->user.id.value, key.empty() ? call.request.request_id : key),
            reference};
}

template <class Input>
Answer movement_answer(const Call& call, const Input& input) {
    const PaymentView view{input.organisation_id, Money{input.amount_fen}, input.reference.value, call.now};
    return Answer{201, json::to_text(view, call.style)};
}
}  // namespace

Result<CommandBody> receive_payment(const Call& call) {
    TRY(const auto body, json_body(call));
    TRY(auto input, json::from_text<PaymentInput>(body));
    return CommandBody([&call, input = std::move(input)](SqlTransaction& tx) -> Result<Answer> {
        if (!call.who->has(Role::finance, input.organisation_id.value) && !keeps_the_books(*call.who)) {
            return ErrorCode::not_allowed;
        }
        TRY(const auto payment,
            scheduler::receive_payment(tx, input.organisation_id, Money{input.amount_fen},
                                       note_of(call, "payment", input.reference), actor_of(call), call.now));
        return movement_answer(call, input);
    });
}

Result<CommandBody> make_refund(const Call& call) {
    TRY(const auto body, json_body(call));
    TRY(auto input, json::from_text<PaymentInput>(body));
    return CommandBody([&call, input = std::move(input)](SqlTransaction& tx) -> Result<Answer> {
        if (!keeps_the_books(*call.who)) {
            return ErrorCode::not_allowed;
        }
        TRY(const auto refund, scheduler::refund(tx, input.organisation_id, Money{input.amount_fen},
                                                 note_of(call, "refund", input.reference), actor_of(call), call.now));
        return movement_answer(call, input);
    });
}

Result<CommandBody> change_deposit(const Call& call) {
    TRY(const auto body, json_body(call));
    TRY(auto input, json::from_text<DepositInput>(body));
    if (input.amount_fen == 0) {
        return field_error("amount_fen", "zero", "不能为 0", "must not be 0");
    }
    return CommandBody([&call, input = std::move(input)](SqlTransaction& tx) -> Result<Answer> {
        if (!keeps_the_books(*call.who)) {
            return ErrorCode::not_allowed;
        }
        TRY(const auto deposit,
            scheduler::change_deposit(tx, input.organisation_id, Money{input.amount_fen},
                                      note_of(call, "deposit", input.reference), actor_of(call), call.now));
        return movement_answer(call, input);
    });
}

Shape payment_shape() {
    return {json::schema<PaymentView>(), json::schema<PaymentInput>()};
}

Shape deposit_shape() {
    return {json::schema<PaymentView>(), json::schema<DepositInput>()};
}

}  // namespace server
