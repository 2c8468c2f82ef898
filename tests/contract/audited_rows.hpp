#pragma once
// What a store says at the end, to be held against what the auditor rebuilt from its events.

#include "server/storage/database.hpp"
#include "tests/contract/auditor.hpp"

#include <map>
#include <set>
#include <string>

namespace contract {

struct AuditedRows {
    struct Booking {
        std::string status;
        std::string instrument;
        model::Interval time;
        std::int64_t quote = 0;
        std::int64_t charge = 0;
    };
    struct Lane {
        std::string instrument;
        AuditedHolder holder;
        model::Interval time;
        model::Interval held;
        friend auto operator<=>(const Lane&, const Lane&) = default;
    };
    std::map<std::int64_t, Booking> bookings;
    std::set<Lane> occupancy;                        ///< a holder of several lanes once
    std::map<std::string, AuditedAccount> accounts;  ///< what is paid ahead counts against what is owed
    std::int64_t sum_fen = 0;                        ///< of all accounts, balances and holds
    std::map<std::int64_t, std::string> offers;
    std::map<std::int64_t, std::string> entries;
    std::map<std::int64_t, std::string> rounds;
};

AuditedRows rows_of(server::Database& database);

/// Blames the store for every row that says otherwise.
void compare_with_rows(Auditor& auditor, const AuditedRows& rows);

}  // namespace contract
