#pragma once
// Documents about money that a customer gets: statements, receipts, credit notes. One model, from which JSON, PDF,
// XLSX and CSV are made. Once issued a document has a number and never changes; what it says is frozen in it, names,
// prices and tax included.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "model/booking.hpp"
#include "model/error.hpp"
#include "model/ledger.hpp"

namespace model {

/// statement: an organisation's month with all institutions, from the council; fee_statement: what one institution
/// charged in it; receipt: of one payment; credit_note: of one correction.
enum class DocumentKind { statement, fee_statement, receipt, credit_note };
BOOST_DESCRIBE_ENUM(DocumentKind, statement, fee_statement, receipt, credit_note)

/// How the seller's services are taxed (财税〔2016〕36号): a general taxpayer's at 6 %, a small-scale taxpayer's at 3
/// %, none under a technology contract that is registered.
enum class TaxCategory { general, small_scale, exempt };
BOOST_DESCRIBE_ENUM(TaxCategory, general, small_scale, exempt)

constexpr std::int64_t tax_percent(TaxCategory category) {
    switch (category) {
        case TaxCategory::general:
            return 6;
        case TaxCategory::small_scale:
            return 3;
        case TaxCategory::exempt:
            return 0;
    }
    return 0;
}

/// The category of a supply by the tax that the books have for it.
TaxCategory tax_category_of(Money gross, Money tax);

/// Who issues or gets a document, as an invoice names them. What is not known is empty.
struct DocumentParty {
    std::string id;
    std::string name_zh;
    std::string name_en;
    std::string tax_number;
    std::string address;
    std::string telephone;
    std::string bank;
    std::string bank_account;
};
BOOST_DESCRIBE_STRUCT(DocumentParty, (), (id, name_zh, name_en, tax_number, address, telephone, bank, bank_account))

/// A line of the price, with its description.
struct DocumentPriceLine {
    LineCode code = LineCode::reserved_time;
    Sentence description;
    std::int64_t quantity = 0;
    LineUnit unit = LineUnit::once;
    Money unit_fen;
    std::int64_t per = 1;  ///< so many units cost unit_fen
    std::int64_t percent = 100;
    Money amount_fen;
    Sentence rule;                        ///< which entry of the rate card made the line
    std::optional<Instant> corrected_at;  ///< when a correcting line was added
};
BOOST_DESCRIBE_STRUCT(DocumentPriceLine, (),
                      (code, description, quantity, unit, unit_fen, per, percent, amount_fen, rule, corrected_at))

/// One transaction of the ledger, as the customer's account saw it: charges positive, payments negative.
struct DocumentLine {
    TransactionId transaction_id;
    Instant at{};
    TransactionKind kind = TransactionKind::charge;
    std::optional<BookingId> booking_id;
    std::string instrument_name_zh;
    std::string instrument_name_en;
    std::string platform_name_zh;
    std::string platform_name_en;
    InstitutionId institution_id;  ///< empty where no institution is party to it
    std::optional<Instant> start;
    std::optional<Instant> end;
    std::string user_name;
    std::string reference;
    std::optional<TaxCategory> tax;     ///< nullopt: not a supply, such as a payment
    std::string contract_registration;  ///< of the contract that exempts it
    Money amount_fen;                   ///< tax included
    Money tax_fen;                      ///< of it, as the books have it
    std::vector<DocumentPriceLine> lines;
};
BOOST_DESCRIBE_STRUCT(DocumentLine, (),
                      (transaction_id, at, kind, booking_id, instrument_name_zh, instrument_name_en, platform_name_zh,
                       platform_name_en, institution_id, start, end, user_name, reference, tax, contract_registration,
                       amount_fen, tax_fen, lines))

/// What is taxed alike: net + tax = gross exactly. The tax is the sum of what the books have for each transaction.
struct TaxLine {
    TaxCategory category = TaxCategory::general;
    std::int64_t percent = 0;
    std::string contract_registration;
    Money net_fen;
    Money tax_fen;
    Money gross_fen;
    friend bool operator==(const TaxLine&, const TaxLine&) = default;
};
BOOST_DESCRIBE_STRUCT(TaxLine, (), (category, percent, contract_registration, net_fen, tax_fen, gross_fen))

struct MoneyDocument {
    std::string id;  ///< e.g. "ORG.2026-11"
    DocumentKind kind = DocumentKind::statement;
    std::string number;  ///< of the issuer's series of this kind; empty while it is provisional
    std::int64_t sequence = 0;
    bool provisional = true;  ///< the month runs: it may still change
    std::optional<Instant> issued_at;
    DocumentParty issuer;
    DocumentParty customer;
    OrganisationId organisation_id;
    std::string organisation_name;
    std::string credit_code;
    std::string month;  ///< "2026-11"; empty for documents about one transaction
    Instant from{};
    Instant to{};
    Money opening_fen;
    Money charges_fen;
    Money payments_fen;     ///< with the corrections
    Money corrections_fen;  ///< what corrections add (positive) or take (negative)
    Money closing_fen;
    Money total_fen;  ///< what the document is about: the closing balance, the fees, the payment, the correction
    std::string amount_in_capitals;  ///< of the total
    std::vector<TaxLine> tax_lines;
    std::vector<std::string> fee_statements;         ///< ids, of the same organisation and month
    std::optional<std::vector<DocumentLine>> lines;  ///< nullopt: not part of this view
};
BOOST_DESCRIBE_STRUCT(MoneyDocument, (),
                      (id, kind, number, sequence, provisional, issued_at, issuer, customer, organisation_id,
                       organisation_name, credit_code, month, from, to, opening_fen, charges_fen, payments_fen,
                       corrections_fen, closing_fen, total_fen, amount_in_capitals, tax_lines, fee_statements, lines))

/// By category, then by contract; lines that are no supply count nowhere.
std::vector<TaxLine> tax_lines_of(const std::vector<DocumentLine>& lines);

/// Sets total and its capitals from the sums that are there.
void name_total(MoneyDocument& document);

/// Sets sums, tax lines and total from `opening_fen` and `lines`.
void sum_up(MoneyDocument& document);

}  // namespace model
