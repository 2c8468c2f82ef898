// A person's tokens for programs.

#include "server/auth/api_tokens.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "server/api/handlers.hpp"
#include "server/api/shape.hpp"
#include "server/auth/secrets.hpp"
#include "server/json/read.hpp"

namespace server {

using namespace model;

namespace {
constexpr std::int64_t tokens_max = 50;

struct TokenInput {
    Text<1, 100> name;
    TokenScopes scopes;                 ///< at least one, each once
    std::optional<Instant> expires_at;  ///< never
};
BOOST_DESCRIBE_STRUCT(TokenInput, (), (name, scopes, expires_at))

struct TokenView {
    std::string id;
    std::string name;
    TokenScopes scopes;
    Instant created_at{};
    std::optional<Instant> expires_at;
    std::optional<std::string> token;  ///< in the first answer alone
};
BOOST_DESCRIBE_STRUCT(TokenView, (), (id, name, scopes, created_at, expires_at, token))

Event event_of(EventKind kind, const Call& call, std::int64_t id) {
    Event event;
    event.at = call.now;
    event.kind = kind;
    event.actor = call.who->user.id;
    event.subject = id;
    return event;
}
}  // namespace

Result<CommandBody> make_api_token(const Call& call) {
    TRY(const auto body, json_body(call));
    TRY(auto input, json::from_text<TokenInput>(body));
    const auto real_now = ServerClock::real_now();
    std::ranges::sort(input.scopes);
    if (input.scopes.empty() || std::ranges::adjacent_find(input.scopes) != input.scopes.end()) {
        return field_error("scopes", "each_once", "请至少选择一项权限，且不重复", "name at least one scope, each once");
    }
    if (input.expires_at && *input.expires_at <= real_now) {
        return field_error("expires_at", "past", "到期时间须在将来", "the end must lie in the future");
    }
    return CommandBody([&call, real_now, input = std::move(input)](SqlTransaction& tx) -> Result<Answer> {
        const auto count = tx.reader().first<std::int64_t>("SELECT count(*) FROM api_token WHERE person_id = :person",
                                                           call.who->user.id.value);
        if (std::get<0>(*count) >= tokens_max) {
            return Error(ErrorCode::wrong_state,
                         {fmt::format("每人最多 {} 个令牌，请先删除不用的", tokens_max),
                          fmt::format("a person has at most {} tokens; delete one first", tokens_max)});
        }
        const auto token = std::string(token_prefix) + new_token();
        const std::optional<std::int64_t> until =
            input.expires_at ? std::optional(seconds_of(*input.expires_at)) : std::nullopt;
        const auto id = tx.reader().first<std::int64_t>(
            "INSERT INTO api_token(token_hash, person_id, name, scopes, created_at, expires_at) VALUES (:hash, "
            ":person, "
            ":name, :scopes, :at, :until) RETURNING id",
            hash_of(token), call.who->user.id.value, input.name.value, scopes_text(input.scopes), seconds_of(real_now),
            until);
        tx.append(event_of(EventKind::api_token_made, call, std::get<0>(*id)));
        TokenView view{std::to_string(std::get<0>(*id)), input.name, input.scopes, real_now, input.expires_at, token};
        Answer answer{201, json::to_text(view, call.style)};
        view.token.reset();
        answer.kept_body = json::to_text(view, call.style);
        return answer;
    });
}

Result<Answer> list_api_tokens(const Call& call, Database& database) {
    TRY(const auto page, page_of(call));
    const auto person = call.who->user.id.value;
    std::vector<std::string> items;
    database.each<std::int64_t, std::string, std::string, std::int64_t, std::optional<std::int64_t>>(
        "SELECT id, name, scopes, created_at, expires_at FROM api_token WHERE person_id = :person ORDER BY id LIMIT "
        ":limit OFFSET :offset",
        [&](std::int64_t id, const std::string& name, const std::string& scopes, std::int64_t created,
            const std::optional<std::int64_t>& expires) {
            items.push_back(
                json::to_text(TokenView{std::to_string(id), name, scopes_of(scopes), instant_of(created),
                                        expires ? std::optional(instant_of(*expires)) : std::nullopt, std::nullopt},
                              call.style));
        },
        person, static_cast<std::int64_t>(page.limit), page.offset);
    const auto total = database.first<std::int64_t>("SELECT count(*) FROM api_token WHERE person_id = :person", person);
    return Answer{200, list_text(items, page, std::get<0>(*total))};
}

Result<CommandBody> revoke_api_token(const Call& call) {
    return CommandBody([&call](SqlTransaction& tx) -> Result<Answer> {
        const auto id = json::id_number(call.path_parameter(0));
        const auto gone = tx.reader().first<std::int64_t>(
            "DELETE FROM api_token WHERE id = :id AND person_id = :person RETURNING id", id, call.who->user.id.value);
        if (!gone) {
            return ErrorCode::not_found;
        }
        tx.append(event_of(EventKind::api_token_revoked, call, id));
        return Answer{204, ""};
    });
}

Shape api_token_shape() {
    return {json::schema<TokenView>(), json::schema<TokenInput>()};
}

Shape api_tokens_shape() {
    return {list_schema<TokenView>(), {}, paged()};
}

}  // namespace server
