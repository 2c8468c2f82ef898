#include "server/storage/sql_transaction.hpp"

#include <array>

#include <fmt/format.h>
#include <sodium.h>

#include "model/assert.hpp"
#include "server/json/read.hpp"
#include "server/json/write.hpp"
#include "server/storage/rows.hpp"

namespace server {

using namespace model;

std::string seal_of(const Event& event, const std::string& facts, const std::string& previous) {
    std::string text;
    fmt::format_to(std::back_inserter(text), "{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f{}", previous,
                   event.seq.value, event.at.time_since_epoch().count(), json::enum_name(event.kind), event.actor.value,
                   event.subject, event.instrument_id.value, event.organisation_id.value, facts);
    std::array<unsigned char, 32> hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                       nullptr, 0);
    std::array<char, 64> encoded{};
    sodium_bin2base64(encoded.data(), encoded.size(), hash.data(), hash.size(),
                      sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    return encoded.data();
}

SqlTransaction::SqlTransaction(Database& database, std::shared_ptr<const Catalogue> catalogue, std::int64_t last_seq,
                               std::string last_seal)
    : database_(database),
      catalogue_(std::move(catalogue)),
      last_seq_(last_seq),
      last_seal_(std::move(last_seal)),
      end_before_{last_seq_, last_seal_} {}

struct SqlTransaction::Part {
    Mark mark;
};

SqlTransaction::Mark SqlTransaction::mark() const {
    return {freed_.size(),
            effects_.occupancy.size(),
            effects_.events.size(),
            effects_.instruments,
            effects_.inventory,
            last_seq_,
            last_seal_};
}

void SqlTransaction::return_to(const Mark& mark) {
    organisations_.clear();
    account_ids_.clear();
    anybody_suspended_.reset();
    freed_.resize(mark.freed);
    effects_.occupancy.resize(mark.occupancy);
    effects_.events.resize(mark.events);
    effects_.instruments = mark.instruments;
    effects_.inventory = mark.inventory;
    last_seq_ = mark.seq;
    last_seal_ = mark.seal;
}

void SqlTransaction::begin_command() {
    freed_.clear();
    mark_ = mark();
    discarded_ = false;
    instead_ = {};
}

void SqlTransaction::undo_command() {
    return_to(mark_);
    if (const auto instead = std::exchange(instead_, {})) {
        instead();
    }
}

void SqlTransaction::finish() {
    move_event_end(database_, end_before_, {last_seq_, last_seal_});
}

std::shared_ptr<SqlTransaction::Part> SqlTransaction::begin_part() {
    database_.run("SAVEPOINT part");
    return std::make_shared<Part>(Part{mark()});
}

void SqlTransaction::end_part(const std::shared_ptr<Part>& part, bool keep) {
    if (!keep) {
        database_.run("ROLLBACK TO SAVEPOINT part");
        return_to(part->mark);
    }
    database_.run("RELEASE SAVEPOINT part");
}

SqlTransaction::PartyNames SqlTransaction::party_names(const Booking& booking) {
    const auto row = database_.first<std::string, std::string>(
        "SELECT p.name, o.name FROM person p, organisation o WHERE p.id = :person AND o.id = :organisation",
        booking.user_id.value, booking.organisation_id.value);
    return row ? PartyNames{std::get<0>(*row), std::get<1>(*row)} : PartyNames{};
}

void SqlTransaction::append(Event event) {
    event.seq = EventSeq{last_seq_ + 1};
    const auto facts = json::to_text(event.facts);
    auto seal = seal_of(event, facts, last_seal_);
    database_.run(
        "INSERT INTO event(seq, at, kind, actor, subject, instrument_id, organisation_id, facts, seal) "
        "VALUES (:seq, :at, :kind, :actor, :subject, :instrument, :organisation, :facts, :seal)",
        event.seq.value, seconds_of(event.at), json::enum_name(event.kind), event.actor.value, event.subject,
        event.instrument_id.value, event.organisation_id.value, facts, seal);
    last_seq_ = event.seq.value;
    last_seal_ = std::move(seal);
    effects_.events.push_back(std::move(event));
}

scheduler::InstrumentPtr SqlTransaction::instrument(const InstrumentId& id) {
    const auto changed = effects_.instruments.find(id.value);
    return changed != effects_.instruments.end() ? changed->second : catalogue_->instrument(id);
}

PolicyPtr SqlTransaction::policy_version(const InstrumentId& id, std::int64_t version) {
    const auto current = instrument(id);
    if (current && current->policy->version == version) {
        return current->policy;
    }
    const auto row = database_.first<std::int64_t, std::string>(
        "SELECT since, document FROM policy WHERE instrument_id = :id AND version = :version", id.value, version);
    return row ? policy_of(version, std::get<0>(*row), std::get<1>(*row)) : nullptr;
}

RatesPtr SqlTransaction::rates_version(const InstrumentId& id, std::int64_t version) {
    const auto current = instrument(id);
    if (current && current->rates->version == version) {
        return current->rates;
    }
    const auto row = database_.first<std::int64_t, std::string>(
        "SELECT since, document FROM rates WHERE instrument_id = :id AND version = :version", id.value, version);
    return row ? rates_of(version, std::get<0>(*row), std::get<1>(*row)) : nullptr;
}

PolicyPtr SqlTransaction::add_policy(const InstrumentId& id, const Policy& policy, Instant since) {
    const auto current = instrument(id);
    YIQI_ASSERT(current != nullptr);
    auto next = std::make_shared<PolicyVersion>(PolicyVersion{current->policy->version + 1, since, policy});
    next->policy.holidays = catalogue_->holidays();
    database_.run(
        "INSERT INTO policy(instrument_id, version, since, document) VALUES (:id, :version, :since, :document)",
        id.value, next->version, seconds_of(since), json::to_text(policy));
    freed_.push_back({id, {since, latest_instant}, {since, latest_instant}});
    auto record = std::make_shared<scheduler::InstrumentRecord>(*current);
    record->policy = next;
    effects_.instruments[id.value] = std::move(record);
    return next;
}

RatesPtr SqlTransaction::add_rates(const InstrumentId& id, const Rates& rates, Instant since, UserId by) {
    const auto current = instrument(id);
    YIQI_ASSERT(current != nullptr);
    auto next = std::make_shared<RatesVersion>(RatesVersion{current->rates->version + 1, since, rates});
    database_.run(
        "INSERT INTO rates(instrument_id, version, since, document, changed_by) VALUES (:id, :version, :since, "
        ":document, :by)",
        id.value, next->version, seconds_of(since), json::to_text(rates), by.value);
    auto record = std::make_shared<scheduler::InstrumentRecord>(*current);
    record->rates = next;
    effects_.instruments[id.value] = std::move(record);
    return next;
}

std::optional<Organisation> SqlTransaction::organisation(const OrganisationId& id) {
    const auto known = organisations_.find(id.value);
    if (known != organisations_.end()) {
        return known->second;
    }
    auto found = find_organisation(database_, id);
    if (found) {
        organisations_.emplace(id.value, *found);
    }
    return found;
}

void SqlTransaction::put_holidays(const Holidays& holidays, Instant since) {
    database_.run("INSERT INTO holiday_calendar(version, since, document) VALUES (:version, :since, :document)",
                  holidays.version(), seconds_of(since), json::to_text(holidays.document()));
    effects_.inventory = true;
}

void SqlTransaction::put_training(const Training& training) {
    const std::optional<std::int64_t> until =
        training.valid_until ? std::optional(seconds_of(*training.valid_until)) : std::nullopt;
    database_.run(
        "INSERT INTO training(person_id, instrument_id, valid_until) VALUES (:person, :instrument, :until) "
        "ON CONFLICT (person_id, instrument_id) DO UPDATE SET valid_until = excluded.valid_until",
        training.user_id.value, training.instrument_id.value, until);
}

void SqlTransaction::add_organisation(const Organisation& o) {
    database_.run(
        "INSERT INTO organisation(id, kind, name, credit_code, credit_limit_fen) VALUES (:id, :kind, :name, :code, "
        ":limit)",
        o.id.value, json::enum_name(o.kind), o.name, o.credit_code, o.credit_limit.fen());
}

UserId SqlTransaction::add_person(const StoredPerson& person) {
    const auto& u = person.user;
    const auto id = database_.first<std::int64_t>(
        "INSERT INTO person(login, name, email, organisation_id, password_hash, active) "
        "VALUES (:login, :name, :email, :organisation, :hash, 1) RETURNING id",
        u.login, u.name, u.email, u.organisation_id.value, person.password_hash);
    const UserId added{std::get<0>(*id)};
    for (const auto& grant : u.grants) {
        database_.run("INSERT INTO role_grant(person_id, role, scope) VALUES (:person, :role, :scope)", added.value,
                      json::enum_name(grant.role), grant.scope);
    }
    return added;
}

std::optional<User> SqlTransaction::person(const std::string& login) {
    const auto row = database_.first<std::int64_t, std::string, std::string>(
        "SELECT id, name, organisation_id FROM person WHERE login = :login", login);
    if (!row) {
        return std::nullopt;
    }
    User user;
    user.id = UserId{std::get<0>(*row)};
    user.login = login;
    user.name = std::get<1>(*row);
    user.organisation_id = OrganisationId{std::get<2>(*row)};
    return user;
}

void SqlTransaction::add_sign_in(const SignIn& s) {
    database_.run(
        "INSERT INTO sign_in(token_hash, person_id, csrf_token, created_at, expires_at) VALUES (:token, :person, "
        ":csrf, :at, :until)",
        s.token_hash, s.user.value, s.csrf_token, seconds_of(s.created_at), seconds_of(s.expires_at));
}

void SqlTransaction::remove_sign_in(const std::string& token_hash) {
    database_.run("DELETE FROM sign_in WHERE token_hash = :token", token_hash);
}

std::optional<KeptAnswer> SqlTransaction::kept_answer(UserId user, const std::string& key) {
    const auto row = database_.first<std::string, std::int64_t, std::string, std::string, std::string>(
        "SELECT request_hash, status, body, etag, headers FROM answer WHERE person_id = :person AND idempotency_key = "
        ":key",
        user.value, key);
    if (!row) {
        return std::nullopt;
    }
    return KeptAnswer{std::get<0>(*row), std::get<1>(*row), std::get<2>(*row), std::get<3>(*row), std::get<4>(*row)};
}

void SqlTransaction::keep_answer(UserId user, const std::string& key, const KeptAnswer& answer, Instant at) {
    database_.run(
        "INSERT INTO answer(person_id, idempotency_key, request_hash, status, body, etag, headers, at) "
        "VALUES (:person, :key, :hash, :status, :body, :etag, :headers, :at)",
        user.value, key, answer.request_hash, answer.status, answer.body, answer.etag, answer.headers, seconds_of(at));
}

void SqlTransaction::forget_answers(Instant until, std::int64_t limit) {
    const auto row = database_.first<std::optional<std::int64_t>>(
        "SELECT max(at) FROM (SELECT at FROM answer WHERE at < :until ORDER BY at LIMIT :limit) oldest",
        seconds_of(until), limit);
    if (row && std::get<0>(*row)) {
        database_.run("DELETE FROM answer WHERE at <= :at", *std::get<0>(*row));
    }
}

void SqlTransaction::set_setting(const std::string& name, const std::string& value) {
    database_.run(
        "INSERT INTO setting(name, value) VALUES (:name, :value) ON CONFLICT (name) DO UPDATE SET value = "
        "excluded.value",
        name, value);
}

}  // namespace server
