// Accessories: things with a stock that are booked along with an instrument.

#include <fmt/format.h>

#include "server/api/accessory_views.hpp"
#include "server/api/booking_input.hpp"
#include "server/api/handlers.hpp"
#include "server/api/shape.hpp"
#include "server/api/views.hpp"
#include "server/storage/rows.hpp"

namespace server {

using namespace model;

namespace {
std::string accessory_text(const Call& call, const Accessory& a, std::optional<std::int64_t> left = std::nullopt) {
    const auto instrument = a.instrument_id.empty() ? std::nullopt : std::optional(a.instrument_id);
    return json::to_text(AccessoryView{a.id, a.platform_id, instrument, a.name_zh, a.name_en, a.stock, left},
                         call.style);
}

/// The time that the caller asks about, if any.
Result<std::optional<Interval>> wanted_time(const Call& call) {
    TRY(const auto start, instant_parameter(call, "start"));
    TRY(const auto end, instant_parameter(call, "end"));
    if (start.has_value() != end.has_value()) {
        return field_error("end", "one_of", "start 与 end 须同时填写", "give both start and end, or neither");
    }
    if (!start) {
        return std::optional<Interval>();
    }
    TRY(const auto time, checked_interval(*start, *end));
    return std::optional(time);
}

/// An instrument that goes with the data: any of the platform where none is named. Who does not administer the
/// platform gets not_allowed.
Result<void> check_platform(const Call& call, const PlatformId& platform, const AccessoryData& data) {
    const auto& catalogue = *call.snapshot->catalogue;
    const auto* known = catalogue.platform(platform);
    if (known == nullptr) {
        return ErrorCode::not_found;
    }
    scheduler::InstrumentRecord any;
    any.instrument.platform_id = platform;
    any.institution_id = known->institution_id;
    if (!may_administer(*call.who, any)) {
        return ErrorCode::not_allowed;
    }
    if (data.instrument_id) {
        const auto record = catalogue.instrument(*data.instrument_id);
        if (!record || record->instrument.platform_id != platform) {
            return field_error("instrument_id", "unknown_instrument", "平台没有这台仪器",
                               "the platform has no such instrument");
        }
    }
    return {};
}

void record_change(SqlTransaction& tx, const Call& call, const Accessory& accessory) {
    Event event;
    event.at = call.now;
    event.kind = EventKind::accessory_changed;
    event.actor = call.who->user.id;
    event.subject = accessory.id.value;
    event.instrument_id = accessory.instrument_id;
    event.facts = {{"name", accessory.name_zh}, {"stock", std::to_string(accessory.stock)}};
    tx.append(std::move(event));
}

Accessory accessory_of(AccessoryId id, const PlatformId& platform, const AccessoryData& data) {
    return {id,        platform, data.instrument_id.value_or(InstrumentId{}), data.name_zh.value, data.name_en.value,
            data.stock};
}
}  // namespace

Result<Answer> list_accessories(const Call& call, Database& database) {
    const auto record = call.snapshot->catalogue->instrument(InstrumentId{call.path_parameter(0)});
    if (!record) {
        return ErrorCode::not_found;
    }
    TRY(const auto time, wanted_time(call));
    std::vector<Accessory> found;
    database.each<std::int64_t, std::optional<std::string>, std::string, std::string, std::int64_t>(
        "SELECT id, instrument_id, name_zh, name_en, stock FROM accessory WHERE platform_id = :platform AND "
        "(instrument_id IS NULL OR instrument_id = :instrument) ORDER BY id LIMIT 200",
        [&](std::int64_t id, const std::optional<std::string>& instrument, const std::string& zh, const std::string& en,
            std::int64_t stock) {
            found.push_back({AccessoryId{id}, record->instrument.platform_id, InstrumentId{instrument.value_or("")}, zh,
                             en, stock});
        },
        record->instrument.platform_id.value, record->instrument.id.value);
    std::vector<std::string> items;
    for (const auto& accessory : found) {
        const auto left = time ? std::optional(count_units_left(database, accessory.id, *time)) : std::nullopt;
        items.push_back(accessory_text(call, accessory, left));
    }
    return Answer{200, list_text(items, Page{200, 0}, std::ssize(items))};
}

Shape accessories_shape() {
    return {list_schema<AccessoryView>(), {}, {{"start", instant_schema}, {"end", instant_schema}}};
}

Result<CommandBody> create_accessory(const Call& call) {
    TRY(const auto body, json_body(call));
    TRY(const auto input, json::from_text<AccessoryData>(body));
    const PlatformId platform{call.path_parameter(0)};
    TRY_VOID(check_platform(call, platform, input));
    return CommandBody([&call, platform, input](SqlTransaction& tx) -> Result<Answer> {
        auto accessory = accessory_of({}, platform, input);
        accessory.id = tx.put_accessory(accessory);
        record_change(tx, call, accessory);
        return Answer{201, accessory_text(call, accessory)};
    });
}

Result<CommandBody> replace_accessory(const Call& call) {
    TRY(const auto body, json_body(call));
    TRY(const auto input, json::from_text<AccessoryData>(body));
    return CommandBody([&call, input](SqlTransaction& tx) -> Result<Answer> {
        const AccessoryId id{json::id_number(call.path_parameter(0))};
        const auto old = tx.accessory(id);
        if (!old) {
            return ErrorCode::not_found;
        }
        TRY_VOID(check_platform(call, old->platform_id, input));
        const auto needed = tx.accessory_units_taken(id, call.now);
        if (input.stock < needed) {
            return Error(ErrorCode::wrong_state,
                         {fmt::format("已有预约占用至第 {} 件，库存不能更少", needed),
                          fmt::format("bookings rely on {} of them; the stock cannot be less", needed)});
        }
        const auto accessory = accessory_of(id, old->platform_id, input);
        tx.put_accessory(accessory);
        record_change(tx, call, accessory);
        return Answer{200, accessory_text(call, accessory)};
    });
}

}  // namespace server
