// What companies say against charges, and finance's answers.

#include "scheduler/disputes.hpp"
#include "server/api/corrected_charge.hpp"
#include "server/api/money_handlers.hpp"
#include "server/api/shape.hpp"
#include "server/storage/money_rows.hpp"

namespace server {

using namespace model;

namespace {
struct DisputeInput : ChargeInput {
    std::optional<Bounded<0, 1'000>> line;  ///< of the booking's bill, from 0
    std::optional<Bounded<1, max_fen>> amount_fen;
    Text<1, 1'000> reason;
};
BOOST_DESCRIBE_STRUCT(DisputeInput, (ChargeInput), (line, amount_fen, reason))

enum class Decision { credit_note, adjustment, rejection };
BOOST_DESCRIBE_ENUM(Decision, credit_note, adjustment, rejection)

struct ResolutionInput {
    Decision decision = Decision::rejection;
    std::optional<Bounded<1, max_fen>> amount_fen;  ///< what is given back; left out: what is in dispute
    Text<1, 500> reason;
};
BOOST_DESCRIBE_STRUCT(ResolutionInput, (), (decision, amount_fen, reason))

struct DisputeView {
    DisputeId id;
    OrganisationId organisation_id;
    TransactionId transaction_id;  ///< the charge
    std::optional<BookingId> booking_id;
    std::optional<Bounded<0, 1'000>> line;
    Money amount_fen;
    std::string reason;
    DisputeStatus status = DisputeStatus::open;
    Instant opened_at{};
    std::optional<Instant> decided_at;
    std::string decision_reason;
};
BOOST_DESCRIBE_STRUCT(DisputeView, (),
                      (id, organisation_id, transaction_id, booking_id, line, amount_fen, reason, status, opened_at,
                       decided_at, decision_reason))

DisputeView view_of(const Dispute& d) {
    return {d.id,     d.organisation_id, d.charge,    maybe(d.booking_id), d.line,           d.amount,
            d.reason, d.status,          d.opened_at, d.decided_at,        d.decision_reason};
}
}  // namespace

Result<CommandBody> open_dispute(const Call& call) {
    TRY(const auto body, json_body(call));
    TRY(auto input, json::from_text<DisputeInput>(body));
    return CommandBody([&call, input = std::move(input)](SqlTransaction& tx) -> Result<Answer> {
        TRY(const auto charge, charge_of(tx, input));
        if (!may_act_for(*call.who, parties_of(tx, charge).user, charge.organisation_id)) {
            return ErrorCode::not_found;
        }
        scheduler::DisputeWish wish{.charge = charge.id, .line = {}, .amount = {}, .reason = input.reason};
        if (input.line) {
            wish.line = input.line->value;
        }
        if (input.amount_fen) {
            wish.amount = Money{*input.amount_fen};
        }
        TRY(const auto dispute, scheduler::open_dispute(tx, wish, actor_of(call), call.now));
        return Answer{201, json::to_text(view_of(dispute), call.style)};
    });
}

Result<CommandBody> resolve_dispute(const Call& call) {
    TRY(const auto body, json_body(call));
    TRY(auto input, json::from_text<ResolutionInput>(body));
    return CommandBody([&call, input = std::move(input)](SqlTransaction& tx) -> Result<Answer> {
        const DisputeId id{json::id_number(call.path_parameter(0))};
        const auto dispute = tx.dispute(id);
        if (!dispute) {
            return ErrorCode::not_found;
        }
        TRY_VOID(check_corrects(tx, call, dispute->charge));
        scheduler::Resolution resolution;
        if (input.decision != Decision::rejection) {
            resolution.correction =
                input.decision == Decision::credit_note ? CorrectionKind::credit_note : CorrectionKind::adjustment;
        }
        resolution.amount = -(input.amount_fen ? Money{*input.amount_fen} : dispute->amount);
        resolution.reason = input.reason;
        TRY(const auto resolved, scheduler::resolve_dispute(tx, id, resolution, actor_of(call), call.now));
        return Answer{200, json::to_text(view_of(resolved), call.style)};
    });
}

Result<Answer> list_disputes(const Call& call, Database& database) {
    TRY(const auto page, page_of(call));
    TRY(const auto organisation, listed_organisation(call));
    TRY(const auto status, choice<DisputeStatus>(call, "status"));
    std::vector<std::string> items;
    each_row<DisputeRow>(
        database,
        "SELECT " YIQI_DISPUTE_COLUMNS
        " FROM dispute d WHERE (d.organisation_id = :o OR :any_o = '') AND (d.status = :s OR :any_s = '') ORDER BY "
        "d.id "
        "DESC LIMIT :limit OFFSET :offset",
        [&](const DisputeRow& row) { items.push_back(json::to_text(view_of(dispute_of(row)), call.style)); },
        organisation, organisation, status, status, static_cast<std::int64_t>(page.limit), page.offset);
    const auto total = database.first<std::int64_t>(
        "SELECT count(*) FROM dispute WHERE (organisation_id = :o OR :any_o = '') AND (status = :s OR :any_s = '')",
        organisation, organisation, status, status);
    return Answer{200, list_text(items, page, std::get<0>(*total))};
}

Shape dispute_shape() {
    return {json::schema<DisputeView>(), json::schema<DisputeInput>()};
}

Shape resolution_shape() {
    return {json::schema<DisputeView>(), json::schema<ResolutionInput>()};
}

Shape disputes_shape() {
    return {list_schema<DisputeView>(), {}, paged({{"organisation"}, {"status"}})};
}

}  // namespace server
