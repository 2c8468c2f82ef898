// What the server says to requests that are wrong, too large or too slow: a problem document and nothing about itself.

#include "server/http/listener.hpp"
#include "server/http/problem.hpp"
#include "tests/support/demo_world.hpp"

#include <thread>

#include <catch2/catch.hpp>

using namespace support;
using nlohmann::json;

namespace {
/// A problem document of this status, with nothing in it that only the program's makers should see.
void check_problem(const Reply& reply, int status, const std::string& code) {
    INFO(reply.body);
    CHECK(reply.status == status);
    CHECK(reply.header("content-type").starts_with("application/problem+json"));
    CHECK(!reply.header("x-request-id").empty());
    auto problem = json::parse(reply.body, nullptr, false);
    REQUIRE(problem.is_object());
    CHECK(problem.at("code") == code);
    CHECK(problem.at("status") == status);
    CHECK(!problem.at("title").get<std::string>().empty());
    CHECK(problem.at("request_id") == reply.header("x-request-id"));
    // An id is random letters and may say anything.
    problem.erase("request_id");
    const auto text = problem.dump();
    for (const char* secret :
         {"SELECT", "INSERT", "soci", "sqlite", "exception", ".cpp", ".hpp", "/tmp", "std::", "0x"}) {
        CHECK(text.find(secret) == std::string::npos);
    }
}
/// The headers that protect the page.
void check_protected(const Reply& reply) {
    INFO(reply.status << ' ' << reply.body);
    const auto policy = reply.header("content-security-policy");
    CHECK(policy.find("default-src 'none'") != std::string::npos);
    CHECK(policy.find("script-src 'self'") != std::string::npos);
    CHECK(policy.find("unsafe") == std::string::npos);
    CHECK(reply.header("x-content-type-options") == "nosniff");
    CHECK(reply.header("referrer-policy") == "same-origin");
    CHECK(reply.header("cross-origin-opener-policy") == "same-origin");
    CHECK(reply.header("cross-origin-resource-policy") == "same-origin");
    CHECK(!reply.header("permissions-policy").empty());
    CHECK(!reply.header("x-request-id").empty());
}

/// The answer to these bytes on a connection of their own.
Reply answer_to(DemoWorld& world, const std::string& bytes) {
    HttpClient stranger(world.server().port());
    stranger.send(bytes);
    return stranger.receive();
}

boost::asio::awaitable<server::http::Response> nothing_much(server::http::Request) {
    co_return server::http::json_response(200, "{}");
}
}  // namespace

TEST_CASE("Malformed requests get 400, 404, 405, 415 and 422 as problem documents") {
    DemoWorld world;
    auto member = world.client("member@acme.example");
    const auto post = [&](const std::string& body, const HttpClient::Headers& headers = {}) {
        return member.request("POST", "/bookings", body, headers);
    };
    check_problem(post("{"), 400, "malformed_request");
    check_problem(post("[]"), 400, "malformed_request");
    check_problem(post(""), 400, "malformed_request");
    check_problem(post(R"({"instrument_id":"DEMO0002","instrument_id":"DEMO0003"})"), 400, "malformed_request");
    check_problem(post(std::string(500, '[') + std::string(500, ']')), 400, "malformed_request");
    check_problem(post(R"({"instrument_id":2,"start":"x","end":null,"purpose":[]})"), 400, "malformed_request");
    check_problem(post("{}", {{"Content-Type", "text/plain"}}), 415, "wrong_media_type");
    auto unknown = wish(at(1, "09:00"), at(1, "10:00"));
    unknown["colour"] = "red";
    const auto refused = member.post("/bookings", unknown);
    check_problem(refused, 400, "malformed_request");
    CHECK(refused.json().at("errors").at(0).at("field") == "colour");
    auto far = wish("2050-01-01T00:00:00Z", "2050-01-01T01:00:00Z");
    CHECK((member.post("/bookings", far).status == 422));
    check_problem(member.post("/bookings", wish(at(1, "09:00"), at(1, "10:00"), "NOWHERE")), 404, "not_found");
    check_problem(member.get("/nothing"), 404, "not_found");
    check_problem(member.get("/instruments/'; DROP TABLE booking; --"), 400, "malformed_request");
    check_problem(member.get("/instruments/%27%3B%20DROP%20TABLE%20booking%3B--"), 404, "not_found");
    check_problem(member.get("/instruments/%zz"), 400, "malformed_request");
    const auto not_allowed = member.request("PATCH", "/bookings", "{}");
    check_problem(not_allowed, 405, "method_not_allowed");
    CHECK(not_allowed.header("allow") == "GET, HEAD, POST");
    check_problem(member.get("/instruments?status=lost"), 400, "malformed_request");
    check_problem(member.get("/bookings?limit=0"), 400, "malformed_request");
    check_problem(member.get("/bookings?limit=201"), 400, "malformed_request");
    check_problem(member.get("/bookings?cursor=x"), 400, "malformed_request");
    check_problem(member.get("/bookings?status=lost"), 400, "malformed_request");
    check_problem(member.get("/bookings?from=yesterday"), 400, "malformed_request");
    check_problem(member.get("/bookings/99999999999999999999"), 404, "not_found");
    check_problem(member.get("/bookings/-1"), 404, "not_found");
    check_problem(
        member.post("/bookings", wish(at(1, "09:00"), at(1, "10:00")), {{"Idempotency-Key", std::string(201, 'k')}}),
        422, "invalid_field");
    CHECK(member.get("/bookings").json().at("total") == 0);
}

TEST_CASE("Messages follow Accept-Language, Chinese where nothing is asked for") {
    DemoWorld world;
    auto visitor = world.server().client();
    const auto title = [&](const char* language) {
        return visitor.get("/bookings", {{"Accept-Language", language}}).json().at("title").get<std::string>();
    };
    CHECK(title("en") == "Sign in first");
    CHECK(title("en-GB,zh;q=0.5") == "Sign in first");
    CHECK(title("zh-CN") == "请先登录");
    CHECK(title("") == "请先登录");
    CHECK(title("fr") == "请先登录");
}

TEST_CASE("Documents are replaced by whoever knows their present version, and unknown fields are refused") {
    DemoWorld world;
    auto admin = world.client("admin@p01.example");
    const auto shown = admin.get("/instruments/DEMO0002");
    const auto etag = shown.header("etag");
    REQUIRE(!etag.empty());
    CHECK(shown.json().at("etag") == etag);
    const auto unchanged = admin.get("/instruments/DEMO0002", {{"If-None-Match", etag}});
    CHECK(unchanged.status == 304);
    CHECK(unchanged.body.empty());

    const std::string path = "/instruments/DEMO0002/policy";
    check_problem(admin.put(path, open_policy()), 428, "etag_required");
    check_problem(admin.put(path, open_policy(), {{"If-Match", "\"p0.r0\""}}), 412, "stale_etag");
    const auto unknown = admin.put(path, open_policy({{"opening_hour", "Mon 09:00-10:00"}}), {{"If-Match", etag}});
    check_problem(unknown, 400, "malformed_request");
    CHECK(unknown.json().at("errors").at(0).at("field") == "opening_hour");
    check_problem(admin.put(path, open_policy({{"grid_minutes", 0}}), {{"If-Match", etag}}), 422, "invalid_field");
    check_problem(admin.put(path, open_policy({{"opening_hours", "Mon 09:00-24:01"}}), {{"If-Match", etag}}), 422,
                  "invalid_field");
    check_problem(admin.put(path, open_policy({{"time_zone", "Mars/Olympus"}}), {{"If-Match", etag}}), 422,
                  "invalid_field");
    const auto changed = admin.put(path, open_policy(), {{"If-Match", etag}});
    CHECK(changed.status == 200);
    CHECK(changed.header("etag") != etag);
    check_problem(admin.put(path, open_policy(), {{"If-Match", etag}}), 412, "stale_etag");
    CHECK(admin.get("/instruments/DEMO0002", {{"If-None-Match", etag}}).json().at("policy_version") == 2);

    auto member = world.client("member@acme.example");
    const auto booked = member.post("/bookings", wish(at(1, "09:00"), at(1, "10:00"))).json();
    const auto cancel = "/bookings/" + booked.at("id").get<std::string>() + "/cancel";
    check_problem(member.post(cancel, json::object(), {{"If-Match", "\"b0.0\""}}), 412, "stale_etag");
    CHECK(member.post(cancel, json::object(), {{"If-Match", booked.at("etag").get<std::string>()}}).status == 200);
}

TEST_CASE("A body over one mebibyte is refused with 413, however it is announced") {
    DemoWorld world;
    auto member = world.client("member@acme.example");
    const std::string large(1024 * 1024 + 1, ' ');
    check_problem(member.request("POST", "/bookings", large), 413, "too_large");
    // Announced, never sent.
    HttpClient liar(world.server().port());
    liar.send("POST /api/v1/bookings HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\n\r\n");
    CHECK(liar.receive().status == 413);
    HttpClient chunked(world.server().port());
    chunked.send("POST /api/v1/bookings HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n100001\r\n" + large +
                 "\r\n0\r\n\r\n");
    CHECK(chunked.receive().status == 413);
    CHECK(member.get("/me").status == 200);
}

TEST_CASE("A header over 16 KiB is refused with 431, and nonsense with 400") {
    DemoWorld world;
    HttpClient client(world.server().port());
    const auto large = client.get("/about", {{"X-Large", std::string(20'000, 'x')}});
    check_problem(large, 431, "header_too_large");
    const auto raw = [&](const std::string& bytes) { return answer_to(world, bytes).status; };
    CHECK(raw("NONSENSE\r\n\r\n") == 400);
    CHECK(raw("GET / HTTP/1.1\r\nno colon here\r\n\r\n") == 400);
    CHECK(raw("POST /api/v1/quotes HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: "
              "chunked\r\n\r\n0\r\n\r\n") == 400);
    CHECK(raw("POST /api/v1/quotes HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello") == 400);
    CHECK(raw("GET /api/v1/about?" + std::string(9'000, 'q') + " HTTP/1.1\r\nHost: x\r\n\r\n") == 400);
    CHECK(client.get("/about").status == 200);
}

TEST_CASE("Clients that send their headers slowly, or a body never, do not hold up the others") {
    DemoWorld world;
    std::vector<HttpClient> slow;
    for (int i = 0; i < 200; ++i) {
        slow.emplace_back(world.server().port());
        slow.back().send(i % 2 == 0 ? "GET /api/v1/about HTTP/1.1\r\nHost: x\r\nX-Slow: "
                                    : "POST /api/v1/quotes HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n\r\n{");
    }
    auto member = world.client("member@acme.example");
    CHECK(member.get("/bookings").status == 200);
    world.set_policy(open_policy());
    CHECK(member.post("/bookings", wish(at(1, "09:00"), at(1, "10:00"))).status == 201);
    // The slow ones are answered when they come to their end.
    slow.front().send("done\r\n\r\n");
    CHECK(slow.front().receive().status == 200);
}

TEST_CASE("Requests in one packet are answered one after the other, a HEAD without a body") {
    DemoWorld world;
    HttpClient client(world.server().port());
    const std::string about = "GET /api/v1/about HTTP/1.1\r\nHost: x\r\n\r\n";
    client.send(about + "HEAD /api/v1/about HTTP/1.1\r\nHost: x\r\n\r\n" + about);
    const auto first = client.receive();
    const auto head = client.receive(false);
    const auto last = client.receive();
    CHECK(first.status == 200);
    CHECK(head.header("content-length") == first.header("content-length"));
    CHECK(last.json().at("demo") == true);
}

TEST_CASE("Every answer carries the headers that protect the page") {
    DemoWorld world;
    auto visitor = world.server().client();
    for (const auto& reply : {visitor.get("/about"), visitor.get("/nothing"), visitor.get("/me"), visitor.get("//")}) {
        check_protected(reply);
    }
    CHECK(visitor.get("/about").header("strict-transport-security").empty());
    CHECK(!visitor.get("/about", {{"X-Forwarded-Proto", "https"}}).header("strict-transport-security").empty());
}

TEST_CASE("Answers that the connection makes itself are problem documents with the protecting headers") {
    DemoWorld world;
    struct Refused {
        std::string bytes;
        int status;
        std::string code;
    };
    const std::string post = "POST /api/v1/quotes HTTP/1.1\r\nHost: x\r\n";
    const std::vector<Refused> all{
        {"NONSENSE\r\n\r\n", 400, "malformed_request"},
        {"GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n", 400, "malformed_request"},
        {post + "Content-Length: 9999999\r\n\r\n", 413, "too_large"},
        {post + "X-Large: " + std::string(20'000, 'x') + "\r\n\r\n", 431, "header_too_large"},
    };
    for (const auto& refused : all) {
        const auto reply = answer_to(world, refused.bytes);
        check_problem(reply, refused.status, refused.code);
        check_protected(reply);
    }
}

TEST_CASE("A connection for which there is no room is told so with 503 and the protecting headers") {
    server::http::Limits limits;
    limits.connections = 1;
    server::http::Listener listener("127.0.0.1:0", {}, 1, limits, nothing_much, server::http::problem_for_status);
    std::jthread thread([&] { listener.run(); });
    HttpClient first(listener.port());
    CHECK(first.get("/about").status == 200);
    HttpClient second(listener.port());
    second.send("");
    const auto reply = second.receive();
    check_problem(reply, 503, "overloaded");
    check_protected(reply);
    CHECK(reply.header("retry-after") == "1");
    CHECK(first.get("/about").status == 200);
    listener.stop();
}

TEST_CASE("Signing in and setting the clock take JSON alone") {
    DemoWorld world;
    auto visitor = world.server().client();
    const std::string person = R"({"login":"member@acme.example","password":"demo-password"})";
    const std::string clock = R"({"now":"2026-11-23T09:00:00+08:00"})";
    for (const char* type : {"text/plain", "application/x-www-form-urlencoded", "application/jsonp", ";"}) {
        INFO(type);
        check_problem(visitor.request("POST", "/session", person, {{"Content-Type", type}}), 415, "wrong_media_type");
        check_problem(visitor.request("PUT", "/demo/clock", clock, {{"Content-Type", type}}), 415, "wrong_media_type");
    }
    CHECK(visitor.request("POST", "/session", person, {{"Content-Type", "Application/JSON; charset=utf-8"}}).status ==
          200);
    CHECK(visitor.request("PUT", "/demo/clock", clock, {{"Content-Type", "application/json"}}).status == 200);
}

TEST_CASE("Lists are cut into pages that together hold everything once") {
    DemoWorld world;
    auto visitor = world.server().client();
    std::vector<std::string> seen;
    std::string cursor;
    do {
        const auto page = visitor.get("/instruments?limit=150" + (cursor.empty() ? "" : "&cursor=" + cursor)).json();
        CHECK(page.at("total") == 498);
        for (const auto& item : page.at("items")) {
            seen.push_back(item.at("id"));
        }
        cursor = page.at("next_cursor").is_null() ? "" : page.at("next_cursor").get<std::string>();
    } while (!cursor.empty());
    std::ranges::sort(seen);
    CHECK(seen.size() == 498);
    CHECK(std::ranges::adjacent_find(seen) == seen.end());
}
