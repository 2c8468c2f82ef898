#pragma once
// A document about money on A4 pages as PDF: Chinese fonts embedded, the head of the table repeated and "page n of m"
// on every page.

#include <string>

#include "server/documents/sheet.hpp"

namespace server {

/// The file's bytes; equal sheets give equal bytes. Thread-safe. Throws std::runtime_error where the fonts or the
/// drawing fail.
std::string pdf_document(const Sheet& sheet);

}  // namespace server
