#include "scheduler/charging.hpp"

#include <fmt/format.h>

#include "model/assert.hpp"
#include "scheduler/yuan.hpp"

namespace scheduler {

using namespace model;

namespace {
LedgerTransaction booking_transaction(const Booking& booking, const PlatformId& platform, TransactionKind kind,
                                      std::string key, Money amount, Instant now) {
    LedgerTransaction transaction;
    transaction.kind = kind;
    transaction.key = std::move(key);
    transaction.at = now;
    transaction.booking_id = booking.id;
    transaction.organisation_id = booking.organisation_id;
    transaction.postings = {{{AccountKind::receivable, booking.organisation_id.value}, amount},
                            {{AccountKind::income, platform.value}, -amount}};
    return transaction;
}
}  // namespace

Result<void> place_hold(Transaction& tx, const Booking& booking, const PlatformId& platform, Instant now) {
    const Money total = booking.quote.total;
    if (total <= Money{0}) {
        return {};
    }
    const auto organisation = tx.organisation(booking.organisation_id);
    YIQI_ASSERT(organisation.has_value());
    const auto account = tx.account({AccountKind::receivable, booking.organisation_id.value});
    const Money available = organisation->credit_limit - account.balance - account.held;
    if (total > available) {
        return Error(
            ErrorCode::insufficient_credit,
            {fmt::format("此预约需预授权 ¥{}，可用额度为 ¥{}", yuan(total), yuan(available)),
             fmt::format("this booking needs a hold of CNY {}; CNY {} is available", yuan(total), yuan(available))});
    }
    // A booking can be approved more than once in its life (moved, approved again), hence the revision.
    const bool posted =
        tx.post(booking_transaction(booking, platform, TransactionKind::hold,
                                    fmt::format("hold:booking:{}:{}", booking.id.value, booking.revision), total, now));
    YIQI_ASSERT(posted);
    return {};
}

void release_hold(Transaction& tx, const Booking& booking, Instant now) {
    auto hold = tx.open_hold(booking.id);
    if (!hold) {
        return;
    }
    LedgerTransaction release = *hold;
    release.id = {};
    release.kind = TransactionKind::hold_release;
    release.key = fmt::format("release:{}", hold->key);
    release.reference = hold->key;
    release.at = now;
    for (auto& posting : release.postings) {
        posting.amount = -posting.amount;
    }
    const bool posted = tx.post(release);
    YIQI_ASSERT(posted);
}

void post_charge(Transaction& tx, const Booking& booking, const PlatformId& platform, const Price& charge,
                 Instant now) {
    release_hold(tx, booking, now);
    if (charge.total == Money{0}) {
        return;
    }
    const bool posted =
        tx.post(booking_transaction(booking, platform, TransactionKind::charge,
                                    fmt::format("charge:booking:{}", booking.id.value), charge.total, now));
    YIQI_ASSERT(posted);
}

void post_correction(Transaction& tx, const Booking& booking, const PlatformId& platform, Money amount, Instant now) {
    const auto kind = amount < Money{0} ? TransactionKind::credit_note : TransactionKind::charge;
    const auto key = fmt::format("correction:booking:{}:{}", booking.id.value, booking.revision);
    const bool posted = tx.post(booking_transaction(booking, platform, kind, key, amount, now));
    YIQI_ASSERT(posted);
}

}  // namespace scheduler
