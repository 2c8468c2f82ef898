#pragma once
// A small store on one of the two databases: an institution with a platform and a few instruments, a company and
// two of its people. The clock stands at 2026-11-23 08:00 in Shanghai.

#include "scheduler/bookings.hpp"
#include "server/storage/migrations.hpp"
#include "server/storage/verify.hpp"
#include "server/storage/writer.hpp"
#include "tests/support/backends.hpp"
#include "tests/support/civil.hpp"

#include <memory>
#include <string>
#include <vector>

namespace contract {

inline const model::InstrumentId one{"ONE"};            ///< capacity 1
inline const model::InstrumentId three{"THREE"};        ///< capacity 3
inline const model::InstrumentId asks{"ASKS"};          ///< a request waits for approval, but holds its lane
inline const model::InstrumentId collects{"COLLECTS"};  ///< a request waits for approval and holds nothing
inline const model::OrganisationId company{"COMPANY"};

class Store {
  public:
    explicit Store(support::Backend backend);

    [[nodiscard]] server::Database open(server::Database::Access access = server::Database::Access::write) const {
        return server::Database(server::DatabaseUrl::parse(database_.url()), access);
    }
    [[nodiscard]] const std::string& url() const { return database_.url(); }
    [[nodiscard]] server::Writer& writer() { return *writer_; }
    /// The writer ends and begins anew, as at a restart.
    void reopen();

    [[nodiscard]] scheduler::Actor member() const { return {member_, company, false}; }
    [[nodiscard]] static scheduler::Actor staff() { return {model::UserId{}, {}, true}; }

    /// Runs a command of the scheduler as one command of the writer.
    template <class Value, class Command>
    model::Result<Value> run(Command&& command) {
        std::optional<model::Result<Value>> result;
        const auto outcome = writer().run([&](server::SqlTransaction& tx) {
            result.emplace(command(tx));
            return result->has_value();
        });
        return outcome == server::CommitOutcome::durable ? *std::move(result)
                                                         : model::Result<Value>(model::ErrorCode::unavailable);
    }
    model::Result<model::Booking> book(const model::InstrumentId& instrument, model::Interval time);

    model::ManualClock clock{support::at("2026-11-23 08:00")};
    std::vector<model::Event> heard;  ///< by the listener, in order; read it while no command runs

  private:
    support::FreshDatabase database_;
    std::unique_ptr<server::Writer> writer_;
    model::UserId member_;
};

/// Hours of the day after the clock's.
model::Interval hours(int from, int to);

/// The calendar of every instrument as text, in order of the instruments: equal texts are equal calendars.
std::string calendar_text(const server::Snapshot& snapshot);

/// All that `yiqi verify` looks at; empty where all is well.
std::vector<std::string> problems(server::Database& database);

}  // namespace contract
