// One quote for a group. Like that of a single booking it is not stored: its id carries what it froze, signed.

#include <charconv>
#include <map>
#include <set>

#include <fmt/format.h>

#include "server/api/booking_group_input.hpp"
#include "server/api/handlers.hpp"
#include "server/auth/secrets.hpp"

namespace server {

using namespace model;

namespace {
/// A signature over each member and the end of validity.
std::string signature_of(const Call& call, const std::vector<scheduler::BookingRequest>& members,
                         const std::vector<scheduler::FrozenPrice>& frozen, std::int64_t valid_until) {
    auto text = fmt::format("group|{}", valid_until);
    for (std::size_t i = 0; i < members.size(); ++i) {
        const auto record = call.snapshot->catalogue->instrument(members[i].instrument_id);
        text += '|';
        text += quote_text(members[i], record ? payer_for(call, *record) : Payer{}, frozen[i]);
    }
    return hash_of(text, call.services.secret);
}

std::optional<std::int64_t> take_number(std::string_view& text) {
    std::int64_t number = 0;
    const auto* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    if (read.ec != std::errc{} || read.ptr == end) {
        return std::nullopt;
    }
    text.remove_prefix(static_cast<std::size_t>(read.ptr - text.data()));
    return number;
}
}  // namespace

// "<valid until>.<calendar version>(.<rates version> for each instrument, in the order of its first
// member).<signature>"
std::string group_quote_id(const Call& call, const std::vector<scheduler::BookingRequest>& members,
                           const std::vector<scheduler::FrozenPrice>& frozen, Instant valid_until) {
    auto id = fmt::format("{}.{}", seconds_of(valid_until), frozen.front().calendar_version);
    std::set<InstrumentId> told;
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (told.insert(members[i].instrument_id).second) {
            fmt::format_to(std::back_inserter(id), ".{}", frozen[i].rates_version);
        }
    }
    return fmt::format("{}.{}", id, signature_of(call, members, frozen, seconds_of(valid_until)));
}

Result<void> apply_group_quote(const Call& call, const std::string& quote_id,
                               std::vector<scheduler::BookingRequest>& members) {
    std::string_view rest = quote_id;
    const auto next = [&rest] {
        const auto number = take_number(rest);
        rest.remove_prefix(number && rest.starts_with('.') ? 1 : 0);
        return number;
    };
    const auto valid_until = next();
    const auto calendar = next();
    if (!valid_until || !calendar) {
        return ErrorCode::quote_invalid;
    }
    std::map<InstrumentId, std::int64_t> told;
    std::vector<scheduler::FrozenPrice> frozen;
    for (const auto& member : members) {
        if (!told.contains(member.instrument_id)) {
            const auto version = next();
            if (!version) {
                return ErrorCode::quote_invalid;
            }
            told.emplace(member.instrument_id, *version);
        }
        frozen.push_back({told.at(member.instrument_id), instant_of(*valid_until) - quote_valid, *calendar});
    }
    if (seconds_of(call.now) > *valid_until || !same_secret(rest, signature_of(call, members, frozen, *valid_until))) {
        return ErrorCode::quote_invalid;
    }
    for (std::size_t i = 0; i < members.size(); ++i) {
        members[i].quoted = frozen[i];
    }
    return {};
}

}  // namespace server
