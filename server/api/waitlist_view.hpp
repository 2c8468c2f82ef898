#pragma once
// What the API shows of the waitlist.

#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "model/offer.hpp"
#include "model/waitlist.hpp"
#include "server/api/service.hpp"

namespace server {

/// Time that is held for the caller until `expires_at`.
struct OfferView {
    model::OfferId id;
    model::InstrumentId instrument_id;
    std::string instrument_name_zh;
    std::string instrument_name_en;
    model::Instant start{};
    model::Instant end{};
    model::Money total_fen;
    model::Instant expires_at{};
    std::vector<model::AccessoryUse> accessories;  ///< held along with the time
};
BOOST_DESCRIBE_STRUCT(OfferView, (),
                      (id, instrument_id, instrument_name_zh, instrument_name_en, start, end, total_fen, expires_at,
                       accessories))

/// Time that became free, told to who wanted to hear of it.
struct NoticeView {
    model::Instant at{};
    model::InstrumentId instrument_id;
    model::Instant start{};
    model::Instant end{};
    std::int64_t minutes = 0;
};
BOOST_DESCRIBE_STRUCT(NoticeView, (), (at, instrument_id, start, end, minutes))

struct WaitlistView {
    model::WaitlistEntryId id;
    model::WaitlistKind kind = model::WaitlistKind::book;
    model::WaitlistStatus status = model::WaitlistStatus::waiting;
    model::UserId user_id;
    std::string user_name;
    std::optional<model::InstrumentId> instrument_id;  ///< null where any of several will do
    std::string instrument_name_zh;
    std::string instrument_name_en;
    std::int64_t instruments = 0;  ///< how many would serve; 0 when the entry has ended
    std::int64_t duration_minutes = 0;
    model::Instant earliest{};
    model::Instant latest{};
    std::string purpose;
    std::int64_t samples = 0;
    std::vector<model::AccessoryUse> accessories;
    std::optional<model::BookingId> booking_id;  ///< to move up, or what an accepted offer became
    model::Instant created_at{};
    std::optional<std::int64_t> position;  ///< 1 = first; null where the entry takes no turn
    std::optional<model::Sentence> position_text;
    std::optional<OfferView> offer;
    std::optional<model::Sentence> note;  ///< how the entry ended
    std::vector<NoticeView> notices;      ///< the latest 20
};
BOOST_DESCRIBE_STRUCT(WaitlistView, (),
                      (id, kind, status, user_id, user_name, instrument_id, instrument_name_zh, instrument_name_en,
                       instruments, duration_minutes, earliest, latest, purpose, samples, accessories, booking_id,
                       created_at, position, position_text, offer, note, notices))

/// Reads what else belongs to the entry: its place in line, its offer, its notices.
WaitlistView waitlist_view(const Call& call, Database& database, const model::WaitlistEntry& entry);

}  // namespace server
