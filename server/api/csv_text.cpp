#include "server/api/csv_text.hpp"

namespace server {

CsvText::CsvText(const std::vector<std::string>& header) : text_("\xEF\xBB\xBF") {
    add(header);
}

void CsvText::add(const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        text_ += i == 0 ? "" : ",";
        add_cell(cells[i]);
    }
    text_ += "\r\n";
}

void CsvText::add_cell(std::string_view cell) {
    // A spreadsheet runs what begins like this as a formula, also inside quotes; the apostrophe makes it text.
    constexpr std::string_view starts_a_formula = "=+-@\t\r\n";
    const bool formula = !cell.empty() && starts_a_formula.contains(cell.front());
    text_ += '"';
    text_ += formula ? "'" : "";
    for (const char c : cell) {
        text_ += c == '"' ? "\"\"" : std::string_view(&c, 1);
    }
    text_ += '"';
}

}  // namespace server
