#include "tests/support/load.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>

namespace support {

using nlohmann::json;

Worker::Worker(const DemoWorld& world, int number)
    : instrument_("DEMO000" + std::to_string(number + 2)),
      member_(world.client("member@acme.example")),
      admin_(world.client("admin@p01.example")),
      finance_(world.client("finance@council.example")),
      random_(static_cast<std::mt19937::result_type>(number)),
      number_(number) {}

void Worker::prepare(const DemoWorld& world, int workers) {
    for (int i = 0; i < workers; ++i) {
        // Every other instrument needs approval; use may begin a week early, so that the clock can stand still.
        world.set_policy(
            open_policy({{"approval", i % 2 == 0 ? "none" : "platform_admin"}, {"check_in_early_minutes", 10'080}}),
            "DEMO000" + std::to_string(i + 2));
    }
}

HttpClient& Worker::client_for(Kind kind) {
    return kind == Kind::approve ? admin_ : kind == Kind::pay ? finance_ : member_;
}

Worker::Pending Worker::choose() {
    Pending next;
    next.key = "worker-" + std::to_string(number_) + "-" + std::to_string(++keys_);
    const auto dice = random_() % 10;
    if (dice == 0) {
        next.kind = Kind::pay;
        next.path = "/payments";
        next.body = {{"organisation_id", "ORG-ACME"}, {"amount_fen", 100 + keys_}, {"reference", next.key}};
        return next;
    }
    // Mostly, the oldest booking that has not come to its end takes its next step.
    const auto open = std::ranges::find_if(bookings_, [](const TrackedBooking& b) {
        return b.status == "requested" || b.status == "approved" || b.status == "in_use";
    });
    if (dice < 4 || open == bookings_.end()) {
        constexpr int slot_minutes = 15;
        const int minute = slots_ * slot_minutes;
        ++slots_;
        const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
        const auto time = [&](int m) { return at(1 + m / 1440, two(m % 1440 / 60) + ":" + two(m % 60)); };
        next.kind = Kind::create;
        next.path = "/bookings";
        next.body = wish(time(minute), time(minute + slot_minutes), instrument_);
        return next;
    }
    next.booking = static_cast<std::size_t>(open - bookings_.begin());
    next.body = json::object();
    const auto step_to = [&](Kind kind, const char* action) {
        next.kind = kind;
        next.path = "/bookings/" + open->id + "/" + action;
    };
    if (open->status != "in_use" && dice == 4) {
        step_to(Kind::cancel, "cancel");
    } else if (open->status == "requested") {
        step_to(Kind::approve, "approve");
    } else if (open->status == "approved") {
        step_to(Kind::check_in, "check-in");
    } else {
        step_to(Kind::check_out, "check-out");
    }
    return next;
}

void Worker::learn(const Pending& pending, const Reply& reply) {
    const auto answer = reply.json();
    if (pending.kind == Kind::pay) {
        paid_fen_ += answer.at("amount_fen").get<std::int64_t>();
        return;
    }
    if (pending.kind == Kind::create) {
        bookings_.emplace_back();
    }
    auto& booking = pending.kind == Kind::create ? bookings_.back() : bookings_[pending.booking];
    booking.id = answer.at("id");
    booking.start = answer.at("start");
    booking.status = answer.at("status");
    booking.total_fen = answer.at("quote").at("total_fen");
    booking.charge_fen = answer.at("charge").is_null() ? 0 : answer.at("charge").at("total_fen").get<std::int64_t>();
}

bool Worker::perform(const Pending& pending) {
    Reply reply;
    try {
        reply = client_for(pending.kind).post(pending.path, pending.body, {{"Idempotency-Key", pending.key}});
    } catch (const ConnectionLost&) {
        return false;
    }
    if (reply.status == 503) {
        return false;
    }
    if (reply.status >= 300) {
        surprise_ = pending.path + ": " + reply.body;
        return false;
    }
    learn(pending, reply);
    return true;
}

bool Worker::step() {
    pending_ = choose();
    if (perform(*pending_)) {
        pending_.reset();
        return true;
    }
    return false;
}

void Worker::resume(std::uint16_t port) {
    for (auto* client : {&member_, &admin_, &finance_}) {
        client->point_at(port);
    }
    if (pending_ && !perform(*pending_)) {
        throw std::runtime_error("a repeated request is refused: " + surprise_);
    }
    pending_.reset();
}

namespace {
std::map<std::string, json> all_bookings(ServerProcess& server) {
    auto admin = server.client("admin@p01.example");
    std::map<std::string, json> found;
    std::string cursor;
    do {
        const auto page =
            admin.get("/bookings?scope=platform&limit=200" + (cursor.empty() ? "" : "&cursor=" + cursor)).json();
        for (const auto& booking : page.at("items")) {
            found[booking.at("id")] = booking;
        }
        cursor = page.at("next_cursor").is_null() ? "" : page.at("next_cursor").get<std::string>();
    } while (!cursor.empty());
    return found;
}
}  // namespace

std::vector<std::string> forgotten(const DemoWorld& world, ServerProcess& server, const std::vector<Worker*>& workers) {
    std::vector<std::string> wrong;
    const auto kept = all_bookings(server);
    std::int64_t owed = 0;
    std::int64_t held = 0;
    std::size_t told = 0;
    for (const auto* worker : workers) {
        std::set<std::string> starts;
        for (const auto& booking : worker->bookings()) {
            ++told;
            const auto found = kept.find(booking.id);
            if (found == kept.end()) {
                wrong.push_back("booking " + booking.id + " is gone");
            } else if (found->second.at("status") != booking.status || found->second.at("start") != booking.start) {
                wrong.push_back("booking " + booking.id + " was told to be " + booking.status + ": " +
                                found->second.dump());
            }
            owed += booking.charge_fen;
            held += booking.status == "approved" || booking.status == "in_use" ? booking.total_fen : 0;
            if (booking.status != "cancelled") {
                starts.insert(booking.start);
            }
        }
        owed -= worker->paid_fen();
        std::set<std::string> shown;
        for (const auto& span : world.booked(at(0, "00:00"), at(30, "00:00"), worker->instrument())) {
            shown.insert(span.at("start"));
        }
        if (shown != starts) {
            wrong.push_back("the calendar of " + worker->instrument() + " shows " + std::to_string(shown.size()) +
                            " bookings, not " + std::to_string(starts.size()));
        }
    }
    if (kept.size() != told) {
        wrong.push_back("there are " + std::to_string(kept.size()) + " bookings; the workers know of " +
                        std::to_string(told));
    }
    const auto account = server.client("admin@acme.example").get("/accounts/ORG-ACME").json();
    if (account.at("balance_fen") != owed || account.at("held_fen") != held) {
        wrong.push_back("the account should be " + std::to_string(owed) + " and hold " + std::to_string(held) + ": " +
                        account.dump());
    }
    return wrong;
}

}  // namespace support
