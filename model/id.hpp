#pragma once
// Strong identifiers. Two kinds of things never share a type, so an instrument's id cannot be
// passed where a platform's is meant.

#include <compare>
#include <cstdint>
#include <functional>
#include <string>
#include <utility>

namespace model {

/// An identifier given from outside (a file, a register) and kept as it is, 1 to 40 characters.
template <class Tag>
struct NamedId {
    std::string value;

    NamedId() = default;
    explicit NamedId(std::string text) : value(std::move(text)) {}
    friend auto operator<=>(const NamedId&, const NamedId&) = default;
    [[nodiscard]] bool empty() const noexcept { return value.empty(); }
};

/// An identifier given by the store: positive, increasing, never reused. 0 means "none yet".
/// The API shows it as a decimal string.
template <class Tag>
struct NumberedId {
    std::int64_t value = 0;

    NumberedId() = default;
    explicit NumberedId(std::int64_t number) : value(number) {}
    friend auto operator<=>(const NumberedId&, const NumberedId&) = default;
    explicit operator bool() const noexcept { return value != 0; }
};

using InstitutionId = NamedId<struct InstitutionTag>;
using PlatformId = NamedId<struct PlatformTag>;
using InstrumentId = NamedId<struct InstrumentTag>;
using OrganisationId = NamedId<struct OrganisationTag>;
using CategoryCode = NamedId<struct CategoryTag>;

using UserId = NumberedId<struct UserTag>;
using BookingId = NumberedId<struct BookingTag>;
using BookingGroupId = NumberedId<struct BookingGroupTag>;
using AccessoryId = NumberedId<struct AccessoryTag>;
using OutageId = NumberedId<struct OutageTag>;
using ClearanceId = NumberedId<struct ClearanceTag>;
using CreditEntryId = NumberedId<struct CreditEntryTag>;
using SuspensionId = NumberedId<struct SuspensionTag>;
using OfferId = NumberedId<struct OfferTag>;
using ShiftId = NumberedId<struct ShiftTag>;
using WaitlistEntryId = NumberedId<struct WaitlistEntryTag>;
using RatesProposalId = NumberedId<struct RatesProposalTag>;
using TransactionId = NumberedId<struct TransactionTag>;
using AccountId = NumberedId<struct AccountTag>;
using CompanyAccountId = NumberedId<struct CompanyAccountTag>;
using ProjectId = NumberedId<struct ProjectTag>;
using SpendingLimitId = NumberedId<struct SpendingLimitTag>;
using BankLineId = NumberedId<struct BankLineTag>;
using CorrectionId = NumberedId<struct CorrectionTag>;
using DisputeId = NumberedId<struct DisputeTag>;
using EventSeq = NumberedId<struct EventTag>;

}  // namespace model

template <class Tag>
struct std::hash<model::NamedId<Tag>> {
    std::size_t operator()(const model::NamedId<Tag>& id) const noexcept { return std::hash<std::string>{}(id.value); }
};

template <class Tag>
struct std::hash<model::NumberedId<Tag>> {
    std::size_t operator()(const model::NumberedId<Tag>& id) const noexcept {
        return std::hash<std::int64_t>{}(id.value);
    }
};
