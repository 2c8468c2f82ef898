#include "tests/contract/memory_store.hpp"

#include <algorithm>
#include <limits>

#include <boost/describe.hpp>

#include "model/assert.hpp"

namespace contract {

using namespace model;
using scheduler::OwnBooking;

namespace {
bool counts(BookingStatus status) {
    return status != BookingStatus::cancelled && status != BookingStatus::rejected &&
           status != BookingStatus::expired && status != BookingStatus::displaced;
}
}  // namespace

void MemoryTransaction::return_to(Mark mark) {
    while (undo_.size() > mark) {
        undo_.back()();
        undo_.pop_back();
    }
}

bool MemoryTransaction::attempt(const std::function<bool()>& part) {
    const auto before = mark();
    const bool keep = part();
    if (!keep) {
        return_to(before);
    }
    return keep;
}

std::int64_t MemoryTransaction::next_id(const char* table) {
    const auto id = found_in(rows_.last_ids, std::string(table)).value_or(0) + 1;
    put(rows_.last_ids, std::string(table), id);
    return id;
}

scheduler::InstrumentPtr MemoryTransaction::instrument(const InstrumentId& id) {
    const auto found = rows_.instruments.find(id.value);
    return found == rows_.instruments.end() ? nullptr : found->second.record;
}

PolicyPtr MemoryTransaction::policy_version(const InstrumentId& id, std::int64_t version) {
    return found_in(rows_.instruments.at(id.value).policies, version).value_or(nullptr);
}

RatesPtr MemoryTransaction::rates_version(const InstrumentId& id, std::int64_t version) {
    return found_in(rows_.instruments.at(id.value).rates, version).value_or(nullptr);
}

PolicyPtr MemoryTransaction::add_policy(const InstrumentId& id, const Policy& policy, Instant since) {
    auto changed = rows_.instruments.at(id.value);
    auto next = std::make_shared<PolicyVersion>(PolicyVersion{changed.record->policy->version + 1, since, policy});
    auto record = std::make_shared<scheduler::InstrumentRecord>(*changed.record);
    record->policy = next;
    changed.record = record;
    changed.policies[next->version] = next;
    put(rows_.instruments, id.value, changed);
    free({id, {since, latest_instant}, {since, latest_instant}});
    return next;
}

RatesPtr MemoryTransaction::add_rates(const InstrumentId& id, const Rates& rates, Instant since, UserId) {
    auto changed = rows_.instruments.at(id.value);
    auto next = std::make_shared<RatesVersion>(RatesVersion{changed.record->rates->version + 1, since, rates});
    auto record = std::make_shared<scheduler::InstrumentRecord>(*changed.record);
    record->rates = next;
    changed.record = record;
    changed.rates[next->version] = next;
    put(rows_.instruments, id.value, changed);
    return next;
}

std::optional<Organisation> MemoryTransaction::organisation(const OrganisationId& id) {
    return found_in(rows_.organisations, id.value);
}

std::optional<Booking> MemoryTransaction::booking(BookingId id) {
    return found_in(rows_.bookings, id.value);
}

void MemoryTransaction::index(const Booking& booking) {
    // Never undone: what is found there is looked at again.
    rows_.bookings_of_instrument[booking.instrument_id.value].insert(booking.id.value);
    rows_.bookings_of_user[booking.user_id.value].insert(booking.id.value);
}

BookingId MemoryTransaction::add_booking(const Booking& booking) {
    auto stored = booking;
    stored.id = BookingId{next_id("booking")};
    put(rows_.bookings, stored.id.value, stored);
    index(stored);
    return stored.id;
}

void MemoryTransaction::update_booking(const Booking& booking) {
    YIQI_ASSERT(rows_.bookings.at(booking.id.value).revision + 1 == booking.revision);
    put(rows_.bookings, booking.id.value, booking);
    index(booking);
}

std::vector<BookingId> MemoryTransaction::open_requests(const InstrumentId& instrument, Interval range) {
    std::vector<BookingId> found;
    for (const auto id : rows_.bookings_of_instrument[instrument.value]) {
        const auto b = booking(BookingId{id});
        if (b && b->instrument_id == instrument && b->status == BookingStatus::requested && b->time.overlaps(range) &&
            !holds_a_lane({HolderKind::booking, id})) {
            found.emplace_back(id);
        }
    }
    return found;
}

std::vector<Booking> MemoryTransaction::charged_bookings(const InstrumentId& instrument, Interval range) {
    std::vector<Booking> found;
    for (const auto id : rows_.bookings_of_instrument[instrument.value]) {
        const auto b = booking(BookingId{id});
        if (!b || b->instrument_id != instrument || !b->charge) {
            continue;
        }
        const bool used = b->usage && b->usage->end && Interval{b->usage->start, *b->usage->end}.overlaps(range);
        if (used || b->time.overlaps(range)) {
            found.push_back(*b);
        }
    }
    return found;
}

HolidaysPtr MemoryTransaction::holidays(std::int64_t version) {
    return version == 0 ? std::make_shared<Holidays>(shipped_holidays(), 0) : nullptr;
}

std::optional<int> MemoryTransaction::free_lane(const InstrumentId& instrument, int capacity, Interval held) {
    std::set<int> taken;
    for (const auto& o : occupancies(instrument, held, std::numeric_limits<std::size_t>::max())) {
        taken.insert(o.lane);
    }
    for (int lane = 0; lane < capacity && std::ssize(taken) < capacity; ++lane) {
        if (!taken.contains(lane)) {
            return lane;
        }
    }
    return std::nullopt;
}

void MemoryTransaction::add_occupancy(const Occupancy& occupancy) {
    const MemoryRows::Place place{occupancy.instrument_id.value, occupancy.lane, occupancy.held.start};
    put(rows_.occupancy, place, occupancy);
    auto places = found_in(rows_.places_of, occupancy.holder).value_or(std::vector<MemoryRows::Place>{});
    places.push_back(place);
    put(rows_.places_of, occupancy.holder, places);
}

std::optional<int> MemoryTransaction::occupy(const InstrumentId& instrument, int capacity, Holder holder, Interval time,
                                             Interval held) {
    const auto lane = free_lane(instrument, capacity, held);
    if (lane) {
        add_occupancy({instrument, *lane, holder, time, held});
    }
    return lane;
}

bool MemoryTransaction::occupy_lane(const InstrumentId& instrument, int lane, Holder holder, Interval time,
                                    Interval held) {
    const auto taken = occupancies(instrument, held, std::numeric_limits<std::size_t>::max());
    if (std::ranges::find(taken, lane, &Occupancy::lane) != taken.end()) {
        return false;
    }
    add_occupancy({instrument, lane, holder, time, held});
    return true;
}

bool MemoryTransaction::holds_a_lane(Holder holder) {
    return rows_.places_of.contains(holder);
}

void MemoryTransaction::free(const scheduler::FreedTime& time) {
    freed_.push_back(time);
    undo_.push_back([this, count = freed_.size() - 1] { freed_.resize(std::min(count, freed_.size())); });
}

void MemoryTransaction::vacate(Holder holder) {
    for (const auto& place : found_in(rows_.places_of, holder).value_or(std::vector<MemoryRows::Place>{})) {
        const auto& row = rows_.occupancy.at(place);
        free({row.instrument_id, row.time, row.held});
        erase(rows_.occupancy, place);
    }
    erase(rows_.places_of, holder);
    const auto held = rows_.held_units;
    for (const auto& [key, unit] : held) {
        if (unit.holder == holder) {
            erase(rows_.held_units, key);
        }
    }
}

std::vector<Occupancy> MemoryTransaction::occupancies(const InstrumentId& instrument, Interval range,
                                                      std::size_t limit) {
    std::vector<Occupancy> found;
    for (auto at = rows_.occupancy.lower_bound({instrument.value, 0, Instant::min()});
         at != rows_.occupancy.end() && std::get<0>(at->first) == instrument.value; ++at) {
        if (at->second.held.overlaps(range)) {
            found.push_back(at->second);
        }
    }
    std::ranges::sort(found, {}, [](const Occupancy& o) { return std::pair(o.time.start, o.lane); });
    found.resize(std::min(limit, found.size()));
    return found;
}

OutageId MemoryTransaction::add_outage(const Outage& outage) {
    auto stored = outage;
    stored.id = OutageId{next_id("outage")};
    put(rows_.outages, stored.id.value, stored);
    return stored.id;
}

std::optional<Outage> MemoryTransaction::outage(OutageId id) {
    return found_in(rows_.outages, id.value);
}

void MemoryTransaction::end_outage(OutageId id) {
    auto ended = rows_.outages.at(id.value);
    ended.ended = true;
    put(rows_.outages, id.value, ended);
}

std::vector<Outage> MemoryTransaction::open_outages(const InstrumentId& instrument, Instant now) {
    std::vector<Outage> found;
    for (const auto& [id, outage] : rows_.outages) {
        if (outage.instrument_id == instrument && !outage.ended && outage.time.end > now) {
            found.push_back(outage);
        }
    }
    std::ranges::sort(found, {}, [](const Outage& o) { return std::pair(o.time.start, o.id); });
    return found;
}

AccountState MemoryTransaction::account(const AccountKey& key) {
    return found_in(rows_.accounts, key).value_or(AccountState{});
}

bool MemoryTransaction::post(const LedgerTransaction& transaction) {
    if (rows_.ledger.contains(transaction.key)) {
        return false;
    }
    auto numbered = transaction;
    numbered.id = TransactionId{static_cast<std::int64_t>(rows_.ledger.size()) + 1};
    put(rows_.ledger, transaction.key, numbered);
    if (transaction.booking_id) {
        auto keys =
            found_in(rows_.ledger_of_booking, transaction.booking_id.value).value_or(std::vector<std::string>{});
        keys.push_back(transaction.key);
        put(rows_.ledger_of_booking, transaction.booking_id.value, keys);
    }
    const bool is_hold = is_pending(transaction.kind);
    for (const auto& posting : transaction.postings) {
        auto state = account(posting.account);
        (is_hold ? state.held : state.balance) += posting.amount;
        put(rows_.accounts, posting.account, state);
    }
    return true;
}

std::optional<LedgerTransaction> MemoryTransaction::posted(const std::string& key) {
    return found_in(rows_.ledger, key);
}

std::optional<LedgerTransaction> MemoryTransaction::posted(TransactionId id) {
    for (const auto& [key, transaction] : rows_.ledger) {
        if (transaction.id == id) {
            return transaction;
        }
    }
    return std::nullopt;
}

std::vector<Posting> MemoryTransaction::uncorrected(TransactionId charge) {
    std::vector<Posting> left;
    const auto own = posted(charge);
    for (const auto& key :
         found_in(rows_.ledger_of_booking, own->booking_id.value).value_or(std::vector<std::string>{})) {
        const auto& transaction = rows_.ledger.at(key);
        if (transaction.id != charge && transaction.corrects != charge) {
            continue;
        }
        for (const auto& posting : transaction.postings) {
            const auto known = std::ranges::find(left, posting.account, &Posting::account);
            if (known != left.end()) {
                known->amount += posting.amount;
            } else if (transaction.id == charge) {
                left.push_back(posting);
            }
        }
    }
    return left;
}

scheduler::CompanyMoney MemoryTransaction::company_money(const OrganisationId& organisation) {
    const auto owed = account({AccountKind::receivable, organisation.value});
    scheduler::CompanyMoney money;
    money.owed = owed.balance;
    money.held = owed.held;
    money.prepaid = -account({AccountKind::prepaid, organisation.value}).balance;
    money.account.organisation_id = organisation;
    return money;
}

std::optional<LedgerTransaction> MemoryTransaction::open_hold(BookingId booking) {
    std::optional<LedgerTransaction> hold;
    for (const auto& key : found_in(rows_.ledger_of_booking, booking.value).value_or(std::vector<std::string>{})) {
        const auto& posted = rows_.ledger.at(key);
        if (posted.kind == TransactionKind::hold) {
            hold = posted;
        } else if (ends_a_hold(posted.kind) && hold && posted.reference == hold->key) {
            hold.reset();
        }
    }
    return hold;
}

void MemoryTransaction::append(Event event) {
    event.seq = EventSeq{static_cast<std::int64_t>(rows_.log.size()) + 1};
    rows_.log.push_back(std::move(event));
    undo_.push_back([this] { rows_.log.pop_back(); });
}

template <class Keep>
std::vector<OwnBooking> MemoryTransaction::own_bookings(const std::set<std::int64_t>& candidates, Keep keep) {
    std::vector<OwnBooking> found;
    for (const auto id : candidates) {
        const auto b = booking(BookingId{id});
        if (b && keep(*b)) {
            found.push_back({b->id, b->time});
        }
    }
    std::ranges::sort(found, {}, [](const OwnBooking& own) { return std::pair(own.time.start, own.id); });
    return found;
}

std::vector<OwnBooking> MemoryTransaction::live_bookings(UserId user, const InstrumentId& instrument, Interval range) {
    return own_bookings(rows_.bookings_of_user[user.value], [&](const Booking& b) {
        return b.user_id == user && b.instrument_id == instrument && is_live(b.status) && b.time.overlaps(range);
    });
}

scheduler::FutureUse MemoryTransaction::future_use(UserId user, const InstrumentId& instrument, Instant now,
                                                   BookingId except) {
    scheduler::FutureUse use;
    for (const auto& own : live_bookings(user, instrument, {now, latest_instant})) {
        if (own.id != except) {
            ++use.bookings;
            use.time += own.time.end - std::max(own.time.start, now);
        }
    }
    return use;
}

std::vector<OwnBooking> MemoryTransaction::counted_bookings(UserId user, const InstrumentId& instrument,
                                                            Interval range) {
    return own_bookings(rows_.bookings_of_user[user.value], [&](const Booking& b) {
        return b.user_id == user && b.instrument_id == instrument && counts(b.status) && b.time.overlaps(range);
    });
}

std::vector<OwnBooking> MemoryTransaction::counted_bookings(const OrganisationId& organisation,
                                                            const InstrumentId& instrument, Interval range) {
    return own_bookings(rows_.bookings_of_instrument[instrument.value], [&](const Booking& b) {
        return b.organisation_id == organisation && b.instrument_id == instrument && counts(b.status) &&
               b.time.overlaps(range);
    });
}

void MemoryTransaction::add_waiver(const scheduler::RecordedWaiver& waiver) {
    auto rules = waived_rules(waiver.booking_id);
    for (const auto& rule : waiver.rules) {
        if (std::ranges::find(rules, rule) == rules.end()) {
            rules.push_back(rule);
        }
    }
    put(rows_.waived, waiver.booking_id.value, rules);
}

std::vector<std::string> MemoryTransaction::waived_rules(BookingId booking) {
    return found_in(rows_.waived, booking.value).value_or(std::vector<std::string>{});
}

}  // namespace contract
