#pragma once
// Who is signed in, and the one place that says what a role may do where. The route table says which roles may
// call a route at all; these functions decide about a concrete platform, organisation or booking.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "model/booking.hpp"
#include "model/people.hpp"
#include "scheduler/store.hpp"

namespace server {

/// What a program may do with a token, of what its person may: ask; book and answer as a customer; operate; administer;
/// money.
enum class TokenScope { read, book, operate, administer, money };
BOOST_DESCRIBE_ENUM(TokenScope, read, book, operate, administer, money)
using TokenScopes = std::vector<TokenScope>;

struct Principal {
    model::User user;
    model::Organisation organisation;
    std::string csrf_token;
    std::string token_hash;
    std::optional<TokenScopes> scopes;  ///< of a program's token; a sign-in has none and all

    [[nodiscard]] bool has(model::Role role, const std::string& scope) const;
    [[nodiscard]] bool has_anywhere(model::Role role) const;
    [[nodiscard]] bool covers(TokenScope scope) const;
};
using PrincipalPtr = std::shared_ptr<const Principal>;

/// Runs the instrument: check-in and -out, no-shows, outages, trainings.
bool may_operate(const Principal& who, const scheduler::InstrumentRecord& instrument);
/// The same for a whole platform.
bool may_operate_platform(const Principal& who, const model::Platform& platform);
/// Administers it: policy and rates.
bool may_administer(const Principal& who, const scheduler::InstrumentRecord& instrument);
/// Decides about changed prices of an institution.
bool may_approve_prices(const Principal& who, const model::InstitutionId& institution);
/// Says whether an institution's prices need approval, and which classes of its own it has and gives.
bool may_settle_prices(const Principal& who, const model::InstitutionId& institution);
/// Sees drafts of prices and who changed them.
bool may_see_price_changes(const Principal& who, const scheduler::InstrumentRecord& instrument);
/// Decides requests at this level.
bool may_approve(const Principal& who, const scheduler::InstrumentRecord& instrument, model::Approval level);
/// Sees a booking with its names and price: its user, the admin of its company, staff of the instrument, the council.
bool may_see(const Principal& who, const scheduler::InstrumentRecord& instrument, model::UserId user,
             const model::OrganisationId& organisation);
bool may_see(const Principal& who, const scheduler::InstrumentRecord& instrument, const model::Booking& booking);
/// Acts for the customer: its user and the admin of its company.
bool may_act_for(const Principal& who, model::UserId user, const model::OrganisationId& organisation);
bool may_act_for(const Principal& who, const model::Booking& booking);
/// Answers what colleagues of its company are offered, and sees it.
bool answers_for_company(const Principal& who);
/// Keeps the books of all: finance of the council, or the system's administrator.
bool keeps_the_books(const Principal& who);
/// Corrects what an institution charged: its finance, and who keeps the books of all.
bool may_correct(const Principal& who, const std::string& institution_id);
/// Says what an organisation's members and projects may spend: its admin, and who keeps the books of all.
bool manages_money_of(const Principal& who, const model::OrganisationId& organisation);
/// Sees an organisation's account and statements.
bool may_see_account(const Principal& who, const model::OrganisationId& organisation);

}  // namespace server
