#pragma once
// The handlers about companies' money, and the shapes of what they take and answer.

#include "server/api/router.hpp"

namespace server {

// payments.cpp
model::Result<CommandBody> receive_payment(const Call& call);
model::Result<CommandBody> make_refund(const Call& call);
model::Result<CommandBody> change_deposit(const Call& call);
Shape payment_shape();
Shape deposit_shape();

// bank_lines.cpp
model::Result<CommandBody> import_payments(const Call& call);
model::Result<Answer> list_bank_lines(const Call& call, Database& database);
model::Result<CommandBody> assign_bank_line(const Call& call);
model::Result<CommandBody> ignore_bank_line(const Call& call);
Shape bank_import_shape();
Shape bank_lines_shape();
Shape bank_assign_shape();
Shape bank_ignore_shape();

// income_splits.cpp
model::Result<Answer> list_income_splits(const Call& call, Database& database);
model::Result<CommandBody> add_income_split(const Call& call);
Shape income_splits_shape();
Shape income_split_shape();

// company_accounts.cpp
model::Result<CommandBody> put_credit_limit(const Call& call);
model::Result<CommandBody> put_notices(const Call& call);
model::Result<Answer> list_projects(const Call& call, Database& database);
model::Result<CommandBody> put_project(const Call& call);
model::Result<Answer> list_spending_limits(const Call& call, Database& database);
model::Result<CommandBody> put_spending_limit(const Call& call);
model::Result<CommandBody> remove_spending_limit(const Call& call);
Shape credit_limit_shape();
Shape notices_shape();
Shape projects_shape();
Shape project_shape();
Shape spending_limits_shape();
Shape spending_limit_shape();

// billing_policy.cpp
model::Result<Answer> get_billing_policy(const Call& call, Database& database);
model::Result<CommandBody> put_billing_policy(const Call& call);

// corrections.cpp
model::Result<CommandBody> make_credit_note(const Call& call);
model::Result<CommandBody> make_adjustment(const Call& call);
model::Result<CommandBody> make_write_off(const Call& call);
model::Result<CommandBody> approve_correction(const Call& call);
model::Result<CommandBody> refuse_correction(const Call& call);
model::Result<Answer> list_corrections(const Call& call, Database& database);
Shape credit_note_shape();
Shape adjustment_shape();
Shape write_off_shape();
Shape correction_shape();
Shape correction_refusal_shape();
Shape corrections_shape();

// disputes.cpp
model::Result<CommandBody> open_dispute(const Call& call);
model::Result<CommandBody> resolve_dispute(const Call& call);
model::Result<Answer> list_disputes(const Call& call, Database& database);
Shape dispute_shape();
Shape resolution_shape();
Shape disputes_shape();

}  // namespace server
