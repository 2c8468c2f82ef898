// What there is in the town: platforms of fourteen institutions, companies, people, and six kinds of instruments.

#include "tests/contract/town.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace contract {

using namespace model;
using namespace server;

namespace {
constexpr int institutions = 14;
constexpr int instruments_a_platform = 10;
constexpr int people_a_company = 18;

Quota quota(QuotaPeriod per, QuotaScope scope, std::optional<std::int64_t> bookings,
            std::optional<std::int64_t> minutes) {
    Quota quota;
    quota.per = per;
    quota.scope = scope;
    if (bookings) {
        quota.max_bookings = *bookings;
    }
    if (minutes) {
        quota.max_minutes = *minutes;
    }
    return quota;
}

/// Six kinds by number: plain, with approval and buffers, three lanes, with quotas, allocated by rounds, and with a
/// waitlist that puts the owner's own people first. On every other platform rounds open by themselves, and their award
/// is all the approval there is.
Policy policy_of_kind(int kind, int platform) {
    Policy policy;
    policy.grid_minutes = 30;
    policy.min_minutes = 30;
    policy.approval = Approval::none;
    policy.no_show_after_minutes = 30;
    policy.forgotten_check_out_minutes = 240;
    policy.check_in_early_minutes = 30;
    policy.offer_minutes = 90;
    switch (kind) {
        case 1:
            policy.approval = Approval::platform_admin;
            policy.buffer_before_minutes = 15;
            policy.buffer_after_minutes = 15;
            policy.change_notice_minutes = 120;
            break;
        case 2:
            policy.capacity = 3;
            policy.no_show_after_minutes = 0;
            break;
        case 3:
            policy.quotas = {quota(QuotaPeriod::week, QuotaScope::user, 3, std::nullopt),
                             quota(QuotaPeriod::day, QuotaScope::organisation, std::nullopt, 360),
                             quota(QuotaPeriod::month, QuotaScope::user, std::nullopt, 1200)};
            break;
        case 4:
            policy.contention = Contention::collect;
            policy.approval = platform % 2 == 0 ? Approval::platform_admin : Approval::none;
            policy.rounds.window_weeks = platform % 2;
            policy.rounds.cut_off_hours = 24;
            break;
        case 5:
            policy.capacity = 2;
            policy.opening_hours = support::hours("Mon-Sat 08:00-20:00");
            policy.approval = Approval::operator_;
            policy.approval_above_fen = Money{40'000};
            policy.waitlist_priority = {PriceClass::internal, PriceClass::enterprise};
            break;
        default:
            break;
    }
    return policy;
}

Rates rates(std::int64_t hourly) {
    Rates rates;
    for (const auto price_class : {PriceClass::enterprise, PriceClass::academic, PriceClass::internal}) {
        auto card =
            support::hourly_card(Money{hourly / (1 + static_cast<std::int64_t>(price_class))},
                                 price_class == PriceClass::academic ? ChargeBasis::union_ : ChargeBasis::greater);
        card.price_class = price_class;
        CancellationFee late;
        late.within_minutes = 1440;
        late.percent = 50;
        card.cancellation = {late};
        rates.push_back(card);
    }
    return rates;
}
}  // namespace

void Town::found() {
    TownInventory inventory;
    for (int i = 0; i < institutions; ++i) {
        inventory.institutions.push_back(
            {InstitutionId{fmt::format("TOWN{}", i)}, "校", "School", "校", "Asia/Shanghai"});
        auditor_.know(OrganisationId{inventory.institutions.back().id.value}, "institution");
    }
    for (int i = 0; i < plan_.instruments; ++i) {
        const int number = i / instruments_a_platform;
        const PlatformId platform{fmt::format("TP{}", number)};
        const InstitutionId owner{fmt::format("TOWN{}", number % institutions)};
        if (i % instruments_a_platform == 0) {
            inventory.platforms.push_back({platform, owner, "平台", "Platform", {}, "", "", ""});
        }
        InstrumentRow row;
        row.instrument.id = InstrumentId{fmt::format("T{:03}", i)};
        row.instrument.platform_id = platform;
        row.instrument.name_zh = "仪器";
        row.instrument.category_code = CategoryCode{"010201"};
        row.policy = policy_of_kind(i % 6, number);
        row.rates = rates(30'000 + 1'000 * (i % 40));
        instruments_.push_back(row.instrument.id);
        platforms_.push_back(platform);
        auditor_.know(row.instrument.id, owner);
        auditor_.publish(row.instrument.id, 1, row.policy);
        inventory.instruments.push_back(std::move(row));
    }
    for (int i = 0; i < plan_.users; ++i) {
        // One in ten belongs to an institution.
        const bool own = i % 10 == 0;
        const auto number = own ? i / 10 % institutions : i / people_a_company;
        User user;
        user.login = fmt::format("p{}@town.example", i);
        user.name = user.login;
        user.organisation_id = OrganisationId{fmt::format("{}{}", own ? "TOWN" : "FIRM", number)};
        const auto known = [&](const Organisation& company) { return company.id == user.organisation_id; };
        if (!own && std::ranges::none_of(inventory.companies, known)) {
            inventory.companies.push_back({user.organisation_id, OrganisationKind::enterprise, "公司", "",
                                           Money{number % 2 == 0 ? 3'000'000 : 900'000'000}});
            auditor_.know(user.organisation_id, "enterprise");
        }
        inventory.people.push_back(std::move(user));
    }
    const auto ids = host_->found(inventory);
    for (std::size_t i = 0; i < ids.size(); ++i) {
        by_id_[ids[i].value] = i;
        people_.push_back({ids[i], inventory.people[i].organisation_id});
    }
    constexpr std::int64_t stock = 2;
    for (const auto& platform : inventory.platforms) {
        (void)host_->run({[&](HostAccess& access) {
            accessories_[platform.id.value] =
                access.store().put_accessory({{}, platform.id, {}, "附件", "part", stock});
            return true;
        }});
        auditor_.know(accessories_.at(platform.id.value), stock);
    }
}

}  // namespace contract
