#include "tests/contract/town_host.hpp"

#include <latch>
#include <tuple>

namespace contract {

using namespace model;
using namespace server;

namespace {
/// Everything that is taken from a moment on, in order.
std::vector<std::tuple<std::size_t, int, Holder, Instant, Instant>> calendar_from(const Snapshot& snapshot,
                                                                                  Instant from) {
    std::vector<std::tuple<std::size_t, int, Holder, Instant, Instant>> all;
    for (std::size_t i = 0; i < snapshot.catalogue->instruments().size(); ++i) {
        for (const auto& taken : snapshot.calendar.at(i)) {
            if (taken.held().end > from) {
                all.emplace_back(i, taken.lane, taken.holder(), taken.held().start, taken.held().end);
            }
        }
    }
    return all;
}

class SqlAccess final : public HostAccess {
  public:
    SqlAccess(SqlTransaction& tx, Instant now) : tx_(tx), now_(now) {}
    scheduler::Transaction& store() override { return tx_; }
    std::optional<std::string> kept_answer(UserId user, const std::string& key) override {
        const auto kept = tx_.kept_answer(user, key);
        return kept ? std::optional(kept->body) : std::nullopt;
    }
    void keep_answer(UserId user, const std::string& key, const std::string& answer) override {
        tx_.keep_answer(user, key, {"-", 200, answer, "", ""}, now_);
    }
    void keep_answer_instead(UserId user, const std::string& key, const std::string& answer) override {
        tx_.write_instead(
            [&tx = tx_, user, key, answer, now = now_] { tx.keep_answer(user, key, {"-", 200, answer, "", ""}, now); });
    }
    void spoil_the_commit() override {
        if (tx_.reader().dialect() == Dialect::postgresql) {
            // There is no connection any more to commit on.
            (void)tx_.reader().first<std::string>("SELECT pg_terminate_backend(pg_backend_pid())::text");
            return;
        }
        // A reference into nowhere that is noticed at the commit.
        tx_.reader().run_text("PRAGMA defer_foreign_keys = ON");
        tx_.put_training({UserId{999'999'999}, one, std::nullopt});
    }

  private:
    SqlTransaction& tx_;
    Instant now_;
};

class SqlHost final : public TownHost {
  public:
    explicit SqlHost(support::Backend backend) : store_(backend) {}
    ManualClock& clock() override { return store_.clock; }

    std::vector<UserId> found(const TownInventory& inventory) override {
        std::vector<UserId> ids;
        const auto outcome = store_.writer().run([&](SqlTransaction& tx) {
            ids.clear();
            for (const auto& institution : inventory.institutions) {
                tx.add(institution);
            }
            for (const auto& platform : inventory.platforms) {
                tx.add(platform);
            }
            for (const auto& row : inventory.instruments) {
                tx.add(row);
            }
            tx.adopt(inventory.instruments);
            for (const auto& company : inventory.companies) {
                tx.add_organisation(company);
            }
            for (const auto& user : inventory.people) {
                ids.push_back(tx.add_person({user, "!"}));
            }
            return true;
        });
        if (outcome != CommitOutcome::durable) {
            throw std::runtime_error("the town cannot be founded");
        }
        return ids;
    }

    std::vector<CommitOutcome> run(const std::vector<Command>& commands) override {
        std::vector<CommitOutcome> outcomes(commands.size(), CommitOutcome::unavailable);
        std::latch done(static_cast<std::ptrdiff_t>(commands.size()));
        for (std::size_t i = 0; i < commands.size(); ++i) {
            store_.writer().submit(
                [this, &command = commands[i]](SqlTransaction& tx) {
                    SqlAccess access(tx, store_.clock.now());
                    return command(access);
                },
                [&outcome = outcomes[i], &done](CommitOutcome how) {
                    outcome = how;
                    done.count_down();
                });
        }
        done.wait();
        return outcomes;
    }

    std::vector<Event> news() override { return std::exchange(store_.heard, {}); }

    std::string restart() override {
        const auto before = calendar_from(*store_.writer().snapshot(), store_.clock.now());
        store_.reopen();
        const bool same = calendar_from(*store_.writer().snapshot(), store_.clock.now()) == before;
        return same ? "" : "the calendar in memory is not that of the store";
    }

    AuditedRows rows() override {
        auto database = store_.open(Database::Access::read);
        return rows_of(database);
    }
    std::vector<std::string> problems() override {
        auto database = store_.open(Database::Access::read);
        return contract::problems(database);
    }

  private:
    Store store_;
};

class MemoryHost final : public TownHost, private HostAccess {
  public:
    ManualClock& clock() override { return clock_; }

    std::vector<UserId> found(const TownInventory& inventory) override {
        Event event;
        event.kind = EventKind::inventory_imported;
        tx_.append(event);
        std::map<std::string, InstitutionId> owners;
        for (const auto& platform : inventory.platforms) {
            owners[platform.id.value] = platform.institution_id;
        }
        for (const auto& row : inventory.instruments) {
            auto& stored = rows_.instruments[row.instrument.id.value];
            stored.policies[1] = std::make_shared<PolicyVersion>(PolicyVersion{1, {}, row.policy});
            stored.rates[1] = std::make_shared<RatesVersion>(RatesVersion{1, {}, row.rates});
            stored.record = std::make_shared<scheduler::InstrumentRecord>(scheduler::InstrumentRecord{
                row.instrument, owners.at(row.instrument.platform_id.value), stored.policies[1], stored.rates[1]});
        }
        for (const auto& institution : inventory.institutions) {
            rows_.organisations[institution.id.value] = {OrganisationId{institution.id.value},
                                                         OrganisationKind::institution, institution.name_zh, "",
                                                         institutions_credit};
        }
        for (const auto& company : inventory.companies) {
            rows_.organisations[company.id.value] = company;
        }
        // The first person is there before the town is.
        std::vector<UserId> ids;
        for (std::size_t i = 0; i < inventory.people.size(); ++i) {
            ids.emplace_back(static_cast<std::int64_t>(i) + 2);
        }
        tx_.commit();
        return ids;
    }

    std::vector<CommitOutcome> run(const std::vector<Command>& commands) override {
        std::vector<CommitOutcome> outcomes(commands.size(), CommitOutcome::durable);
        spoiled_ = false;
        for (std::size_t i = 0; i < commands.size() && !spoiled_; ++i) {
            const auto before = tx_.mark();
            tx_.begin_command();
            instead_ = {};
            bool keep = false;
            try {
                keep = commands[i](*this);
            } catch (const StoreError&) {
                spoiled_ = true;
            } catch (const std::exception&) {
                outcomes[i] = CommitOutcome::unavailable;
            }
            if (!keep) {
                tx_.return_to(before);
                if (instead_ && outcomes[i] == CommitOutcome::durable) {
                    instead_();
                }
            }
        }
        if (spoiled_) {
            tx_.return_to(0);
            outcomes.assign(commands.size(), CommitOutcome::unavailable);
        }
        tx_.commit();
        return outcomes;
    }

    std::vector<Event> news() override {
        const auto first = rows_.log.begin() + static_cast<std::ptrdiff_t>(std::exchange(told_, rows_.log.size()));
        return {first, rows_.log.end()};
    }
    std::string restart() override { return {}; }
    AuditedRows rows() override { return rows_of(rows_); }
    std::vector<std::string> problems() override { return {}; }

  private:
    scheduler::Transaction& store() override { return tx_; }
    std::optional<std::string> kept_answer(UserId user, const std::string& key) override {
        const auto found = rows_.answers.find({user.value, key});
        return found == rows_.answers.end() ? std::nullopt : std::optional(found->second);
    }
    void keep_answer(UserId user, const std::string& key, const std::string& answer) override {
        tx_.keep_answer(user, key, answer);
    }
    void keep_answer_instead(UserId user, const std::string& key, const std::string& answer) override {
        instead_ = [this, user, key, answer] { tx_.keep_answer(user, key, answer); };
    }
    void spoil_the_commit() override { spoiled_ = true; }

    /// As for an institution that the import adds.
    static constexpr Money institutions_credit{10'000'000'000};
    ManualClock clock_{support::at("2026-11-23 08:00")};
    MemoryRows rows_;
    MemoryTransaction tx_{rows_};
    std::function<void()> instead_;
    bool spoiled_ = false;
    std::size_t told_ = 0;
};
}  // namespace

const char* name_of(HostKind kind) {
    switch (kind) {
        case HostKind::memory:
            return "memory";
        case HostKind::sqlite:
            return "SQLite";
        case HostKind::postgresql:
            return "PostgreSQL";
    }
    return "";
}

std::unique_ptr<TownHost> make_host(HostKind kind) {
    if (kind == HostKind::memory) {
        return std::make_unique<MemoryHost>();
    }
    return std::make_unique<SqlHost>(kind == HostKind::sqlite ? support::Backend::sqlite
                                                              : support::Backend::postgresql);
}

}  // namespace contract
