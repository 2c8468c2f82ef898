#include "scheduler/price_changes.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "model/assert.hpp"
#include "scheduler/documents.hpp"

namespace scheduler {

using namespace model;

namespace {
Event price_event(EventKind kind, const Actor& actor, Instant now) {
    Event event;
    event.at = now;
    event.kind = kind;
    event.actor = actor.user;
    return event;
}

void record_proposal(Transaction& tx, EventKind kind, const RatesProposal& proposal, const Actor& actor, Instant now) {
    auto event = price_event(kind, actor, now);
    event.subject = proposal.id.value;
    event.instrument_id = proposal.instrument_id;
    event.facts = {{"based_on", std::to_string(proposal.based_on)}};
    if (!proposal.reason.empty()) {
        event.facts.push_back({"reason", proposal.reason});
    }
    tx.append(std::move(event));
}

void close(Transaction& tx, RatesProposal& proposal, ProposalStatus status, const Actor& actor, Instant now) {
    proposal.status = status;
    proposal.decided_by = actor.user;
    proposal.decided_at = now;
    tx.close_rates_proposal(proposal);
}

Result<RatesProposal> pending(Transaction& tx, RatesProposalId id) {
    auto proposal = tx.rates_proposal(id);
    if (!proposal) {
        return ErrorCode::not_found;
    }
    if (proposal->status != ProposalStatus::pending) {
        return Error(ErrorCode::wrong_state, {"此价格变更已处理", "this change of prices has been decided"});
    }
    return *std::move(proposal);
}
}  // namespace

RatesProposal propose_rates(Transaction& tx, const InstrumentRecord& instrument, const Rates& rates, const Actor& actor,
                            Instant now) {
    if (auto earlier = tx.pending_rates_proposal(instrument.instrument.id)) {
        close(tx, *earlier, ProposalStatus::withdrawn, actor, now);
        record_proposal(tx, EventKind::rates_withdrawn, *earlier, actor, now);
    }
    RatesProposal proposal;
    proposal.instrument_id = instrument.instrument.id;
    proposal.based_on = instrument.rates->version;
    proposal.rates = rates;
    proposal.proposed_by = actor.user;
    proposal.proposed_at = now;
    proposal.id = tx.add_rates_proposal(proposal);
    record_proposal(tx, EventKind::rates_proposed, proposal, actor, now);
    return proposal;
}

Result<RatesProposal> approve_rates(Transaction& tx, RatesProposalId id, const Actor& actor, Instant now) {
    TRY(auto proposal, pending(tx, id));
    if (proposal.proposed_by == actor.user) {
        return Error(ErrorCode::not_allowed,
                     {"不能批准自己提出的价格变更", "one cannot approve prices that one proposed oneself"});
    }
    const auto instrument = tx.instrument(proposal.instrument_id);
    YIQI_ASSERT(instrument != nullptr);
    if (instrument->rates->version != proposal.based_on) {
        return Error(ErrorCode::stale_etag, {"现行价格已变更，请重新提出", "the prices in force have changed since"});
    }
    close(tx, proposal, ProposalStatus::approved, actor, now);
    // The version is whose who proposed it; who approved it is on the proposal.
    change_rates(tx, proposal.instrument_id, proposal.rates, {proposal.proposed_by, {}, true}, now);
    return proposal;
}

Result<RatesProposal> reject_rates(Transaction& tx, RatesProposalId id, const std::string& reason, const Actor& actor,
                                   Instant now) {
    TRY(auto proposal, pending(tx, id));
    proposal.reason = reason;
    close(tx, proposal, ProposalStatus::rejected, actor, now);
    record_proposal(tx, EventKind::rates_rejected, proposal, actor, now);
    return proposal;
}

void set_price_approval(Transaction& tx, const InstitutionId& institution, bool needed, const Actor& actor,
                        Instant now) {
    if (tx.prices_need_approval(institution) == needed) {
        return;
    }
    tx.set_prices_need_approval(institution, needed);
    auto event = price_event(EventKind::price_approval_changed, actor, now);
    event.organisation_id = OrganisationId{institution.value};
    event.facts = {{"needed", needed ? "true" : "false"}};
    tx.append(std::move(event));
}

Result<void> change_own_classes(Transaction& tx, const InstitutionId& institution, const std::vector<OwnClass>& classes,
                                const Actor& actor, Instant now) {
    for (const auto& old : tx.own_classes(institution)) {
        const bool kept = std::ranges::find(classes, old.name, &OwnClass::name) != classes.end();
        const auto holders = kept ? 0 : tx.organisations_of_class(institution, old.name);
        if (holders > 0) {
            return invalid_field(
                "items", "in_use",
                {fmt::format("类别“{}”仍有 {} 家单位使用", old.name_zh.value, holders),
                 fmt::format("{} organisations still have the class \"{}\"", holders, old.name_en.value)});
        }
    }
    tx.put_own_classes(institution, classes);
    auto event = price_event(EventKind::price_classes_changed, actor, now);
    event.organisation_id = OrganisationId{institution.value};
    tx.append(std::move(event));
    return {};
}

Result<void> give_class(Transaction& tx, const OrganisationId& organisation, const InstitutionId& institution,
                        const std::string& name, const Actor& actor, Instant now) {
    if (!tx.organisation(organisation)) {
        return ErrorCode::not_found;
    }
    const auto classes = tx.own_classes(institution);
    if (!name.empty() && std::ranges::find(classes, Text<1, 40>(name), &OwnClass::name) == classes.end()) {
        return invalid_field("price_class", "unknown_value",
                             {"该院校没有这个价格类别", "the institution has no such class"});
    }
    tx.set_price_class(organisation, institution, name);
    auto event = price_event(EventKind::price_classes_changed, actor, now);
    event.organisation_id = organisation;
    event.facts = {{"institution", institution.value}, {"class", name}};
    tx.append(std::move(event));
    return {};
}

}  // namespace scheduler
