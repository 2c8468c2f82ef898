#pragma once
// A document about money in the form that the caller asks for: JSON, PDF, XLSX or CSV, by `Accept`.

#include <functional>
#include <optional>
#include <string_view>

#include "model/money_document.hpp"
#include "server/api/service.hpp"

namespace server {

enum class DocumentForm { json, pdf, xlsx, csv };

/// The form that a header `Accept` (RFC 9110, 12.5.1) likes best, JSON among equals; nullopt where it takes none.
std::optional<DocumentForm> accepted_form(std::string_view accept);

std::string_view media_type(DocumentForm form);

/// `attachment` with the file's name in ASCII and, by RFC 5987, as it is.
std::string content_disposition(const model::MoneyDocument& document, DocumentForm form);

/// Finds the document and writes it, on a reader's thread; 406 where no form will do.
boost::asio::awaitable<http::Response> answer_document(
    Call& call, std::function<model::Result<model::MoneyDocument>(Database&)> find);

// statements.cpp
boost::asio::awaitable<http::Response> statement_document(Call& call);

}  // namespace server
