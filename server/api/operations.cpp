// The live stream, health, figures, and the demonstration's clock.

#include <algorithm>

#include <fmt/format.h>
#include <boost/asio.hpp>

#include "scheduler/booking_steps.hpp"
#include "server/api/handlers.hpp"
#include "server/api/shape.hpp"
#include "server/http/problem.hpp"
#include "server/json/read.hpp"

namespace server {

using namespace model;
namespace asio = boost::asio;

namespace {
/// What a listener may learn of an event: that an instrument's calendar or the catalogue changed is public;
/// which booking it was, only those who may see it.
class EventStream final : public http::Stream {
  public:
    EventStream(Services& services, PrincipalPtr who, std::int64_t after)
        : services_(services), who_(std::move(who)), after_(after) {}
    ~EventStream() override { on_news({}); }
    EventStream(const EventStream&) = delete;
    EventStream& operator=(const EventStream&) = delete;

    std::string take() override {
        constexpr std::size_t events_a_piece = 500;
        const auto window = services_.hub.after(after_, events_a_piece);
        std::string out;
        if (!window.complete) {
            // Older than what is kept: the client must read its lists anew, and loses nothing by it.
            out += "event: reset\ndata: {}\n\n";
            if (window.events.empty()) {
                after_ = window.last;
            }
        }
        for (const auto& event : window.events) {
            append(out, event);
            after_ = event.seq.value;
        }
        return out;
    }

    void on_news(std::function<void()> wake) override {
        if (ticket_ != 0) {
            services_.hub.unsubscribe(ticket_);
            ticket_ = 0;
        }
        if (wake) {
            ticket_ = services_.hub.subscribe(std::move(wake));
        }
    }

  private:
    void append(std::string& out, const Event& event) const {
        const auto kind = json::enum_name(event.kind);
        if (kind.starts_with("offer_") || kind.starts_with("waitlist_")) {
            append_personal(out, event);
            return;
        }
        if (kind.starts_with("round_")) {
            append_round(out, event);
            return;
        }
        const bool about_booking = kind.starts_with("booking_");
        const bool about_catalogue =
            event.kind == EventKind::inventory_imported || event.kind == EventKind::holidays_changed;
        if (event.instrument_id.empty() && !about_catalogue) {
            return;
        }
        const bool sees_booking = about_booking && sees(event);
        fmt::format_to(std::back_inserter(out),
                       "id: {}\nevent: change\ndata: {{\"topic\":\"{}\",\"id\":", event.seq.value,
                       sees_booking      ? "booking"
                       : about_catalogue ? "catalogue"
                                         : "instrument");
        json::append_string(out, sees_booking ? std::to_string(event.subject) : event.instrument_id.value);
        out += ",\"instrument_id\":";
        json::append_string(out, event.instrument_id.value);
        fmt::format_to(std::back_inserter(out), ",\"kind\":\"{}\"}}\n\n",
                       about_booking && !sees_booking ? "calendar_changed" : kind);
    }

    /// Whoever is signed in may read rounds.
    void append_round(std::string& out, const Event& event) const {
        if (who_) {
            fmt::format_to(std::back_inserter(out),
                           "id: {}\nevent: change\ndata: {{\"topic\":\"round\",\"id\":\"{}\",\"instrument_id\":\"\","
                           "\"kind\":\"{}\"}}\n\n",
                           event.seq.value, event.subject, json::enum_name(event.kind));
        }
    }

    /// Offers and the waitlist are told to the user whom the facts name; others learn only that the calendar changed.
    void append_personal(std::string& out, const Event& event) const {
        const auto named = std::ranges::find(event.facts, "user", &Parameter::name);
        const bool own = who_ && named != event.facts.end() && named->value == std::to_string(who_->user.id.value);
        const auto kind = json::enum_name(event.kind);
        if (!own && !kind.starts_with("offer_")) {
            return;
        }
        fmt::format_to(std::back_inserter(out),
                       "id: {}\nevent: change\ndata: {{\"topic\":\"{}\",\"id\":", event.seq.value,
                       own ? "waitlist" : "instrument");
        json::append_string(out, own ? std::to_string(event.subject) : event.instrument_id.value);
        out += ",\"instrument_id\":";
        json::append_string(out, event.instrument_id.value);
        fmt::format_to(std::back_inserter(out), ",\"kind\":\"{}\"}}\n\n", own ? kind : "calendar_changed");
    }

    [[nodiscard]] bool sees(const Event& event) const {
        if (!who_) {
            return false;
        }
        const auto record = services_.writer.snapshot()->catalogue->instrument(event.instrument_id);
        return record && may_see(*who_, *record, scheduler::booked_for(event), event.organisation_id);
    }

    Services& services_;
    PrincipalPtr who_;
    std::int64_t after_;
    std::uint64_t ticket_ = 0;
};

struct ClockInput {
    Instant now{};
};
BOOST_DESCRIBE_STRUCT(ClockInput, (), (now))

struct StatusView {
    std::string status;
};
BOOST_DESCRIBE_STRUCT(StatusView, (), (status))
}  // namespace

asio::awaitable<http::Response> live_events(Call& call) {
    http::Response response;
    response.content_type = "text/event-stream";
    response.headers.emplace_back("Cache-Control", "no-store");
    response.headers.emplace_back("X-Accel-Buffering", "no");
    std::int64_t after = call.snapshot->seq;
    if (!call.request.last_event_id.empty()) {
        after = json::id_number(call.request.last_event_id);
    }
    response.stream = std::make_unique<EventStream>(call.services, call.who, after);
    co_return response;
}

Result<Answer> health(const Call&) {
    return Answer{200, json::to_text(StatusView{"ok"})};
}

Result<Answer> readiness(const Call& call) {
    if (call.services.draining.load()) {
        return ErrorCode::unavailable;
    }
    return Answer{200, json::to_text(StatusView{"ready"})};
}

asio::awaitable<http::Response> metrics(Call& call) {
    const auto figures = call.services.writer.figures();
    const auto& http_figures = *call.services.figures;
    http::Response response;
    response.content_type = "text/plain; version=0.0.4; charset=utf-8";
    const auto line = [&](const char* name, const char* kind, const char* help, std::uint64_t value) {
        fmt::format_to(std::back_inserter(response.body), "# HELP {} {}\n# TYPE {} {}\n{} {}\n", name, help, name, kind,
                       name, value);
    };
    line("yiqi_http_requests_total", "counter", "Requests read.", http_figures.requests.load());
    line("yiqi_http_connections", "gauge", "Connections open now.", http_figures.connections.load());
    line("yiqi_http_refused_total", "counter", "Connections refused over the limit.", http_figures.refused.load());
    line("yiqi_commits_total", "counter", "Batches committed.", figures.commits);
    line("yiqi_commands_total", "counter", "Commands run.", figures.commands);
    line("yiqi_failed_batches_total", "counter", "Batches that the database refused.", figures.failed_batches);
    line("yiqi_queued_commands", "gauge", "Commands waiting.", figures.queued);
    line("yiqi_event_seq", "gauge", "Sequence number of the last event.",
         static_cast<std::uint64_t>(call.snapshot->seq));
    co_return response;
}

asio::awaitable<http::Response> move_clock(Call& call) {
    const auto body = json_body(call);
    if (!body) {
        co_return http::problem(body.error(), call.request);
    }
    auto input = json::from_text<ClockInput>(*body);
    if (!input) {
        co_return http::problem(input.error(), call.request);
    }
    call.services.clock.move_to(input->now);
    co_await due_work_done(call.services.due);
    if (call.services.rounds != nullptr) {
        // What a decided round brings about is due at once.
        co_await rounds_decided(*call.services.rounds);
        co_await due_work_done(call.services.due);
    }
    co_return http::json_response(200, json::to_text(*input, call.style));
}

Shape status_shape() {
    return {json::schema<StatusView>()};
}

Shape clock_shape() {
    return {json::schema<ClockInput>(), json::schema<ClockInput>()};
}

}  // namespace server
