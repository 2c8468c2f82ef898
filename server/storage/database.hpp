#pragma once
// One database connection on SOCI, for SQLite and PostgreSQL alike. Statements are prepared once per
// connection and text, and are addressed by their literal. Used by one thread at a time.

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include <soci/soci.h>

#include "server/storage/socket_watch.hpp"

namespace server {

enum class Dialect { sqlite, postgresql };

/// A failure of the database itself. `overlap` and `unique` are refusals by its constraints.
class StoreError : public std::runtime_error {
  public:
    enum class Kind { overlap, unique, unbalanced, busy, full, other };
    StoreError(Kind kind, const std::string& what) : std::runtime_error(what), kind_(kind) {}
    [[nodiscard]] Kind kind() const noexcept { return kind_; }

  private:
    Kind kind_;
};

/// SQL text with static storage duration: only literals convert, so no statement is ever put together
/// from input.
struct Sql {
    consteval Sql(const char* literal) : text(literal) {}  // NOLINT(google-explicit-constructor)
    const char* text;
};

struct DatabaseUrl {
    Dialect dialect = Dialect::sqlite;
    std::string target;  ///< file path, or the libpq connection string
    /// How long a call to PostgreSQL may take before it is given up; longer than any limit that the server keeps.
    std::chrono::milliseconds patience{30'000};
    /// "postgresql://..." or "host=..." is PostgreSQL; anything else is a file path.
    static DatabaseUrl parse(std::string_view text);
};

class Database {
  public:
    enum class Access { write, read };
    /// Opens and configures the connection (SQLite: WAL, synchronous=FULL, foreign keys). Throws StoreError.
    Database(const DatabaseUrl& url, Access access);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    [[nodiscard]] Dialect dialect() const noexcept { return dialect_; }

    /// Runs a statement without result.
    template <class... In>
    void run(Sql sql, const In&... in) {
        prepared<std::tuple<>, In...>(sql).each(in..., [](auto&&...) {});
    }

    /// Runs text that is not prepared: DDL and pragmas of the migrations. May hold several statements
    /// (SQLite needs them one by one, see migrations).
    void run_text(const std::string& sql);

    /// The first row.
    template <class... Out, class... In>
    std::optional<std::tuple<Out...>> first(Sql sql, const In&... in) {
        std::optional<std::tuple<Out...>> result;
        prepared<std::tuple<Out...>, In...>(sql).each(in..., [&](const Out&... out) {
            if (!result) {
                result.emplace(out...);
            }
        });
        return result;
    }

    /// Calls `visit(const Out&...)` for every row.
    template <class... Out, class Visit, class... In>
    void each(Sql sql, Visit&& visit, const In&... in) {
        prepared<std::tuple<Out...>, In...>(sql).each(in..., visit);
    }

    /// Rows changed by the last `run`.
    [[nodiscard]] std::int64_t changes() const noexcept { return changes_; }

    /// How many statements other than SELECT were run: where it has not grown, there is nothing to undo.
    [[nodiscard]] std::uint64_t writes() const noexcept { return writes_; }

    /// Turns SOCI's exceptions into StoreError; call inside a catch (...) block.
    [[noreturn]] void rethrow() const;

  private:
    template <class T>
    struct Slot {
        std::conditional_t<std::is_same_v<T, std::string> || std::is_same_v<T, std::optional<std::string>>, std::string,
                           long long>
            value{};
        soci::indicator indicator = soci::i_ok;

        void set(const T& from) {
            if constexpr (requires { from.has_value(); }) {
                indicator = from ? soci::i_ok : soci::i_null;
                if (from) {
                    value = *from;
                }
            } else {
                value = from;
            }
        }
        [[nodiscard]] T get() const {
            if constexpr (requires(T t) { t.has_value(); }) {
                return indicator == soci::i_null ? T{} : T{static_cast<typename T::value_type>(value)};
            } else {
                return indicator == soci::i_null ? T{} : static_cast<T>(value);
            }
        }
    };

    struct PreparedBase {
        virtual ~PreparedBase() = default;
    };

    // Arguments are stored by their plain type: a string literal or view becomes a string.
    template <class T>
    using Stored = std::conditional_t<std::is_convertible_v<const T&, std::string_view>, std::string,
                                      std::conditional_t<std::is_same_v<T, std::optional<std::string>> ||
                                                             std::is_same_v<T, std::optional<std::int64_t>>,
                                                         T, std::int64_t>>;

    template <class OutTuple, class... In>
    struct Prepared;

    template <class... Out, class... In>
    struct Prepared<std::tuple<Out...>, In...> final : PreparedBase {
        std::tuple<Slot<In>...> in;
        std::tuple<Slot<Out>...> out;
        soci::statement statement;
        Database& owner;
        bool writes;

        Prepared(Database& database, const char* sql)
            : statement(*database.session_), owner(database), writes(!std::string_view(sql).starts_with("SELECT")) {
            std::apply([&](auto&... slot) { (statement.exchange(soci::use(slot.value, slot.indicator)), ...); }, in);
            std::apply([&](auto&... slot) { (statement.exchange(soci::into(slot.value, slot.indicator)), ...); }, out);
            statement.alloc();
            statement.prepare(sql);
            statement.define_and_bind();
        }

        template <class Visit>
        void execute(Visit&& visit) {
            owner.writes_ += writes ? 1 : 0;
            const Call call(owner.watch_.get());
            try {
                if constexpr (sizeof...(Out) == 0) {
                    statement.execute(true);
                    owner.changes_ = statement.get_affected_rows();
                } else {
                    // Fetched to the end, so that the statement never holds a read transaction open.
                    statement.execute(false);
                    while (statement.fetch()) {
                        std::apply([&](const auto&... slot) { visit(slot.get()...); }, out);
                    }
                }
            } catch (...) {
                owner.rethrow();
            }
        }

        template <class... ArgsAndVisit>
        void each(const ArgsAndVisit&... args_and_visit) {
            auto all = std::forward_as_tuple(args_and_visit...);
            [&]<std::size_t... I>(std::index_sequence<I...>) {
                (std::get<I>(in).set(static_cast<const In&>(In(std::get<I>(all)))), ...);
            }(std::index_sequence_for<In...>{});
            execute(std::get<sizeof...(In)>(all));
        }
    };

    template <class OutTuple, class... In>
    auto& prepared(Sql sql) {
        using Wanted = Prepared<OutTuple, Stored<In>...>;
        auto& slot = statements_[sql.text];
        if (!slot) {
            try {
                slot = std::make_unique<Wanted>(*this, sql.text);
            } catch (...) {
                rethrow();
            }
        }
        auto* statement = dynamic_cast<Wanted*>(slot.get());
        if (statement == nullptr) {
            throw std::logic_error("one statement is used with two sets of types");
        }
        return *statement;
    }

    /// The time in which a call is watched.
    class Call {
      public:
        explicit Call(SocketWatch* watch) : watch_(watch) {
            if (watch_ != nullptr) {
                watch_->begin();
            }
        }
        ~Call() {
            if (watch_ != nullptr) {
                watch_->end();
            }
        }
        Call(const Call&) = delete;
        Call& operator=(const Call&) = delete;

      private:
        SocketWatch* watch_;
    };

    Dialect dialect_;
    std::unique_ptr<soci::session> session_;
    std::unique_ptr<SocketWatch> watch_;  ///< PostgreSQL only
    std::unordered_map<const char*, std::unique_ptr<PreparedBase>> statements_;
    std::int64_t changes_ = 0;
    std::uint64_t writes_ = 0;
};

}  // namespace server
