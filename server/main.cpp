// The program: parses the command line and runs one command.

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <malloc.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <CLI/CLI.hpp>

#include "server/serve.hpp"
#include "server/solver/cbc.hpp"
#include "server/tools.hpp"

namespace {
constexpr const char* db_help = "SQLite file, or postgresql://... for PostgreSQL";

/// A configuration file that holds where the environment is silent; the library alone would let the file win.
class ConfigurationFile : public CLI::ConfigTOML {
  public:
    [[nodiscard]] std::vector<CLI::ConfigItem> from_config(std::istream& in) const override {
        auto items = CLI::ConfigTOML::from_config(in);
        std::erase_if(items, [](const CLI::ConfigItem& item) {
            std::string name = "YIQI_" + item.name;
            std::ranges::transform(name, name.begin(),
                                   [](unsigned char c) { return c == '-' ? '_' : static_cast<char>(std::toupper(c)); });
            // Read before any thread is started.
            return std::getenv(name.c_str()) != nullptr;  // NOLINT(concurrency-mt-unsafe)
        });
        return items;
    }
};

void add_serve(CLI::App& app, server::ServeConfiguration& c, int& exit_code) {
    auto* serve = app.add_subcommand("serve", "Serve the API and the web client");
    serve->add_option("--db", c.db, db_help)->envname("YIQI_DB")->capture_default_str();
    serve->add_option("--db-patience", c.db_patience, "Seconds after which a call to PostgreSQL is given up")
        ->envname("YIQI_DB_PATIENCE")
        ->check(CLI::Range(1, 3600))
        ->capture_default_str();
    serve->add_option("--listen", c.listen, "IP:PORT; port 0 picks a free one")
        ->envname("YIQI_LISTEN")
        ->capture_default_str();
    serve->add_option("--threads", c.threads, "I/O threads; 0 = one per core")
        ->envname("YIQI_THREADS")
        ->check(CLI::Range(0, 256))
        ->capture_default_str();
    serve->add_option("--web", c.web, "Folder of the built web client; none = API only")->envname("YIQI_WEB");
    serve->add_flag("--demo", c.demo, "Fill an empty database with the demonstration, allow its clock")
        ->envname("YIQI_DEMO");
    serve->add_option("--demo-now", c.demo_now, "Instant at which the demonstration's clock begins (RFC 3339)")
        ->envname("YIQI_DEMO_NOW");
    serve->add_option("--demo-bookings", c.demo_bookings, "Bookings of the demonstration")
        ->envname("YIQI_DEMO_BOOKINGS")
        ->check(CLI::Range(0, 100'000))
        ->capture_default_str();
    auto* certificate = serve->add_option("--tls-certificate", c.tls_certificate, "PEM file with the certificate chain")
                            ->envname("YIQI_TLS_CERTIFICATE");
    auto* key = serve->add_option("--tls-key", c.tls_key, "PEM file with the private key")->envname("YIQI_TLS_KEY");
    certificate->needs(key);
    key->needs(certificate);
    serve->add_option("--log-level", c.log_level, "trace, debug, info, warn, error or off")
        ->envname("YIQI_LOG_LEVEL")
        ->check(CLI::IsMember({"trace", "debug", "info", "warn", "error", "off"}))
        ->capture_default_str();
    serve->callback([&c, &exit_code] { exit_code = server::serve(c); });
}

void add_import(CLI::App& app, server::ImportCommand& c, int& exit_code) {
    auto* import = app.add_subcommand("import", "Check an inventory file; with --commit, import it");
    import->add_option("kind", c.kind, "institutions, platforms, categories or instruments")
        ->required()
        ->check(CLI::IsMember({"institutions", "platforms", "categories", "instruments"}));
    import->add_option("file", c.file, "CSV file in UTF-8 with a header line")->required();
    import->add_option("--db", c.db, db_help)->envname("YIQI_DB")->capture_default_str();
    import->add_flag("--commit", c.commit, "Write it: all rows, or none if one is bad");
    import->add_flag("--english", c.english, "Messages in English");
    import->callback([&c, &exit_code] { exit_code = server::run_import(c); });
}

void add_user(CLI::App& app, server::AddUserCommand& c, int& exit_code) {
    auto* user = app.add_subcommand("user", "People");
    user->require_subcommand(1);
    auto* add = user->add_subcommand("add", "Add a person; the password is read from standard input");
    add->add_option("--db", c.db, db_help)->envname("YIQI_DB")->capture_default_str();
    add->add_option("--login", c.login, "Login, usually the mail address")->required();
    add->add_option("--name", c.name, "Name as shown")->required();
    add->add_option("--email", c.email, "Mail address; the login if left out");
    add->add_option("--organisation", c.organisation, "Id of the organisation or institution")->required();
    add->add_option("--role", c.roles, "ROLE or ROLE:SCOPE, e.g. platform_admin:DEMO-P01; may be repeated")->required();
    add->callback([&c, &exit_code] { exit_code = server::run_add_user(c); });
}

/// What a request needs is taken by one thread and given back by another, so the allocator's arenas breathe with every
/// batch. Without some air in them each breath is a call of the system.
void let_the_allocator_keep_memory() {
    constexpr int mib = 1 << 20;
    mallopt(M_TOP_PAD, mib);
    mallopt(M_TRIM_THRESHOLD, 8 * mib);
    mallopt(M_MMAP_THRESHOLD, mib);
}
}  // namespace

int main(int argc, char** argv) {
    let_the_allocator_keep_memory();
    // Logs go to standard error as key=value lines; standard output is for answers.
    spdlog::set_default_logger(spdlog::stderr_logger_mt("yiqi"));
    spdlog::set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %l %v");

    CLI::App app("Yiqi: the booking system for shared scientific instruments", "yiqi");
    app.require_subcommand(1);
    app.fallthrough();
    app.allow_config_extras(CLI::config_extras_mode::error);
    app.config_formatter(std::make_shared<ConfigurationFile>());
    app.set_config("--config", "", "A configuration file: a [serve] section with the names of the options");
    app.set_version_flag("--version", "yiqi " YIQI_VERSION);
    int exit_code = 0;
    server::ServeConfiguration serve;
    server::ImportCommand import;
    import.db = serve.db;
    server::AddUserCommand user;
    user.db = serve.db;
    std::string db = serve.db;
    std::string backup_file;
    add_serve(app, serve, exit_code);
    add_import(app, import, exit_code);
    const auto with_db = [&](const char* name, const char* help) {
        auto* command = app.add_subcommand(name, help);
        command->add_option("--db", db, db_help)->envname("YIQI_DB")->capture_default_str();
        return command;
    };
    with_db("migrate", "Bring the database to this program's schema")->callback([&] {
        exit_code = server::run_migrate(db);
    });
    with_db("verify", "Prove that books balance, nothing overlaps and the audit chain holds")->callback([&] {
        exit_code = server::run_verify(db);
    });
    auto* backup = with_db("backup", "Copy the database while it is in use");
    backup->add_option("file", backup_file, "The new file")->required();
    backup->callback([&] { exit_code = server::run_backup(db, backup_file); });
    add_user(app, user, exit_code);
    app.add_subcommand("solve", "Solve the allocation problem on standard input; the server starts it itself")
        ->group("")
        ->callback([&] { exit_code = server::solver::run_solve(); });
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& e) {
        return app.exit(e) == 0 ? 0 : 2;
    } catch (const std::exception& e) {
        fmt::print(stderr, "yiqi: {}\n", e.what());
        return 2;
    }
    return exit_code;
}
