#include "server/storage/event_end.hpp"

#include <fmt/format.h>

#include "server/auth/secrets.hpp"

namespace server {

namespace {
std::string key_of(Database& database) {
    const auto row = database.first<std::string>("SELECT value FROM setting WHERE name = 'event_end_key'");
    return row ? std::get<0>(*row) : std::string();
}

std::string mark_of(const std::string& key, const EventEnd& end) {
    return hash_of(fmt::format("{}\x1f{}", end.seq, end.seal), key);
}
}  // namespace

void begin_event_end(Database& database) {
    const auto key = new_token();
    database.run("INSERT INTO setting(name, value) VALUES ('event_end_key', :key)", key);
    const auto last =
        database.first<std::int64_t, std::string>("SELECT seq, seal FROM event ORDER BY seq DESC LIMIT 1");
    const EventEnd end = last ? EventEnd{std::get<0>(*last), std::get<1>(*last)} : EventEnd{};
    database.run("INSERT INTO event_end(id, seq, seal, mark) VALUES (1, :seq, :seal, :mark)", end.seq, end.seal,
                 mark_of(key, end));
}

void move_event_end(Database& database, const EventEnd& before, const EventEnd& after) {
    if (after.seq == before.seq) {
        return;
    }
    const auto key = key_of(database);
    database.run("UPDATE event_end SET seq = :seq, seal = :seal, mark = :mark WHERE id = 1 AND mark = :old_mark",
                 after.seq, after.seal, mark_of(key, after), mark_of(key, before));
}

std::optional<std::string> event_end_problem(Database& database, std::int64_t events, const EventEnd& last) {
    const auto row =
        database.first<std::int64_t, std::string, std::string>("SELECT seq, seal, mark FROM event_end WHERE id = 1");
    if (!row) {
        return "the note of where the event log ends is missing";
    }
    const EventEnd noted{std::get<0>(*row), std::get<1>(*row)};
    if (mark_of(key_of(database), noted) != std::get<2>(*row)) {
        return "the note of where the event log ends was not written by this program";
    }
    if (noted.seq != last.seq || noted.seal != last.seal || events != last.seq) {
        return fmt::format("the event log holds {} events and ends at {}, but its end was noted at {}", events,
                           last.seq, noted.seq);
    }
    return std::nullopt;
}

}  // namespace server
