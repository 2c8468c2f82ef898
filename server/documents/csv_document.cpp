#include "server/documents/csv_document.hpp"

#include <array>

#include "scheduler/yuan.hpp"
#include "server/inventory/csv.hpp"

namespace server {

using namespace model;

namespace {
/// Collects one record; numbers are written as they are, so that a negative one is no formula.
class Record {
  public:
    Record& text(std::string_view cell) { return raw(csv_cell(cell)); }
    Record& money(std::optional<Money> amount) { return raw(amount ? scheduler::yuan(*amount) : ""); }
    Record& number(std::optional<std::int64_t> number) { return raw(number ? csv_cell(*number) : ""); }
    [[nodiscard]] std::string line() const { return line_ + "\r\n"; }

  private:
    Record& raw(std::string_view cell) {
        line_.append(first_ ? "" : ",").append(cell);
        first_ = false;
        return *this;
    }
    std::string line_;
    bool first_ = true;
};

const std::array<Sentence, 14> columns{Sentence{"编号", "Number"},
                                       Sentence{"行", "Row"},
                                       Sentence{"日期", "Date"},
                                       Sentence{"类型", "Kind"},
                                       Sentence{"预约", "Booking"},
                                       Sentence{"平台", "Platform"},
                                       Sentence{"用户", "User"},
                                       Sentence{"说明", "Description"},
                                       Sentence{"备注", "Detail"},
                                       Sentence{"数量", "Quantity"},
                                       Sentence{"单位", "Unit"},
                                       Sentence{"单价（元）", "Unit price (CNY)"},
                                       Sentence{"金额（元）", "Amount (CNY)"},
                                       Sentence{"税率", "Tax rate"}};

void add_sum(std::string& out, const Sheet& sheet, const Sentence& label, Money amount) {
    Record record;
    record.text(sheet.number).text("合计 sum");
    for (int empty = 0; empty < 5; ++empty) {
        record.text("");
    }
    out += record.text(both(label)).text("").text("").text("").text("").money(amount).text("").line();
}
}  // namespace

std::string csv_document(const Sheet& sheet) {
    std::string out = "\xEF\xBB\xBF";
    Record head;
    for (const auto& column : columns) {
        head.text(both(column));
    }
    out += head.line();
    for (const auto& row : sheet.rows) {
        Record record;
        record.text(sheet.number)
            .text(row.part ? "价格明细 price line" : "交易 transaction")
            .text(row.date)
            .text(both(row.kind))
            .text(row.booking)
            .text(row.platform)
            .text(row.user)
            .text(both(row.description))
            .text(row.detail)
            .number(row.quantity)
            .text(both(row.unit))
            .money(row.unit_price)
            .money(row.amount)
            .text(both(row.tax));
        out += record.line();
    }
    for (const auto& tax : sheet.taxes) {
        add_sum(out, sheet, {"税额 " + tax.label.zh, "tax at " + tax.label.en}, tax.line.tax_fen);
    }
    for (const auto& sum : sheet.sums) {
        add_sum(out, sheet, sum.label, sum.amount);
    }
    add_sum(out, sheet, sheet.total_label, sheet.total);
    return out;
}

}  // namespace server
