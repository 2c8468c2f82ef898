#include "server/storage/database.hpp"

#include <cstdlib>
#include <mutex>

#include <fmt/format.h>
#include <soci/postgresql/soci-postgresql.h>
#include <soci/sqlite3/soci-sqlite3.h>

namespace server {

namespace {
/// SOCI adds the statement with the values of its parameters, which belong in no log (hashes, names, purposes).
std::string without_values(const soci::soci_error& e) {
    const std::string what = e.what();
    const auto statement = what.substr(0, what.find(" with :"));
    return statement.substr(0, statement.find('\n'));
}

StoreError translate(const soci::sqlite3_soci_error& e) {
    using Kind = StoreError::Kind;
    constexpr int primary_code_mask = 0xFF;
    constexpr int busy = 5, read_only = 8, io_error = 10, full = 13;
    const std::string what = without_values(e);
    const int code = e.result() & primary_code_mask;
    if (what.find("lane is taken") != std::string::npos) {
        return {Kind::overlap, what};
    }
    if (what.find("ledger:") != std::string::npos) {
        return {Kind::unbalanced, what};
    }
    if (what.find("UNIQUE constraint failed") != std::string::npos) {
        return {Kind::unique, what};
    }
    if (code == busy) {
        return {Kind::busy, what};
    }
    // SOCI reports some failures of a step without the code, hence the texts as well.
    if (code == full || code == io_error || code == read_only || what.find("disk is full") != std::string::npos ||
        what.find("disk I/O error") != std::string::npos) {
        return {Kind::full, what};
    }
    return {Kind::other, what};
}

StoreError translate(const soci::postgresql_soci_error& e) {
    using Kind = StoreError::Kind;
    const std::string state = e.sqlstate();
    const std::string what = without_values(e);
    if (state == "23P01") {
        return {Kind::overlap, what};
    }
    if (state == "23505") {
        return {Kind::unique, what};
    }
    if (what.find("ledger:") != std::string::npos) {
        return {Kind::unbalanced, what};
    }
    if (state == "40001" || state == "40P01") {
        return {Kind::busy, what};
    }
    if (state.starts_with("53")) {
        return {Kind::full, what};
    }
    return {Kind::other, what};
}
/// Each connection belongs to one thread at a time, so SQLite need not lock it; and nobody reads SQLite's own count of
/// its memory, for which every allocation would take a lock of the whole process. Has no effect where the process
/// has used SQLite already.
void configure_sqlite() {
    static std::once_flag once;
    std::call_once(once, [] {
        sqlite_api::sqlite3_config(SQLITE_CONFIG_MULTITHREAD);
        sqlite_api::sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    });
}

/// libpq waits for a connection no longer than this, unless the address or the environment says otherwise.
void limit_connecting() {
    static std::once_flag once;
    std::call_once(once, [] { (void)setenv("PGCONNECT_TIMEOUT", "5", 0); });
}
}  // namespace

DatabaseUrl DatabaseUrl::parse(std::string_view text) {
    for (const std::string_view prefix : {"postgresql://", "postgres://", "host=", "dbname="}) {
        if (text.starts_with(prefix)) {
            return {.dialect = Dialect::postgresql, .target = std::string(text)};
        }
    }
    return {.dialect = Dialect::sqlite, .target = std::string(text)};
}

Database::Database(const DatabaseUrl& url, Access access) : dialect_(url.dialect) {
    try {
        if (dialect_ == Dialect::sqlite) {
            configure_sqlite();
            const std::string quoted =
                url.target.find(' ') == std::string::npos ? url.target : fmt::format("\"{}\"", url.target);
            session_ = std::make_unique<soci::session>(
                soci::sqlite3,
                fmt::format("db={} timeout=5{}", quoted, access == Access::read ? " readonly=true" : ""));
            if (access == Access::write) {
                run_text("PRAGMA journal_mode=WAL");
                run_text("PRAGMA synchronous=FULL");
                run_text("PRAGMA foreign_keys=ON");
                run_text("PRAGMA wal_autocheckpoint=16000");
                run_text("PRAGMA journal_size_limit=67108864");
            }
            run_text("PRAGMA cache_size=-16000");
            run_text("PRAGMA temp_store=MEMORY");
            run_text("PRAGMA trusted_schema=OFF");
        } else {
            limit_connecting();
            session_ = std::make_unique<soci::session>(soci::postgresql, url.target);
            auto* backend = static_cast<soci::postgresql_session_backend*>(session_->get_backend());
            watch_ = std::make_unique<SocketWatch>(PQsocket(backend->conn_), url.patience);
            const Call call(watch_.get());
            run_text("SET client_min_messages = warning");
            run_text("SET timezone = 'UTC'");
            run_text("SET lock_timeout = '20s'");
            if (access == Access::read) {
                run_text("SET default_transaction_read_only = on");
                run_text("SET statement_timeout = '20s'");
            }
        }
    } catch (...) {
        rethrow();
    }
}

Database::~Database() {
    // Giving up the statements asks the server, which may be frozen.
    {
        const Call call(watch_.get());
        statements_.clear();
    }
    // No more looks at a socket that is about to be closed.
    watch_.reset();
}

void Database::run_text(const std::string& sql) {
    try {
        soci::statement statement(*session_);
        statement.alloc();
        statement.prepare(sql);
        statement.execute(true);
        while (statement.fetch()) {
        }
    } catch (...) {
        rethrow();
    }
}

void Database::rethrow() const {
    try {
        throw;
    } catch (const StoreError&) {
        throw;
    } catch (const soci::sqlite3_soci_error& e) {
        throw translate(e);
    } catch (const soci::postgresql_soci_error& e) {
        throw translate(e);
    } catch (const soci::soci_error& e) {
        throw StoreError(StoreError::Kind::other, without_values(e));
    }
}

}  // namespace server
