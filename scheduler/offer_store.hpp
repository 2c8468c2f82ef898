#pragma once
// The store's port for offers.

#include <optional>
#include <vector>

#include "model/offer.hpp"

namespace scheduler {

class OfferStore {
  public:
    OfferStore() = default;
    OfferStore(const OfferStore&) = delete;
    OfferStore& operator=(const OfferStore&) = delete;
    virtual ~OfferStore() = default;

    /// Stores a new offer; the returned id is set by the store. The store refuses a second open one for a waitlist
    /// entry.
    virtual model::OfferId add_offer(const model::Offer& offer) = 0;
    virtual std::optional<model::Offer> offer(model::OfferId id) = 0;
    /// From open to a final state (an assertion).
    virtual void close_offer(model::OfferId id, model::OfferStatus status) = 0;
    /// All offers of an origin in the order in which they were made, at most 1,000.
    virtual std::vector<model::Offer> offers_of(model::OfferOrigin origin) = 0;
};

}  // namespace scheduler
