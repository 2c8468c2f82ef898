#pragma once
// Work that has to be done when its time comes, whether or not anybody asks.

#include <cstdint>

#include <boost/describe.hpp>

#include "model/interval.hpp"

namespace model {

/// The subject of each kind: of offer_expiry an offer, of waitlist_end a waitlist entry, of round_* a round, of
/// shift_expiry a shift, of dunning a company's account, of the others a booking.
enum class DueKind {
    request_expiry,       ///< a request that nobody decided until its start
    no_show_release,      ///< an approved booking that nobody checked in
    use_overrun,          ///< a use that is still running after its booked end
    forgotten_check_out,  ///< a use that is still running long after its booked end
    offer_expiry,         ///< an offer that nobody answered
    round_cut_off,        ///< of a round that collects
    round_offers,         ///< counter-offers to those who lost in a round
    waitlist_end,         ///< the last moment that a waitlist entry asks for
    shift_expiry,         ///< of a shift that was asked for
    dunning,              ///< of a company that may owe what is due
};
BOOST_DESCRIBE_ENUM(DueKind, request_expiry, no_show_release, use_overrun, forgotten_check_out, offer_expiry,
                    waitlist_end, round_cut_off, round_offers, shift_expiry, dunning)

/// There is at most one piece of work of a kind about a subject.
struct DueWork {
    Instant at{};
    DueKind kind = DueKind::request_expiry;
    std::int64_t subject = 0;
    friend bool operator==(const DueWork&, const DueWork&) = default;
};

}  // namespace model
