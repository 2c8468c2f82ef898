#pragma once
// What a user says where a new place may cost more than the old one.

#include <optional>

#include <boost/describe.hpp>

#include "model/money.hpp"

namespace server {

struct AgreementInput {
    std::optional<model::Money> agreed_fen;  ///< the most that he agrees to pay
};
BOOST_DESCRIBE_STRUCT(AgreementInput, (), (agreed_fen))

}  // namespace server
