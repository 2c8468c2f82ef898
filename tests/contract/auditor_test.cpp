// Stores that cheat in one verb, each a bug as it might be: the auditor catches every one.

#include "tests/contract/forwarding_transaction.hpp"
#include "tests/contract/town.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

using namespace contract;
using namespace model;

namespace {
TownPlan plan() {
    return {.seed = 7, .instruments = 30, .users = 150, .days = 14, .bookings_a_day = 200, .faults_in_thousand = 0};
}

template <class Cheat>
Town::Disguise disguise() {
    return [](scheduler::Transaction& store) -> std::unique_ptr<scheduler::Transaction> {
        return std::make_unique<Cheat>(store);
    };
}

/// All that the auditor says of a life with that store.
std::string caught(const Town::Disguise& disguise) {
    Town town(HostKind::memory, plan(), disguise);
    town.live();
    std::string all;
    for (const auto& problem : town.auditor().problems()) {
        all += problem + "\n";
    }
    UNSCOPED_INFO(all);
    return all;
}

bool says(const std::string& sentence, const char* part) {
    return sentence.find(part) != std::string::npos;
}

class ForgetsToVacate final : public ForwardingTransaction {
  public:
    using ForwardingTransaction::ForwardingTransaction;
    void vacate(Holder holder) override {
        if (holder.kind != HolderKind::booking || holder.id % 10 != 0) {
            store_.vacate(holder);
        }
    }
};

class GivesALaneTooMany final : public ForwardingTransaction {
  public:
    using ForwardingTransaction::ForwardingTransaction;
    std::optional<int> occupy(const InstrumentId& instrument, int capacity, Holder holder, Interval time,
                              Interval held) override {
        return store_.occupy(instrument, holder.kind == HolderKind::outage ? capacity : capacity + 1, holder, time,
                             held);
    }
};

class ForgetsABuffer final : public ForwardingTransaction {
  public:
    using ForwardingTransaction::ForwardingTransaction;
    std::optional<int> occupy(const InstrumentId& instrument, int capacity, Holder holder, Interval time,
                              Interval held) override {
        return store_.occupy(instrument, capacity, holder, time, {held.start, time.end});
    }
};

class DropsAHoldRelease final : public ForwardingTransaction {
  public:
    using ForwardingTransaction::ForwardingTransaction;
    bool post(const LedgerTransaction& transaction) override {
        return (transaction.kind == TransactionKind::hold_release && transaction.booking_id.value % 10 == 0) ||
               store_.post(transaction);
    }
};

class ChargesTwice final : public ForwardingTransaction {
  public:
    using ForwardingTransaction::ForwardingTransaction;
    bool post(const LedgerTransaction& transaction) override {
        auto again = transaction;
        again.key += ":again";
        return store_.post(transaction) && (transaction.kind != TransactionKind::charge ||
                                            transaction.booking_id.value % 10 != 0 || store_.post(again));
    }
};

/// Whoever came last is served first.
class TurnsTheLineAround final : public ForwardingTransaction {
  public:
    using ForwardingTransaction::ForwardingTransaction;
    std::vector<WaitlistEntry> waiting_for(const InstrumentId& instrument, Interval range) override {
        auto line = store_.waiting_for(instrument, range);
        for (auto& entry : line) {
            entry.created_at = Instant{} - (entry.created_at - Instant{});
        }
        return line;
    }
};

class ForgetsWhatCounts final : public ForwardingTransaction {
  public:
    using ForwardingTransaction::ForwardingTransaction;
    std::vector<scheduler::OwnBooking> counted_bookings(const OrganisationId& organisation,
                                                        const InstrumentId& instrument, Interval range) override {
        auto counted = store_.counted_bookings(organisation, instrument, range);
        counted.resize(counted.size() / 2);
        return counted;
    }
    using ForwardingTransaction::counted_bookings;
};

class ForgetsWhatIsDue final : public ForwardingTransaction {
  public:
    using ForwardingTransaction::ForwardingTransaction;
    void set_due(const DueWork& work) override {
        if (work.kind != DueKind::no_show_release || work.subject % 10 != 0) {
            store_.set_due(work);
        }
    }
};

class LosesAnEvent final : public ForwardingTransaction {
  public:
    using ForwardingTransaction::ForwardingTransaction;
    void append(Event event) override {
        if (event.kind != EventKind::booking_cancelled || event.subject % 5 != 0) {
            store_.append(std::move(event));
        }
    }
};

class ForgetsAnAcceptedOffer final : public ForwardingTransaction {
  public:
    using ForwardingTransaction::ForwardingTransaction;
    void close_offer(OfferId id, OfferStatus status) override {
        if (status != OfferStatus::accepted) {
            store_.close_offer(id, status);
        }
    }
};

class LendsWhatIsGone final : public ForwardingTransaction {
  public:
    using ForwardingTransaction::ForwardingTransaction;
    bool take_accessory(const AccessoryUse& use, Holder holder, Interval time) override {
        (void)store_.take_accessory(use, holder, time);
        return true;
    }
};
}  // namespace

TEST_CASE("The auditor has nothing to say of an honest store", "[town]") {
    CHECK(caught({}).empty());
}

TEST_CASE("The auditor catches a store that forgets to give up a lane", "[town]") {
    const auto vacates = caught(disguise<ForgetsToVacate>());
    // A round that finds the lane taken gives away what is left of it.
    CHECK((says(vacates, "holds a lane that its events do not give it") || says(vacates, "more is taken")));
}

TEST_CASE("The auditor catches a store that gives one lane more than there are", "[town]") {
    CHECK(says(caught(disguise<GivesALaneTooMany>()), "more is taken than the capacity"));
}

TEST_CASE("The auditor catches a store that forgets the buffer after a booking", "[town]") {
    CHECK_FALSE(caught(disguise<ForgetsABuffer>()).empty());
}

TEST_CASE("The auditor catches a store that drops the release of a hold", "[town]") {
    CHECK(says(caught(disguise<DropsAHoldRelease>()), "held by the ledger"));
}

TEST_CASE("The auditor catches a store that charges twice", "[town]") {
    CHECK(says(caught(disguise<ChargesTwice>()), "owes"));
}

TEST_CASE("The auditor catches a store that serves the waitlist from its end", "[town]") {
    CHECK(says(caught(disguise<TurnsTheLineAround>()), "is passed over"));
}

TEST_CASE("The auditor catches a store that forgets bookings when it counts for a quota", "[town]") {
    CHECK(says(caught(disguise<ForgetsWhatCounts>()), "a quota is exceeded"));
}

TEST_CASE("The auditor catches a store that forgets what is due", "[town]") {
    CHECK(says(caught(disguise<ForgetsWhatIsDue>()), "although nobody came"));
}

TEST_CASE("The auditor catches a store that loses an event", "[town]") {
    CHECK_FALSE(caught(disguise<LosesAnEvent>()).empty());
}

TEST_CASE("The auditor catches a store that forgets that an offer was accepted", "[town]") {
    CHECK_FALSE(caught(disguise<ForgetsAnAcceptedOffer>()).empty());
}

TEST_CASE("The auditor catches a store that lends more of an accessory than there is", "[town]") {
    CHECK(says(caught(disguise<LendsWhatIsGone>()), "are held at once"));
}
