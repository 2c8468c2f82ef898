// One quote for a group. Like that of a single booking it is not stored: its id carries what it froze, signed.

#include <charconv>
#include <map>

#include <fmt/format.h>

#include "server/api/booking_group_input.hpp"
#include "server/api/handlers.hpp"
#include "server/auth/secrets.hpp"

namespace server {

using namespace model;

namespace {
/// A signature over each member and the end of validity.
std::string signature_of(const Call& call, const std::vector<scheduler::BookingRequest>& members,
                         const std::vector<std::int64_t>& versions, std::int64_t valid_until) {
    auto text = fmt::format("group|{}", valid_until);
    for (std::size_t i = 0; i < members.size(); ++i) {
        const auto record = call.snapshot->catalogue->instrument(members[i].instrument_id);
        const auto price_class = record ? price_class_for(call, *record) : PriceClass::enterprise;
        text += '|';
        text += quote_text(members[i], price_class, versions[i]);
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

// "<valid until>(.<rates version> for each instrument, in the order of its first member).<signature>"
std::string group_quote_id(const Call& call, const std::vector<scheduler::BookingRequest>& members,
                           const std::vector<std::int64_t>& rates_versions, Instant valid_until) {
    auto id = fmt::format("{}", seconds_of(valid_until));
    std::map<InstrumentId, std::int64_t> told;
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (told.emplace(members[i].instrument_id, rates_versions[i]).second) {
            fmt::format_to(std::back_inserter(id), ".{}", rates_versions[i]);
        }
    }
    return fmt::format("{}.{}", id, signature_of(call, members, rates_versions, seconds_of(valid_until)));
}

Result<void> apply_group_quote(const Call& call, const std::string& quote_id,
                               std::vector<scheduler::BookingRequest>& members) {
    std::string_view rest = quote_id;
    const auto valid_until = take_number(rest);
    if (!valid_until) {
        return ErrorCode::quote_invalid;
    }
    std::map<InstrumentId, std::int64_t> told;
    std::vector<std::int64_t> versions;
    for (const auto& member : members) {
        if (!told.contains(member.instrument_id)) {
            rest.remove_prefix(rest.starts_with('.') ? 1 : 0);
            const auto version = take_number(rest);
            if (!version) {
                return ErrorCode::quote_invalid;
            }
            told.emplace(member.instrument_id, *version);
        }
        versions.push_back(told.at(member.instrument_id));
    }
    rest.remove_prefix(rest.starts_with('.') ? 1 : 0);
    if (seconds_of(call.now) > *valid_until ||
        !same_secret(rest, signature_of(call, members, versions, *valid_until))) {
        return ErrorCode::quote_invalid;
    }
    for (std::size_t i = 0; i < members.size(); ++i) {
        members[i].quoted_rates_version = versions[i];
    }
    return {};
}

}  // namespace server
