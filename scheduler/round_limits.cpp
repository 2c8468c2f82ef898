// The quotas of instruments and the credit of organisations as limits of a round.

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include <fmt/format.h>

#include "model/assert.hpp"
#include "scheduler/quota.hpp"
#include "scheduler/round_steps.hpp"

namespace scheduler {

using namespace model;

namespace {
Sentence name_of(const Quota& quota, bool minutes_counted, const InstrumentId& instrument) {
    const char* unit_zh = minutes_counted ? "时长" : "次数";
    const char* unit_en = minutes_counted ? "minutes" : "bookings";
    const char* per = boost::describe::enum_to_string(quota.per, "");
    const bool user = quota.scope == QuotaScope::user;
    return {fmt::format("{} 每{} {}{}", instrument.value, per, user ? "用户" : "企业", unit_zh),
            fmt::format("{} per {} of the {} on {}", unit_en, per, user ? "user" : "organisation", instrument.value)};
}

/// One instrument's requests, by user and by organisation.
class QuotaLimits {
  public:
    QuotaLimits(Transaction& tx, const InstrumentRecord& record, std::uint32_t instrument, GatheredRound& gathered)
        : tx_(tx), record_(record), instrument_(instrument), gathered_(gathered) {
        for (const auto& booking : gathered.bookings) {
            own_.insert(booking.id);
        }
    }

    void add(const Quota& quota) {
        std::map<std::tuple<UserId, OrganisationId, Interval>, std::vector<RoundLimit::Part>> shared;
        const auto& zone = record_.policy->policy.time_zone;
        for (std::uint32_t r = 0; r < gathered_.bookings.size(); ++r) {
            const auto& booking = gathered_.bookings[r];
            const bool user = quota.scope == QuotaScope::user;
            for (std::uint32_t o = 0; o < gathered_.problem.requests[r].options.size(); ++o) {
                const auto& option = gathered_.problem.requests[r].options[o];
                for (Instant at = option.time.start; option.instrument == instrument_ && at < option.time.end;) {
                    const auto period = period_of(quota, zone, at);
                    const auto counted = counted_time(quota, zone, period, option.time);
                    if (counted > seconds{0}) {
                        const auto key = std::tuple(user ? booking.user_id : UserId{}, booking.organisation_id, period);
                        shared[key].push_back({r, o, std::chrono::ceil<minutes>(counted).count()});
                    }
                    at = period.end;
                }
            }
        }
        for (auto& [subject, parts] : shared) {
            limit(quota, subject, std::move(parts));
        }
    }

  private:
    void limit(const Quota& quota, const std::tuple<UserId, OrganisationId, Interval>& subject,
               std::vector<RoundLimit::Part> parts) {
        const auto& [user, organisation, period] = subject;
        const auto counted = user ? tx_.counted_bookings(user, record_.instrument.id, period)
                                  : tx_.counted_bookings(organisation, record_.instrument.id, period);
        std::int64_t bookings = 0;
        seconds time{0};
        for (const auto& other : counted) {
            const auto part = counted_time(quota, record_.policy->policy.time_zone, period, other.time);
            if (!own_.contains(other.id) && part > seconds{0}) {
                ++bookings;
                time += part;
            }
        }
        auto& limits = gathered_.problem.limits;
        if (quota.max_minutes) {
            limits.push_back({name_of(quota, true, record_.instrument.id),
                              quota.max_minutes->value - std::chrono::ceil<minutes>(time).count(), parts});
        }
        if (quota.max_bookings) {
            for (auto& part : parts) {
                part.amount = 1;
            }
            limits.push_back(
                {name_of(quota, false, record_.instrument.id), quota.max_bookings->value - bookings, std::move(parts)});
        }
    }

    Transaction& tx_;
    const InstrumentRecord& record_;
    std::uint32_t instrument_;
    GatheredRound& gathered_;
    std::set<BookingId> own_;
};
}  // namespace

void add_quota_limits(Transaction& tx, const std::vector<InstrumentPtr>& records, GatheredRound& gathered) {
    for (std::uint32_t i = 0; i < records.size(); ++i) {
        QuotaLimits limits(tx, *records[i], i, gathered);
        for (const auto& quota : records[i]->policy->policy.quotas) {
            limits.add(quota);
        }
    }
}

void add_credit_limits(Transaction& tx, const std::vector<std::vector<Money>>& totals, GatheredRound& gathered) {
    constexpr std::int64_t fen_a_yuan = 100;
    struct Asked {
        std::vector<RoundLimit::Part> parts;
        std::int64_t most = 0;  ///< where each request gets its dearest option
    };
    std::map<OrganisationId, Asked> asked;
    for (std::uint32_t r = 0; r < gathered.bookings.size(); ++r) {
        auto& own = asked[gathered.bookings[r].organisation_id];
        std::int64_t dearest = 0;
        for (std::uint32_t o = 0; o < totals[r].size(); ++o) {
            const auto amount = (totals[r][o].fen() + fen_a_yuan - 1) / fen_a_yuan;
            if (amount > 0) {
                own.parts.push_back({r, o, amount});
            }
            dearest = std::max(dearest, amount);
        }
        own.most += dearest;
    }
    for (auto& [id, own] : asked) {
        const auto organisation = tx.organisation(id);
        YIQI_ASSERT(organisation.has_value());
        const auto account = tx.account({AccountKind::receivable, id.value});
        const Money available = organisation->credit_limit - account.balance - account.held;
        const auto cap = std::max<std::int64_t>(available.fen(), 0) / fen_a_yuan;
        if (own.most > cap) {
            gathered.problem.limits.push_back(
                {{"本单位的可用额度", "the credit of the organisation"}, cap, std::move(own.parts)});
        }
    }
}

}  // namespace scheduler
