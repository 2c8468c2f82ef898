#include "server/api/document_answer.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include <fmt/format.h>
#include <boost/asio.hpp>

#include "server/api/router.hpp"
#include "server/documents/csv_document.hpp"
#include "server/documents/pdf_document.hpp"
#include "server/documents/xlsx_document.hpp"
#include "server/http/problem.hpp"

namespace server {

using namespace model;
namespace asio = boost::asio;

namespace {
struct FormFacts {
    DocumentForm form;
    std::string_view type;
    std::string_view content_type;
    std::string_view extension;
};
constexpr std::string_view workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
constexpr std::array forms{FormFacts{DocumentForm::json, "application/json", "application/json", "json"},
                           FormFacts{DocumentForm::pdf, "application/pdf", "application/pdf", "pdf"},
                           FormFacts{DocumentForm::xlsx, workbook, workbook, "xlsx"},
                           FormFacts{DocumentForm::csv, "text/csv", "text/csv; charset=utf-8; header=present", "csv"}};

const FormFacts& facts_of(DocumentForm form) {
    return forms.at(static_cast<std::size_t>(form));
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) {
        text.remove_prefix(1);
    }
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) {
        text.remove_suffix(1);
    }
    return text;
}

/// The part before `separator`, which `rest` loses.
std::string_view next_part(std::string_view& rest, char separator) {
    const auto end = rest.find(separator);
    const auto part = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    return trimmed(part);
}

/// "0.25" as 250; 1000 where it is malformed.
int thousandths(std::string_view text) {
    if (text.empty() || (text.front() != '0' && text.front() != '1') || text.size() > 5) {
        return 1'000;
    }
    int value = (text.front() - '0') * 1'000;
    int place = 100;
    for (std::size_t i = 2; i < text.size() && text[1] == '.'; ++i, place /= 10) {
        value += text[i] >= '0' && text[i] <= '9' ? (text[i] - '0') * place : 0;
    }
    return std::min(value, 1'000);
}

bool same_word(std::string_view a, std::string_view b) {
    return std::ranges::equal(
        a, b, {}, [](char c) { return std::tolower(static_cast<unsigned char>(c)); },
        [](char c) { return std::tolower(static_cast<unsigned char>(c)); });
}

/// How exactly a media range names a type: 3 itself, 2 its family, 1 anything, 0 not.
int precision(std::string_view range, std::string_view type) {
    if (same_word(range, type)) {
        return 3;
    }
    if (range.ends_with("/*") && same_word(range.substr(0, range.size() - 1), type.substr(0, range.size() - 1))) {
        return 2;
    }
    return range == "*/*" ? 1 : 0;
}

/// The quality of a type, by the range that names it most exactly.
int quality_of(std::string_view accept, std::string_view type) {
    int best = 0;
    int quality = 0;
    while (!accept.empty()) {
        auto element = next_part(accept, ',');
        const auto range = next_part(element, ';');
        int q = 1'000;
        while (!element.empty()) {
            auto value = next_part(element, ';');
            const auto name = next_part(value, '=');
            q = same_word(name, "q") ? thousandths(value) : q;
        }
        if (const int exact = precision(range, type); exact > best) {
            best = exact;
            quality = q;
        }
    }
    return quality;
}

std::string percent_encoded(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = std::isalnum(byte) != 0 || c == '-' || c == '.' || c == '_';
        out += plain ? std::string(1, c) : fmt::format("%{:02X}", byte);
    }
    return out;
}

std::string_view kind_name(DocumentKind kind) {
    switch (kind) {
        case DocumentKind::statement:
            return "对账单";
        case DocumentKind::fee_statement:
            return "收费明细单";
        case DocumentKind::receipt:
            return "收款收据";
        case DocumentKind::credit_note:
            return "红字更正单";
    }
    return "";
}

http::Response not_acceptable(const http::Request& request) {
    const Sentence title{"没有可接受的格式", "There is no form of it that you accept"};
    auto response = http::json_response(
        406, fmt::format(R"({{"type":"about:blank","title":"{0}","status":406,"detail":"{0}","code":"not_acceptable",)"
                         R"("request_id":"{1}"}})",
                         title.in(request.language()), request.request_id));
    response.content_type = "application/problem+json";
    return response;
}

std::string written(const MoneyDocument& document, DocumentForm form, const json::Style& style) {
    switch (form) {
        case DocumentForm::json:
            return json::to_text(document, style);
        case DocumentForm::pdf:
            return pdf_document(sheet_of(document, style.zone));
        case DocumentForm::xlsx:
            return xlsx_document(sheet_of(document, style.zone));
        case DocumentForm::csv:
            return csv_document(sheet_of(document, style.zone));
    }
    return {};
}
}  // namespace

std::optional<DocumentForm> accepted_form(std::string_view accept) {
    if (trimmed(accept).empty()) {
        return DocumentForm::json;
    }
    std::optional<DocumentForm> best;
    int best_quality = 0;
    for (const auto& offered : forms) {
        const int quality = quality_of(accept, offered.type);
        if (quality > best_quality) {
            best = offered.form;
            best_quality = quality;
        }
    }
    return best;
}

std::string_view media_type(DocumentForm form) {
    return facts_of(form).content_type;
}

std::string content_disposition(const MoneyDocument& document, DocumentForm form) {
    // Identifiers of organisations may hold more than a header takes.
    std::string ascii = document.id;
    for (auto& c : ascii) {
        const auto byte = static_cast<unsigned char>(c);
        c = std::isalnum(byte) != 0 || c == '-' || c == '.' || c == '_' ? c : '_';
    }
    const auto extension = facts_of(form).extension;
    const auto subject = document.month.empty() ? document.number : document.month;
    const auto name =
        fmt::format("{} {} {}.{}", kind_name(document.kind), document.organisation_name, subject, extension);
    return fmt::format("attachment; filename=\"{}-{}.{}\"; filename*=UTF-8''{}", json::enum_name(document.kind), ascii,
                       extension, percent_encoded(name));
}

asio::awaitable<http::Response> answer_document(Call& call, std::function<Result<MoneyDocument>(Database&)> find) {
    const auto form = accepted_form(call.request.accept);
    if (!form) {
        co_return not_acceptable(call.request);
    }
    Result<MoneyDocument> document{ErrorCode::unavailable};
    std::string text;
    std::function<void(Database&)> work = [&](Database& database) {
        document = find(database);
        text = document ? written(*document, *form, call.style) : "";
    };
    const auto read = co_await on_reader(call.services.readers, std::move(work));
    if (!read || !document) {
        co_return http::problem(read ? document.error() : read.error(), call.request);
    }
    Answer answer{200, std::move(text)};
    answer.headers = {{"Vary", "Accept, Accept-Language"}, {"Cache-Control", "no-cache, private"}};
    if (*form != DocumentForm::json) {
        answer.headers.emplace_back("Content-Disposition", content_disposition(*document, *form));
    }
    auto response = respond(call, std::move(answer));
    response.content_type = media_type(*form);
    co_return response;
}

}  // namespace server
