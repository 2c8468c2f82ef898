// Changes of prices that wait for the approval of the institution's finance.

#include <fmt/format.h>

#include "scheduler/price_changes.hpp"
#include "server/api/booking_input.hpp"
#include "server/api/handlers.hpp"
#include "server/api/shape.hpp"
#include "server/storage/rates_rows.hpp"

namespace server {

using namespace model;

namespace {
struct ProposalView {
    RatesProposalId id;
    InstrumentId instrument_id;
    std::string instrument_name_zh;
    std::string instrument_name_en;
    PlatformId platform_id;
    InstitutionId institution_id;
    ProposalStatus status = ProposalStatus::pending;
    std::int64_t based_on = 0;
    std::string proposed_by_name;
    Instant proposed_at{};
    std::string decided_by_name;
    std::optional<Instant> decided_at;
    std::string reason;
    std::vector<std::string> may;
};
BOOST_DESCRIBE_STRUCT(ProposalView, (),
                      (id, instrument_id, instrument_name_zh, instrument_name_en, platform_id, institution_id, status,
                       based_on, proposed_by_name, proposed_at, decided_by_name, decided_at, reason, may))

/// With both documents, so that a reader sees the difference.
struct WholeProposalView : ProposalView {
    Rates rates;
    Rates in_force;
    std::int64_t version_in_force = 0;
};
BOOST_DESCRIBE_STRUCT(WholeProposalView, (ProposalView), (rates, in_force, version_in_force))

std::string name_of(Database& database, UserId id) {
    const auto row = database.first<std::string>("SELECT name FROM person WHERE id = :id", id.value);
    return row ? std::get<0>(*row) : std::string();
}

void fill(ProposalView& view, const Call& call, Database& database, const RatesProposal& p,
          const scheduler::InstrumentRecord& record) {
    view.id = p.id;
    view.instrument_id = p.instrument_id;
    view.instrument_name_zh = record.instrument.name_zh;
    view.instrument_name_en = record.instrument.name_en;
    view.platform_id = record.instrument.platform_id;
    view.institution_id = record.institution_id;
    view.status = p.status;
    view.based_on = p.based_on;
    view.proposed_by_name = name_of(database, p.proposed_by);
    view.proposed_at = p.proposed_at;
    view.reason = p.reason;
    if (p.status != ProposalStatus::pending) {
        view.decided_by_name = name_of(database, p.decided_by);
        view.decided_at = p.decided_at;
    } else if (may_approve_prices(*call.who, record.institution_id)) {
        view.may.emplace_back("reject");
        if (p.proposed_by != call.who->user.id) {
            view.may.emplace_back("approve");
        }
    }
}

WholeProposalView whole_view(const Call& call, Database& database, const RatesProposal& proposal,
                             const scheduler::InstrumentRecord& record) {
    WholeProposalView view;
    fill(view, call, database, proposal, record);
    view.rates = proposal.rates;
    view.in_force = record.rates->rates;
    view.version_in_force = record.rates->version;
    return view;
}
}  // namespace

Result<Answer> list_rates_proposals(const Call& call, Database& database) {
    constexpr std::size_t looked_at_max = 2'000;
    TRY(const auto page, page_of(call));
    const auto& wanted = call.query("status");
    const auto status = json::enum_value<ProposalStatus>(wanted.empty() ? "pending" : wanted);
    if (!status) {
        return field_error("status", "unknown_value", "没有这个状态", "there is no such status");
    }
    const auto& instrument = call.query("instrument");
    std::vector<RatesProposal> found;
    each_proposal(
        database,
        "SELECT " YIQI_PROPOSAL_COLUMNS
        " FROM rates_proposal r WHERE r.status = :status ORDER BY r.id DESC LIMIT :limit",
        [&](const RatesProposal& proposal) { found.push_back(proposal); }, json::enum_name(*status),
        static_cast<std::int64_t>(looked_at_max));
    std::vector<std::string> items;
    std::int64_t total = 0;
    for (const auto& proposal : found) {
        const auto record = call.snapshot->catalogue->instrument(proposal.instrument_id);
        const bool asked = instrument.empty() || proposal.instrument_id.value == instrument;
        if (!record || !asked || !may_see_price_changes(*call.who, *record)) {
            continue;
        }
        if (total >= page.offset && items.size() < page.limit) {
            ProposalView view;
            fill(view, call, database, proposal, *record);
            items.push_back(json::to_text(view, call.style));
        }
        ++total;
    }
    return Answer{200, list_text(items, page, total)};
}

Result<Answer> one_rates_proposal(const Call& call, Database& database) {
    std::optional<RatesProposal> found;
    each_proposal(
        database, "SELECT " YIQI_PROPOSAL_COLUMNS " FROM rates_proposal r WHERE r.id = :id",
        [&](const RatesProposal& proposal) { found = proposal; }, json::id_number(call.path_parameter(0)));
    const auto record = found ? call.snapshot->catalogue->instrument(found->instrument_id) : nullptr;
    if (!record || !may_see_price_changes(*call.who, *record)) {
        return ErrorCode::not_found;
    }
    return Answer{200, json::to_text(whole_view(call, database, *found, *record), call.style)};
}

namespace {
using Decision = std::function<Result<RatesProposal>(SqlTransaction&, RatesProposalId, const scheduler::Actor&)>;

CommandBody decision_command(const Call& call, Decision decide) {
    return CommandBody([&call, decide = std::move(decide)](SqlTransaction& tx) -> Result<Answer> {
        const RatesProposalId id{json::id_number(call.path_parameter(0))};
        const auto proposal = tx.rates_proposal(id);
        const auto record = proposal ? tx.instrument(proposal->instrument_id) : nullptr;
        if (!record || !may_see_price_changes(*call.who, *record)) {
            return ErrorCode::not_found;
        }
        if (!may_approve_prices(*call.who, record->institution_id)) {
            return ErrorCode::not_allowed;
        }
        TRY(const auto decided, decide(tx, id, {call.who->user.id, call.who->organisation.id, true}));
        const auto view = whole_view(call, tx.reader(), decided, *tx.instrument(decided.instrument_id));
        return Answer{200, json::to_text(view, call.style)};
    });
}
}  // namespace

Result<CommandBody> approve_rates(const Call& call) {
    return decision_command(call, [&call](SqlTransaction& tx, RatesProposalId id, const scheduler::Actor& actor) {
        return scheduler::approve_rates(tx, id, actor, call.now);
    });
}

Result<CommandBody> reject_rates(const Call& call) {
    TRY(const auto input, optional_body<ReasonInput>(call));
    if (!input.reason || input.reason->empty()) {
        return field_error("reason", "missing", "请填写驳回的理由", "give a reason for the rejection");
    }
    return decision_command(call, [&call, reason = input.reason->value](SqlTransaction& tx, RatesProposalId id,
                                                                        const scheduler::Actor& actor) {
        return scheduler::reject_rates(tx, id, reason, actor, call.now);
    });
}

namespace {
struct ApprovalSetting {
    bool required = false;
};
BOOST_DESCRIBE_STRUCT(ApprovalSetting, (), (required))
}  // namespace

Result<Answer> get_price_approval(const Call& call, Database& database) {
    const InstitutionId id{call.path_parameter(0)};
    if (call.snapshot->catalogue->institution(id) == nullptr) {
        return ErrorCode::not_found;
    }
    return Answer{200, json::to_text(ApprovalSetting{prices_need_approval(database, id)}, call.style)};
}

Result<CommandBody> put_price_approval(const Call& call) {
    TRY(const auto body, json_body(call));
    TRY(const auto input, json::from_text<ApprovalSetting>(body));
    const InstitutionId id{call.path_parameter(0)};
    if (call.snapshot->catalogue->institution(id) == nullptr) {
        return ErrorCode::not_found;
    }
    if (!may_settle_prices(*call.who, id)) {
        return ErrorCode::not_allowed;
    }
    return CommandBody([&call, id, input](SqlTransaction& tx) -> Result<Answer> {
        scheduler::set_price_approval(tx, id, input.required, {call.who->user.id, call.who->organisation.id, true},
                                      call.now);
        return Answer{200, json::to_text(input, call.style)};
    });
}

Shape rates_proposals_shape() {
    return {list_schema<ProposalView>(), {}, paged({{"status"}, {"instrument"}})};
}

Shape rates_proposal_shape() {
    return {json::schema<WholeProposalView>()};
}

Shape rates_decision_shape() {
    return {json::schema<WholeProposalView>(), json::schema<ReasonInput>()};
}

Shape price_approval_shape() {
    return {json::schema<ApprovalSetting>(), json::schema<ApprovalSetting>()};
}

}  // namespace server
