#pragma once
// Instruments as the scheduler sees them, for tests without a store.

#include <memory>
#include <string>
#include <utility>

#include "scheduler/store.hpp"
#include "tests/support/civil.hpp"

namespace support {

/// Of platform P1, institution I1, with one enterprise price by the hour.
inline scheduler::InstrumentRecord instrument_record(std::string id, model::Policy policy,
                                                     model::Money hourly = yuan(100)) {
    scheduler::InstrumentRecord record;
    record.instrument.id = model::InstrumentId{std::move(id)};
    record.instrument.platform_id = model::PlatformId{"P1"};
    record.instrument.category_code = model::CategoryCode{"010201"};
    record.institution_id = model::InstitutionId{"I1"};
    auto version = std::make_shared<model::PolicyVersion>();
    version->policy = std::move(policy);
    record.policy = std::move(version);
    auto rates = std::make_shared<model::RatesVersion>();
    rates->rates.push_back(hourly_card(hourly));
    record.rates = std::move(rates);
    return record;
}

/// What is taken of an instrument with one lane, without buffers; sorted by the caller.
inline scheduler::Taken taken(model::Interval time, std::int64_t booking = 1) {
    return scheduler::Taken::of({{}, 0, {model::HolderKind::booking, booking}, time, time});
}

}  // namespace support
