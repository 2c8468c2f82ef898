#pragma once
// A document about money as CSV for spreadsheets: UTF-8 with a byte order mark, CRLF, one header row, one row per
// transaction and price line. Text that a spreadsheet would run as a formula is neutralised.

#include <string>

#include "server/documents/sheet.hpp"

namespace server {

std::string csv_document(const Sheet& sheet);

}  // namespace server
