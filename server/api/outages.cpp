// Outages of instruments, and the replanning of what they push aside.

#include <algorithm>

#include <fmt/format.h>

#include "scheduler/replanning_steps.hpp"
#include "server/api/booking_input.hpp"
#include "server/api/handlers.hpp"
#include "server/api/replanning_input.hpp"
#include "server/api/replanning_views.hpp"
#include "server/api/shape.hpp"
#include "server/storage/displacement_rows.hpp"

namespace server {

using namespace model;

namespace {
struct OutageTime {
    Instant start{};
    Instant end{};
};
BOOST_DESCRIBE_STRUCT(OutageTime, (), (start, end))

struct OutageInput : OutageTime {
    Text<1, 500> reason;
    std::optional<bool> replan;
};
BOOST_DESCRIBE_STRUCT(OutageInput, (OutageTime), (reason, replan))

struct OutagePreviewInput : OutageTime {
    std::optional<Text<0, 500>> reason;
};
BOOST_DESCRIBE_STRUCT(OutagePreviewInput, (OutageTime), (reason))

struct OutageView {
    OutageId id;
    InstrumentId instrument_id;
    Instant start{};
    Instant end{};
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(OutageView, (), (id, instrument_id, start, end, reason))

/// The bookings that an outage would leave without a place, and the plan for them.
struct PlannedOutage {
    scheduler::Push push;
    scheduler::Replanning plan;
};

Result<PlannedOutage> plan_outage(const Call& call, SqlTransaction& tx, Interval time) {
    const InstrumentId id{call.path_parameter(0)};
    TRY(auto pushed, scheduler::in_the_way(tx, id, time));
    for (const auto offer_id : pushed.offers) {
        const auto offer = tx.offer(offer_id);
        if (offer && offer->origin.kind == OfferOriginKind::displaced) {
            if (auto lost = tx.booking(BookingId{offer->origin.id})) {
                pushed.bookings.push_back(*std::move(lost));
            }
        }
    }
    PlannedOutage planned{push_of(call, tx, id, time), {}};
    planned.plan = scheduler::replan(tx, planned.push, pushed.bookings, call.now);
    return planned;
}

Result<void> check_operates(const Call& call, SqlTransaction& tx, const InstrumentId& id) {
    const auto record = tx.instrument(id);
    if (!record) {
        return ErrorCode::not_found;
    }
    return may_operate(*call.who, *record) ? Result<void>() : Result<void>(ErrorCode::not_allowed);
}

SqlTransaction reading(const Call& call, Database& database) {
    return {database, call.snapshot->catalogue, call.snapshot->seq, {}};
}

void sort_by_start(std::vector<DisplacedView>& displaced) {
    std::ranges::sort(displaced, {}, [](const DisplacedView& d) { return std::pair(d.old.start, d.booking_id); });
}

/// What the outage did, as far as the command knows it.
ReplanView reported_view(const Call& call, SqlTransaction& tx, const scheduler::ReportedOutage& reported,
                         const scheduler::Replanning& plan, bool held) {
    const auto& outage = reported.outage;
    ReplanView view{{outage.id, outage.instrument_id, outage.time.start, outage.time.end, outage.reason}, {}, {}};
    for (const auto& proposal : plan.proposals) {
        const auto id = proposal.booking.id;
        const auto displacement = tx.displacement(id);
        if (!displacement) {
            continue;  // planned for, and no longer there when the outage was reported
        }
        auto shown = displaced_view(call, tx, *displacement);
        if (!held && proposal.place) {
            shown.proposal = suggested_view(call, tx, proposal, outage.reason).proposal;
            shown.answer = DisplacedAnswer::suggested;
        }
        view.displaced.push_back(std::move(shown));
    }
    sort_by_start(view.displaced);
    if (held) {
        view.plan = figures_view(plan.figures);
    }
    return view;
}
}  // namespace

scheduler::Push push_of(const Call& call, SqlTransaction& tx, const InstrumentId& id, Interval time) {
    const auto instrument = tx.instrument(id);
    const auto& catalogue = *call.snapshot->catalogue;
    std::vector<scheduler::InstrumentPtr> others;
    for (const auto ordinal : catalogue.in_category(instrument->instrument.category_code)) {
        const auto& other = catalogue.instruments()[ordinal];
        if (other->instrument.id != id) {
            others.push_back(other);
        }
    }
    std::ranges::sort(others, {}, [&](const scheduler::InstrumentPtr& o) {
        return std::tuple(o->instrument.platform_id != instrument->instrument.platform_id,
                          o->institution_id != instrument->institution_id, Catalogue::external_hourly_fen(*o),
                          o->instrument.id.value);
    });
    others.resize(std::min(others.size(), scheduler::stand_ins_max));
    scheduler::Push push{instrument, time, {}};
    for (const auto& other : others) {
        push.stand_ins.push_back(tx.instrument(other->instrument.id));
    }
    return push;
}

Result<CommandBody> report_outage(const Call& call, Database& database) {
    TRY(const auto body, json_body(call));
    TRY(const auto input, json::from_text<OutageInput>(body));
    TRY(const auto time, checked_interval(input.start, input.end));
    const InstrumentId id{call.path_parameter(0)};
    auto before = reading(call, database);
    TRY_VOID(check_operates(call, before, id));
    // Planned here, while the writer serves others. Where the plan cannot be made the command says why.
    auto planned = plan_outage(call, before, time);
    return CommandBody([&call, time, id, reason = input.reason.value, held = input.replan.value_or(false),
                        planned = std::move(planned)](SqlTransaction& tx) -> Result<Answer> {
        TRY_VOID(check_operates(call, tx, id));
        const scheduler::Actor actor{call.who->user.id, call.who->organisation.id, true};
        TRY(const auto reported, scheduler::report_outage(tx, id, time, reason, actor, call.now));
        auto plan = planned ? planned->plan : scheduler::Replanning{};
        if (held) {
            auto displaced = reported.displaced;
            displaced.insert(displaced.end(), reported.proposal_lost.begin(), reported.proposal_lost.end());
            plan = scheduler::hold_places(tx, push_of(call, tx, id, time), displaced, std::move(plan), call.now);
            tx.add_replanning(reported.outage.id, plan.figures);
        }
        return Answer{201, json::to_text(reported_view(call, tx, reported, plan, held), call.style)};
    });
}

Result<Answer> preview_outage(const Call& call, Database& database) {
    TRY(const auto body, json_body(call));
    TRY(const auto input, json::from_text<OutagePreviewInput>(body));
    TRY(const auto time, checked_interval(input.start, input.end));
    const InstrumentId id{call.path_parameter(0)};
    const std::string reason = input.reason ? input.reason->value : "";
    auto tx = reading(call, database);
    TRY_VOID(check_operates(call, tx, id));
    TRY(const auto planned, plan_outage(call, tx, time));
    ReplanView view{{std::nullopt, id, time.start, time.end, reason}, {}, figures_view(planned.plan.figures)};
    for (const auto& proposal : planned.plan.proposals) {
        view.displaced.push_back(suggested_view(call, tx, proposal, reason));
    }
    sort_by_start(view.displaced);
    return Answer{200, json::to_text(view, call.style)};
}

Result<Answer> outage_replan(const Call& call, Database& database) {
    auto tx = reading(call, database);
    const OutageId id{json::id_number(call.path_parameter(0))};
    const auto outage = tx.outage(id);
    if (!outage) {
        return ErrorCode::not_found;
    }
    TRY_VOID(check_operates(call, tx, outage->instrument_id));
    ReplanView view{{id, outage->instrument_id, outage->time.start, outage->time.end, outage->reason}, {}, {}};
    std::vector<Displacement> displacements;
    each_displacement(
        database,
        "SELECT " YIQI_DISPLACEMENT_COLUMNS
        " FROM displacement d WHERE d.outage_id = :outage ORDER BY d.booking_id LIMIT 2000",
        [&](const Displacement& displacement) { displacements.push_back(displacement); }, id.value);
    for (const auto& displacement : displacements) {
        view.displaced.push_back(displaced_view(call, tx, displacement));
    }
    sort_by_start(view.displaced);
    const auto row = database.first<std::int64_t, std::int64_t, std::int64_t, std::int64_t>(
        "SELECT displaced, placed, disruption, bound FROM replanning WHERE outage_id = :id", id.value);
    if (row) {
        const auto& [displaced, placed, disruption, bound] = *row;
        view.plan = figures_view({displaced, placed, disruption, bound});
    }
    return Answer{200, json::to_text(view, call.style)};
}

Result<CommandBody> end_outage(const Call& call) {
    return CommandBody([&call](SqlTransaction& tx) -> Result<Answer> {
        const OutageId id{json::id_number(call.path_parameter(0))};
        const auto outage = tx.outage(id);
        if (!outage) {
            return ErrorCode::not_found;
        }
        TRY_VOID(check_operates(call, tx, outage->instrument_id));
        TRY(const auto ended,
            scheduler::end_outage(tx, id, {call.who->user.id, call.who->organisation.id, true}, call.now));
        return Answer{204, {}};
    });
}

Result<Answer> list_outages(const Call& call, Database& database) {
    const InstrumentId id{call.path_parameter(0)};
    if (!call.snapshot->catalogue->instrument(id)) {
        return ErrorCode::not_found;
    }
    std::vector<std::string> items;
    database.each<std::int64_t, std::int64_t, std::int64_t, std::string>(
        "SELECT id, start_at, end_at, reason FROM outage WHERE instrument_id = :id AND ended = 0 AND end_at > :now "
        "ORDER BY start_at LIMIT 200",
        [&](std::int64_t outage, std::int64_t start, std::int64_t end, const std::string& reason) {
            items.push_back(json::to_text(OutageView{OutageId{outage}, id, instant_of(start), instant_of(end), reason},
                                          call.style));
        },
        id.value, seconds_of(call.now));
    return Answer{200, list_text(items, Page{}, static_cast<std::int64_t>(items.size()))};
}

Shape outage_shape() {
    return {json::schema<ReplanView>(), json::schema<OutageInput>()};
}

Shape outage_preview_shape() {
    return {json::schema<ReplanView>(), json::schema<OutagePreviewInput>()};
}

Shape outages_shape() {
    return {list_schema<OutageView>()};
}

Shape replan_shape() {
    return {json::schema<ReplanView>()};
}

}  // namespace server
