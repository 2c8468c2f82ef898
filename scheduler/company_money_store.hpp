#pragma once
// The store's port for what is agreed with companies about their money.

#include <optional>
#include <vector>

#include "model/billing_policy.hpp"
#include "model/company_account.hpp"

namespace scheduler {

/// All that a decision about a company's money looks at.
struct CompanyMoney {
    model::Money owed;     ///< on the receivable account; negative where a payment of old was booked there
    model::Money prepaid;  ///< what it has paid ahead, >= 0
    model::Money held;
    model::CompanyAccount account;  ///< with defaults, and no id, where nothing is agreed
    bool has_limits = false;
};

/// What an organisation has not paid, its payments counted against the oldest charges first.
struct Unpaid {
    model::Money due;                     ///< of charges until a given moment, without what is in dispute
    std::optional<model::Instant> since;  ///< when the oldest unpaid charge was posted; nothing where nothing is owed
};

class CompanyMoneyStore {
  public:
    CompanyMoneyStore() = default;
    CompanyMoneyStore(const CompanyMoneyStore&) = delete;
    CompanyMoneyStore& operator=(const CompanyMoneyStore&) = delete;
    virtual ~CompanyMoneyStore() = default;

    virtual CompanyMoney company_money(const model::OrganisationId& organisation) = 0;
    virtual std::optional<model::CompanyAccount> company_account(model::CompanyAccountId id) = 0;
    /// Stores all fields; the id is set by the store where there is none yet, and answered.
    virtual model::CompanyAccountId put_company_account(const model::CompanyAccount& account) = 0;
    virtual Unpaid unpaid(const model::OrganisationId& organisation, model::Instant charged_until) = 0;

    virtual model::BillingPolicy billing_policy() = 0;

    /// At most 1,000.
    virtual std::vector<model::SpendingLimit> spending_limits(const model::OrganisationId& organisation) = 0;
    /// What the bookings that the limit counts and that start within `time`, without `except`, were charged or hold.
    virtual model::Money spent(const model::SpendingLimit& limit, model::Interval time, model::BookingId except) = 0;

    virtual void put_cost_centre(model::BookingId booking, const model::CostCentre& cost_centre) = 0;
    virtual model::CostCentre cost_centre(model::BookingId booking) = 0;
};

}  // namespace scheduler
