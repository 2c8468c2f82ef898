#include "server/documents/pdf_page.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include <cairo-pdf.h>

namespace server::pdf {

namespace {
// Chinese comes from Noto, whose proportional faces Cairo 1.16 can fail to subset (0.9 MB in every file, by some pairs
// of Latin letters); those of the monospaced face are the same for Chinese. Everything else comes from Liberation.
constexpr const char* font_family = "Liberation Sans, Noto Sans Mono CJK SC";

cairo_status_t collect(void* closure, const unsigned char* data, unsigned int length) {
    static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}
}  // namespace

Paper::Paper(const std::string& title, const std::string& created_at)
    : surface_(cairo_pdf_surface_create_for_stream(collect, &bytes_, page_width, page_height)),
      cairo_(cairo_create(surface_)),
      layout_(pango_cairo_create_layout(cairo_)) {
    cairo_pdf_surface_set_metadata(surface_, CAIRO_PDF_METADATA_TITLE, title.c_str());
    // Without a time of its own the file would carry the time of the download.
    cairo_pdf_surface_set_metadata(surface_, CAIRO_PDF_METADATA_CREATE_DATE,
                                   created_at.empty() ? "2000-01-01T00:00:00Z" : created_at.c_str());
    pango_layout_set_wrap(layout_, PANGO_WRAP_WORD_CHAR);
}

Paper::~Paper() {
    g_object_unref(layout_);
    cairo_destroy(cairo_);
    cairo_surface_destroy(surface_);
}

Paper::Place Paper::set(std::string_view text, double width, const Style& style) {
    PangoFontDescription* font = pango_font_description_new();
    pango_font_description_set_family_static(font, font_family);
    pango_font_description_set_absolute_size(font, style.size * PANGO_SCALE);
    pango_font_description_set_weight(font, style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(layout_, font);
    pango_font_description_free(font);
    pango_layout_set_width(layout_, static_cast<int>(width * PANGO_SCALE));
    pango_layout_set_alignment(layout_, style.align == Align::left    ? PANGO_ALIGN_LEFT
                                        : style.align == Align::right ? PANGO_ALIGN_RIGHT
                                                                      : PANGO_ALIGN_CENTER);
    pango_layout_set_text(layout_, text.data(), static_cast<int>(text.size()));
    // Lines of Latin letters alone are lower than those with Chinese; all stand on the same base line.
    constexpr double ascent = 1.16;
    int wide = 0;
    int high = 0;
    pango_layout_get_size(layout_, &wide, &high);
    const double base = static_cast<double>(pango_layout_get_baseline(layout_)) / PANGO_SCALE;
    const double drop = std::max(0.0, style.size * ascent - base);
    return {drop, drop + static_cast<double>(high) / PANGO_SCALE};
}

double Paper::height(std::string_view text, double width, const Style& style) {
    return text.empty() ? 0 : set(text, width, style).height;
}

double Paper::text(double x, double y, double width, std::string_view text, const Style& style) {
    if (text.empty()) {
        return 0;
    }
    const auto place = set(text, width, style);
    if (draws_) {
        cairo_set_source_rgb(cairo_, style.grey, style.grey, style.grey);
        cairo_move_to(cairo_, x, y + place.drop);
        pango_cairo_show_layout(cairo_, layout_);
    }
    return place.height;
}

void Paper::line(double x1, double y, double x2, double thickness, double grey) {
    if (!draws_) {
        return;
    }
    cairo_set_source_rgb(cairo_, grey, grey, grey);
    cairo_set_line_width(cairo_, thickness);
    cairo_move_to(cairo_, x1, y);
    cairo_line_to(cairo_, x2, y);
    cairo_stroke(cairo_);
}

void Paper::fill(double x, double y, double width, double height, double grey) {
    if (!draws_) {
        return;
    }
    cairo_set_source_rgb(cairo_, grey, grey, grey);
    cairo_rectangle(cairo_, x, y, width, height);
    cairo_fill(cairo_);
}

void Paper::end_page() {
    if (draws_) {
        cairo_show_page(cairo_);
    }
}

std::string Paper::finish() {
    cairo_surface_finish(surface_);
    if (const auto status = cairo_surface_status(surface_); status != CAIRO_STATUS_SUCCESS) {
        throw std::runtime_error(cairo_status_to_string(status));
    }
    return std::move(bytes_);
}

}  // namespace server::pdf
