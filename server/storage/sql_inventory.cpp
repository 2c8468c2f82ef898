// The importer's view of SqlTransaction.

#include <fmt/format.h>

#include "server/json/write.hpp"
#include "server/storage/rows.hpp"
#include "server/storage/sql_transaction.hpp"

namespace server {

using namespace model;

namespace {
/// No member of these lists holds a semicolon: the importer splits at it.
std::string joined(const std::vector<std::string>& items) {
    return fmt::format("{}", fmt::join(items, ";"));
}
}  // namespace

bool SqlTransaction::has_institution(const std::string& id) {
    return database_.first<std::string>("SELECT id FROM institution WHERE id = :id", id).has_value();
}

bool SqlTransaction::has_platform(const std::string& id) {
    return database_.first<std::string>("SELECT id FROM platform WHERE id = :id", id).has_value();
}

bool SqlTransaction::has_instrument(const std::string& id) {
    return database_.first<std::string>("SELECT id FROM instrument WHERE id = :id", id).has_value();
}

std::optional<Category> SqlTransaction::category(const std::string& code, int level) {
    const auto row = database_.first<std::int64_t, std::string, std::string>(
        "SELECT level, parent_code, name_zh FROM category WHERE code = :code AND (level = :level OR :any = 0) ORDER BY "
        "level DESC LIMIT 1",
        code, level, level);
    if (!row) {
        return std::nullopt;
    }
    return Category{CategoryCode{code}, static_cast<int>(std::get<0>(*row)), CategoryCode{std::get<1>(*row)},
                    std::get<2>(*row)};
}

std::vector<std::string> SqlTransaction::ids(ImportKind kind) {
    std::vector<std::string> found;
    const auto take = [&](const std::string& id) { found.push_back(id); };
    switch (kind) {
        case ImportKind::institutions:
            database_.each<std::string>("SELECT id FROM institution ORDER BY id LIMIT 20000", take);
            break;
        case ImportKind::platforms:
            database_.each<std::string>("SELECT id FROM platform ORDER BY id LIMIT 20000", take);
            break;
        case ImportKind::instruments:
            database_.each<std::string>("SELECT id FROM instrument ORDER BY id LIMIT 20000", take);
            break;
        case ImportKind::categories:
            database_.each<std::string>("SELECT DISTINCT code FROM category ORDER BY code LIMIT 20000", take);
            break;
    }
    return found;
}

void SqlTransaction::add(const Institution& i) {
    database_.run(
        "INSERT INTO institution(id, name_zh, name_en, short_name, time_zone) VALUES (:id, :zh, :en, :short, :zone)",
        i.id.value, i.name_zh, i.name_en, i.short_name, i.time_zone);
    // Its own people book too: the institution is a customer with an account of its own.
    constexpr std::int64_t institution_credit_limit_fen = 10'000'000'000;
    add_organisation({OrganisationId{i.id.value}, OrganisationKind::institution, i.name_zh, "",
                      Money{institution_credit_limit_fen}});
    effects_.inventory = true;
}

void SqlTransaction::add(const Platform& p) {
    database_.run(
        "INSERT INTO platform(id, institution_id, name_zh, name_en, industry_domains, level, pairing_intention, "
        "contact) "
        "VALUES (:id, :institution, :zh, :en, :domains, :level, :pairing, :contact)",
        p.id.value, p.institution_id.value, p.name_zh, p.name_en, joined(p.industry_domains), p.level,
        p.pairing_intention, p.contact);
    effects_.inventory = true;
}

void SqlTransaction::add(const InstrumentRow& row) {
    const auto& i = row.instrument;
    database_.run(
        "INSERT INTO instrument(id, platform_id, name_zh, name_en, model, manufacturer, category_code, category_zh, "
        "domains, specs, "
        "original_value_cny, commissioned_year, location, sample_service, status) "
        "VALUES (:id, :platform, :zh, :en, :model, :maker, :code, :category, :domains, :specs, :value, :year, "
        ":location, :samples, :status)",
        i.id.value, i.platform_id.value, i.name_zh, i.name_en, i.model, i.manufacturer, i.category_code.value,
        i.category_zh, joined(i.domains), i.specs, i.original_value_cny, i.commissioned_year, i.location,
        i.sample_service ? 1 : 0, json::enum_name(i.status));
    database_.run(
        "INSERT INTO policy(instrument_id, version, since, document) VALUES (:id, :version, :since, :document)",
        i.id.value, 1, 0, json::to_text(row.policy));
    database_.run(
        "INSERT INTO rates(instrument_id, version, since, document) VALUES (:id, :version, :since, :document)",
        i.id.value, 1, 0, json::to_text(row.rates));
    effects_.inventory = true;
}

void SqlTransaction::adopt(const std::vector<InstrumentRow>& rows) {
    std::unordered_map<std::string, InstitutionId> institution_of;
    database_.each<std::string, std::string>("SELECT id, institution_id FROM platform",
                                             [&](const std::string& id, const std::string& institution) {
                                                 institution_of[id] = InstitutionId{institution};
                                             });
    for (const auto& row : rows) {
        auto record = std::make_shared<scheduler::InstrumentRecord>();
        record->instrument = row.instrument;
        record->institution_id = institution_of[row.instrument.platform_id.value];
        record->policy = std::make_shared<PolicyVersion>(PolicyVersion{1, {}, row.policy});
        record->rates = std::make_shared<RatesVersion>(RatesVersion{1, {}, row.rates});
        effects_.instruments[row.instrument.id.value] = std::move(record);
    }
}

void SqlTransaction::add(const Category& c) {
    database_.run("INSERT INTO category(code, level, parent_code, name_zh) VALUES (:code, :level, :parent, :name)",
                  c.code.value, c.level, c.parent_code.value, c.name_zh);
    effects_.inventory = true;
}

}  // namespace server
