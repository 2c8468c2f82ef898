// The calendar of public holidays and make-up working days: replaced as a whole, each change a new version.

#include <fmt/format.h>

#include "server/api/handlers.hpp"
#include "server/json/read.hpp"

namespace server {

using namespace model;

namespace {
std::string etag_of(const Holidays& holidays) {
    return fmt::format("\"h{}\"", holidays.version());
}

Answer answer_of(const Holidays& holidays, const Call& call) {
    return Answer{200, json::to_text(holidays.document(), call.style), etag_of(holidays)};
}
}  // namespace

Result<Answer> get_holidays(const Call& call) {
    return answer_of(*call.snapshot->catalogue->holidays(), call);
}

Result<CommandBody> put_holidays(const Call& call) {
    TRY(const auto body, json_body(call));
    TRY(auto document, json::from_text<HolidayDocument>(body));
    auto problems = problems_of(document);
    if (!problems.empty()) {
        Error error(ErrorCode::invalid_field);
        for (auto& problem : problems) {
            error.with_field(std::move(problem));
        }
        return error;
    }
    return CommandBody([&call, document = std::move(document)](SqlTransaction& tx) -> Result<Answer> {
        const auto before = stored_holidays(tx.reader());
        const auto& if_match = call.request.if_match;
        if (if_match != "*" && if_match.find(etag_of(*before)) == std::string::npos) {
            return ErrorCode::stale_etag;
        }
        const Holidays next(document, before->version() + 1);
        tx.put_holidays(next, call.now);
        Event event;
        event.at = call.now;
        event.kind = EventKind::holidays_changed;
        event.actor = call.who->user.id;
        event.facts = {{"version", std::to_string(next.version())}};
        tx.append(std::move(event));
        return answer_of(next, call);
    });
}

}  // namespace server
