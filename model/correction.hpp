#pragma once
// How a charge is put right: nothing is edited, a correction is a transaction of its own.

#include <optional>
#include <string>

#include <boost/describe.hpp>

#include "model/id.hpp"
#include "model/interval.hpp"
#include "model/money.hpp"
#include "model/text.hpp"

namespace model {

/// credit_note: gives back a part of a charge; adjustment: changes one in either direction; write_off: gives up what
/// is owed.
enum class CorrectionKind { credit_note, adjustment, write_off };
BOOST_DESCRIBE_ENUM(CorrectionKind, credit_note, adjustment, write_off)

/// proposed: waits for a second person.
enum class CorrectionStatus { proposed, posted, refused };
BOOST_DESCRIBE_ENUM(CorrectionStatus, proposed, posted, refused)

struct Correction {
    CorrectionId id;
    CorrectionKind kind = CorrectionKind::credit_note;
    OrganisationId organisation_id;
    TransactionId charge;  ///< none for a write-off
    DisputeId dispute;     ///< or none
    Money amount;          ///< what the organisation owes more (positive) or less (negative)
    std::string reason;
    CorrectionStatus status = CorrectionStatus::proposed;
    UserId proposed_by;
    Instant proposed_at{};
    UserId decided_by;  ///< none where no second person was needed
    std::optional<Instant> decided_at;
    std::string decision_reason;
    TransactionId transaction;  ///< once it is posted
};

/// undecided: a correction was proposed and waits for a second person.
enum class DisputeStatus { open, undecided, credited, adjusted, rejected };
BOOST_DESCRIBE_ENUM(DisputeStatus, open, undecided, credited, adjusted, rejected)

constexpr bool is_open(DisputeStatus status) {
    return status == DisputeStatus::open || status == DisputeStatus::undecided;
}

/// What a company says against a charge, or against one line of its bill.
struct Dispute {
    DisputeId id;
    OrganisationId organisation_id;
    TransactionId charge;
    BookingId booking_id;                   ///< none where the charge is of no booking
    std::optional<Bounded<0, 1'000>> line;  ///< of the booking's bill, from 0; none: the whole
    Money amount;                           ///< what is in dispute, > 0
    std::string reason;
    DisputeStatus status = DisputeStatus::open;
    UserId opened_by;
    Instant opened_at{};
    UserId decided_by;
    std::optional<Instant> decided_at;
    std::string decision_reason;
};

}  // namespace model
