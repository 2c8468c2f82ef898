#pragma once
// The store's port for lines of the bank.

#include <optional>
#include <string>
#include <vector>

#include "model/bank_line.hpp"
#include "model/people.hpp"

namespace scheduler {

/// Who a payment may come from, with what it owes.
struct KnownPayer {
    model::OrganisationId id;
    std::string name;
    std::string credit_code;
    model::Money owed;
};

class BankLineStore {
  public:
    BankLineStore() = default;
    BankLineStore(const BankLineStore&) = delete;
    BankLineStore& operator=(const BankLineStore&) = delete;
    virtual ~BankLineStore() = default;

    /// Every organisation, by id.
    virtual std::vector<KnownPayer> known_payers() = 0;
    virtual std::optional<model::BankLine> bank_line(const std::string& bank_reference) = 0;
    virtual std::optional<model::BankLine> bank_line(model::BankLineId id) = 0;
    /// The id is set by the store.
    virtual model::BankLineId add_bank_line(const model::BankLine& line) = 0;
    /// Status, organisation, what matched it, and the reason.
    virtual void update_bank_line(const model::BankLine& line) = 0;
};

}  // namespace scheduler
