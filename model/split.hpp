#pragma once
// An agreement by which amounts are divided among accounts, in basis points of the whole.

#include <cstdint>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "model/money.hpp"
#include "model/result.hpp"
#include "model/text.hpp"

namespace model {

inline constexpr std::int64_t whole_bp = 10'000;

/// One account's share. `takes_rest`: what is not agreed in numbers is this one's; its share is stated all the same, so
/// that a slip in another one shows.
struct Share {
    Text<1, 60> account;
    Bounded<0, 10'000> share_bp;
    bool takes_rest = false;
    friend bool operator==(const Share&, const Share&) = default;
};
BOOST_DESCRIBE_STRUCT(Share, (), (account, share_bp, takes_rest))

/// At least two accounts, none twice, exactly one that takes the rest, 10,000 basis points together.
/// Error: invalid_field that names all that is wrong, under `field`.
Result<void> check_shares(const std::vector<Share>& shares, const std::string& field);

/// What of `amount` goes to each, in listed order: by the largest remainder, ties to the one listed first; sums
/// exactly. The shares are in order (check_shares).
std::vector<Money> divide(Money amount, const std::vector<Share>& shares);

}  // namespace model
