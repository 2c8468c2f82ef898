// The credit of users: score, entries, appeals, suspensions, and the policy behind them.

#include <fmt/format.h>

#include "scheduler/credit.hpp"
#include "server/api/credit_standing.hpp"
#include "server/api/handlers.hpp"
#include "server/json/schema.hpp"

namespace server {

using namespace model;

namespace {
struct SuspensionView {
    SuspensionId id;
    UserId user_id;
    Instant since{};
    Instant until{};
    Sentence reason;
    std::optional<Instant> lifted_at;
    std::string lift_reason;
};
BOOST_DESCRIBE_STRUCT(SuspensionView, (), (id, user_id, since, until, reason, lifted_at, lift_reason))

struct CreditView {
    UserId user_id;
    std::int64_t score = 0;
    std::int64_t start_points = 0;
    std::optional<SuspensionView> suspension;
    std::vector<CreditEntry> entries;
};
BOOST_DESCRIBE_STRUCT(CreditView, (), (user_id, score, start_points, suspension, entries))

struct AppealInput {
    Text<1, 2000> text;
};
BOOST_DESCRIBE_STRUCT(AppealInput, (), (text))

struct DecisionInput {
    bool forgive = false;
    Text<1, 500> reason;
};
BOOST_DESCRIBE_STRUCT(DecisionInput, (), (forgive, reason))

struct LiftInput {
    Text<1, 500> reason;
};
BOOST_DESCRIBE_STRUCT(LiftInput, (), (reason))

SuspensionView view_of(const Suspension& s) {
    return {s.id, s.user_id, s.since, s.until, s.reason, s.lifted_at, s.lift_reason};
}

Answer credit_of(const Call& call, Database& database, UserId user, bool whole) {
    const auto policy = stored_credit_policy(database).policy;
    const auto entries = credit_entries_of(database, user);
    CreditView view;
    view.user_id = user;
    view.score = scheduler::credit_score(policy, entries, call.now);
    view.start_points = policy.start_points;
    if (const auto suspension = SqlRuleFacts(database).suspension(user, call.now)) {
        view.suspension = view_of(*suspension);
    }
    for (const auto& entry : entries) {
        const auto record = call.snapshot->catalogue->instrument(entry.instrument_id);
        if (whole || (record && may_operate(*call.who, *record))) {
            view.entries.push_back(entry);
        }
    }
    return Answer{200, json::to_text(view, call.style)};
}

/// Whether a staff member runs an instrument that the user has booked.
bool is_host_of(const Call& call, Database& database, UserId user) {
    bool found = false;
    database.each<std::string>(
        "SELECT DISTINCT instrument_id FROM booking WHERE person_id = :person LIMIT 2000",
        [&](const std::string& id) {
            const auto record = found ? nullptr : call.snapshot->catalogue->instrument(InstrumentId{id});
            found = found || (record && may_operate(*call.who, *record));
        },
        user.value);
    return found;
}

std::string etag_of(const CreditPolicyVersion& version) {
    return fmt::format("\"c{}\"", version.version);
}
}  // namespace

std::vector<CreditEntry> credit_entries_of(Database& database, UserId user) {
    std::vector<CreditEntry> entries;
    std::apply(
        [&]<class... Column>(const Column&...) {
            database.each<Column...>(
                "SELECT " YIQI_CREDIT_COLUMNS
                " FROM credit_entry c WHERE c.person_id = :person ORDER BY c.at DESC, c.id DESC LIMIT 500",
                [&](const Column&... column) { entries.push_back(credit_entry_of(CreditRow{column...})); }, user.value);
        },
        CreditRow{});
    return entries;
}

bool decides_for_council(const Principal& who) {
    return who.has_anywhere(Role::secretariat) || who.has_anywhere(Role::system_admin);
}

bool may_decide_credit(const Principal& who, const scheduler::InstrumentRecord& instrument, const CreditEntry& entry) {
    return entry.user_id != who.user.id && (may_administer(who, instrument) || decides_for_council(who));
}

CreditSchemas credit_schemas() {
    return {json::schema<CreditView>(),  json::schema<CreditEntry>(),   json::schema<SuspensionView>(),
            json::schema<AppealInput>(), json::schema<DecisionInput>(), json::schema<LiftInput>()};
}

Result<Answer> my_credit(const Call& call, Database& database) {
    return credit_of(call, database, call.who->user.id, true);
}

Result<Answer> user_credit(const Call& call, Database& database) {
    const UserId user{json::id_number(call.path_parameter(0))};
    const auto row = database.first<std::string>("SELECT organisation_id FROM person WHERE id = :person", user.value);
    if (!row) {
        return ErrorCode::not_found;
    }
    const bool whole = user == call.who->user.id || decides_for_council(*call.who) ||
                       call.who->has(Role::company_admin, std::get<0>(*row));
    if (!whole && !is_host_of(call, database, user)) {
        return ErrorCode::not_found;
    }
    return credit_of(call, database, user, whole);
}

Result<CommandBody> appeal_credit(const Call& call) {
    TRY(const auto body, json_body(call));
    TRY(const auto input, json::from_text<AppealInput>(body));
    return CommandBody([&call, text = input.text.value](SqlTransaction& tx) -> Result<Answer> {
        const CreditEntryId id{json::id_number(call.path_parameter(0))};
        const auto entry = tx.credit_entry(id);
        if (!entry || entry->user_id != call.who->user.id) {
            return ErrorCode::not_found;
        }
        const scheduler::Actor actor{call.who->user.id, call.who->organisation.id, false};
        TRY(const auto appealed, scheduler::appeal(tx, id, text, actor, call.now));
        return Answer{200, json::to_text(appealed, call.style)};
    });
}

Result<CommandBody> decide_credit_entry(const Call& call) {
    TRY(const auto body, json_body(call));
    TRY(auto input, json::from_text<DecisionInput>(body));
    return CommandBody([&call, input = std::move(input)](SqlTransaction& tx) -> Result<Answer> {
        const CreditEntryId id{json::id_number(call.path_parameter(0))};
        const auto entry = tx.credit_entry(id);
        const auto record = entry ? tx.instrument(entry->instrument_id) : nullptr;
        if (!record || (!may_operate(*call.who, *record) && !decides_for_council(*call.who))) {
            return ErrorCode::not_found;
        }
        if (!may_decide_credit(*call.who, *record, *entry)) {
            return ErrorCode::not_allowed;
        }
        const scheduler::Actor actor{call.who->user.id, call.who->organisation.id, true};
        TRY(const auto decided, scheduler::decide_credit(tx, id, input.forgive, input.reason.value, actor, call.now));
        return Answer{200, json::to_text(decided, call.style)};
    });
}

Result<CommandBody> lift_user_suspension(const Call& call) {
    TRY(const auto body, json_body(call));
    TRY(const auto input, json::from_text<LiftInput>(body));
    return CommandBody([&call, reason = input.reason.value](SqlTransaction& tx) -> Result<Answer> {
        const SuspensionId id{json::id_number(call.path_parameter(0))};
        const auto suspension = tx.suspension(id);
        const auto record = suspension ? tx.instrument(suspension->instrument_id) : nullptr;
        if (!record || (!may_administer(*call.who, *record) && !decides_for_council(*call.who))) {
            return ErrorCode::not_found;
        }
        const scheduler::Actor actor{call.who->user.id, call.who->organisation.id, true};
        TRY(const auto lifted, scheduler::lift_suspension(tx, id, reason, actor, call.now));
        return Answer{200, json::to_text(view_of(lifted), call.style)};
    });
}

Result<Answer> get_credit_policy(const Call& call, Database& database) {
    const auto version = stored_credit_policy(database);
    return Answer{200, json::to_text(version.policy, call.style), etag_of(version)};
}

Result<CommandBody> put_credit_policy(const Call& call) {
    constexpr std::size_t suspensions_max = 10;
    TRY(const auto body, json_body(call));
    TRY(auto policy, json::from_text<CreditPolicy>(body));
    if (policy.suspensions.size() > suspensions_max) {
        json::Findings findings;
        json::report_range(findings, "suspensions", 0, suspensions_max);
        return findings.error();
    }
    return CommandBody([&call, policy = std::move(policy)](SqlTransaction& tx) -> Result<Answer> {
        const auto before = stored_credit_policy(tx.reader());
        const auto& if_match = call.request.if_match;
        if (if_match != "*" && if_match.find(etag_of(before)) == std::string::npos) {
            return ErrorCode::stale_etag;
        }
        const CreditPolicyVersion next{before.version + 1, policy};
        tx.put_credit_policy(policy, next.version, call.now);
        Event event;
        event.at = call.now;
        event.kind = EventKind::credit_policy_changed;
        event.actor = call.who->user.id;
        event.facts = {{"version", std::to_string(next.version)}};
        tx.append(std::move(event));
        return Answer{200, json::to_text(policy, call.style), etag_of(next)};
    });
}

}  // namespace server
