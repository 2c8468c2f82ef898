#pragma once
// The rules that a refusal over HTTP names.

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/support/http_client.hpp"

namespace support {

/// In the order of the answer. Requires a refusal by rules, each with its sentence.
inline std::vector<std::string> broken_rules(const Reply& reply) {
    INFO(reply.body);
    REQUIRE(reply.status == 422);
    REQUIRE(reply.code() == "rule_violated");
    std::vector<std::string> rules;
    for (const auto& violation : reply.json().at("violations")) {
        CHECK(!violation.at("message").get<std::string>().empty());
        rules.push_back(violation.at("rule"));
    }
    return rules;
}

}  // namespace support
