// How charges are put right: credit notes, adjustments and write-offs.

#include "scheduler/corrections.hpp"
#include "server/api/corrected_charge.hpp"
#include "server/api/money_handlers.hpp"
#include "server/api/shape.hpp"
#include "server/json/read.hpp"
#include "server/storage/money_rows.hpp"

namespace server {

using namespace model;

namespace {
struct CreditNoteInput : ChargeInput {
    Bounded<1, max_fen> amount_fen;
    Text<1, 500> reason;
};
BOOST_DESCRIBE_STRUCT(CreditNoteInput, (ChargeInput), (amount_fen, reason))

struct AdjustmentInput : ChargeInput {
    Bounded<-max_fen, max_fen> amount_fen;  ///< what is owed more (positive) or less (negative)
    Text<1, 500> reason;
};
BOOST_DESCRIBE_STRUCT(AdjustmentInput, (ChargeInput), (amount_fen, reason))

struct WriteOffInput {
    OrganisationId organisation_id;
    Bounded<1, max_fen> amount_fen;
    Text<1, 500> reason;
};
BOOST_DESCRIBE_STRUCT(WriteOffInput, (), (organisation_id, amount_fen, reason))

struct RefusalInput {
    Text<1, 500> reason;
};
BOOST_DESCRIBE_STRUCT(RefusalInput, (), (reason))

struct CorrectionView {
    CorrectionId id;
    CorrectionKind kind = CorrectionKind::credit_note;
    OrganisationId organisation_id;
    std::optional<TransactionId> charge_id;
    std::optional<DisputeId> dispute_id;
    Money amount_fen;  ///< what is owed more (positive) or less (negative)
    std::string reason;
    CorrectionStatus status = CorrectionStatus::proposed;
    std::optional<UserId> proposed_by;
    Instant proposed_at{};
    std::optional<UserId> decided_by;
    std::optional<Instant> decided_at;
    std::string decision_reason;
    std::optional<TransactionId> transaction_id;
};
BOOST_DESCRIBE_STRUCT(CorrectionView, (),
                      (id, kind, organisation_id, charge_id, dispute_id, amount_fen, reason, status, proposed_by,
                       proposed_at, decided_by, decided_at, decision_reason, transaction_id))

CorrectionView view_of(const Correction& c) {
    return {c.id,
            c.kind,
            c.organisation_id,
            maybe(c.charge),
            maybe(c.dispute),
            c.amount,
            c.reason,
            c.status,
            maybe(c.proposed_by),
            c.proposed_at,
            maybe(c.decided_by),
            c.decided_at,
            c.decision_reason,
            maybe(c.transaction)};
}

Result<Answer> propose(SqlTransaction& tx, const Call& call, CorrectionKind kind, const ChargeInput& about,
                       Money amount, const std::string& reason) {
    TRY(const auto charge, charge_of(tx, about));
    TRY_VOID(check_corrects(tx, call, charge.id));
    const scheduler::CorrectionWish wish{
        .kind = kind, .organisation = charge.organisation_id, .charge = charge.id, .amount = amount, .reason = reason};
    TRY(const auto correction, scheduler::propose_correction(tx, wish, actor_of(call), call.now));
    return Answer{201, json::to_text(view_of(correction), call.style)};
}

}  // namespace

Result<CommandBody> make_credit_note(const Call& call) {
    TRY(const auto body, json_body(call));
    TRY(auto input, json::from_text<CreditNoteInput>(body));
    return CommandBody([&call, input = std::move(input)](SqlTransaction& tx) {
        return propose(tx, call, CorrectionKind::credit_note, input, -Money{input.amount_fen}, input.reason);
    });
}

Result<CommandBody> make_adjustment(const Call& call) {
    TRY(const auto body, json_body(call));
    TRY(auto input, json::from_text<AdjustmentInput>(body));
    if (input.amount_fen == 0) {
        return field_error("amount_fen", "zero", "不能为 0", "must not be 0");
    }
    return CommandBody([&call, input = std::move(input)](SqlTransaction& tx) {
        return propose(tx, call, CorrectionKind::adjustment, input, Money{input.amount_fen}, input.reason);
    });
}

Result<CommandBody> make_write_off(const Call& call) {
    TRY(const auto body, json_body(call));
    TRY(auto input, json::from_text<WriteOffInput>(body));
    return CommandBody([&call, input = std::move(input)](SqlTransaction& tx) -> Result<Answer> {
        if (!keeps_the_books(*call.who)) {
            return ErrorCode::not_allowed;
        }
        const scheduler::CorrectionWish wish{.kind = CorrectionKind::write_off,
                                             .organisation = input.organisation_id,
                                             .charge = {},
                                             .amount = -Money{input.amount_fen},
                                             .reason = input.reason};
        TRY(const auto correction, scheduler::propose_correction(tx, wish, actor_of(call), call.now));
        return Answer{201, json::to_text(view_of(correction), call.style)};
    });
}

Result<CommandBody> approve_correction(const Call& call) {
    return CommandBody([&call](SqlTransaction& tx) -> Result<Answer> {
        const CorrectionId id{json::id_number(call.path_parameter(0))};
        TRY_VOID(check_corrects(tx, call, tx.correction(id).value_or(Correction{}).charge));
        TRY(const auto correction, scheduler::approve_correction(tx, id, actor_of(call), call.now));
        return Answer{200, json::to_text(view_of(correction), call.style)};
    });
}

Result<CommandBody> refuse_correction(const Call& call) {
    TRY(const auto body, json_body(call));
    TRY(auto input, json::from_text<RefusalInput>(body));
    return CommandBody([&call, reason = std::move(input.reason)](SqlTransaction& tx) -> Result<Answer> {
        const CorrectionId id{json::id_number(call.path_parameter(0))};
        TRY_VOID(check_corrects(tx, call, tx.correction(id).value_or(Correction{}).charge));
        TRY(const auto correction, scheduler::refuse_correction(tx, id, reason, actor_of(call), call.now));
        return Answer{200, json::to_text(view_of(correction), call.style)};
    });
}

Result<Answer> list_corrections(const Call& call, Database& database) {
    TRY(const auto page, page_of(call));
    TRY(const auto organisation, listed_organisation(call));
    TRY(const auto kind, choice<CorrectionKind>(call, "kind"));
    TRY(const auto status, choice<CorrectionStatus>(call, "status"));
    std::vector<std::string> items;
    each_row<CorrectionRow>(
        database,
        "SELECT " YIQI_CORRECTION_COLUMNS
        " FROM correction c WHERE (c.organisation_id = :o OR :any_o = '') AND (c.kind = :k OR :any_k = '') AND "
        "(c.status = :s OR :any_s = '') ORDER BY c.id DESC LIMIT :limit OFFSET :offset",
        [&](const CorrectionRow& row) { items.push_back(json::to_text(view_of(correction_of(row)), call.style)); },
        organisation, organisation, kind, kind, status, status, static_cast<std::int64_t>(page.limit), page.offset);
    const auto total = database.first<std::int64_t>(
        "SELECT count(*) FROM correction WHERE (organisation_id = :o OR :any_o = '') AND (kind = :k OR :any_k = '') "
        "AND "
        "(status = :s OR :any_s = '')",
        organisation, organisation, kind, kind, status, status);
    return Answer{200, list_text(items, page, std::get<0>(*total))};
}

Shape credit_note_shape() {
    return {json::schema<CorrectionView>(), json::schema<CreditNoteInput>()};
}

Shape adjustment_shape() {
    return {json::schema<CorrectionView>(), json::schema<AdjustmentInput>()};
}

Shape write_off_shape() {
    return {json::schema<CorrectionView>(), json::schema<WriteOffInput>()};
}

Shape correction_shape() {
    return {json::schema<CorrectionView>()};
}

Shape correction_refusal_shape() {
    return {json::schema<CorrectionView>(), json::schema<RefusalInput>()};
}

Shape corrections_shape() {
    return {list_schema<CorrectionView>(), {}, paged({{"organisation"}, {"kind"}, {"status"}})};
}

}  // namespace server
