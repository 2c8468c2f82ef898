#include "server/api/views.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "scheduler/charges.hpp"
#include "scheduler/price_words.hpp"

namespace server {

using namespace model;

PriceView price_view(const Price& price) {
    PriceView view;
    for (const auto& line : price.lines) {
        view.lines.push_back({line.code, scheduler::describe(line), line.quantity, line.unit, line.unit_fen, line.per,
                              line.percent, line.amount_fen, scheduler::describe_rule(line),
                              line.is_correction() ? std::optional(line.corrected_at) : std::nullopt});
    }
    view.total_fen = price.total;
    return view;
}

std::vector<ViolationView> violation_views(const std::vector<Violation>& violations) {
    std::vector<ViolationView> views;
    for (const auto& violation : violations) {
        views.push_back({violation.rule, violation.message, violation.params});
    }
    return views;
}

std::string booking_etag(const Booking& booking) {
    return fmt::format("\"b{}.{}\"", booking.id.value, booking.revision);
}

std::vector<std::string> allowed_actions(const Principal& who, const scheduler::InstrumentRecord& instrument,
                                         const Booking& b, Instant now) {
    std::vector<std::string> may;
    const bool operates = may_operate(who, instrument);
    const bool own = may_act_for(who, b);
    const bool requested = b.status == BookingStatus::requested;
    const bool approved = b.status == BookingStatus::approved;
    if (requested && may_approve(who, instrument, instrument.policy->policy.approval)) {
        may.insert(may.end(), {"approve", "reject"});
    }
    if ((requested || approved) && (own || operates)) {
        may.insert(may.end(), {"cancel", "reschedule"});
    }
    if (approved && (own || operates) && now < b.time.end) {
        may.emplace_back("check-in");
    }
    if (b.status == BookingStatus::in_use && (own || operates)) {
        may.emplace_back("check-out");
    }
    const minutes bump_notice{instrument.policy->policy.bump_notice_minutes.value};
    if ((requested || approved) && may_administer(who, instrument) && now + bump_notice <= b.time.start) {
        may.emplace_back("bump");
    }
    if (approved && operates && now >= b.time.start) {
        may.emplace_back("no-show");
    }
    return may;
}

BookingView booking_view(const Call& call, const Booking& b, const PartyNames& names) {
    BookingView view;
    view.id = b.id;
    view.instrument_id = b.instrument_id;
    const auto record = call.snapshot->catalogue->instrument(b.instrument_id);
    if (record) {
        view.instrument_name_zh = record->instrument.name_zh;
        view.instrument_name_en = record->instrument.name_en;
        view.platform_id = record->instrument.platform_id;
        view.institution_id = record->institution_id;
        if (call.who) {
            view.may = allowed_actions(*call.who, *record, b, call.now);
        }
    }
    view.user_id = b.user_id;
    view.user_name = names.user_name;
    view.organisation_id = b.organisation_id;
    view.organisation_name = names.organisation_name;
    view.start = b.time.start;
    view.end = b.time.end;
    view.status = b.status;
    view.purpose = b.purpose;
    view.samples = b.samples;
    view.options = {b.staff_minutes, b.accessories, b.extras.consumables, b.extras.urgent, b.extras.training};
    view.price_class = class_of({b.price_class, b.named_class});
    view.quote = price_view(b.quote);
    if (b.charge) {
        view.charge = price_view(*b.charge);
        view.provisional = scheduler::may_be_corrected(b, call.now);
    }
    if (b.usage) {
        view.usage = UsageView{b.usage->start, b.usage->end, b.usage->samples, b.usage->note, b.usage->consumables};
    }
    view.created_at = b.created_at;
    view.reason = b.reason;
    view.policy_version = b.policy_version;
    view.rates_version = b.rates_version;
    if (b.group_id) {
        view.group_id = b.group_id;
    }
    view.etag = booking_etag(b);
    return view;
}

Payer payer_for(const Call& call, const scheduler::InstrumentRecord& instrument) {
    return call.who ? scheduler::payer_of(call.who->organisation, instrument.institution_id) : Payer{};
}

ClassName class_of(const Payer& payer) {
    return payer.named.empty() ? ClassName(payer.base) : ClassName(payer.named);
}

void show_cost_centre(Database& database, const Booking& booking, BookingView& view) {
    const auto row = database.first<std::optional<std::string>, std::optional<std::string>, std::string>(
        "SELECT p.code, p.name, c.purchase_order FROM booking_cost_centre c LEFT JOIN project p ON p.id = c.project_id "
        "WHERE c.booking_id = :booking",
        booking.id.value);
    if (row) {
        view.cost_centre = {std::get<0>(*row), std::get<1>(*row).value_or(""), std::get<2>(*row)};
    }
}

}  // namespace server
