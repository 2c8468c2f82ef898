// Who may operate what.

#include "server/api/handlers.hpp"
#include "server/api/shape.hpp"
#include "server/json/read.hpp"

namespace server {

using namespace model;

namespace {
struct TrainingInput {
    Text<1, 200> login;
    InstrumentId instrument_id;
    std::optional<Instant> valid_until;
};
BOOST_DESCRIBE_STRUCT(TrainingInput, (), (login, instrument_id, valid_until))

struct TrainingView {
    UserId user_id;
    std::string login;
    std::string user_name;
    InstrumentId instrument_id;
    std::string instrument_name_zh;
    std::optional<Instant> valid_until;
};
BOOST_DESCRIBE_STRUCT(TrainingView, (), (user_id, login, user_name, instrument_id, instrument_name_zh, valid_until))
}  // namespace

Result<CommandBody> grant_training(const Call& call) {
    TRY(const auto body, json_body(call));
    TRY(auto input, json::from_text<TrainingInput>(body));
    return CommandBody([&call, input = std::move(input)](SqlTransaction& tx) -> Result<Answer> {
        const auto record = tx.instrument(input.instrument_id);
        if (!record) {
            return field_error("instrument_id", "unknown", "没有这台仪器", "there is no such instrument");
        }
        if (!may_operate(*call.who, *record)) {
            return ErrorCode::not_allowed;
        }
        const auto person = tx.person(input.login.value);
        if (!person) {
            return field_error("login", "unknown", "没有这个账号", "there is no such login");
        }
        tx.put_training({person->id, input.instrument_id, input.valid_until});
        Event event;
        event.at = call.now;
        event.kind = EventKind::training_granted;
        event.actor = call.who->user.id;
        event.subject = person->id.value;
        event.instrument_id = input.instrument_id;
        tx.append(std::move(event));
        const TrainingView view{person->id,          input.login.value,          person->name,
                                input.instrument_id, record->instrument.name_zh, input.valid_until};
        return Answer{201, json::to_text(view, call.style)};
    });
}

Result<Answer> list_trainings(const Call& call, Database& database) {
    TRY(const auto page, page_of(call));
    const InstrumentId instrument{call.query("instrument")};
    const auto record = instrument.empty() ? nullptr : call.snapshot->catalogue->instrument(instrument);
    // Staff sees all trainings of its instrument; everybody else the own ones.
    const bool all = record && may_operate(*call.who, *record);
    const std::int64_t person = all ? 0 : call.who->user.id.value;
    std::vector<std::string> items;
    database.each<std::int64_t, std::string, std::string, std::string, std::string, std::optional<std::int64_t>>(
        "SELECT p.id, p.login, p.name, i.id, i.name_zh, t.valid_until FROM training t JOIN person p ON p.id = "
        "t.person_id "
        "JOIN instrument i ON i.id = t.instrument_id WHERE (:any_person = 0 OR t.person_id = :person) "
        "AND (:any_instrument = '' OR t.instrument_id = :instrument) ORDER BY i.id, p.id LIMIT :limit OFFSET :offset",
        [&](std::int64_t id, const std::string& login, const std::string& name, const std::string& instrument_id,
            const std::string& zh, const std::optional<std::int64_t>& until) {
            items.push_back(json::to_text(TrainingView{UserId{id}, login, name, InstrumentId{instrument_id}, zh,
                                                       until ? std::optional(instant_of(*until)) : std::nullopt},
                                          call.style));
        },
        person, person, instrument.value, instrument.value, static_cast<std::int64_t>(page.limit), page.offset);
    const auto total = database.first<std::int64_t>(
        "SELECT count(*) FROM training t WHERE (:any_person = 0 OR t.person_id = :person) AND (:any_instrument = '' OR "
        "t.instrument_id = :instrument)",
        person, person, instrument.value, instrument.value);
    return Answer{200, list_text(items, page, std::get<0>(*total))};
}

Shape trainings_shape() {
    return {list_schema<TrainingView>(), {}, paged({{"instrument"}})};
}

Shape training_shape() {
    return {json::schema<TrainingView>(), json::schema<TrainingInput>()};
}

}  // namespace server
