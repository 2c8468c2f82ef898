#pragma once
// Tables as CSV for spreadsheets: UTF-8 with a byte order mark, CRLF, and no cell that a spreadsheet takes for a
// formula.

#include <string>
#include <string_view>
#include <vector>

namespace server {

class CsvText {
  public:
    explicit CsvText(const std::vector<std::string>& header);
    void add(const std::vector<std::string>& cells);
    [[nodiscard]] std::string take() { return std::move(text_); }

  private:
    void add_cell(std::string_view cell);
    std::string text_;
};

}  // namespace server
