#include "model/text.hpp"

namespace model {

namespace {
struct Sequence {
    std::size_t length;
    unsigned char second_low, second_high;
};

// The well-formed byte sequences of the Unicode Standard, table 3-7.
Sequence sequence_of(unsigned char lead) {
    if (lead < 0x80) {
        return {1, 0, 0};
    }
    if (lead >= 0xC2 && lead <= 0xDF) {
        return {2, 0x80, 0xBF};
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
        const bool surrogate_block = lead == 0xED;
        return {3, static_cast<unsigned char>(lead == 0xE0 ? 0xA0 : 0x80),
                static_cast<unsigned char>(surrogate_block ? 0x9F : 0xBF)};
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        return {4, static_cast<unsigned char>(lead == 0xF0 ? 0x90 : 0x80),
                static_cast<unsigned char>(lead == 0xF4 ? 0x8F : 0xBF)};
    }
    return {0, 0, 0};
}
}  // namespace

std::size_t count_code_points(std::string_view utf8) {
    std::size_t n = 0;
    for (const char c : utf8) {
        n += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
    }
    return n;
}

bool is_valid_utf8(std::string_view bytes, std::size_t* bad_at) {
    std::size_t i = 0;
    while (i < bytes.size()) {
        const auto lead = static_cast<unsigned char>(bytes[i]);
        const auto form = sequence_of(lead);
        bool good = form.length != 0 && i + form.length <= bytes.size();
        for (std::size_t k = 1; good && k < form.length; ++k) {
            const auto byte = static_cast<unsigned char>(bytes[i + k]);
            const unsigned char low = k == 1 ? form.second_low : 0x80;
            const unsigned char high = k == 1 ? form.second_high : 0xBF;
            good = byte >= low && byte <= high;
        }
        if (!good) {
            if (bad_at != nullptr) {
                *bad_at = i;
            }
            return false;
        }
        i += form.length;
    }
    return true;
}

char32_t next_code_point(std::string_view utf8, std::size_t& at) {
    const auto lead = static_cast<unsigned char>(utf8[at]);
    const auto length = sequence_of(lead).length;
    if (length <= 1) {
        ++at;
        return lead;
    }
    char32_t code = lead & (0xFFU >> (length + 1));
    for (std::size_t k = 1; k < length && at + k < utf8.size(); ++k) {
        code = (code << 6U) | (static_cast<unsigned char>(utf8[at + k]) & 0x3FU);
    }
    at += length;
    return code;
}

bool is_invisible(char32_t c) {
    if (c == U'\t' || c == U'\n') {
        return false;
    }
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0xAD || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
           (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE007F);
}

std::string shortened(std::string_view utf8, std::size_t code_points) {
    std::size_t at = 0;
    for (std::size_t n = 0; n < code_points && at < utf8.size(); ++n) {
        (void)next_code_point(utf8, at);
    }
    std::string out(utf8.substr(0, std::min(at, utf8.size())));
    if (at < utf8.size()) {
        out += "…";
    }
    return out;
}

}  // namespace model
