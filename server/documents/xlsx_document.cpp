#include "server/documents/xlsx_document.hpp"

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <utility>

#include <unistd.h>
#include <xlsxwriter.h>

#include "model/text.hpp"

namespace server {

using namespace model;

namespace {
/// The library writes to files only.
class TemporaryFile {
  public:
    TemporaryFile() : path_((std::filesystem::temp_directory_path() / "yiqi-XXXXXX").string()) {
        const int file = mkstemp(path_.data());
        if (file < 0) {
            throw std::runtime_error("no temporary file can be made for a workbook");
        }
        close(file);
    }
    ~TemporaryFile() { (void)unlink(path_.c_str()); }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    [[nodiscard]] const std::string& path() const { return path_; }

  private:
    std::string path_;
};

/// Fen have two digits; both are exact in the spreadsheet's numbers up to 2^53 fen.
double yuan_number(Money amount) {
    return static_cast<double>(amount.fen()) / 100.0;
}

struct Column {
    Sentence label;
    double width;
};
const std::array<Column, 8> columns{Column{{"日期", "Date"}, 12},   Column{{"说明", "Description"}, 48},
                                    Column{{"备注", "Detail"}, 44}, Column{{"数量", "Quantity"}, 10},
                                    Column{{"单位", "Unit"}, 20},   Column{{"单价", "Unit price"}, 14},
                                    Column{{"金额", "Amount"}, 16}, Column{{"税率", "Tax rate"}, 12}};

class Workbook {
  public:
    explicit Workbook(const std::string& path) : book_(workbook_new(path.c_str())) {
        if (book_ == nullptr) {
            throw std::runtime_error("a workbook cannot be begun");
        }
        sheet_ = workbook_add_worksheet(book_, "明细");
        title_ = workbook_add_format(book_);
        format_set_bold(title_);
        format_set_font_size(title_, 16);
        bold_ = workbook_add_format(book_);
        format_set_bold(bold_);
        head_ = workbook_add_format(book_);
        format_set_bold(head_);
        format_set_bottom(head_, LXW_BORDER_THIN);
        money_ = workbook_add_format(book_);
        format_set_num_format(money_, "#,##0.00");
        part_money_ = workbook_add_format(book_);
        format_set_num_format(part_money_, "#,##0.00");
        format_set_font_color(part_money_, 0x666666);
        part_ = workbook_add_format(book_);
        format_set_font_color(part_, 0x666666);
        format_set_indent(part_, 1);
    }
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;
    ~Workbook() {
        if (book_ != nullptr) {
            lxw_workbook_free(book_);
        }
    }

    void write(const Sheet& sheet) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const auto column = static_cast<lxw_col_t>(i);
            worksheet_set_column(sheet_, column, column, columns.at(i).width, nullptr);
        }
        text(0, both(sheet.title), title_);
        ++row_;
        facts(sheet.head);
        facts(sheet.issuer);
        facts(sheet.customer);
        ++row_;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            text(i, both(columns.at(i).label), head_);
        }
        worksheet_freeze_panes(sheet_, row_ + 1, 0);
        worksheet_repeat_rows(sheet_, row_, row_);
        ++row_;
        for (const auto& row : sheet.rows) {
            write_row(row);
        }
        ++row_;
        for (const auto& tax : sheet.taxes) {
            sum({"税额 " + tax.label.zh, "Tax at " + tax.label.en}, tax.line.tax_fen);
            sum({"不含税金额 " + tax.label.zh, "Net at " + tax.label.en}, tax.line.net_fen);
        }
        for (const auto& line : sheet.sums) {
            sum(line.label, line.amount);
        }
        sum(sheet.total_label, sheet.total);
        text(1, both({"人民币（大写）", "In capitals"}), bold_);
        text(2, sheet.capitals, bold_);
        worksheet_set_landscape(sheet_);
        worksheet_set_paper(sheet_, 9);  // A4
        worksheet_fit_to_pages(sheet_, 1, 0);
    }

    /// Closes the file. The library frees the workbook whatever comes out.
    void finish() {
        if (const auto error = workbook_close(std::exchange(book_, nullptr)); error != LXW_NO_ERROR) {
            throw std::runtime_error(lxw_strerror(error));
        }
    }

  private:
    /// A cell holds 32,767 characters; longer text is cut at a whole character.
    void text(std::size_t column, std::string_view value, lxw_format* format = nullptr) {
        constexpr std::size_t cell_max = 32'000;
        if (!value.empty()) {
            worksheet_write_string(sheet_, row_, static_cast<lxw_col_t>(column), shortened(value, cell_max).c_str(),
                                   format);
        }
    }
    void number(std::size_t column, double value, lxw_format* format = nullptr) {
        worksheet_write_number(sheet_, row_, static_cast<lxw_col_t>(column), value, format);
    }
    void facts(const std::vector<SheetFact>& list) {
        for (const auto& fact : list) {
            text(0, both(fact.label));
            text(1, fact.value);
            ++row_;
        }
    }
    void sum(const Sentence& label, Money amount) {
        text(1, both(label), bold_);
        number(6, yuan_number(amount), money_);
        ++row_;
    }
    void write_row(const SheetRow& row) {
        text(0, row.date);
        text(1, both(row.description), row.part ? part_ : nullptr);
        text(2, row.detail);
        if (row.quantity) {
            number(3, static_cast<double>(*row.quantity), row.part ? part_ : nullptr);
        }
        text(4, both(row.unit), row.part ? part_ : nullptr);
        if (row.unit_price) {
            number(5, yuan_number(*row.unit_price), part_money_);
        }
        number(6, yuan_number(row.amount), row.part ? part_money_ : money_);
        text(7, both(row.tax));
        ++row_;
    }

    lxw_workbook* book_;
    lxw_worksheet* sheet_ = nullptr;
    lxw_row_t row_ = 0;
    lxw_format* title_ = nullptr;
    lxw_format* bold_ = nullptr;
    lxw_format* head_ = nullptr;
    lxw_format* money_ = nullptr;
    lxw_format* part_money_ = nullptr;
    lxw_format* part_ = nullptr;
};
}  // namespace

std::string xlsx_document(const Sheet& sheet) {
    const TemporaryFile file;
    Workbook book(file.path());
    book.write(sheet);
    book.finish();
    std::ifstream in(file.path(), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace server
