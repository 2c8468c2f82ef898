// The routes about companies' money.

#include "server/api/document_answer.hpp"
#include "server/api/handlers.hpp"
#include "server/api/money_handlers.hpp"
#include "server/api/route_makers.hpp"
#include "server/api/shape.hpp"

namespace server {

namespace {
void add_account_routes(std::vector<Route>& t) {
    const auto signed_in = Audience::signed_in;
    t.push_back(get("/api/v1/organisations", signed_in, "Whose accounts the caller may see",
                    ReadHandler(list_organisations), organisations_shape()));
    t.push_back(
        get("/api/v1/accounts/{id}", signed_in, "Balance, holds and limit", ReadHandler(one_account), account_shape()));
    t.push_back(get("/api/v1/accounts/{id}/entries", signed_in, "Postings of the account", ReadHandler(account_entries),
                    entries_shape()));
    t.push_back(
        get("/api/v1/statements", signed_in, "Monthly statements", ReadHandler(list_statements), statements_shape()));
    t.push_back(get("/api/v1/statements/{id}", signed_in, "One statement with its lines",
                    FreeHandler(statement_document), statement_shape()));
    t.push_back(get("/api/v1/ledger/verify", Audience::money, "Prove that the books balance",
                    ReadHandler(verify_ledger), ledger_shape()));
}

void add_payment_routes(std::vector<Route>& t) {
    const auto money = Audience::money;
    t.push_back(post("/api/v1/payments", money, "Record a payment", CommandHandler(receive_payment), payment_shape()));
    t.push_back(
        post("/api/v1/refunds", money, "Give back what is paid ahead", CommandHandler(make_refund), payment_shape()));
    t.push_back(post("/api/v1/deposits", money, "Receive a deposit, or give it back", CommandHandler(change_deposit),
                     deposit_shape()));
    auto bank = post("/api/v1/payments/import", money,
                     "Import the bank's list (CSV) and match its lines; a dry run unless commit=true",
                     CommandHandler(import_payments), bank_import_shape());
    bank.request_type = "text/csv";
    t.push_back(std::move(bank));
    t.push_back(get("/api/v1/bank-lines", money, "What came in by the bank, newest first", ReadHandler(list_bank_lines),
                    bank_lines_shape()));
    t.push_back(post("/api/v1/bank-lines/{id}/assign", money, "Say whose payment a line is",
                     CommandHandler(assign_bank_line), bank_assign_shape()));
    t.push_back(post("/api/v1/bank-lines/{id}/ignore", money, "Say that a line is no customer's payment",
                     CommandHandler(ignore_bank_line), bank_ignore_shape()));
}

void add_agreement_routes(std::vector<Route>& t) {
    const auto signed_in = Audience::signed_in;
    const auto put = [&](std::string_view path, Audience audience, std::string_view summary, CommandHandler handler,
                         Shape shape) {
        t.push_back(shaped({http::Method::put, path, audience, summary, std::move(handler)}, std::move(shape)));
    };
    put("/api/v1/accounts/{id}/credit-limit", Audience::money, "Set how much may be owed and held",
        CommandHandler(put_credit_limit), credit_limit_shape());
    put("/api/v1/accounts/{id}/notices", signed_in, "Below which balance the company is told",
        CommandHandler(put_notices), notices_shape());
    t.push_back(get("/api/v1/accounts/{id}/projects", signed_in, "Its projects (cost centres)",
                    ReadHandler(list_projects), projects_shape()));
    t.push_back(post("/api/v1/accounts/{id}/projects", signed_in, "Add, rename, close or reopen a project",
                     CommandHandler(put_project), project_shape()));
    t.push_back(get("/api/v1/accounts/{id}/spending-limits", signed_in, "What members and projects may spend",
                    ReadHandler(list_spending_limits), spending_limits_shape()));
    t.push_back(post("/api/v1/accounts/{id}/spending-limits", signed_in, "Limit what a member or a project may spend",
                     CommandHandler(put_spending_limit), spending_limit_shape()));
    t.push_back(answering("", {http::Method::delete_, "/api/v1/spending-limits/{id}", signed_in, "Lift a limit",
                               CommandHandler(remove_spending_limit)}));
    const auto policy = json::schema<model::BillingPolicy>();
    t.push_back(get("/api/v1/billing-policy", signed_in, "When to pay, and what follows otherwise",
                    ReadHandler(get_billing_policy), policy));
    t.push_back(put_document("/api/v1/billing-policy", Audience::money, "Replace the billing policy",
                             CommandHandler(put_billing_policy), policy));
    t.push_back(get("/api/v1/income-splits", Audience::money, "Who gets which share of the income, newest first",
                    ReadHandler(list_income_splits), income_splits_shape()));
    t.push_back(post("/api/v1/income-splits", Audience::money, "Divide the income anew from a date on",
                     CommandHandler(add_income_split), income_split_shape()));
}

void add_correction_routes(std::vector<Route>& t) {
    const auto signed_in = Audience::signed_in;
    const auto money = Audience::money;
    t.push_back(post("/api/v1/credit-notes", money, "Give back a part of a charge", CommandHandler(make_credit_note),
                     credit_note_shape()));
    t.push_back(
        post("/api/v1/adjustments", money, "Change a charge", CommandHandler(make_adjustment), adjustment_shape()));
    t.push_back(
        post("/api/v1/write-offs", money, "Give up what is owed", CommandHandler(make_write_off), write_off_shape()));
    t.push_back(get("/api/v1/corrections", signed_in, "Credit notes, adjustments and write-offs, newest first",
                    ReadHandler(list_corrections), corrections_shape()));
    t.push_back(post("/api/v1/corrections/{id}/approve", money, "Agree to a correction, as the second person",
                     CommandHandler(approve_correction), correction_shape()));
    t.push_back(post("/api/v1/corrections/{id}/refuse", money, "Do not agree to a correction",
                     CommandHandler(refuse_correction), correction_refusal_shape()));
    t.push_back(post("/api/v1/disputes", signed_in, "Dispute a charge, or a line of its bill",
                     CommandHandler(open_dispute), dispute_shape()));
    t.push_back(
        get("/api/v1/disputes", signed_in, "Disputes, newest first", ReadHandler(list_disputes), disputes_shape()));
    t.push_back(post("/api/v1/disputes/{id}/resolve", money, "Answer a dispute by a credit note, an adjustment, or no",
                     CommandHandler(resolve_dispute), resolution_shape()));
}
}  // namespace

void add_money_routes(std::vector<Route>& table) {
    add_account_routes(table);
    add_payment_routes(table);
    add_agreement_routes(table);
    add_correction_routes(table);
}

}  // namespace server
