// Rounds: opening, cancelling, previewing and deciding them.

#include <algorithm>

#include <fmt/format.h>
#include <boost/asio.hpp>

#include "scheduler/round_commands.hpp"
#include "server/api/booking_input.hpp"
#include "server/api/handlers.hpp"
#include "server/api/round_views.hpp"
#include "server/api/shape.hpp"
#include "server/http/problem.hpp"
#include "server/jobs/round_allocator.hpp"
#include "server/storage/stored_rounds.hpp"

namespace server {

using namespace model;
namespace asio = boost::asio;

namespace {
constexpr std::size_t instruments_max = 500;
constexpr std::chrono::days window_max{92};

/// All of the platform that collect requests.
std::vector<InstrumentId> collecting_instruments(const Call& call, const PlatformId& platform) {
    std::vector<InstrumentId> ids;
    for (const auto& record : call.snapshot->catalogue->instruments()) {
        if (record->instrument.platform_id == platform && record->policy->policy.contention == Contention::collect) {
            ids.push_back(record->instrument.id);
        }
    }
    return ids;
}

Result<scheduler::NewRound> new_round(const Call& call, const RoundInput& input) {
    scheduler::NewRound round;
    TRY(round.window, checked_interval(input.window.start, input.window.end));
    if (round.window.length() > window_max) {
        return field_error("window", "too_long", "时段不能超过 92 天", "the window may be 92 days long");
    }
    if (input.instrument_ids) {
        round.instruments = *input.instrument_ids;
        std::ranges::sort(round.instruments);
        const auto same = std::ranges::unique(round.instruments);
        round.instruments.erase(same.begin(), same.end());
    } else if (input.platform_id) {
        round.instruments = collecting_instruments(call, *input.platform_id);
    }
    if (round.instruments.empty() || round.instruments.size() > instruments_max) {
        return field_error("instrument_ids", "out_of_range", "须有 1 至 500 台收集申请的仪器",
                           "1 to 500 instruments that collect requests");
    }
    const auto first = call.snapshot->catalogue->instrument(round.instruments.front());
    if (!first || (input.platform_id && *input.platform_id != first->instrument.platform_id)) {
        return ErrorCode::not_found;
    }
    if (!may_administer(*call.who, *first)) {
        return ErrorCode::not_allowed;
    }
    round.platform_id = first->instrument.platform_id;
    round.cut_off = input.cut_off;
    round.terms = input.terms.value_or(RoundTerms{});
    return round;
}

/// The round, where the caller administers it.
Result<Round> administered(Database& database, const Call& call) {
    auto round = find_round(database, RoundId{json::id_number(call.path_parameter(0))});
    if (!round) {
        return ErrorCode::not_found;
    }
    const auto record = call.snapshot->catalogue->instrument(round->instruments.front());
    if (!record || !may_administer(*call.who, *record)) {
        return ErrorCode::not_allowed;
    }
    return *std::move(round);
}

scheduler::Actor staff_of(const Call& call) {
    return {call.who->user.id, call.who->organisation.id, true};
}

std::string preview_text(const Call& call, const RoundAllocator::Preview& preview) {
    constexpr std::size_t shown_max = 1'000;
    auto outcome = scheduler::outcome_of(preview.allocation, 1);
    outcome.at = call.now;
    auto awards = scheduler::awards_of(RoundId{}, preview.gathered, preview.allocation);
    std::ranges::sort(awards, {}, [](const scheduler::RoundAward& award) { return award.result.booking_id; });
    RoundPreviewView shown;
    for (const auto& [row, lane, revision] : awards) {
        outcome.granted += row.granted ? 1 : 0;
        if (shown.results.size() < shown_max) {
            RoundResultView view{row.booking_id, {}, row.granted, row.points, row.explanation, {}, {}};
            std::ranges::transform(row.options, std::back_inserter(view.options), decided_view);
            shown.results.push_back(std::move(view));
        }
    }
    shown.outcome = outcome_view(outcome);
    return json::to_text(shown, call.style);
}

asio::awaitable<Result<RoundAllocator::Preview>> previewed(RoundAllocator& rounds, RoundId id) {
    auto answer = std::make_shared<Result<RoundAllocator::Preview>>(ErrorCode::unavailable);
    auto initiate = [&rounds, id, answer](auto handler) {
        auto executor = asio::prefer(asio::get_associated_executor(handler), asio::execution::outstanding_work.tracked);
        auto shared = std::make_shared<decltype(handler)>(std::move(handler));
        rounds.preview(id, [executor, shared, answer](Result<RoundAllocator::Preview> result) {
            *answer = std::move(result);
            asio::post(executor, [shared] { std::move (*shared)(); });
        });
    };
    co_await asio::async_initiate<const asio::use_awaitable_t<>, void()>(initiate, asio::use_awaitable);
    co_return std::move(*answer);
}
}  // namespace

asio::awaitable<void> rounds_decided(RoundAllocator& rounds) {
    auto initiate = [&rounds](auto handler) {
        auto executor = asio::prefer(asio::get_associated_executor(handler), asio::execution::outstanding_work.tracked);
        rounds.when_idle([executor, h = std::make_shared<decltype(handler)>(std::move(handler))] {
            asio::post(executor, [h] { std::move (*h)(); });
        });
    };
    co_await asio::async_initiate<const asio::use_awaitable_t<>, void()>(initiate, asio::use_awaitable);
}

Result<CommandBody> open_round(const Call& call) {
    TRY(const auto body, json_body(call));
    TRY(const auto input, json::from_text<RoundInput>(body));
    TRY(auto round, new_round(call, input));
    return CommandBody([&call, round = std::move(round)](SqlTransaction& tx) -> Result<Answer> {
        TRY(const auto opened, scheduler::open_round(tx, round, staff_of(call), call.now));
        Answer answer{201, json::to_text(round_view(call, tx.reader(), opened), call.style)};
        answer.headers.emplace_back("Location", fmt::format("/api/v1/rounds/{}", opened.id.value));
        return answer;
    });
}

Result<CommandBody> cancel_round(const Call& call) {
    return CommandBody([&call](SqlTransaction& tx) -> Result<Answer> {
        TRY(const auto round, administered(tx.reader(), call));
        TRY(const auto cancelled, scheduler::cancel_round(tx, round.id, staff_of(call), call.now));
        return Answer{200, json::to_text(round_view(call, tx.reader(), cancelled), call.style)};
    });
}

Shape round_input_shape() {
    return {json::schema<RoundView>(), json::schema<RoundInput>()};
}

Shape allocation_shape() {
    return {fmt::format(R"({{"anyOf":[{},{}]}})", json::schema<RoundView>(), json::schema<RoundPreviewView>()),
            {},
            {{"dry_run", boolean_schema}}};
}

asio::awaitable<http::Response> allocate_round(Call& call) {
    auto& services = call.services;
    Result<Round> round{ErrorCode::unavailable};
    std::string text;
    std::function<void(Database&)> look = [&](Database& database) {
        round = administered(database, call);
        text = round ? json::to_text(round_view(call, database, *round), call.style) : "";
    };
    auto read = co_await on_reader(services.readers, look);
    if (!read || !round) {
        co_return http::problem(read ? round.error() : read.error(), call.request);
    }
    const bool open = round->status == RoundStatus::collecting || round->status == RoundStatus::closed;
    if (call.query("dry_run") == "true" && open) {
        auto preview = co_await previewed(*services.rounds, round->id);
        if (!preview) {
            co_return http::problem(preview.error(), call.request);
        }
        co_return http::json_response(200, preview_text(call, *preview));
    }
    if (round->status != RoundStatus::closed) {
        co_return http::problem(
            Error(ErrorCode::wrong_state, {"本轮在截止之后分配一次", "a round is decided once, after its cut-off"}),
            call.request);
    }
    co_await rounds_decided(*services.rounds);
    read = co_await on_reader(services.readers, look);
    if (!read || !round) {
        co_return http::problem(read ? round.error() : read.error(), call.request);
    }
    co_return http::json_response(200, std::move(text));
}

}  // namespace server
