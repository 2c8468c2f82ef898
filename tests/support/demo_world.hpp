#pragma once
// The demonstration as HTTP tests use it: its clock stands at Monday, 23 November 2026, 08:00 in Shanghai, when a
// world begins, and its instruments get the rules that a test needs.

#include "tests/support/backends.hpp"
#include "tests/support/server_process.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace support {

/// DEMO0002 is open Mon-Fri 08:30-17:30, needs no training, belongs to DEMO-P01 and costs a company 800.00 yuan an
/// hour.
inline constexpr const char* spectrometer = "DEMO0002";

/// "2026-11-23T08:00:00+08:00", so many days after the beginning. The time of day is "HH:MM".
std::string at(int days, const std::string& time_of_day);

/// Rules that stand in nobody's way: always open, no approval. Members of `changes` replace them.
nlohmann::json open_policy(const nlohmann::json& changes = nlohmann::json::object());

nlohmann::json wish(const std::string& start, const std::string& end, const std::string& instrument = spectrometer);

/// A server on an empty database with the clock set.
class DemoWorld {
  public:
    explicit DemoWorld(Backend backend = Backend::sqlite, std::vector<std::string> more_arguments = {});
    /// On a database that exists or can be made there.
    explicit DemoWorld(const std::string& url);

    [[nodiscard]] ServerProcess& server() { return server_; }
    [[nodiscard]] HttpClient client(const std::string& login) const { return server_.client(login); }
    void set_clock(const std::string& now) const;
    /// As the platform's administrator. Throws where it is refused.
    void set_policy(const nlohmann::json& policy, const std::string& instrument = spectrometer) const;
    void set_rates(const nlohmann::json& rates, const std::string& instrument = spectrometer) const;
    /// What `yiqi verify` says of the database.
    [[nodiscard]] Finished verify() const { return run_yiqi({"verify", "--db", server_.db()}); }
    /// Booked spans of an instrument between two instants.
    [[nodiscard]] std::vector<nlohmann::json> booked(const std::string& from, const std::string& to,
                                                     const std::string& instrument = spectrometer) const;

  private:
    std::optional<FreshDatabase> database_;
    ServerProcess server_;
};

/// Every client sends its request at the same moment, each from a thread of its own. The answers are in the clients'
/// order; one that was lost has status 0.
std::vector<Reply> at_once(std::vector<HttpClient>& clients,
                           const std::function<Reply(HttpClient&, std::size_t)>& send);

/// How many answers have the status.
std::size_t count_of(const std::vector<Reply>& replies, int status);

/// `count` clients of one server, signed in alternately with the logins' sessions.
std::vector<HttpClient> crowd(const ServerProcess& server, std::size_t count, const std::vector<std::string>& logins);

}  // namespace support
