#pragma once
// The facts for booking rules from the database, for commands and readers alike.

#include "scheduler/rule_facts.hpp"
#include "server/storage/database.hpp"

namespace server {

class SqlRuleFacts final : public scheduler::RuleFactsStore {
  public:
    explicit SqlRuleFacts(Database& database) : database_(database) {}

    std::vector<scheduler::OwnBooking> live_bookings(model::UserId user, const model::InstrumentId& instrument,
                                                     model::Interval range) override;
    scheduler::FutureUse future_use(model::UserId user, const model::InstrumentId& instrument, model::Instant now,
                                    model::BookingId except) override;
    std::vector<scheduler::OwnBooking> counted_bookings(model::UserId user, const model::InstrumentId& instrument,
                                                        model::Interval range) override;
    std::vector<scheduler::OwnBooking> counted_bookings(const model::OrganisationId& organisation,
                                                        const model::InstrumentId& instrument,
                                                        model::Interval range) override;
    std::optional<model::Training> training(model::UserId user, const model::InstrumentId& instrument) override;
    std::vector<model::Clearance> clearances(const scheduler::Person& person,
                                             const model::PlatformId& platform) override;
    std::optional<model::Suspension> suspension(model::UserId user, model::Instant now) override;

  private:
    Database& database_;
};

}  // namespace server
