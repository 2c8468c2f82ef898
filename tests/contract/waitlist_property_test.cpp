// Random lives of a small waitlist against a brute-force oracle that knows only rows before and after each command:
// nobody who could be served is passed over, nobody is served out of turn, nothing is offered that does not fit.

#include "tests/contract/store.hpp"

#include "scheduler/waitlist.hpp"
#include "server/jobs/due_runner.hpp"
#include "server/storage/offer_rows.hpp"
#include "server/storage/waitlist_rows.hpp"

#include <algorithm>
#include <future>
#include <map>
#include <set>

#include <rapidcheck.h>
#include <catch2/catch.hpp>

using namespace contract;
using namespace model;
using namespace server;
using support::Backend;

namespace {
constexpr int people_count = 4;
const minutes grid{15};

struct Row {
    int lane;
    Interval time;
    Holder holder;
};

/// What the rows say of one instrument.
struct Picture {
    std::vector<Row> taken;
    std::vector<WaitlistEntry> entries;
    std::map<std::int64_t, Offer> offers;
};

Picture picture_of(Database& database, const InstrumentId& instrument) {
    Picture picture;
    using Int = std::int64_t;
    database.each<Int, Int, Int, Int, Int>(
        "SELECT lane, start_at, end_at, holder_kind, holder_id FROM occupancy WHERE instrument_id = :instrument",
        [&](Int lane, Int start, Int end, Int kind, Int id) {
            picture.taken.push_back(
                {static_cast<int>(lane), {instant_of(start), instant_of(end)}, {static_cast<HolderKind>(kind), id}});
        },
        instrument.value);
    each_waitlist_entry(database, "SELECT " YIQI_WAITLIST_COLUMNS " FROM waitlist_entry e ORDER BY e.id",
                        [&](const WaitlistEntry& entry) { picture.entries.push_back(entry); });
    each_offer(database, "SELECT " YIQI_OFFER_COLUMNS " FROM offer o ORDER BY o.id",
               [&](const Offer& offer) { picture.offers.emplace(offer.id.value, offer); });
    return picture;
}

bool has_free_lane(const std::vector<Row>& taken, int lanes, Interval time) {
    for (int lane = 0; lane < lanes; ++lane) {
        if (std::ranges::none_of(taken, [&](const Row& r) { return r.lane == lane && r.time.overlaps(time); })) {
            return true;
        }
    }
    return false;
}

int lanes_taken(const std::vector<Row>& taken, Instant at) {
    return static_cast<int>(std::ranges::count_if(taken, [&](const Row& r) { return r.time.contains(at); }));
}

/// The rows without the offers that are new and go to the entries in `without`.
std::vector<Row> rows_without(const Picture& after, const Picture& before, const std::set<std::int64_t>& without) {
    std::vector<Row> rows;
    for (const auto& row : after.taken) {
        const bool is_new = row.holder.kind == HolderKind::offer && !before.offers.contains(row.holder.id);
        if (!is_new || !without.contains(after.offers.at(row.holder.id).origin.id)) {
            rows.push_back(row);
        }
    }
    return rows;
}

/// Quarters of an hour in which a lane was given up.
std::set<Instant> freed_quarters(const Picture& before, const Picture& after) {
    std::set<std::int64_t> everybody;
    for (const auto& entry : after.entries) {
        everybody.insert(entry.id.value);
    }
    const auto kept = rows_without(after, before, everybody);
    std::set<Instant> freed;
    for (const auto& row : before.taken) {
        for (auto at = row.time.start; at < row.time.end; at += grid) {
            if (lanes_taken(kept, at) < lanes_taken(before.taken, at)) {
                freed.insert(at);
            }
        }
    }
    return freed;
}

std::set<Instant> quarters_of(Interval range) {
    std::set<Instant> quarters;
    for (auto at = range.start; at < range.end; at += grid) {
        quarters.insert(at);
    }
    return quarters;
}

bool is_new(const WaitlistEntry& entry, const Picture& before) {
    return std::ranges::find(before.entries, entry.id, &WaitlistEntry::id) == before.entries.end();
}

/// Whether an entry could have a time that touches what was freed.
bool could_be_served(const WaitlistEntry& entry, const Picture& after, const std::vector<Row>& taken,
                     const std::set<Instant>& freed, int lanes, Instant now) {
    for (const auto quarter : freed) {
        for (auto start = quarter - entry.duration; start <= quarter; start += grid) {
            const Interval time{start, start + entry.duration};
            const bool in_range = entry.range.contains(time) && start >= now + scheduler::time_to_answer_min;
            const bool declined = std::ranges::any_of(after.offers, [&](const auto& known) {
                return known.second.origin.id == entry.id.value && known.second.status == OfferStatus::declined &&
                       known.second.time.overlaps(time);
            });
            if (in_range && !declined && time.contains(quarter) && has_free_lane(taken, lanes, time)) {
                return true;
            }
        }
    }
    return false;
}

/// One random life.
class Life {
  public:
    Life() : store_(Backend::sqlite), runner_(store_.writer(), store_.clock), database_(store_.open()) {
        (void)store_.writer().run([&](SqlTransaction& tx) {
            people_.clear();
            for (int i = 0; i < people_count; ++i) {
                StoredPerson person;
                person.user.login = "person" + std::to_string(i);
                person.user.organisation_id = company;
                person.password_hash = "!";
                people_.push_back(tx.add_person(person));
            }
            return true;
        });
    }

    void step() {
        const auto before = picture_of(database_, instrument_);
        const auto actor = people_[*rc::gen::inRange<std::size_t>(0, people_.size())];
        bool kept = true;
        switch (*rc::gen::weightedElement<int>({{5, 0}, {4, 1}, {5, 2}, {2, 3}, {2, 4}, {1, 5}, {2, 6}, {1, 7}})) {
            case 0:
                kept = book(actor);
                break;
            case 1:
                kept = change_booking(actor, false);
                break;
            case 2:
                kept = join(actor);
                break;
            case 3:
                kept = answer(Answering::accept, before);
                break;
            case 4:
                kept = answer(Answering::decline, before);
                break;
            case 5:
                kept = answer(Answering::leave, before);
                break;
            case 6:
                store_.clock.advance(minutes{*rc::gen::inRange(1, 50)});
                catch_up();
                check_open_offers();
                // Several pieces of work may have run: the oracle looks at one command only.
                return;
            case 7:
                kept = change_booking(actor, true);
                break;
            default:
                RC_FAIL("no such step");
        }
        if (kept) {
            judge(before, picture_of(database_, instrument_), actor);
        }
    }

    void check_store() {
        const auto found = problems(database_);
        RC_LOG() << (found.empty() ? std::string() : found.front());
        RC_ASSERT(found.empty());
    }

    /// Lives in which nothing is offered prove nothing: how many there are is shown.
    void classify() const { RC_CLASSIFY(offers_made_ > 0, "with offers"); }

    /// Everything that waits for its time is done in the end, and nothing is held any more.
    void end() {
        store_.clock.set(hours(72, 73).start);
        catch_up();
        const auto last = picture_of(database_, instrument_);
        for (const auto& entry : last.entries) {
            RC_ASSERT(!is_open(entry.status));
        }
        for (const auto& [id, offer] : last.offers) {
            RC_ASSERT(offer.status != OfferStatus::open);
        }
        check_store();
    }

  private:
    enum class Answering { accept, decline, leave };

    template <class Command>
    bool command(UserId actor, Command&& body) {
        const auto now = store_.clock.now();
        const auto result = store_.run<bool>([&](SqlTransaction& tx) -> Result<bool> {
            TRY_VOID(body(tx, scheduler::Actor{actor, company, false}, now));
            scheduler::offer_freed_time(tx, actor, now);
            return true;
        });
        // Apart, because the assertion's own || evaluates both sides.
        const bool answered = result || result.error().code() != ErrorCode::unavailable;
        RC_ASSERT(answered);
        return result.has_value();
    }

    Interval some_time() {
        const auto start = hours(0, 1).start + grid * *rc::gen::inRange(0, 16);
        return {start, start + grid * *rc::gen::inRange(1, 9)};
    }

    bool book(UserId actor) {
        const auto time = some_time();
        return command(actor, [&](SqlTransaction& tx, const scheduler::Actor& who, Instant now) {
            return scheduler::request_booking(tx, {.instrument_id = instrument_, .time = time, .purpose = {}}, who,
                                              now);
        });
    }

    bool change_booking(UserId actor, bool move) {
        std::vector<std::int64_t> own;
        database_.each<std::int64_t>(
            "SELECT id FROM booking WHERE person_id = :person AND status = 'approved' ORDER BY id",
            [&](std::int64_t id) { own.push_back(id); }, actor.value);
        if (own.empty()) {
            return false;
        }
        const BookingId id{own[*rc::gen::inRange<std::size_t>(0, own.size())]};
        const auto time = some_time();
        return command(actor, [&](SqlTransaction& tx, const scheduler::Actor& who, Instant now) {
            return move ? scheduler::reschedule_booking(tx, id, time, std::nullopt, who, now)
                        : scheduler::cancel_booking(tx, id, "", who, now);
        });
    }

    bool join(UserId actor) {
        WaitlistEntry entry;
        entry.instrument_id = instrument_;
        const auto range = some_time();
        entry.range = {range.start, range.end + grid * *rc::gen::inRange(0, 4)};
        entry.duration = grid * *rc::gen::inRange(1, 6);
        return command(actor, [&](SqlTransaction& tx, const scheduler::Actor& who, Instant now) {
            return scheduler::join_waitlist(tx, entry, {instrument_}, who, now);
        });
    }

    bool answer(Answering what, const Picture& before) {
        std::vector<WaitlistEntry> open;
        for (const auto& entry : before.entries) {
            if (entry.status == WaitlistStatus::offered ||
                (what == Answering::leave && entry.status == WaitlistStatus::waiting)) {
                open.push_back(entry);
            }
        }
        if (open.empty()) {
            return false;
        }
        const auto& entry = open[*rc::gen::inRange<std::size_t>(0, open.size())];
        const auto id = entry.id;
        answering_ = entry.user_id;
        return command(entry.user_id,
                       [&](SqlTransaction& tx, const scheduler::Actor& who, Instant now) -> Result<void> {
                           if (what == Answering::accept) {
                               TRY_VOID(scheduler::accept_waitlist_offer(tx, id, who, now));
                           } else if (what == Answering::decline) {
                               TRY_VOID(scheduler::decline_waitlist_offer(tx, id, who, now));
                           } else {
                               TRY_VOID(scheduler::leave_waitlist(tx, id, who, now));
                           }
                           return {};
                       });
    }

    void judge(const Picture& before, const Picture& after, UserId actor) {
        const auto now = store_.clock.now();
        const auto freed_by = std::exchange(answering_, std::nullopt).value_or(actor);
        const auto freed = freed_quarters(before, after);
        std::vector<const WaitlistEntry*> served;
        for (const auto& [id, offer] : after.offers) {
            if (before.offers.contains(id)) {
                continue;
            }
            const auto entry =
                std::ranges::find(after.entries, offer.origin.id, [](const WaitlistEntry& e) { return e.id.value; });
            served.push_back(&*entry);
            RC_ASSERT(entry->user_id == offer.user_id);
            // Who frees nothing may find, as he joins, that his earlier entry can be served.
            RC_ASSERT(entry->user_id != freed_by || freed.empty());
            RC_ASSERT(entry->range.contains(offer.time));
            RC_ASSERT(offer.time.length() == entry->duration);
            RC_ASSERT(offer.time.start > now && offer.expires_at > now && offer.expires_at <= offer.time.start);
        }
        offers_made_ += served.size();
        for (const auto& entry : after.entries) {
            if (entry.status != WaitlistStatus::waiting) {
                continue;
            }
            if (is_new(entry, before)) {
                // Who joins while the time is free gets it at once.
                RC_ASSERT(!could_be_served(entry, after, after.taken, quarters_of(entry.range), lanes_, now));
            }
            if (entry.user_id == freed_by) {
                continue;
            }
            // Who came later than this one had no right to be served before.
            std::set<std::int64_t> later;
            for (const auto* other : served) {
                if (other->created_at > entry.created_at ||
                    (other->created_at == entry.created_at && other->id > entry.id)) {
                    later.insert(other->id.value);
                }
            }
            RC_ASSERT(!could_be_served(entry, after, rows_without(after, before, later), freed, lanes_, now));
        }
    }

    void check_open_offers() {
        for (const auto& [id, offer] : picture_of(database_, instrument_).offers) {
            RC_ASSERT(offer.status != OfferStatus::open || offer.expires_at > store_.clock.now());
        }
    }

    void catch_up() {
        std::promise<void> done;
        auto reached = done.get_future();
        runner_.catch_up([&done] { done.set_value(); });
        reached.get();
    }

    const InstrumentId instrument_ = *rc::gen::element(one, three);
    const int lanes_ = instrument_ == one ? 1 : 3;
    Store store_;
    DueRunner runner_;
    Database database_;
    std::vector<UserId> people_;
    std::optional<UserId> answering_;
    std::size_t offers_made_ = 0;
};
}  // namespace

TEST_CASE("Freed time goes to those who wait in their order, whatever happens: random lives against an oracle") {
    const bool good = rc::check("a life of the waitlist", [] {
        Life life;
        const auto steps = *rc::gen::inRange(10, 80);
        for (int i = 0; i < steps; ++i) {
            life.step();
        }
        life.check_store();
        life.end();
        life.classify();
    });
    CHECK(good);
}
