// Answers to offers, and what the staff of the town does.

#include "tests/contract/town.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "scheduler/documents.hpp"
#include "scheduler/offers.hpp"
#include "scheduler/payments.hpp"
#include "scheduler/round_commands.hpp"
#include "scheduler/waitlist.hpp"

namespace contract {

using namespace model;
using scheduler::Transaction;

namespace {
constexpr std::size_t kinds = 6;
}  // namespace

void Town::people_answer() {
    for (const auto& [id, entry] : auditor_.entries()) {
        if (entry.state == AuditedWait::ended) {
            continue;
        }
        const WaitlistEntryId waiting{id};
        const auto who = person(entry.user);
        const int choice = draw_.between(1, 1000);
        if (entry.state == AuditedWait::offered && choice <= 550) {
            const bool books = entry.kind == "book";
            add("accept an offer", who.id, [this, waiting, who, books](Transaction& tx) -> Answer {
                TRY(const auto done, scheduler::accept_waitlist_offer(tx, waiting, who.actor(), now()));
                return std::vector<Told>{
                    {books ? EventKind::booking_requested : EventKind::booking_rescheduled, done.id.value}};
            });
        } else if (entry.state == AuditedWait::offered && choice <= 700) {
            add("decline an offer", who.id, [this, waiting, who](Transaction& tx) -> Answer {
                TRY(const auto done, scheduler::decline_waitlist_offer(tx, waiting, who.actor(), now()));
                (void)done;
                return std::vector<Told>{};
            });
        } else if (choice <= 4) {
            add("leave the waitlist", who.id, [this, waiting, who](Transaction& tx) -> Answer {
                TRY(const auto done, scheduler::leave_waitlist(tx, waiting, who.actor(), now()));
                return std::vector<Told>{{EventKind::waitlist_left, done.id.value}};
            });
        }
    }
    for (const auto& [id, offer] : auditor_.offers()) {
        if (!offer.open || offer.lost_booking == 0 || !draw_.chance(20)) {
            continue;
        }
        const OfferId made{id};
        const auto who = person(offer.user);
        add("accept a round's offer", who.id, [this, made, who](Transaction& tx) -> Answer {
            TRY(const auto done, scheduler::accept_round_offer(tx, made, who.actor(), now()));
            return std::vector<Told>{{EventKind::booking_requested, done.id.value}};
        });
    }
}

void Town::staff_runs_the_house() {
    if (draw_.chance(50)) {
        const auto instrument = instruments_[some_instrument()];
        const auto time = draw_.chance(50) ? some_time(3) : Interval{now(), now() + minutes{60 * draw_.between(2, 30)}};
        add("report an outage", staff().user, [this, instrument, time](Transaction& tx) -> Answer {
            TRY(const auto reported, scheduler::report_outage(tx, instrument, time, "broken", staff(), now()));
            auto lost = reported.displaced;
            lost.insert(lost.end(), reported.proposal_lost.begin(), reported.proposal_lost.end());
            hold_places(tx, instrument, time, lost);
            std::vector<Told> told{{EventKind::outage_reported, reported.outage.id.value}};
            for (const auto id : reported.displaced) {
                told.push_back({EventKind::booking_displaced, id.value});
            }
            return told;
        });
    }
    staff_bumps();
    for (const auto& [id, time] : auditor_.outages()) {
        if (time.end > now() && draw_.chance(4)) {
            add("end an outage", staff().user, [this, id](Transaction& tx) -> Answer {
                TRY(const auto ended, scheduler::end_outage(tx, OutageId{id}, staff(), now()));
                return std::vector<Told>{{EventKind::outage_ended, ended.id.value}};
            });
        }
    }
    if (draw_.chance(60)) {
        const auto organisation = anybody().organisation;
        const auto key = fmt::format("payment-{}", next_key_);
        const Money amount{10'000 * draw_.between(1, 80)};
        add("receive a payment", staff().user, [this, organisation, key, amount](Transaction& tx) -> Answer {
            TRY(const auto paid,
                scheduler::receive_payment(tx, organisation, amount, {key, "transfer"}, staff(), now()));
            (void)paid;
            return std::vector<Told>{};
        });
    }
}

void Town::change_policy(std::size_t instrument) {
    const auto id = instruments_[instrument];
    const int a = draw_.between(1, 4);
    const int b = draw_.of({0, 15, 30});
    const auto kind = instrument % kinds;
    add("change a policy", staff().user, [this, id, kind, a, b](Transaction& tx) -> Answer {
        auto policy = tx.instrument(id)->policy->policy;
        if (kind == 1) {
            policy.buffer_before_minutes = b;
            policy.buffer_after_minutes = 30 - b;
        } else if (kind == 3) {
            policy.quotas.front().max_bookings = a;
        } else {
            policy.capacity = a;
        }
        scheduler::change_policy(tx, id, policy, staff(), now());
        aftermath_->policy = {id, tx.instrument(id)->policy};
        return std::vector<Told>{};
    });
}

void Town::staff_changes_rules() {
    for (int i = 0; i < 3; ++i) {
        const auto instrument = some_instrument();
        if (instrument % kinds != 0 && instrument % kinds != 4) {
            change_policy(instrument);
        }
    }
    const auto id = instruments_[some_instrument()];
    add("change rates", staff().user, [this, id](Transaction& tx) -> Answer {
        auto rates = tx.instrument(id)->rates->rates;
        for (auto& card : rates) {
            card.hourly_fen = Money{card.hourly_fen.fen() + 100};
        }
        scheduler::change_rates(tx, id, rates, staff(), now());
        return std::vector<Told>{};
    });
}

void Town::open_round() {
    for (const auto& [id, state] : auditor_.rounds()) {
        if (state == "collecting" && draw_.chance(30)) {
            add("cancel a round", staff().user, [this, id](Transaction& tx) -> Answer {
                TRY(const auto cancelled, scheduler::cancel_round(tx, RoundId{id}, staff(), now()));
                return std::vector<Told>{{EventKind::round_cancelled, cancelled.id.value}};
            });
        }
    }
    const auto index = some_instrument() / kinds * kinds + 4;
    if (index >= instruments_.size()) {
        return;
    }
    scheduler::NewRound round;
    round.platform_id = platforms_[index];
    for (std::size_t i = 0; i < instruments_.size(); ++i) {
        if (platforms_[i] == round.platform_id && i % kinds == 4) {
            round.instruments.push_back(instruments_[i]);
        }
    }
    const auto tomorrow = std::chrono::floor<std::chrono::days>(now()) + std::chrono::hours{16};
    round.window = {tomorrow + std::chrono::days{1}, tomorrow + std::chrono::days{4}};
    // Some collect until the next morning.
    round.cut_off = now() + minutes{30 * draw_.between(4, draw_.chance(30) ? 60 : 10)};
    add("open a round", staff().user, [this, round](Transaction& tx) -> Answer {
        TRY(const auto opened, scheduler::open_round(tx, round, staff(), now()));
        return std::vector<Told>{{EventKind::round_opened, opened.id.value}};
    });
    // Enough of them to compete.
    for (int i = 0; i < 12; ++i) {
        const auto who = anybody();
        const auto instrument = draw_.from(round.instruments);
        const auto start = round.window.start + minutes{30 * draw_.between(16, 60)};
        const Interval time{start, start + minutes{30 * draw_.between(1, 6)}};
        add("ask for a place in a round", who.id, [this, who, instrument, time](Transaction& tx) -> Answer {
            TRY(const auto booked,
                scheduler::request_booking(tx, {.instrument_id = instrument, .time = time, .purpose = "round"},
                                           who.actor(), now()));
            RoundWish wish;
            wish.alternatives.push_back(
                {instrument, {time.start + std::chrono::hours{24}, time.end + std::chrono::hours{24}}});
            // Where it is too late for a second choice, the first stands.
            (void)scheduler::set_wish(tx, booked, wish, now());
            return std::vector<Told>{{EventKind::booking_requested, booked.id.value}};
        });
    }
}

}  // namespace contract
