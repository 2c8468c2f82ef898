#include "server/storage/store_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <stdexcept>

#include <fmt/format.h>

namespace server {

StoreLock::StoreLock(const DatabaseUrl& url) {
    if (url.dialect == Dialect::postgresql) {
        return;
    }
    const auto path = url.target + ".lock";
    constexpr mode_t owner_only = 0600;
    file_ = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, owner_only);
    if (file_ < 0) {
        throw std::runtime_error(fmt::format("the folder of {} is not writable", url.target));
    }
    if (flock(file_, LOCK_EX | LOCK_NB) != 0) {
        close(file_);
        throw std::runtime_error(fmt::format("another yiqi is writing to {}: stop it first", url.target));
    }
}

StoreLock::~StoreLock() {
    if (file_ >= 0) {
        close(file_);
    }
}

}  // namespace server
