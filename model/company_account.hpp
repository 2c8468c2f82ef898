#pragma once
// What is agreed with a company about its money: notices, dunning, projects, spending limits.

#include <cstdint>
#include <optional>
#include <string>

#include <boost/describe.hpp>

#include "model/id.hpp"
#include "model/interval.hpp"
#include "model/money.hpp"

namespace model {

/// The state of an organisation's account beside the ledger. An organisation without one has the defaults.
struct CompanyAccount {
    CompanyAccountId id;
    OrganisationId organisation_id;
    std::optional<Money> low_balance;   ///< tell when less than this can be spent
    bool low_noticed = false;           ///< it was told, and the balance has not recovered since
    std::int64_t dunning_step = 0;      ///< how many steps of the policy were taken since something fell overdue
    bool blocked = false;               ///< makes no new bookings until nothing is overdue
    std::optional<Instant> dunning_at;  ///< when it is looked at next
    friend bool operator==(const CompanyAccount&, const CompanyAccount&) = default;
};

/// A named cost centre of an organisation.
struct Project {
    ProjectId id;
    OrganisationId organisation_id;
    std::string code;  ///< unique in the organisation, 1 to 40 characters
    std::string name;
    bool active = true;
};

/// What a company's own books want to know of a booking.
struct CostCentre {
    ProjectId project;           ///< or none
    std::string purchase_order;  ///< may be empty
    [[nodiscard]] bool empty() const { return !project && purchase_order.empty(); }
};

/// Which bookings count together: of a calendar month or year (by their start, in Shanghai), or all.
enum class LimitPeriod { month, year, total };
BOOST_DESCRIBE_ENUM(LimitPeriod, month, year, total)

/// How much a member may spend, or may be spent on a project; exactly one of them is set.
struct SpendingLimit {
    SpendingLimitId id;
    OrganisationId organisation_id;
    UserId user_id;
    ProjectId project_id;
    LimitPeriod period = LimitPeriod::month;
    Money amount;
};

}  // namespace model
