#include "model/split.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace model {

Result<void> check_shares(const std::vector<Share>& shares, const std::string& field) {
    std::vector<FieldError> wrong;
    const auto blame = [&](const std::string& at, const char* code, Sentence message) {
        wrong.push_back({at, code, std::move(message)});
    };
    if (shares.size() < 2) {
        blame(field, "too_few", {"至少须有两方", "at least two accounts are needed"});
    }
    std::int64_t sum = 0;
    std::int64_t takers = 0;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        sum += shares[i].share_bp;
        takers += shares[i].takes_rest ? 1 : 0;
        const auto earlier = shares.begin() + static_cast<std::ptrdiff_t>(i);
        if (std::ranges::find(shares.begin(), earlier, shares[i].account, &Share::account) != earlier) {
            blame(fmt::format("{}[{}].account", field, i), "duplicate",
                  {"同一账户出现两次", "this account appears twice"});
        }
    }
    if (sum != whole_bp) {
        blame(field, "wrong_sum",
              {fmt::format("各方合计须为 10000 个基点，现为 {}", sum),
               fmt::format("the shares must add up to 10,000 basis points, not {}", sum)});
    }
    if (takers != 1) {
        blame(field, "one_rest",
              {fmt::format("须有且只有一方承担余数，现有 {} 方", takers),
               fmt::format("exactly one must take the rest, not {}", takers)});
    }
    if (wrong.empty()) {
        return {};
    }
    Error error(ErrorCode::invalid_field);
    for (auto& field_error : wrong) {
        error.with_field(std::move(field_error));
    }
    return error;
}

std::vector<Money> divide(Money amount, const std::vector<Share>& shares) {
    std::vector<std::int64_t> weights;
    weights.reserve(shares.size());
    for (const auto& share : shares) {
        weights.push_back(share.share_bp);
    }
    return split(amount, weights);
}

}  // namespace model
