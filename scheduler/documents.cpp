#include "scheduler/documents.hpp"

namespace scheduler {

using namespace model;

namespace {
void record_change(Transaction& tx, EventKind kind, const InstrumentId& instrument, std::int64_t version,
                   const Actor& actor, Instant now) {
    Event event;
    event.at = now;
    event.kind = kind;
    event.actor = actor.user;
    event.instrument_id = instrument;
    event.facts = {{"version", std::to_string(version)}};
    tx.append(std::move(event));
}

void close_lanes(Transaction& tx, const Outage& outage, int capacity) {
    // Each turn takes one of at most `capacity` lanes.
    while (tx.occupy(outage.instrument_id, capacity, {HolderKind::outage, outage.id.value}, outage.time, outage.time)) {
    }
}
}  // namespace

void change_policy(Transaction& tx, const InstrumentId& instrument, const Policy& policy, const Actor& actor,
                   Instant now) {
    const auto version = tx.add_policy(instrument, policy, now);
    for (const auto& outage : tx.open_outages(instrument, now)) {
        close_lanes(tx, outage, static_cast<int>(policy.capacity));
    }
    record_change(tx, EventKind::policy_changed, instrument, version->version, actor, now);
}

void change_rates(Transaction& tx, const InstrumentId& instrument, const Rates& rates, const Actor& actor,
                  Instant now) {
    const auto version = tx.add_rates(instrument, rates, now, actor.user);
    record_change(tx, EventKind::rates_changed, instrument, version->version, actor, now);
}

}  // namespace scheduler
