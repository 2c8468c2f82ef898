#pragma once
// The part of the store's port that is about who approves prices, and for whom which class holds.

#include <optional>
#include <string>
#include <vector>

#include "model/rates_proposal.hpp"

namespace scheduler {

class RatesStore {
  public:
    RatesStore() = default;
    RatesStore(const RatesStore&) = delete;
    RatesStore& operator=(const RatesStore&) = delete;
    virtual ~RatesStore() = default;

    /// Whether changed prices of the institution wait for its finance. No, until it says so.
    virtual bool prices_need_approval(const model::InstitutionId& institution) = 0;
    virtual void set_prices_need_approval(const model::InstitutionId& institution, bool needed) = 0;

    /// The returned id is set by the store. The store refuses a second pending one for an instrument.
    virtual model::RatesProposalId add_rates_proposal(const model::RatesProposal& proposal) = 0;
    virtual std::optional<model::RatesProposal> rates_proposal(model::RatesProposalId id) = 0;
    virtual std::optional<model::RatesProposal> pending_rates_proposal(const model::InstrumentId& instrument) = 0;
    /// From pending to a final state (an assertion).
    virtual void close_rates_proposal(const model::RatesProposal& proposal) = 0;

    virtual std::vector<model::OwnClass> own_classes(const model::InstitutionId& institution) = 0;
    /// Replaces them; the store refuses to lose one that some organisation has.
    virtual void put_own_classes(const model::InstitutionId& institution,
                                 const std::vector<model::OwnClass>& classes) = 0;
    /// Organisations that have the class.
    virtual std::int64_t organisations_of_class(const model::InstitutionId& institution, const std::string& name) = 0;
    /// Empty: none.
    virtual void set_price_class(const model::OrganisationId& organisation, const model::InstitutionId& institution,
                                 const std::string& name) = 0;
};

}  // namespace scheduler
