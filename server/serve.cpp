#include "server/serve.hpp"

#include <algorithm>
#include <array>
#include <condition_variable>
#include <csignal>
#include <cstdio>
#include <mutex>
#include <thread>

#include <fmt/format.h>
#include <pthread.h>
#include <spdlog/spdlog.h>
#include <boost/asio.hpp>

#include "model/time_zone.hpp"
#include "server/api/router.hpp"
#include "server/auth/people.hpp"
#include "server/auth/secrets.hpp"
#include "server/auth/sign_in_follower.hpp"
#include "server/http/compression.hpp"
#include "server/http/problem.hpp"
#include "server/http/web_files.hpp"
#include "server/inventory/demo_town.hpp"
#include "server/jobs/round_allocator.hpp"
#include "server/solver/child_solver.hpp"
#include "server/storage/migrations.hpp"
#include "server/storage/store_lock.hpp"

namespace server {

namespace asio = boost::asio;

namespace {
constexpr int reader_threads = 2;
constexpr int password_threads = 1;

std::string_view method_text(http::Method method) {
    constexpr std::array names{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OTHER"};
    return names.at(static_cast<std::size_t>(method));
}

/// Log lines hold no query and no body: they may carry personal data.
asio::awaitable<http::Response> answer_logged(Router& router, const http::WebFiles& files, http::Request request) {
    const auto started = std::chrono::steady_clock::now();
    http::Request kept;
    kept.accept_encoding = request.accept_encoding;
    kept.request_id = request.request_id;
    const auto method = request.method;
    std::string path = request.path;
    http::Response response;
    if (Router::owns(path)) {
        response = co_await router.answer(std::move(request));
        if (!path.starts_with("/api/v1/openapi") && response.content_type.starts_with("application/")) {
            bool has_cache_rule = false;
            for (const auto& [name, value] : response.headers) {
                has_cache_rule = has_cache_rule || name == "Cache-Control";
            }
            if (!has_cache_rule) {
                response.headers.emplace_back("Cache-Control", "no-cache, private");
            }
        }
        http::compress(kept, response);
    } else {
        response = files.answer(request);
    }
    if (spdlog::should_log(spdlog::level::info)) {
        const auto took =
            std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - started).count();
        for (auto& c : path) {
            c = static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\' ? '?' : c;
        }
        spdlog::info("request request_id={} method={} path=\"{}\" status={} us={}", kept.request_id,
                     method_text(method), path.substr(0, 200), response.status, took);
    }
    co_return response;
}

/// The secret that signs quotes lives in the database, so that it survives restarts and is shared by nodes.
std::string signing_secret(Writer& writer, const DatabaseUrl& url) {
    std::string secret;
    Database database(url, Database::Access::read);
    if (const auto row = database.first<std::string>("SELECT value FROM setting WHERE name = 'signing_secret'")) {
        return std::get<0>(*row);
    }
    (void)writer.run([&secret](SqlTransaction& tx) {
        // Another server on this database may have been quicker.
        if (const auto row =
                tx.reader().first<std::string>("SELECT value FROM setting WHERE name = 'signing_secret'")) {
            secret = std::get<0>(*row);
            return false;
        }
        secret = new_token();
        tx.set_setting("signing_secret", secret);
        return true;
    });
    return secret;
}

void migrate_store(const DatabaseUrl& url) {
    Database database(url, Database::Access::write);
    migrate(database);
}

/// Forgets expired sign-ins and answers that nobody will ask for again.
void tidy(Services& services) {
    constexpr std::chrono::hours answers_kept{72};
    constexpr std::int64_t answers_a_round = 5'000;
    const auto now = ServerClock::real_now();
    services.sign_ins.forget_expired(now);
    services.writer.submit(
        [now, answers_kept](SqlTransaction& tx) {
            tx.forget_answers(now - answers_kept, answers_a_round);
            return true;
        },
        [](CommitOutcome) {});
}

void block_signals(sigset_t& signals) {
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    (void)std::signal(SIGPIPE, SIG_IGN);
}
}  // namespace

int serve(const ServeConfiguration& configuration) {
    sigset_t signals;
    block_signals(signals);
    spdlog::set_level(spdlog::level::from_str(configuration.log_level));
    start_crypto();
    auto url = DatabaseUrl::parse(configuration.db);
    url.patience = std::chrono::seconds(configuration.db_patience);
    const StoreLock lock(url);
    migrate_store(url);

    ServerClock clock;
    if (configuration.demo && !configuration.demo_now.empty()) {
        const auto now = model::parse_instant(configuration.demo_now);
        if (!now) {
            throw std::runtime_error("--demo-now must be an instant such as 2026-11-23T08:00:00+08:00");
        }
        clock.move_to(*now);
    }
    Hub hub;
    SignIns sign_ins;
    SignInFollower follower(url, sign_ins);
    RoundBell round_bell;
    Writer writer(url, clock, [&hub, &follower, &round_bell](const std::vector<model::Event>& events, bool by_others) {
        hub.publish(events);
        round_bell.listen(events);
        const bool classes_changed = std::ranges::any_of(
            events, [](const model::Event& event) { return event.kind == model::EventKind::price_classes_changed; });
        if (by_others || classes_changed) {
            follower.heard(events);
        }
    });
    if (configuration.demo) {
        found_demo_town(writer, clock.now(), static_cast<std::size_t>(configuration.demo_bookings));
    }
    hub.start_after(writer.snapshot()->seq);
    DueRunner due(writer, clock);
    ReadPool readers(url, reader_threads);
    {
        Database database(url, Database::Access::read);
        reload_sign_ins(database, sign_ins);
    }
    Attempts attempts;
    asio::thread_pool password_pool(password_threads);
    Services services{clock,
                      writer,
                      due,
                      readers,
                      hub,
                      sign_ins,
                      attempts,
                      password_pool,
                      signing_secret(writer, url),
                      configuration.demo};
    solver::ChildSolver solver;
    RoundAllocator rounds(round_bell, writer, url, clock, solver,
                          [] { return std::max<std::int64_t>(1, random_number()); });
    services.rounds = &rounds;
    Router router(services, route_table(services));
    const http::WebFiles files(configuration.web);
    const int threads = configuration.threads > 0 ? configuration.threads
                                                  : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    http::Listener listener(
        configuration.listen, {configuration.tls_certificate, configuration.tls_key}, threads, http::Limits{},
        [&router, &files](http::Request request) { return answer_logged(router, files, std::move(request)); },
        http::problem_for_status);
    services.figures = &listener.figures();

    std::atomic<bool> ended{false};
    std::jthread signal_thread([&] {
        int signal = 0;
        sigwait(&signals, &signal);
        if (!ended.load()) {
            spdlog::info("draining signal={}", signal);
            services.draining.store(true);
            listener.stop();
        }
    });
    std::jthread tidy_thread([&services](const std::stop_token& stop) {
        std::mutex mutex;
        std::condition_variable_any waiting;
        std::unique_lock lock(mutex);
        while (!stop.stop_requested()) {
            waiting.wait_for(lock, stop, std::chrono::minutes(5), [] { return false; });
            if (!stop.stop_requested()) {
                tidy(services);
            }
        }
    });
    fmt::print("{{\"port\": {}}}\n", listener.port());
    std::fflush(stdout);
    spdlog::info("listening address={} port={} threads={} instruments={}", configuration.listen, listener.port(),
                 threads, writer.snapshot()->catalogue->instruments().size());
    listener.run();
    // Commands and reads of connections that did not end in time still refer to them: let them finish first.
    (void)writer.run([](SqlTransaction&) { return false; });
    readers.stop();
    ended.store(true);
    pthread_kill(signal_thread.native_handle(), SIGTERM);
    tidy_thread.request_stop();
    password_pool.join();
    spdlog::info("stopped");
    return 0;
}

}  // namespace server
