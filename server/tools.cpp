#include "server/tools.hpp"

#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>

#include <fmt/format.h>

#include "server/api/service.hpp"
#include "server/auth/secrets.hpp"
#include "server/inventory/import.hpp"
#include "server/storage/migrations.hpp"
#include "server/storage/store_lock.hpp"
#include "server/storage/verify.hpp"
#include "server/storage/writer.hpp"

namespace server {

using namespace model;

namespace {
int complain(const std::string& sentence) {
    fmt::print(stderr, "yiqi: {}\n", sentence);
    return 2;
}

bool store_exists(const DatabaseUrl& url) {
    return url.dialect == Dialect::postgresql || std::filesystem::exists(url.target);
}

/// A bar on a terminal, nothing in a pipe.
class ProgressBar {
  public:
    explicit ProgressBar(std::uintmax_t total) : total_(total), shown_(isatty(STDERR_FILENO) != 0) {}
    ~ProgressBar() {
        if (shown_ && last_percent_ >= 0) {
            fmt::print(stderr, "\r{}\r", std::string(60, ' '));
        }
    }
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;
    void show(std::uint64_t done) {
        constexpr int width = 40;
        const int percent = total_ == 0 ? 100 : static_cast<int>(std::min<std::uintmax_t>(100, done * 100 / total_));
        if (!shown_ || percent == last_percent_) {
            return;
        }
        last_percent_ = percent;
        const auto filled = static_cast<std::size_t>(percent * width / 100);
        fmt::print(stderr, "\r[{}{}] {:3} %", std::string(filled, '#'), std::string(width - filled, '.'), percent);
        std::fflush(stderr);
    }

  private:
    std::uintmax_t total_;
    bool shown_;
    int last_percent_ = -1;
};

void print_problem(const ImportProblem& p, bool english) {
    const auto value = p.value.empty() ? std::string()
                       : english       ? fmt::format(" (value \"{}\")", p.value)
                                       : fmt::format("（值“{}”）", p.value);
    fmt::print("{} {}{}{}: [{}] {}{}\n", english ? "line" : "行", p.line, p.field.empty() ? "" : " ", p.field, p.code,
               english ? p.message.en : p.message.zh, value);
}

struct ImportRun {
    Result<ImportReport> report{ErrorCode::internal};
    bool committed = false;
};

ImportRun import_into(Database& database, const ImportCommand& command, std::ifstream& file, std::uintmax_t size) {
    const auto last =
        database.first<std::int64_t, std::string>("SELECT seq, seal FROM event ORDER BY seq DESC LIMIT 1");
    SqlTransaction transaction(database, load_catalogue(database), last ? std::get<0>(*last) : 0,
                               last ? std::get<1>(*last) : "");
    ProgressBar bar(size);
    ImportOptions options;
    options.commit = command.commit;
    options.current_year = civil_date(TimeZone().to_local(ServerClock::real_now()).day).year;
    options.max_problems_kept = 0;
    options.on_problem = [&](const ImportProblem& problem) { print_problem(problem, command.english); };
    options.progress = [&](std::uint64_t done) { bar.show(done); };
    ImportRun run;
    database.run_text(command.commit && database.dialect() == Dialect::sqlite ? "BEGIN IMMEDIATE" : "BEGIN");
    try {
        run.report = import_file(*import_kind(command.kind), file, transaction, options);
        run.committed = command.commit && run.report && run.report->ok();
        if (run.committed) {
            Event event;
            event.at = ServerClock::real_now();
            event.kind = EventKind::inventory_imported;
            event.facts = {{command.kind, std::to_string(run.report->accepted)}};
            transaction.append(std::move(event));
            transaction.finish();
        }
        database.run_text(run.committed ? "COMMIT" : "ROLLBACK");
    } catch (...) {
        database.run_text("ROLLBACK");
        throw;
    }
    return run;
}
}  // namespace

int run_import(const ImportCommand& command) {
    if (!import_kind(command.kind)) {
        return complain("import takes institutions, platforms, categories or instruments");
    }
    std::error_code error;
    const auto size = std::filesystem::file_size(command.file, error);
    std::ifstream file(command.file, std::ios::binary);
    if (error || !file) {
        return complain(fmt::format("the file {} cannot be read", command.file));
    }
    start_crypto();
    const auto url = DatabaseUrl::parse(command.db);
    const StoreLock lock(url);
    Database database(url, Database::Access::write);
    migrate(database);
    const auto run = import_into(database, command, file, size);
    if (!run.report) {
        return complain(run.report.error().detail().en.empty() ? "the file cannot be imported"
                                                               : run.report.error().detail().en);
    }
    const auto& r = *run.report;
    if (command.english) {
        fmt::print("{} rows: {} good, {} bad, {} warnings. {}\n", r.rows, r.accepted, r.bad, r.warnings,
                   run.committed ? "Imported."
                   : !r.ok()     ? "Nothing was written."
                                 : "Dry run: nothing was written; add --commit to import.");
    } else {
        fmt::print("共 {} 行：{} 行可用，{} 行有误，{} 条提醒。{}\n", r.rows, r.accepted, r.bad, r.warnings,
                   run.committed ? "已导入。"
                   : !r.ok()     ? "没有写入任何内容。"
                                 : "仅检查，没有写入；确认后加 --commit 导入。");
    }
    return r.ok() ? 0 : 1;
}

int run_migrate(const std::string& db) {
    start_crypto();
    const auto url = DatabaseUrl::parse(db);
    const StoreLock lock(url);
    Database database(url, Database::Access::write);
    const auto before = schema_version(database);
    migrate(database);
    fmt::print("schema version {} -> {}\n", before, schema_version(database));
    return 0;
}

int run_verify(const std::string& db) {
    start_crypto();
    const auto url = DatabaseUrl::parse(db);
    if (!store_exists(url)) {
        return complain(fmt::format("there is no database {}", db));
    }
    Database database(url, Database::Access::read);
    if (schema_version(database) != newest_schema_version()) {
        return complain("the database has another schema version: run yiqi migrate first");
    }
    database.run("BEGIN");
    auto books = verify_books(database);
    const auto calendar = verify_calendar(database);
    database.run("COMMIT");
    for (const auto& problem : books.problems) {
        fmt::print("problem: {}\n", problem);
    }
    for (const auto& problem : calendar) {
        fmt::print("problem: {}\n", problem);
    }
    const bool good = books.problems.empty() && calendar.empty() && books.chain_ok && books.sum_fen == 0;
    fmt::print(
        "ledger: {} entries, {} accounts, sum {} fen\naudit chain: {}; last event {}, seal {}\ncalendar: {}\n{}\n",
        books.entries, books.accounts, books.sum_fen, books.chain_ok ? "ok" : "broken", books.last.seq, books.last.seal,
        calendar.empty() ? "ok" : "broken", good ? "ok" : "NOT OK");
    return good ? 0 : 1;
}

int run_backup(const std::string& db, const std::string& file) {
    const auto url = DatabaseUrl::parse(db);
    if (url.dialect == Dialect::postgresql) {
        return complain("a PostgreSQL store is backed up with pg_dump or pgBackRest");
    }
    if (!store_exists(url)) {
        return complain(fmt::format("there is no database {}", db));
    }
    if (std::filesystem::exists(file)) {
        return complain(fmt::format("{} exists already", file));
    }
    if (file.find('\'') != std::string::npos) {
        return complain("the name of the backup must not hold an apostrophe");
    }
    {
        Database database(url, Database::Access::read);
        database.run_text(fmt::format("VACUUM INTO '{}'", file));
    }
    Database copy({Dialect::sqlite, file}, Database::Access::read);
    const auto check = copy.first<std::string>("PRAGMA integrity_check(1)");
    if (!check || std::get<0>(*check) != "ok") {
        return complain("the copy is damaged; it was left for inspection");
    }
    if (FILE* handle = std::fopen(file.c_str(), "rb")) {
        (void)fsync(fileno(handle));
        (void)std::fclose(handle);
    }
    fmt::print("{} bytes in {}\n", std::filesystem::file_size(file), file);
    return 0;
}

int run_add_user(const AddUserCommand& command) {
    constexpr std::size_t password_min = 10;
    start_crypto();
    StoredPerson person;
    person.user.login = command.login;
    person.user.name = command.name;
    person.user.email = command.email.empty() ? command.login : command.email;
    person.user.organisation_id = OrganisationId{command.organisation};
    for (const auto& text : command.roles) {
        const auto colon = text.find(':');
        const auto role = json::enum_value<Role>(text.substr(0, colon));
        if (!role || *role == Role::visitor) {
            return complain(fmt::format("there is no role \"{}\"", text.substr(0, colon)));
        }
        person.user.grants.push_back({*role, colon == std::string::npos ? "" : text.substr(colon + 1)});
    }
    std::string password;
    if (isatty(STDIN_FILENO) != 0) {
        fmt::print(stderr, "password: ");
    }
    std::getline(std::cin, password);
    if (count_code_points(password) < password_min) {
        return complain("the password needs at least 10 characters");
    }
    person.password_hash = hash_password(password);
    const auto url = DatabaseUrl::parse(command.db);
    const StoreLock lock(url);
    {
        Database database(url, Database::Access::write);
        migrate(database);
    }
    const ServerClock clock;
    Writer writer(url, clock, {});
    std::string refusal;
    const auto outcome = writer.run([&](SqlTransaction& tx) {
        refusal.clear();
        if (!tx.organisation(person.user.organisation_id)) {
            refusal = fmt::format("there is no organisation {}", command.organisation);
            return false;
        }
        if (tx.person(command.login)) {
            refusal = fmt::format("the login {} exists already", command.login);
            return false;
        }
        Event event;
        event.at = clock.now();
        event.kind = EventKind::user_added;
        event.subject = tx.add_person(person).value;
        event.organisation_id = person.user.organisation_id;
        tx.append(std::move(event));
        return true;
    });
    if (!refusal.empty()) {
        fmt::print(stderr, "yiqi: {}\n", refusal);
        return 1;
    }
    if (outcome != CommitOutcome::durable) {
        return complain("the store could not be written");
    }
    fmt::print("added {}\n", command.login);
    return 0;
}

}  // namespace server
