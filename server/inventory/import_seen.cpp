#include "server/inventory/import_seen.hpp"

#include <functional>
#include <utility>

namespace server {

namespace {
static_assert(sizeof(std::size_t) == 8, "keys are told apart by a 64-bit hash");

std::uint64_t hash_of(std::string_view key) {
    return std::hash<std::string_view>{}(key);
}
}  // namespace

SeenKeys::SeenKeys() : slots_(1024) {}

std::size_t SeenKeys::slot_of(std::uint64_t hash) const {
    const auto mask = slots_.size() - 1;
    auto at = hash & mask;
    while (slots_[at].line != 0 && slots_[at].hash != hash) {
        at = (at + 1) & mask;
    }
    return at;
}

std::optional<std::uint64_t> SeenKeys::first_seen(std::string_view key, std::uint64_t line) {
    const auto hash = hash_of(key);
    auto at = slot_of(hash);
    if (slots_[at].line != 0) {
        return slots_[at].line;
    }
    if ((used_ + 1) * 8 > slots_.size() * 7) {
        grow();
        at = slot_of(hash);
    }
    slots_[at] = {hash, line};
    ++used_;
    return std::nullopt;
}

bool SeenKeys::contains(std::string_view key) const {
    return slots_[slot_of(hash_of(key))].line != 0;
}

void SeenKeys::grow() {
    std::vector<Slot> old(slots_.size() * 2);
    std::swap(old, slots_);
    for (const auto& slot : old) {
        if (slot.line != 0) {
            slots_[slot_of(slot.hash)] = slot;
        }
    }
}

}  // namespace server
