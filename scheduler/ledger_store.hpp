#pragma once
// The store's port for the ledger.

#include <optional>
#include <string>
#include <vector>

#include "model/income_split.hpp"
#include "model/ledger.hpp"

namespace scheduler {

class LedgerStore {
  public:
    LedgerStore() = default;
    LedgerStore(const LedgerStore&) = delete;
    LedgerStore& operator=(const LedgerStore&) = delete;
    virtual ~LedgerStore() = default;

    virtual model::AccountState account(const model::AccountKey& key) = 0;
    /// Adds a transaction whose postings sum to zero. False, and nothing written, where its key exists
    /// already.
    virtual bool post(const model::LedgerTransaction& transaction) = 0;
    /// With its postings, in their order.
    virtual std::optional<model::LedgerTransaction> posted(const std::string& key) = 0;
    virtual std::optional<model::LedgerTransaction> posted(model::TransactionId id) = 0;
    /// The hold of a booking that nothing has ended yet.
    virtual std::optional<model::LedgerTransaction> open_hold(model::BookingId booking) = 0;
    /// What a charge and its corrections come to by account, in the order of the charge's postings; only accounts that
    /// the charge itself has.
    virtual std::vector<model::Posting> uncorrected(model::TransactionId charge) = 0;

    /// The split that holds for an institution at a time.
    virtual model::IncomeSplit income_split(const std::string& institution_id, model::Instant at) = 0;
};

}  // namespace scheduler
