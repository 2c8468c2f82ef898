#include "server/documents/pdf_document.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "scheduler/yuan.hpp"
#include "server/documents/pdf_page.hpp"

namespace server {

using namespace model;
using pdf::Align;
using pdf::Paper;
using pdf::Style;

namespace {
constexpr double margin = 42;
constexpr double right = pdf::page_width - margin;
constexpr double content_width = right - margin;
constexpr double body_end = pdf::page_height - 58;
constexpr double footer_y = pdf::page_height - 40;
constexpr double gap = 6;
constexpr double row_padding = 3;

constexpr Style plain{};
constexpr Style small{.size = 7.5, .grey = 0.4};
constexpr Style label{.size = 7.5, .grey = 0.4};
constexpr Style amount{.align = Align::right};
constexpr Style small_amount{.size = 7.5, .grey = 0.4, .align = Align::right};

struct Column {
    double x;
    double width;
};
constexpr double money_width = 76;
constexpr Column date_column{margin, 54};
constexpr Column tax_column{right - 36, 36};
constexpr Column amount_column{tax_column.x - gap - money_width, money_width};
constexpr Column price_column{amount_column.x - gap - 62, 62};
constexpr Column unit_column{price_column.x - gap - 92, 92};
constexpr Column quantity_column{unit_column.x - gap - 36, 36};
constexpr Column text_column{margin + 54 + gap, quantity_column.x - gap - (margin + 54 + gap)};
constexpr double part_indent = 10;

/// "1,234,567.80"
std::string grouped(Money value) {
    auto text = scheduler::yuan(value);
    const std::size_t first = text.starts_with('-') ? 1 : 0;
    for (auto at = text.size() - 3; at > first + 3;) {
        at -= 3;
        text.insert(at, ",");
    }
    return text;
}

/// "-¥12.00"
std::string with_currency(Money value) {
    const auto text = grouped(value);
    return text.starts_with('-') ? "-¥" + text.substr(1) : "¥" + text;
}

/// Writes a sheet from the top of its first page to the end of its last. It is written twice: the first time only
/// to count the pages.
class Writing {
  public:
    Writing(const Sheet& sheet, Paper& paper, int pages) : sheet_(sheet), paper_(paper), pages_(pages) {}

    /// The number of pages.
    int write() {
        begin_first_page();
        for (std::size_t i = 0; i < sheet_.rows.size(); ++i) {
            if (!sheet_.rows[i].part) {
                keep_together(i);
            }
            write_row(sheet_.rows[i]);
        }
        paper_.line(margin, y_, right, 0.8, 0.2);
        y_ += gap;
        write_taxes();
        write_sums();
        end_page();
        return page_;
    }

  private:
    void begin_first_page() {
        page_ = 1;
        y_ = margin;
        y_ += paper_.text(margin, y_, content_width, sheet_.title.zh, {.size = 18, .align = Align::centre});
        y_ +=
            paper_.text(margin, y_, content_width, sheet_.title.en, {.size = 10, .grey = 0.4, .align = Align::centre});
        y_ += gap * 1.5;
        y_ = write_facts(sheet_.head, margin, y_, content_width) + gap;
        paper_.line(margin, y_, right, 0.4, 0.7);
        y_ += gap;
        constexpr double half = (content_width - 16) / 2;
        y_ = std::max(write_facts(sheet_.issuer, margin, y_, half),
                      write_facts(sheet_.customer, margin + half + 16, y_, half)) +
             gap;
        write_summary();
        write_table_head();
    }

    /// The total stands at the top, where a bookkeeper looks first.
    void write_summary() {
        const auto words = "人民币（大写）" + sheet_.capitals;
        constexpr double words_x = margin + 8;
        constexpr double number_width = 190;
        constexpr double words_width = content_width - number_width - 24;
        const double words_high = paper_.height(words, words_width, {.size = 10});
        const double high = std::max(40.0, words_high + 24);
        paper_.fill(margin, y_, content_width, high, 0.95);
        const double top = y_ + 5;
        const double below = top + paper_.text(words_x, top, words_width, both(sheet_.total_label), label);
        (void)paper_.text(words_x, below, words_width, words, {.size = 10});
        (void)paper_.text(right - 8 - number_width, y_ + 10, number_width, with_currency(sheet_.total),
                          {.size = 15, .align = Align::right});
        y_ += high + gap * 1.5;
    }

    double write_facts(const std::vector<SheetFact>& facts, double x, double y, double width) {
        constexpr double label_width = 96;
        for (const auto& fact : facts) {
            const double left = paper_.text(x, y + 0.8, label_width, both(fact.label), label);
            y += 1.5 +
                 std::max(left, paper_.text(x + label_width + gap, y, width - label_width - gap, fact.value, plain));
        }
        return y;
    }

    void write_table_head() {
        const std::array<std::pair<Column, Sentence>, 7> heads{
            std::pair{date_column, Sentence{"日期", "Date"}},
            std::pair{text_column, Sentence{"说明", "Description"}},
            std::pair{quantity_column, Sentence{"数量", "Quantity"}},
            std::pair{unit_column, Sentence{"单位", "Unit"}},
            std::pair{price_column, Sentence{"单价（元）", "Unit price"}},
            std::pair{amount_column, Sentence{"金额（元）", "Amount (CNY)"}},
            std::pair{tax_column, Sentence{"税率", "Tax"}}};
        paper_.line(margin, y_, right, 0.8, 0.2);
        y_ += 3;
        double high = 0;
        for (std::size_t i = 0; i < heads.size(); ++i) {
            const auto& [column, words] = heads.at(i);
            const auto align = i == 2 || i >= 4 ? Align::right : Align::left;
            const double first = paper_.text(column.x, y_, column.width, words.zh, {.size = 8, .align = align});
            high = std::max(high, first + paper_.text(column.x, y_ + first, column.width, words.en,
                                                      {.size = 7, .grey = 0.4, .align = align}));
        }
        y_ += high + 3;
        paper_.line(margin, y_, right, 0.4, 0.2);
        y_ += row_padding;
    }

    /// A new page where a transaction and the parts of its price do not fit on this one but on one of their own.
    void keep_together(std::size_t first) {
        double high = row_height(sheet_.rows[first]);
        for (auto i = first + 1; i < sheet_.rows.size() && sheet_.rows[i].part && high < body_end; ++i) {
            high += row_height(sheet_.rows[i]);
        }
        if (high < body_end - margin - 60) {
            need(high);
        }
    }

    /// A transaction has no quantity of its own, so its words may take those columns too.
    static double words_width(const SheetRow& row) {
        return row.part ? text_column.width - part_indent : price_column.x + price_column.width - text_column.x;
    }

    double row_height(const SheetRow& row) {
        const double wide = words_width(row);
        return row_padding * 2 + std::max({paper_.height(both(row.description), wide, row.part ? small : plain) +
                                               paper_.height(row.detail, wide, small),
                                           paper_.height(both(row.unit), unit_column.width, small), 10.0});
    }

    void write_row(const SheetRow& row) {
        const auto words = both(row.description);
        const Style style = row.part ? small : plain;
        const Style number = row.part ? small_amount : amount;
        const double x = text_column.x + (row.part ? part_indent : 0);
        const double wide = words_width(row);
        const double words_high = paper_.height(words, wide, style);
        const double high = row_height(row) - row_padding * 2;
        need(high + row_padding * 2);
        if (!row.part && !at_top_) {
            paper_.line(margin, y_, right, 0.3, 0.8);
            y_ += row_padding;
        }
        at_top_ = false;
        (void)paper_.text(date_column.x, y_, date_column.width, row.date, plain);
        (void)paper_.text(x, y_, wide, words, style);
        (void)paper_.text(x, y_ + words_high, wide, row.detail, small);
        if (row.quantity) {
            (void)paper_.text(quantity_column.x, y_, quantity_column.width, std::to_string(*row.quantity), number);
        }
        (void)paper_.text(unit_column.x, y_, unit_column.width, both(row.unit), small);
        if (row.unit_price) {
            (void)paper_.text(price_column.x, y_, price_column.width, grouped(*row.unit_price), number);
        }
        (void)paper_.text(amount_column.x, y_, amount_column.width, grouped(row.amount), number);
        (void)paper_.text(tax_column.x, y_, tax_column.width, row.tax.zh, number);
        y_ += high + row_padding;
    }

    void write_taxes() {
        if (sheet_.taxes.empty()) {
            return;
        }
        need(24);
        (void)paper_.text(margin, y_, content_width, "其中税额（价税合计已含） Tax contained in the charges", label);
        y_ += 13;
        for (const auto& tax : sheet_.taxes) {
            const auto words = fmt::format("{}  不含税 net {}  税额 tax {}  价税合计 gross {}", both(tax.label),
                                           with_currency(tax.line.net_fen), with_currency(tax.line.tax_fen),
                                           with_currency(tax.line.gross_fen));
            need(paper_.height(words, content_width, plain) + 2);
            y_ += paper_.text(margin, y_, content_width, words, plain) + 2;
        }
        y_ += gap;
    }

    void write_sums() {
        for (const auto& sum : sheet_.sums) {
            write_sum(sum.label, sum.amount, plain);
        }
        write_sum(sheet_.total_label, sheet_.total, {.size = 10});
    }

    void write_sum(const Sentence& words, Money value, Style style) {
        constexpr double number_width = 120;
        constexpr double from = margin + content_width * 0.4;
        constexpr double words_width = right - gap - number_width - from;
        const double high = paper_.height(both(words), words_width, style);
        need(high + 2);
        (void)paper_.text(from, y_, words_width, both(words), style);
        style.align = Align::right;
        (void)paper_.text(right - number_width, y_, number_width, with_currency(value), style);
        y_ += high + 2;
    }

    /// A new page where less than `high` is left on this one.
    void need(double high) {
        if (y_ + high <= body_end) {
            return;
        }
        end_page();
        ++page_;
        y_ = margin;
        (void)paper_.text(margin, y_, content_width / 2, both(sheet_.title), label);
        (void)paper_.text(margin + content_width / 2, y_, content_width / 2, sheet_.number,
                          {.size = 7.5, .grey = 0.4, .align = Align::right});
        y_ += 16;
        write_table_head();
        at_top_ = true;
    }

    void end_page() {
        paper_.line(margin, footer_y - 4, right, 0.3, 0.8);
        (void)paper_.text(margin, footer_y, content_width * 0.7, footer(), label);
        (void)paper_.text(right - 160, footer_y, 160,
                          fmt::format("第 {} 页 / 共 {} 页  {} / {}", page_, pages_, page_, pages_),
                          {.size = 7.5, .grey = 0.4, .align = Align::right});
        paper_.end_page();
    }

    [[nodiscard]] std::string footer() const {
        return sheet_.number.empty() ? std::string("仪起 Yiqi") : "仪起 Yiqi · " + sheet_.number;
    }

    const Sheet& sheet_;
    Paper& paper_;
    int pages_;
    int page_ = 0;
    double y_ = 0;
    bool at_top_ = true;
};
}  // namespace

std::string pdf_document(const Sheet& sheet) {
    const auto created = sheet.issued_at ? format_instant(*sheet.issued_at, TimeZone()) : std::string();
    const auto title = both(sheet.title) + " " + sheet.number;
    Paper paper(title, created);
    paper.draw(false);
    const int pages = Writing(sheet, paper, 0).write();
    paper.draw(true);
    (void)Writing(sheet, paper, pages).write();
    return paper.finish();
}

}  // namespace server
