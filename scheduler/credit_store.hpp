#pragma once
// The store's verbs for credit entries and suspensions.

#include <cstdint>
#include <optional>
#include <vector>

#include "model/standing.hpp"

namespace scheduler {

class CreditStore {
  public:
    CreditStore() = default;
    CreditStore(const CreditStore&) = delete;
    CreditStore& operator=(const CreditStore&) = delete;
    virtual ~CreditStore() = default;

    /// The version in force; the defaults where none was ever set.
    virtual model::CreditPolicy credit_policy() = 0;
    virtual model::CreditEntryId add_credit_entry(const model::CreditEntry& entry) = 0;
    virtual std::optional<model::CreditEntry> credit_entry(model::CreditEntryId id) = 0;
    /// Stores the state and the words of appeal and decision.
    virtual void update_credit_entry(const model::CreditEntry& entry) = 0;
    /// Entries of a cause from `since` up to and with `until`, without the forgiven ones.
    virtual std::int64_t count_credit_entries(model::UserId user, model::CreditCause cause, model::Instant since,
                                              model::Instant until) = 0;
    virtual model::SuspensionId add_suspension(const model::Suspension& suspension) = 0;
    virtual std::optional<model::Suspension> suspension(model::SuspensionId id) = 0;
    virtual void lift_suspension(model::SuspensionId id, model::Instant at, const std::string& reason) = 0;
};

}  // namespace scheduler
