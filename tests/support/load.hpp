#pragma once
// People at work: each worker books its own instrument, decides, uses and pays, and remembers what it was told.
// A request whose answer got lost is repeated with its idempotency key, until the answer is known.

#include "tests/support/demo_world.hpp"

#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace support {

struct TrackedBooking {
    std::string id;
    std::string start;
    std::string status;
    std::int64_t total_fen = 0;  ///< of the quote
    std::int64_t charge_fen = 0;
};

class Worker {
  public:
    /// `number` below 5: each has an instrument of DEMO-P01 to itself, with rules set by `prepare`.
    Worker(const DemoWorld& world, int number);
    static void prepare(const DemoWorld& world, int workers);

    /// One request, chosen at random; false where no answer came or the server is not available.
    bool step();
    /// After a restart: repeats the request whose outcome is unknown. Throws where it is refused.
    void resume(std::uint16_t port);

    [[nodiscard]] const std::string& instrument() const { return instrument_; }
    [[nodiscard]] const std::vector<TrackedBooking>& bookings() const { return bookings_; }
    [[nodiscard]] std::int64_t paid_fen() const { return paid_fen_; }
    /// A refusal that no worker should ever get; empty where there was none.
    [[nodiscard]] const std::string& surprise() const { return surprise_; }

  private:
    enum class Kind { create, approve, check_in, check_out, cancel, pay };
    struct Pending {
        Kind kind = Kind::create;
        std::string path;
        nlohmann::json body;
        std::string key;
        std::size_t booking = 0;
    };
    Pending choose();
    HttpClient& client_for(Kind kind);
    bool perform(const Pending& pending);
    void learn(const Pending& pending, const Reply& reply);

    std::string instrument_;
    HttpClient member_;
    HttpClient admin_;
    HttpClient finance_;
    std::mt19937 random_;
    std::vector<TrackedBooking> bookings_;
    std::optional<Pending> pending_;
    std::int64_t paid_fen_ = 0;
    int keys_ = 0;
    int slots_ = 0;
    int number_;
    std::string surprise_;
};

/// What is wrong with the server's memory of what the workers were told: statuses, calendar, prices of the account.
/// Empty where nothing is.
std::vector<std::string> forgotten(const DemoWorld& world, ServerProcess& server, const std::vector<Worker*>& workers);

}  // namespace support
