// The bank's list of what came in: import, and what finance decides about the rest.

#include <sstream>

#include <fmt/format.h>
#include <boost/algorithm/string.hpp>

#include "scheduler/bank_lines.hpp"
#include "server/api/finance_actor.hpp"
#include "server/api/money_handlers.hpp"
#include "server/api/shape.hpp"
#include "server/billing/bank_file.hpp"
#include "server/json/read.hpp"
#include "server/storage/money_rows.hpp"

namespace server {

using namespace model;

namespace {
struct BankLineView {
    std::optional<BankLineId> id;  ///< none in a dry run
    std::string bank_reference;
    Date paid_on;
    std::string payer_name;
    std::string payer_account;
    Money amount_fen;
    std::string text;
    BankLineStatus status = BankLineStatus::unmatched;
    MatchedBy matched_by = MatchedBy::nothing;
    std::optional<OrganisationId> organisation_id;
    std::string reason;
    std::optional<Instant> imported_at;
};
BOOST_DESCRIBE_STRUCT(BankLineView, (),
                      (id, bank_reference, paid_on, payer_name, payer_account, amount_fen, text, status, matched_by,
                       organisation_id, reason, imported_at))

struct ImportedLineView : BankLineView {
    bool known = false;  ///< was imported before and is left as it is
};
BOOST_DESCRIBE_STRUCT(ImportedLineView, (BankLineView), (known))

struct ProblemView {
    std::int64_t line = 0;
    std::string field;
    std::string value;
    std::string code;
    Sentence message;
    bool warning = false;
};
BOOST_DESCRIBE_STRUCT(ProblemView, (), (line, field, value, code, message, warning))

struct BankImportView {
    bool committed = false;
    std::int64_t rows = 0;
    std::int64_t bad = 0;
    std::int64_t known = 0;
    std::int64_t matched = 0;
    std::int64_t unmatched = 0;
    std::vector<ProblemView> problems;
    std::vector<ImportedLineView> lines;
};
BOOST_DESCRIBE_STRUCT(BankImportView, (), (committed, rows, bad, known, matched, unmatched, problems, lines))

struct AssignInput {
    OrganisationId organisation_id;
};
BOOST_DESCRIBE_STRUCT(AssignInput, (), (organisation_id))

struct IgnoreInput {
    Text<1, 500> reason;
};
BOOST_DESCRIBE_STRUCT(IgnoreInput, (), (reason))

BankLineView view_of(const BankLine& line) {
    BankLineView view;
    if (line.id) {
        view.id = line.id;
        view.imported_at = line.imported_at;
    }
    view.bank_reference = line.bank_reference;
    view.paid_on = line.paid_on;
    view.payer_name = line.payer_name;
    view.payer_account = line.payer_account;
    view.amount_fen = line.amount;
    view.text = line.text;
    view.status = line.status;
    view.matched_by = line.matched_by;
    if (!line.organisation_id.empty()) {
        view.organisation_id = line.organisation_id;
    }
    view.reason = line.reason;
    return view;
}

BankImportView report_view(const ImportReport& report) {
    BankImportView view;
    view.rows = static_cast<std::int64_t>(report.rows);
    view.bad = static_cast<std::int64_t>(report.bad);
    for (const auto& problem : report.kept) {
        view.problems.push_back({static_cast<std::int64_t>(problem.line), problem.field, problem.value, problem.code,
                                 problem.message, problem.warning});
    }
    return view;
}

void add_lines(BankImportView& view, const std::vector<scheduler::ImportedLine>& imported) {
    for (const auto& [line, known] : imported) {
        view.lines.push_back({view_of(line), known});
        if (!known && !view.committed) {
            view.lines.back().id.reset();
        }
        view.known += known ? 1 : 0;
        view.matched += line.status == BankLineStatus::matched ? 1 : 0;
        view.unmatched += line.status == BankLineStatus::unmatched ? 1 : 0;
    }
}

/// text/csv, or nothing said.
Result<void> check_is_csv(const Call& call) {
    const auto& field = call.request.content_type;
    const auto type = boost::trim_copy(field.substr(0, field.find(';')));
    if (!type.empty() && !boost::iequals(type, "text/csv")) {
        return ErrorCode::wrong_media_type;
    }
    return {};
}
}  // namespace

Result<CommandBody> import_payments(const Call& call) {
    TRY_VOID(check_is_csv(call));
    const auto& asked = call.query("commit");
    if (!asked.empty() && asked != "true" && asked != "false") {
        return Error(ErrorCode::malformed_request)
            .with_field({"commit", "unknown", {"应为 true 或 false", "must be true or false"}});
    }
    std::istringstream in(call.request.body);
    TRY(auto file, read_bank_file(in));
    return CommandBody([&call, commit = asked == "true", file = std::move(file)](SqlTransaction& tx) -> Result<Answer> {
        if (!keeps_the_books(*call.who)) {
            return ErrorCode::not_allowed;
        }
        auto view = report_view(file.report);
        // All or nothing: a file with a bad row is only looked at.
        view.committed = commit && file.report.ok();
        TRY(const auto imported, scheduler::import_bank_lines(tx, file.lines, actor_of(call), call.now));
        add_lines(view, imported);
        if (!view.committed) {
            tx.discard();
        }
        return Answer{200, json::to_text(view, call.style)};
    });
}

Result<Answer> list_bank_lines(const Call& call, Database& database) {
    if (!keeps_the_books(*call.who)) {
        return ErrorCode::not_allowed;
    }
    TRY(const auto page, page_of(call));
    const auto& status = call.query("status");
    if (!status.empty() && !json::enum_value<BankLineStatus>(status)) {
        return Error(ErrorCode::malformed_request)
            .with_field({"status", "unknown", {"没有这个状态", "there is no such status"}});
    }
    std::vector<std::string> items;
    each_row<BankLineRow>(
        database,
        "SELECT " YIQI_BANK_LINE_COLUMNS
        " FROM bank_line l WHERE l.status = :status OR :any = '' ORDER BY l.id DESC LIMIT :limit OFFSET :offset",
        [&](const BankLineRow& row) { items.push_back(json::to_text(view_of(bank_line_of(row)), call.style)); }, status,
        status, static_cast<std::int64_t>(page.limit), page.offset);
    const auto total = database.first<std::int64_t>(
        "SELECT count(*) FROM bank_line WHERE status = :status OR :any = ''", status, status);
    return Answer{200, list_text(items, page, std::get<0>(*total))};
}

Result<CommandBody> assign_bank_line(const Call& call) {
    TRY(const auto body, json_body(call));
    TRY(auto input, json::from_text<AssignInput>(body));
    return CommandBody([&call, organisation = std::move(input.organisation_id)](SqlTransaction& tx) -> Result<Answer> {
        if (!keeps_the_books(*call.who)) {
            return ErrorCode::not_allowed;
        }
        const BankLineId id{json::id_number(call.path_parameter(0))};
        TRY(const auto line, scheduler::assign_bank_line(tx, id, organisation, actor_of(call), call.now));
        return Answer{200, json::to_text(view_of(line), call.style)};
    });
}

Result<CommandBody> ignore_bank_line(const Call& call) {
    TRY(const auto body, json_body(call));
    TRY(auto input, json::from_text<IgnoreInput>(body));
    return CommandBody([&call, reason = std::move(input.reason)](SqlTransaction& tx) -> Result<Answer> {
        if (!keeps_the_books(*call.who)) {
            return ErrorCode::not_allowed;
        }
        const BankLineId id{json::id_number(call.path_parameter(0))};
        TRY(const auto line, scheduler::ignore_bank_line(tx, id, reason, actor_of(call), call.now));
        return Answer{200, json::to_text(view_of(line), call.style)};
    });
}

Shape bank_import_shape() {
    return {json::schema<BankImportView>(), R"({"type":"string"})", {{"commit", boolean_schema}}};
}

Shape bank_lines_shape() {
    return {list_schema<BankLineView>(), {}, paged({{"status"}})};
}

Shape bank_assign_shape() {
    return {json::schema<BankLineView>(), json::schema<AssignInput>()};
}

Shape bank_ignore_shape() {
    return {json::schema<BankLineView>(), json::schema<IgnoreInput>()};
}

}  // namespace server
