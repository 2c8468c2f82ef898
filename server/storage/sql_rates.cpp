// Price proposals, classes of institutions and holiday calendars of SqlTransaction.

#include <algorithm>

#include "model/assert.hpp"
#include "server/storage/rates_rows.hpp"
#include "server/storage/sql_transaction.hpp"

namespace server {

using namespace model;

bool prices_need_approval(Database& database, const InstitutionId& institution) {
    return database.first<std::int64_t>("SELECT 1 FROM price_approval WHERE institution_id = :id", institution.value)
        .has_value();
}

std::vector<OwnClass> own_classes_of(Database& database, const InstitutionId& institution) {
    std::vector<OwnClass> classes;
    database.each<std::string, std::string, std::string>(
        "SELECT name, name_zh, name_en FROM own_class WHERE institution_id = :id ORDER BY position",
        [&](const std::string& name, const std::string& zh, const std::string& en) {
            classes.push_back({name, zh, en});
        },
        institution.value);
    return classes;
}

HolidaysPtr SqlTransaction::holidays(std::int64_t version) {
    const auto& current = catalogue_->holidays();
    return current && current->version() == version ? current : holidays_version(database_, version);
}

bool SqlTransaction::prices_need_approval(const InstitutionId& institution) {
    return server::prices_need_approval(database_, institution);
}

void SqlTransaction::set_prices_need_approval(const InstitutionId& institution, bool needed) {
    if (needed) {
        database_.run("INSERT INTO price_approval(institution_id) VALUES (:id) ON CONFLICT (institution_id) DO NOTHING",
                      institution.value);
    } else {
        database_.run("DELETE FROM price_approval WHERE institution_id = :id", institution.value);
    }
}

RatesProposalId SqlTransaction::add_rates_proposal(const RatesProposal& p) {
    const auto id = database_.first<std::int64_t>(
        "INSERT INTO rates_proposal(instrument_id, based_on, document, proposed_by, proposed_at, status, reason) "
        "VALUES (:instrument, :based_on, :document, :by, :at, :status, :reason) RETURNING id",
        p.instrument_id.value, p.based_on, json::to_text(p.rates), p.proposed_by.value, seconds_of(p.proposed_at),
        json::enum_name(p.status), p.reason);
    return RatesProposalId{std::get<0>(*id)};
}

std::optional<RatesProposal> SqlTransaction::rates_proposal(RatesProposalId id) {
    std::optional<RatesProposal> found;
    each_proposal(
        database_, "SELECT " YIQI_PROPOSAL_COLUMNS " FROM rates_proposal r WHERE r.id = :id",
        [&](const RatesProposal& proposal) { found = proposal; }, id.value);
    return found;
}

std::optional<RatesProposal> SqlTransaction::pending_rates_proposal(const InstrumentId& instrument) {
    std::optional<RatesProposal> found;
    each_proposal(
        database_,
        "SELECT " YIQI_PROPOSAL_COLUMNS " FROM rates_proposal r WHERE r.instrument_id = :id AND r.status = 'pending'",
        [&](const RatesProposal& proposal) { found = proposal; }, instrument.value);
    return found;
}

void SqlTransaction::close_rates_proposal(const RatesProposal& p) {
    database_.run(
        "UPDATE rates_proposal SET status = :status, decided_by = :by, decided_at = :at, reason = :reason "
        "WHERE id = :id AND status = 'pending'",
        json::enum_name(p.status), p.decided_by.value, seconds_of(p.decided_at), p.reason, p.id.value);
    YIQI_ASSERT(database_.changes() == 1);
}

std::vector<OwnClass> SqlTransaction::own_classes(const InstitutionId& institution) {
    return own_classes_of(database_, institution);
}

void SqlTransaction::put_own_classes(const InstitutionId& institution, const std::vector<OwnClass>& classes) {
    for (const auto& old : own_classes(institution)) {
        if (std::ranges::find(classes, old.name, &OwnClass::name) == classes.end()) {
            database_.run("DELETE FROM own_class WHERE institution_id = :id AND name = :name", institution.value,
                          old.name.value);
        }
    }
    std::int64_t position = 0;
    for (const auto& own : classes) {
        database_.run(
            "INSERT INTO own_class(institution_id, name, name_zh, name_en, position) VALUES (:id, :name, :zh, :en, "
            ":position) ON CONFLICT (institution_id, name) DO UPDATE SET name_zh = excluded.name_zh, name_en = "
            "excluded.name_en, position = excluded.position",
            institution.value, own.name.value, own.name_zh.value, own.name_en.value, position++);
    }
}

std::int64_t SqlTransaction::organisations_of_class(const InstitutionId& institution, const std::string& name) {
    return std::get<0>(*database_.first<std::int64_t>(
        "SELECT count(*) FROM organisation_class WHERE institution_id = :id AND class_name = :name", institution.value,
        name));
}

void SqlTransaction::set_price_class(const OrganisationId& organisation, const InstitutionId& institution,
                                     const std::string& name) {
    database_.run("DELETE FROM organisation_class WHERE organisation_id = :organisation AND institution_id = :id",
                  organisation.value, institution.value);
    if (!name.empty()) {
        database_.run(
            "INSERT INTO organisation_class(organisation_id, institution_id, class_name) VALUES (:organisation, :id, "
            ":name)",
            organisation.value, institution.value, name);
    }
    organisations_.erase(organisation.value);
}

}  // namespace server
