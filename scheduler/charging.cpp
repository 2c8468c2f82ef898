#include "scheduler/charging.hpp"

#include <fmt/format.h>

#include "model/assert.hpp"
#include "scheduler/charges.hpp"
#include "scheduler/company_money.hpp"
#include "scheduler/postings.hpp"
#include "scheduler/pricing.hpp"

namespace scheduler {

using namespace model;

namespace {
LedgerTransaction booking_transaction(const Booking& booking, TransactionKind kind, std::string key, Instant now) {
    LedgerTransaction transaction;
    transaction.kind = kind;
    transaction.key = std::move(key);
    transaction.at = now;
    transaction.booking_id = booking.id;
    transaction.organisation_id = booking.organisation_id;
    return transaction;
}

InstrumentPtr instrument_of(Transaction& tx, const Booking& booking) {
    auto instrument = tx.instrument(booking.instrument_id);
    YIQI_ASSERT(instrument != nullptr);
    return instrument;
}

void end_hold(Transaction& tx, const Booking& booking, TransactionKind kind, Instant now) {
    auto hold = tx.open_hold(booking.id);
    if (!hold) {
        return;
    }
    auto end = booking_transaction(booking, kind, fmt::format("release:{}", hold->key), now);
    end.reference = hold->key;
    end.ends = hold->id;
    end.postings = reversed(std::move(hold->postings));
    const bool posted = tx.post(end);
    YIQI_ASSERT(posted);
}

std::string charge_key(const Booking& booking) {
    return fmt::format("charge:booking:{}", booking.id.value);
}

Earners earners_of(Transaction& tx, const Booking& booking, Instant now) {
    const auto instrument = instrument_of(tx, booking);
    const auto& institution = instrument->institution_id.value;
    return {instrument->instrument.platform_id.value, institution, frozen_documents(tx, booking).card->tax_rate_bp,
            tx.income_split(institution, now)};
}
}  // namespace

Result<void> place_hold(Transaction& tx, const Booking& booking, Instant now) {
    const Money total = booking.quote.total;
    if (total <= Money{0}) {
        return {};
    }
    TRY(const auto money, check_spending(tx, booking, total));
    // A booking can be approved more than once in its life (moved, approved again), hence the revision.
    auto hold = booking_transaction(booking, TransactionKind::hold,
                                    fmt::format("hold:booking:{}:{}", booking.id.value, booking.revision), now);
    hold.postings =
        hold_postings(booking.organisation_id, instrument_of(tx, booking)->instrument.platform_id.value, total);
    const bool posted = tx.post(hold);
    YIQI_ASSERT(posted);
    if (money.account.low_balance) {
        watch_balance(tx, booking.organisation_id, now);
    }
    return {};
}

void release_hold(Transaction& tx, const Booking& booking, Instant now) {
    end_hold(tx, booking, TransactionKind::hold_release, now);
}

void post_charge(Transaction& tx, const Booking& booking, const Price& charge, Instant now) {
    if (charge.total == Money{0}) {
        release_hold(tx, booking, now);
        return;
    }
    end_hold(tx, booking, TransactionKind::hold_capture, now);
    auto transaction = booking_transaction(booking, TransactionKind::charge, charge_key(booking), now);
    transaction.postings =
        charge_postings(standing_of(tx, booking.organisation_id), earners_of(tx, booking, now), charge.total);
    const bool posted = tx.post(transaction);
    YIQI_ASSERT(posted);
    charged(tx, booking.organisation_id, now);
}

bool post_correction(Transaction& tx, const Booking& booking, Money amount, Instant now) {
    const auto charge = tx.posted(charge_key(booking));
    if (!charge) {
        // Nothing was due before.
        YIQI_ASSERT(amount > Money{0});
        post_charge(tx, booking, Price{{}, amount}, now);
        return true;
    }
    const auto left = tx.uncorrected(charge->id);
    if (left_of(left) + amount < Money{0}) {
        return false;
    }
    const bool gives_back = amount < Money{0};
    auto transaction =
        booking_transaction(booking, gives_back ? TransactionKind::credit_note : TransactionKind::adjustment,
                            fmt::format("correction:booking:{}:{}", booking.id.value, booking.revision), now);
    transaction.corrects = charge->id;
    transaction.postings = correction_postings(standing_of(tx, booking.organisation_id), left, amount);
    const bool posted = tx.post(transaction);
    YIQI_ASSERT(posted);
    if (gives_back) {
        credited(tx, booking.organisation_id, now);
    } else {
        charged(tx, booking.organisation_id, now);
    }
    return true;
}

}  // namespace scheduler
