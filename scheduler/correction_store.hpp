#pragma once
// The store's port for disputes and corrections.

#include <cstdint>
#include <optional>

#include "model/correction.hpp"

namespace scheduler {

class CorrectionStore {
  public:
    CorrectionStore() = default;
    CorrectionStore(const CorrectionStore&) = delete;
    CorrectionStore& operator=(const CorrectionStore&) = delete;
    virtual ~CorrectionStore() = default;

    /// The ids are set by the store.
    virtual model::CorrectionId add_correction(const model::Correction& correction) = 0;
    virtual std::optional<model::Correction> correction(model::CorrectionId id) = 0;
    /// The decision: status, who, when, why, and the transaction.
    virtual void decide_correction(const model::Correction& correction) = 0;
    /// What proposed corrections would take from a charge, or, without one, from what the organisation owes; >= 0.
    virtual model::Money proposed_reductions(const model::OrganisationId& organisation,
                                             model::TransactionId charge) = 0;

    virtual model::DisputeId add_dispute(const model::Dispute& dispute) = 0;
    virtual std::optional<model::Dispute> dispute(model::DisputeId id) = 0;
    virtual void decide_dispute(const model::Dispute& dispute) = 0;
    /// What undecided disputes of a charge come to.
    virtual model::Money disputed(model::TransactionId charge) = 0;
};

}  // namespace scheduler
