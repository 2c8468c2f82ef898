#pragma once
// A document about money as an Excel workbook of one sheet. Text is written as text and never as a formula; amounts
// are numbers in yuan.

#include <string>

#include "server/documents/sheet.hpp"

namespace server {

/// The file's bytes. Thread-safe. Throws std::runtime_error where the temporary folder cannot be written.
std::string xlsx_document(const Sheet& sheet);

}  // namespace server
