// The store in memory: accessories and who holds their units.

#include "tests/contract/memory_store.hpp"

namespace contract {

using namespace model;

namespace {
std::vector<std::int64_t> free_units(const MemoryRows& rows, const Accessory& accessory, Interval time) {
    std::vector<std::int64_t> free;
    for (std::int64_t unit = 0; unit < accessory.stock; ++unit) {
        bool taken = false;
        for (const auto& [key, held] : rows.held_units) {
            taken = taken ||
                    (std::get<0>(key) == accessory.id.value && std::get<1>(key) == unit && held.time.overlaps(time));
        }
        if (!taken) {
            free.push_back(unit);
        }
    }
    return free;
}
}  // namespace

std::optional<Accessory> MemoryTransaction::accessory(AccessoryId id) {
    return found_in(rows_.accessories, id.value);
}

AccessoryId MemoryTransaction::put_accessory(const Accessory& accessory) {
    auto stored = accessory;
    if (!stored.id) {
        stored.id = AccessoryId{next_id("accessory")};
    }
    put(rows_.accessories, stored.id.value, stored);
    return stored.id;
}

std::int64_t MemoryTransaction::accessory_units_left(AccessoryId id, Interval time) {
    const auto known = accessory(id);
    return known ? std::ssize(free_units(rows_, *known, time)) : 0;
}

bool MemoryTransaction::take_accessory(const AccessoryUse& use, Holder holder, Interval time) {
    const auto known = accessory(use.id);
    const auto free = known ? free_units(rows_, *known, time) : std::vector<std::int64_t>{};
    if (std::ssize(free) < use.quantity) {
        return false;
    }
    for (std::int64_t i = 0; i < use.quantity; ++i) {
        put(rows_.held_units, {use.id.value, free[static_cast<std::size_t>(i)], time.start}, {time, holder});
    }
    return true;
}

}  // namespace contract
