#include "tests/support/temp_folder.hpp"

#include <cstdlib>
#include <stdexcept>
#include <system_error>

namespace support {

TempFolder::TempFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "yiqi-test-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) {
        throw std::runtime_error("cannot make a folder " + name);
    }
    path_ = name;
}

TempFolder::~TempFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

}  // namespace support
