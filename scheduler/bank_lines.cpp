#include "scheduler/bank_lines.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <boost/describe.hpp>

#include "model/assert.hpp"
#include "scheduler/payments.hpp"

namespace scheduler {

using namespace model;

namespace {
Result<void> pay(Transaction& tx, const BankLine& line, const Actor& actor, Instant now) {
    const PaymentNote note{fmt::format("bank:{}", line.bank_reference), line.text};
    TRY(const auto payment, receive_payment(tx, line.organisation_id, line.amount, note, actor, now));
    return {};
}

Error differs(const BankLine& line) {
    return {ErrorCode::already_exists,
            {fmt::format("银行流水号 {} 已导入，但内容不同", line.bank_reference),
             fmt::format("the bank's number {} is known, with other contents", line.bank_reference)}};
}

void tell(Transaction& tx, const BankLine& line, const Actor& actor, Instant now) {
    Event event;
    event.at = now;
    event.kind = EventKind::bank_line_decided;
    event.actor = actor.user;
    event.subject = line.id.value;
    event.organisation_id = line.organisation_id;
    event.facts = {{"status", boost::describe::enum_to_string(line.status, "")},
                   {"amount_fen", std::to_string(line.amount.fen())},
                   {"reason", line.reason}};
    tx.append(std::move(event));
}

Result<BankLine> unmatched(Transaction& tx, BankLineId id) {
    auto line = tx.bank_line(id);
    if (!line) {
        return ErrorCode::not_found;
    }
    if (line->status != BankLineStatus::unmatched) {
        const char* status = boost::describe::enum_to_string(line->status, "");
        return Error(ErrorCode::wrong_state,
                     {fmt::format("该笔流水状态为 {}", status), fmt::format("the line is {}", status)});
    }
    return *std::move(line);
}
}  // namespace

Result<std::vector<ImportedLine>> import_bank_lines(Transaction& tx, std::span<const BankLine> lines,
                                                    const Actor& actor, Instant now) {
    auto payers = tx.known_payers();
    std::vector<ImportedLine> imported;
    std::int64_t added = 0;
    std::int64_t matched = 0;
    for (auto line : lines) {
        if (auto known = tx.bank_line(line.bank_reference)) {
            if (!same_line(*known, line)) {
                return differs(line);
            }
            imported.push_back({*std::move(known), true});
            continue;
        }
        line.imported_at = now;
        if (const auto match = match_payment(line, payers)) {
            line.status = BankLineStatus::matched;
            line.matched_by = match->by;
            line.organisation_id = match->organisation;
            TRY_VOID(pay(tx, line, actor, now));
            std::ranges::find(payers, match->organisation, &KnownPayer::id)->owed -= line.amount;
            ++matched;
        }
        line.id = tx.add_bank_line(line);
        imported.push_back({line, false});
        ++added;
    }
    if (added > 0) {
        Event event;
        event.at = now;
        event.kind = EventKind::bank_lines_imported;
        event.actor = actor.user;
        event.facts = {{"lines", std::to_string(added)}, {"matched", std::to_string(matched)}};
        tx.append(std::move(event));
    }
    return imported;
}

Result<BankLine> assign_bank_line(Transaction& tx, BankLineId id, const OrganisationId& organisation,
                                  const Actor& actor, Instant now) {
    if (auto known = tx.bank_line(id);
        known && known->status == BankLineStatus::assigned && known->organisation_id == organisation) {
        return *std::move(known);
    }
    TRY(auto line, unmatched(tx, id));
    if (!tx.organisation(organisation)) {
        return invalid_field("organisation_id", "unknown", {"没有这个单位", "there is no such organisation"});
    }
    line.status = BankLineStatus::assigned;
    line.matched_by = MatchedBy::hand;
    line.organisation_id = organisation;
    TRY_VOID(pay(tx, line, actor, now));
    tx.update_bank_line(line);
    tell(tx, line, actor, now);
    return line;
}

Result<BankLine> ignore_bank_line(Transaction& tx, BankLineId id, const std::string& reason, const Actor& actor,
                                  Instant now) {
    TRY(auto line, unmatched(tx, id));
    line.status = BankLineStatus::ignored;
    line.reason = reason;
    tx.update_bank_line(line);
    tell(tx, line, actor, now);
    return line;
}

}  // namespace scheduler
