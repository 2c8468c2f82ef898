#pragma once
// The bank's list of what came in, as a CSV file: bank_reference (the bank's own number, unique), paid_on
// (YYYY-MM-DD), payer_name, payer_account, amount (yuan with at most two decimals, > 0) and text (what the payer
// wrote). As strict as the inventory's importer, with its codes, and bad_date, bad_amount, duplicate_in_file.

#include <istream>
#include <vector>

#include "model/bank_line.hpp"
#include "model/result.hpp"
#include "server/inventory/import.hpp"

namespace server {

struct BankFile {
    ImportReport report;
    std::vector<model::BankLine> lines;  ///< of the good rows, in the order of the file
};

/// Errors: too_large.
model::Result<BankFile> read_bank_file(std::istream& file);

/// "1234.5" as fen; nothing for a sign, a separator of thousands, three decimals, zero, or more than 10^12 fen.
std::optional<model::Money> parse_yuan(std::string_view text);

}  // namespace server
