#include "tests/contract/store.hpp"

#include "server/auth/secrets.hpp"

#include <stdexcept>

#include <fmt/format.h>

namespace contract {

using namespace model;
using namespace server;

namespace {
InstrumentRow instrument_row(const InstrumentId& id, std::int64_t capacity, Approval approval, Contention contention) {
    InstrumentRow row;
    row.instrument.id = id;
    row.instrument.platform_id = PlatformId{"P1"};
    row.instrument.name_zh = "仪器 " + id.value;
    row.instrument.category_code = CategoryCode{"010201"};
    row.policy.capacity = capacity;
    row.policy.approval = approval;
    row.policy.contention = contention;
    row.policy.check_in_early_minutes = 10'080;
    row.rates = {support::hourly_card(Money{60'000})};
    return row;
}

UserId found(SqlTransaction& tx) {
    tx.add(Institution{InstitutionId{"I1"}, "学校", "School", "校", "Asia/Shanghai"});
    tx.add(Platform{PlatformId{"P1"}, InstitutionId{"I1"}, "平台", "Platform", {}, "", "", ""});
    const std::vector<InstrumentRow> rows{instrument_row(one, 1, Approval::none, Contention::first_come),
                                          instrument_row(three, 3, Approval::none, Contention::first_come),
                                          instrument_row(asks, 1, Approval::platform_admin, Contention::first_come),
                                          instrument_row(collects, 2, Approval::platform_admin, Contention::collect)};
    for (const auto& row : rows) {
        tx.add(row);
    }
    tx.adopt(rows);
    tx.add_organisation({company, OrganisationKind::enterprise, "公司", "", Money{100'000'000'000}});
    StoredPerson person;
    person.user.login = "member@company.example";
    person.user.name = "陈明";
    person.user.organisation_id = company;
    person.user.grants = {{Role::member, company.value}};
    person.password_hash = "!";
    Event event;
    event.kind = EventKind::inventory_imported;
    tx.append(event);
    return tx.add_person(person);
}
}  // namespace

Store::Store(support::Backend backend) : database_(backend) {
    start_crypto();
    {
        auto database = open();
        migrate(database);
    }
    reopen();
    const auto outcome = writer_->run([&](SqlTransaction& tx) {
        member_ = found(tx);
        return true;
    });
    if (outcome != CommitOutcome::durable) {
        throw std::runtime_error("the store cannot be founded");
    }
}

void Store::reopen() {
    writer_.reset();
    writer_ = std::make_unique<Writer>(
        DatabaseUrl::parse(database_.url()), clock,
        [this](const std::vector<Event>& events, bool) { heard.insert(heard.end(), events.begin(), events.end()); });
}

Result<Booking> Store::book(const InstrumentId& instrument, Interval time) {
    return run<Booking>([&](SqlTransaction& tx) {
        return scheduler::request_booking(tx, {instrument, time, "test", 0, 0, std::nullopt}, member(), clock.now());
    });
}

Interval hours(int from, int to) {
    const auto midnight = support::at("2026-11-24 00:00");
    return {midnight + std::chrono::hours{from}, midnight + std::chrono::hours{to}};
}

std::string calendar_text(const Snapshot& snapshot) {
    std::string text;
    for (std::size_t i = 0; i < snapshot.catalogue->instruments().size(); ++i) {
        text += snapshot.catalogue->instruments()[i]->instrument.id.value + ":";
        for (const auto& t : snapshot.calendar.at(i)) {
            text += fmt::format(" {}/{}-{}/{}-{}/{}/{}", t.lane, t.held_start, t.held_end, t.start, t.end,
                                static_cast<int>(t.kind), t.holder_id);
        }
        text += '\n';
    }
    return text;
}

std::vector<std::string> problems(Database& database) {
    auto books = verify_books(database);
    auto all = std::move(books.problems);
    for (auto& problem : verify_calendar(database)) {
        all.push_back(std::move(problem));
    }
    if (!books.chain_ok || books.sum_fen != 0) {
        all.emplace_back("the books say no");
    }
    return all;
}

}  // namespace contract
