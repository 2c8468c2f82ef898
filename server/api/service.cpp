#include "server/api/service.hpp"

#include <charconv>

#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <boost/algorithm/string.hpp>
#include <boost/asio.hpp>

#include "server/json/read.hpp"

namespace server {

using namespace model;
namespace asio = boost::asio;

Instant ServerClock::real_now() {
    return std::chrono::floor<seconds>(std::chrono::system_clock::now());
}

const std::string& Call::query(std::string_view name) const {
    static const std::string none;
    const auto* value = request.parameter(name);
    return value == nullptr ? none : *value;
}

Error field_error(std::string field, std::string code, std::string zh, std::string en) {
    return invalid_field(std::move(field), std::move(code), {std::move(zh), std::move(en)});
}

Result<std::string_view> json_body(const Call& call) {
    const auto& field = call.request.content_type;
    const auto type = boost::trim_copy(field.substr(0, field.find(';')));
    if (!call.request.body.empty() && !field.empty() && !boost::iequals(type, "application/json")) {
        return ErrorCode::wrong_media_type;
    }
    return std::string_view(call.request.body);
}

Result<Page> page_of(const Call& call) {
    Page page;
    constexpr std::int64_t limit_max = 200;
    constexpr std::int64_t offset_max = 100'000'000;
    TRY(const auto limit, number_parameter(call, "limit", 1, limit_max));
    TRY(const auto offset, number_parameter(call, "cursor", 0, offset_max));
    page.limit = static_cast<std::size_t>(limit.value_or(50));
    page.offset = offset.value_or(0);
    return page;
}

std::string list_text(const std::vector<std::string>& items, const Page& page, std::int64_t total,
                      const std::string& extra) {
    std::string out = "{\"items\":[";
    bool first = true;
    for (const auto& item : items) {
        out += first ? "" : ",";
        first = false;
        out += item;
    }
    const auto next = page.offset + static_cast<std::int64_t>(items.size());
    if (next < total && !items.empty()) {
        fmt::format_to(std::back_inserter(out), "],\"next_cursor\":\"{}\",\"total\":{}", next, total);
    } else {
        fmt::format_to(std::back_inserter(out), "],\"next_cursor\":null,\"total\":{}", total);
    }
    out += extra;
    out += '}';
    return out;
}

Result<std::optional<Instant>> instant_parameter(const Call& call, std::string_view name) {
    const auto* text = call.request.parameter(name);
    if (text == nullptr || text->empty()) {
        return std::optional<Instant>();
    }
    std::string repaired = *text;
    // A "+" that was not escaped arrives as a space.
    if (repaired.size() > 19) {
        const auto space = repaired.find(' ', 19);
        if (space != std::string::npos) {
            repaired[space] = '+';
        }
    }
    auto parsed = parse_instant(repaired);
    if (!parsed) {
        const auto& field = parsed.error().fields().front();
        return Error(ErrorCode::malformed_request).with_field({std::string(name), field.code, field.message});
    }
    return std::optional(*parsed);
}

Result<std::optional<std::int64_t>> number_parameter(const Call& call, std::string_view name, std::int64_t low,
                                                     std::int64_t high) {
    const auto* text = call.request.parameter(name);
    if (text == nullptr || text->empty()) {
        return std::optional<std::int64_t>();
    }
    std::int64_t value = 0;
    const auto [end, ec] = std::from_chars(text->data(), text->data() + text->size(), value);
    if (ec != std::errc{} || end != text->data() + text->size() || value < low || value > high) {
        return Error(ErrorCode::malformed_request)
            .with_field({std::string(name),
                         "out_of_range",
                         {fmt::format("应为 {} 至 {} 的整数", low, high),
                          fmt::format("must be a whole number from {} to {}", low, high)}});
    }
    return std::optional(value);
}

std::vector<std::string> list_parameter(const Call& call, std::string_view name) {
    constexpr std::size_t values_max = 100;
    std::vector<std::string> values;
    for (const auto& [key, text] : call.request.query) {
        if (key != name) {
            continue;
        }
        std::string_view rest = text;
        while (!rest.empty() && values.size() < values_max) {
            const auto part = rest.substr(0, rest.find(','));
            rest.remove_prefix(std::min(rest.size(), part.size() + 1));
            if (!part.empty()) {
                values.emplace_back(part);
            }
        }
    }
    return values;
}

asio::awaitable<CommitOutcome> commit(Writer& writer, Writer::Command command) {
    auto initiate = [&writer](auto handler, Writer::Command work) {
        auto executor = asio::prefer(asio::get_associated_executor(handler), asio::execution::outstanding_work.tracked);
        writer.submit(std::move(work), [executor, h = std::make_shared<decltype(handler)>(std::move(handler))](
                                           CommitOutcome outcome) mutable {
            asio::post(executor, [h, outcome] { std::move (*h)(outcome); });
        });
    };
    const auto outcome = co_await asio::async_initiate<const asio::use_awaitable_t<>, void(CommitOutcome)>(
        initiate, asio::use_awaitable, std::move(command));
    co_return outcome;
}

asio::awaitable<Result<void>> on_reader(ReadPool& readers, std::function<void(Database&)> work) {
    struct Outcome {
        std::optional<ErrorCode> refused;
        std::exception_ptr failed;
    };
    auto outcome = std::make_shared<Outcome>();
    auto initiate = [&readers, outcome](auto handler, std::function<void(Database&)> task) {
        auto executor = asio::prefer(asio::get_associated_executor(handler), asio::execution::outstanding_work.tracked);
        auto shared = std::make_shared<decltype(handler)>(std::move(handler));
        const auto resume = [executor, shared] { asio::post(executor, [shared] { std::move (*shared)(); }); };
        const bool queued = readers.submit([outcome, resume, task = std::move(task)](Database* database) {
            try {
                if (database != nullptr) {
                    task(*database);
                } else {
                    outcome->refused = ErrorCode::unavailable;
                }
            } catch (const StoreError& e) {
                spdlog::error("read_failed reason=\"{}\"", e.what());
                outcome->refused = ErrorCode::unavailable;
            } catch (...) {
                outcome->failed = std::current_exception();
            }
            resume();
        });
        if (!queued) {
            outcome->refused = ErrorCode::overloaded;
            resume();
        }
    };
    co_await asio::async_initiate<const asio::use_awaitable_t<>, void()>(initiate, asio::use_awaitable,
                                                                         std::move(work));
    if (outcome->failed) {
        std::rethrow_exception(outcome->failed);
    }
    if (outcome->refused) {
        co_return Result<void>(*outcome->refused);
    }
    co_return Result<void>();
}

}  // namespace server
