// Random lives of a company's money on both databases: every command is sent twice, and at the end everything must be
// what was counted beside the ledger.

#include "scheduler/bank_lines.hpp"
#include "scheduler/disputes.hpp"
#include "tests/contract/money.hpp"
#include "tests/support/random_cases.hpp"

#include <map>
#include <set>

#include <fmt/format.h>
#include <catch2/catch.hpp>

using namespace contract;
using namespace model;
using namespace server;
using support::Backend;
using support::Draw;

namespace {
const scheduler::Actor first{UserId{101}, {}, true};
const scheduler::Actor second{UserId{102}, {}, true};

/// What happened, counted without the ledger.
struct Counted {
    std::int64_t charged = 0;
    std::int64_t paid = 0;
    std::int64_t refunded = 0;
    std::int64_t deposited = 0;
    std::int64_t corrected = 0;
    std::int64_t written_off = 0;
    std::map<std::int64_t, std::int64_t> held;  ///< by booking

    [[nodiscard]] std::int64_t net() const { return charged - paid + refunded + corrected - written_off; }
    [[nodiscard]] std::int64_t holds() const {
        std::int64_t sum = 0;
        for (const auto& [booking, fen] : held) {
            sum += fen;
        }
        return sum;
    }
};

class Life {
  public:
    Life(Backend backend, Draw& draw, std::set<std::string>& seen) : store_(backend), draw_(draw), seen_(seen) {}

    std::string live(int commands) {
        for (int i = 0; i < commands; ++i) {
            step();
        }
        for (const auto id : std::vector(live_.begin(), live_.end())) {
            cancel(id);
        }
        return wrong();
    }

  private:
    /// Sent twice: the second is refused or changes nothing; what it would do is not counted.
    template <class Value, class Command>
    std::optional<Value> twice(Command command) {
        auto done = store_.run<Value>(command);
        (void)store_.run<Value>(command);
        return done ? std::optional(*std::move(done)) : std::nullopt;
    }

    void step() {
        switch (draw_.below(13)) {
            case 0:
            case 1:
            case 2:
                return book();
            case 3:
                return use();
            case 4:
                return live_.empty() ? void() : cancel(live_[draw_.below(live_.size())]);
            case 5:
                return no_show();
            case 6:
                return pay_something();
            case 7:
                return refund();
            case 8:
                return deposit();
            case 9:
                return import();
            case 10:
                return correct();
            case 11:
                return propose(CorrectionKind::write_off, {}, Money{-draw_.between(1, 999)});
            default:
                return change_split();
        }
    }

    /// Bookings have their times one after the other, so that they are not in each other's way.
    void book() {
        const int start = next_hour_;
        next_hour_ += 3;
        const auto booked = store_.book(draw_.chance(50) ? one : three, hours(start, start + draw_.between(1, 3)));
        if (booked) {
            live_.push_back(booked->id.value);
            counted_.held[booked->id.value] = booked->quote.total.fen();
        }
    }

    void forget(std::int64_t id, const Booking& booking) {
        std::erase(live_, id);
        counted_.held.erase(id);
        if (booking.charge && booking.charge->total > Money{0}) {
            counted_.charged += booking.charge->total.fen();
            charges_.push_back(charge_of(store_, booking));
        }
    }

    void use() {
        if (live_.empty()) {
            return;
        }
        const auto id = live_.front();
        auto start = Instant{};
        (void)store_.writer().run([&](SqlTransaction& tx) {
            start = tx.booking(BookingId{id}).value().time.start;
            return false;
        });
        store_.clock.set(std::max(store_.clock.now(), start));
        (void)twice<Booking>([&](SqlTransaction& tx) {
            return scheduler::check_in(tx, BookingId{id}, store_.member(), store_.clock.now());
        });
        store_.clock.advance(minutes{draw_.between(1, 200)});
        const auto done = twice<Booking>([&](SqlTransaction& tx) {
            return scheduler::check_out(tx, BookingId{id}, {std::nullopt, ""}, store_.member(), store_.clock.now());
        });
        if (done) {
            forget(id, *done);
        }
    }

    void cancel(std::int64_t id) {
        const auto done = twice<Booking>([&](SqlTransaction& tx) {
            return scheduler::cancel_booking(tx, BookingId{id}, "", Store::staff(), store_.clock.now());
        });
        if (done) {
            forget(id, *done);
        }
    }

    void no_show() {
        if (live_.empty()) {
            return;
        }
        const auto id = live_.front();
        const auto done = twice<Booking>([&](SqlTransaction& tx) {
            return scheduler::mark_no_show(tx, BookingId{id}, Store::staff(), store_.clock.now());
        });
        if (done) {
            forget(id, *done);
        }
    }

    scheduler::PaymentNote note() { return {fmt::format("key-{}", ++keys_), "transfer"}; }
    Money amount() { return Money{draw_.of({1, 50, 9'999, 60'000, 123'457, 500'000})}; }

    void pay_something() {
        const Money fen{draw_.of({1, 9'999, 60'000, 123'457})};
        const auto given = note();
        if (twice<LedgerTransaction>([&](SqlTransaction& tx) {
                return scheduler::receive_payment(tx, company, fen, given, first, store_.clock.now());
            })) {
            counted_.paid += fen.fen();
        }
    }

    void refund() {
        const auto fen = amount();
        const auto given = note();
        if (twice<LedgerTransaction>([&](SqlTransaction& tx) {
                return scheduler::refund(tx, company, fen, given, first, store_.clock.now());
            })) {
            counted_.refunded += fen.fen();
        }
    }

    void deposit() {
        const auto fen = draw_.chance(60) ? amount() : -amount();
        const auto given = note();
        if (twice<LedgerTransaction>([&](SqlTransaction& tx) {
                return scheduler::change_deposit(tx, company, fen, given, first, store_.clock.now());
            })) {
            counted_.deposited += fen.fen();
        }
    }

    void import() {
        std::vector<BankLine> lines;
        std::int64_t sum = 0;
        for (int i = draw_.between(1, 4); i > 0; --i) {
            BankLine line;
            line.bank_reference = fmt::format("B{}", ++keys_);
            line.amount = Money{draw_.of({1, 50, 9'999})};
            line.text = draw_.of<const char*>({"COMPANY", "COMPANY.2026-11", "COMPANY 2026"});
            sum += line.amount.fen();
            lines.push_back(line);
        }
        if (twice<std::vector<scheduler::ImportedLine>>([&](SqlTransaction& tx) {
                return scheduler::import_bank_lines(tx, lines, first, store_.clock.now());
            })) {
            counted_.paid += sum;
        }
    }

    void correct() {
        if (charges_.empty()) {
            return;
        }
        const auto charge = charges_[draw_.below(charges_.size())];
        if (draw_.chance(40)) {
            return dispute(charge);
        }
        const bool adjusts = draw_.chance(50);
        propose(adjusts ? CorrectionKind::adjustment : CorrectionKind::credit_note, charge,
                adjusts && draw_.chance(50) ? amount() : -amount());
    }

    void propose(CorrectionKind kind, TransactionId charge, Money fen) {
        const auto made = store_.run<Correction>([&](SqlTransaction& tx) {
            return scheduler::propose_correction(
                tx, {.kind = kind, .organisation = company, .charge = charge, .amount = fen, .reason = "random"}, first,
                store_.clock.now());
        });
        if (made) {
            decide(*made);
        }
    }

    void decide(const Correction& correction) {
        auto posted = correction.status == CorrectionStatus::posted;
        if (correction.status == CorrectionStatus::proposed) {
            const bool agrees = draw_.chance(70);
            const auto decided = twice<Correction>([&](SqlTransaction& tx) {
                return agrees ? scheduler::approve_correction(tx, correction.id, second, store_.clock.now())
                              : scheduler::refuse_correction(tx, correction.id, "no", second, store_.clock.now());
            });
            posted = agrees && decided;
        }
        if (posted) {
            (correction.kind == CorrectionKind::write_off ? counted_.written_off : counted_.corrected) +=
                correction.kind == CorrectionKind::write_off ? -correction.amount.fen() : correction.amount.fen();
        }
    }

    void dispute(TransactionId charge) {
        const auto opened = store_.run<Dispute>([&](SqlTransaction& tx) {
            return scheduler::open_dispute(tx, {charge, std::nullopt, std::nullopt, "random"}, store_.member(),
                                           store_.clock.now());
        });
        if (!opened) {
            return;
        }
        const bool credited = draw_.chance(50);
        const Money given = std::min(opened->amount, Money{90'000});
        const auto resolved = twice<Dispute>([&](SqlTransaction& tx) {
            return scheduler::resolve_dispute(
                tx, opened->id,
                {credited ? std::optional(CorrectionKind::credit_note) : std::nullopt, -given, "random"}, first,
                store_.clock.now());
        });
        if (resolved && resolved->status == DisputeStatus::credited) {
            counted_.corrected -= given.fen();
        }
    }

    void change_split() {
        std::int64_t left = 10'000;
        const auto take = [&] {
            const auto share = draw_.between(0, static_cast<int>(left));
            left -= share;
            return static_cast<std::int64_t>(share);
        };
        IncomeSplit next;
        next.operator_bp = take();
        next.institution_bp = take();
        next.council_bp = take();
        next.platform_bp = left;
        (void)store_.writer().run([&](SqlTransaction& tx) {
            tx.add_income_split({"", store_.clock.now(), next}, first.user, store_.clock.now());
            return true;
        });
    }

    std::string wrong() {
        auto database = store_.open();
        for (const auto& problem : problems(database)) {
            return problem;
        }
        const auto expect = [](const char* what, std::int64_t is, std::int64_t should) {
            return is == should ? std::string() : fmt::format("{} is {} fen, not {}", what, is, should);
        };
        const auto owed = balance(store_, AccountKind::receivable, "COMPANY");
        const auto prepaid = balance(store_, AccountKind::prepaid, "COMPANY");
        std::int64_t earned = 0;
        database.each<std::string>("SELECT DISTINCT kind FROM ledger_transaction",
                                   [&](const std::string& kind) { seen_.insert(kind); });
        database.each<std::int64_t>("SELECT balance_fen FROM ledger_account WHERE kind LIKE '%income' OR kind = 'tax'",
                                    [&](std::int64_t fen) { earned -= fen; });
        const std::string all[] = {
            expect("what is owed", owed + prepaid, counted_.net()),
            expect("what is held", held(store_), counted_.holds()),
            expect("what is left of holds", held(store_), 0),
            expect("the bank", balance(store_, AccountKind::bank, council),
                   counted_.paid - counted_.refunded + counted_.deposited),
            expect("the deposit", -balance(store_, AccountKind::deposit, "COMPANY"), counted_.deposited),
            expect("tax and incomes", earned, counted_.charged + counted_.corrected),
            expect("what was written off", balance(store_, AccountKind::write_off, council), counted_.written_off),
            expect("owed beside prepaid", owed > 0 && prepaid < 0 ? owed : 0, 0),
            expect("charges",
                   count(store_,
                         "SELECT count(*) FROM (SELECT booking_id FROM ledger_transaction WHERE kind = 'charge' "
                         "GROUP BY booking_id HAVING count(*) > 1) twice"),
                   0),
        };
        for (const auto& sentence : all) {
            if (!sentence.empty()) {
                return sentence;
            }
        }
        return {};
    }

    Store store_;
    Draw& draw_;
    std::set<std::string>& seen_;  ///< kinds of transactions
    Counted counted_;
    std::vector<std::int64_t> live_;
    std::vector<TransactionId> charges_;
    int next_hour_ = 9;
    int keys_ = 0;
};
}  // namespace

TEST_CASE("Whatever happens to a company's money, twice each, the ledger is what was counted beside it") {
    const auto backend = GENERATE(values({Backend::sqlite, Backend::postgresql}));
    INFO(support::name_of(backend));
    constexpr std::uint64_t lives = 6;
    std::set<std::string> seen;
    support::for_cases({support::number_from_environment("YIQI_SEED", 1),
                        std::min(support::number_from_environment("YIQI_CASES", lives), std::uint64_t{1'000})},
                       [&](Draw& draw) { return Life(backend, draw, seen).live(120); });
    CHECK(seen == std::set<std::string>{"hold", "hold_release", "hold_capture", "charge", "payment", "refund",
                                        "deposit", "deposit_return", "credit_note", "adjustment", "write_off"});
}
