#pragma once
// Where the town's commands run: a store behind the writer, or one in memory.

#include "server/inventory/import.hpp"
#include "tests/contract/audited_rows.hpp"
#include "tests/contract/memory_store.hpp"
#include "tests/contract/store.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace contract {

struct TownInventory {
    std::vector<model::Institution> institutions;
    std::vector<model::Platform> platforms;
    std::vector<server::InstrumentRow> instruments;
    std::vector<model::Organisation> companies;
    std::vector<model::User> people;
};

/// What a command has of its store.
class HostAccess {
  public:
    HostAccess() = default;
    HostAccess(const HostAccess&) = delete;
    HostAccess& operator=(const HostAccess&) = delete;
    virtual ~HostAccess() = default;
    virtual scheduler::Transaction& store() = 0;
    virtual std::optional<std::string> kept_answer(model::UserId user, const std::string& key) = 0;
    virtual void keep_answer(model::UserId user, const std::string& key, const std::string& answer) = 0;
    /// Keeps it in the place of the command, which is about to be undone.
    virtual void keep_answer_instead(model::UserId user, const std::string& key, const std::string& answer) = 0;
    /// Nothing of the batch will be kept.
    virtual void spoil_the_commit() = 0;
};

class TownHost {
  public:
    /// True to keep what it wrote. May run more than once.
    using Command = std::function<bool(HostAccess&)>;

    TownHost() = default;
    TownHost(const TownHost&) = delete;
    TownHost& operator=(const TownHost&) = delete;
    virtual ~TownHost() = default;

    virtual model::ManualClock& clock() = 0;
    /// The ids of the people, in their order.
    virtual std::vector<model::UserId> found(const TownInventory& inventory) = 0;
    /// All of them with one commit, as far as the store manages.
    virtual std::vector<server::CommitOutcome> run(const std::vector<Command>& commands) = 0;
    /// Events since the last call.
    virtual std::vector<model::Event> news() = 0;
    /// Ends and begins anew; says what is different afterwards.
    virtual std::string restart() = 0;
    virtual AuditedRows rows() = 0;
    /// What the store's own checks find.
    virtual std::vector<std::string> problems() = 0;
};

enum class HostKind { memory, sqlite, postgresql };
const char* name_of(HostKind kind);
std::unique_ptr<TownHost> make_host(HostKind kind);

}  // namespace contract
