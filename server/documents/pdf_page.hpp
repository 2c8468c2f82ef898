#pragma once
// Drawing text and lines onto the pages of a PDF. Lengths are points, from the top left. Needs Pango and Cairo, so
// only the PDF's own files include it.

#include <memory>
#include <string>
#include <string_view>

#include <pango/pangocairo.h>

namespace server::pdf {

inline constexpr double page_width = 595.276;
inline constexpr double page_height = 841.890;

enum class Align { left, right, centre };

struct Style {
    double size = 8.5;
    double grey = 0.0;  ///< 0 is black
    Align align = Align::left;
    bool bold = false;
};

class Paper {
  public:
    /// `created_at` is RFC 3339 or empty; it is what the file says of its own time.
    Paper(const std::string& title, const std::string& created_at);
    ~Paper();
    Paper(const Paper&) = delete;
    Paper& operator=(const Paper&) = delete;

    /// False: what follows is only measured.
    void draw(bool draws) { draws_ = draws; }

    /// The height that the text takes when it is broken into lines of `width`.
    double height(std::string_view text, double width, const Style& style);
    /// Returns its height.
    double text(double x, double y, double width, std::string_view text, const Style& style);
    void line(double x1, double y, double x2, double thickness, double grey);
    void fill(double x, double y, double width, double height, double grey);
    void end_page();
    /// The whole file; nothing can be drawn any more. Throws std::runtime_error where something failed.
    std::string finish();

  private:
    struct Place {
        double drop;  ///< from the top to where the layout begins
        double height;
    };
    Place set(std::string_view text, double width, const Style& style);
    std::string bytes_;
    cairo_surface_t* surface_;
    cairo_t* cairo_;
    PangoLayout* layout_;
    bool draws_ = true;
};

}  // namespace server::pdf
