#pragma once
// A file in a ZIP archive, such as a sheet in a workbook.

#include <cstdint>
#include <string>
#include <string_view>

#include <zlib.h>

namespace support {

/// The unpacked file; empty where the archive has none of this name.
inline std::string zip_member(const std::string& archive, std::string_view wanted) {
    const auto number = [&](std::size_t at, int bytes) {
        std::size_t value = 0;
        for (int i = bytes; i-- > 0;) {
            value = value << 8 | static_cast<unsigned char>(archive.at(at + static_cast<std::size_t>(i)));
        }
        return value;
    };
    // The directory at the end knows where each file begins and how long it is.
    for (auto at = archive.find("PK\x01\x02"); at != std::string::npos; at = archive.find("PK\x01\x02", at + 4)) {
        if (std::string_view(archive).substr(at + 46, number(at + 28, 2)) != wanted) {
            continue;
        }
        const auto packed = number(at + 20, 4);
        std::string out(number(at + 24, 4), '\0');
        const auto local = number(at + 42, 4);
        const auto data = local + 30 + number(local + 26, 2) + number(local + 28, 2);
        z_stream stream{};
        inflateInit2(&stream, -MAX_WBITS);
        std::string in = archive.substr(data, packed);
        stream.next_in = reinterpret_cast<Bytef*>(in.data());
        stream.avail_in = static_cast<uInt>(in.size());
        stream.next_out = reinterpret_cast<Bytef*>(out.data());
        stream.avail_out = static_cast<uInt>(out.size());
        inflate(&stream, Z_FINISH);
        inflateEnd(&stream);
        return out;
    }
    return {};
}

}  // namespace support
