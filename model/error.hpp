#pragma once
// Expected refusals as values. Every code has one row in one table: its HTTP status and its title in
// both languages. Infrastructure failures are exceptions and never get here; bugs are assertions.

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/interval.hpp"
#include "model/language.hpp"

namespace model {

enum class ErrorCode {
    malformed_request = 1,
    invalid_field,
    not_signed_in,
    wrong_credentials,
    csrf_token_wrong,
    not_allowed,
    not_found,
    method_not_allowed,
    slot_taken,
    accessory_taken,
    wrong_state,
    already_exists,
    stale_etag,
    etag_required,
    too_large,
    header_too_large,
    wrong_media_type,
    rule_violated,
    insufficient_credit,
    account_blocked,
    spending_limit_reached,
    idempotency_key_reused,
    quote_invalid,
    price_unavailable,
    too_many_requests,
    overloaded,
    unavailable,
    internal,
};

struct ErrorFacts {
    ErrorCode code;
    std::string_view name;  ///< stable, machine-readable
    int status;             ///< HTTP
    std::string_view title_zh;
    std::string_view title_en;
};

/// The row of the table; total over ErrorCode.
const ErrorFacts& facts_of(ErrorCode code);

/// A number or a word that a message mentions, by name.
struct Parameter {
    std::string name;
    std::string value;
    friend bool operator==(const Parameter&, const Parameter&) = default;
};

/// A sentence in both languages.
struct Sentence {
    std::string zh;
    std::string en;
    [[nodiscard]] const std::string& in(Language language) const { return language == Language::zh ? zh : en; }
    friend bool operator==(const Sentence&, const Sentence&) = default;
};

/// One input field that is wrong. `field` is a path such as "quotas[0].per".
struct FieldError {
    std::string field;
    std::string code;
    Sentence message;
};

/// One booking rule that a request breaks.
struct Violation {
    std::string rule;
    Sentence message;
    std::vector<Parameter> params;
};

/// The refusal of one of several things that a command was about.
struct ItemError {
    std::int64_t index = 0;  ///< from 0, in the order of the command
    std::string instrument_id;
    Interval time;
    ErrorCode code = ErrorCode::internal;
    Sentence detail;
    std::vector<FieldError> fields;
    std::vector<Violation> violations;
};

/// A refusal. Not an aggregate on purpose: parenthesised aggregate initialisation would make an Error
/// out of a bare integer.
class Error {
  public:
    explicit Error(ErrorCode code) : code_(code) {}
    Error(ErrorCode code, Sentence detail) : code_(code), detail_(std::move(detail)) {}

    [[nodiscard]] ErrorCode code() const noexcept { return code_; }
    [[nodiscard]] const Sentence& detail() const noexcept { return detail_; }
    [[nodiscard]] const std::vector<FieldError>& fields() const noexcept { return fields_; }
    [[nodiscard]] const std::vector<Violation>& violations() const noexcept { return violations_; }
    [[nodiscard]] const std::vector<ItemError>& items() const noexcept { return items_; }

    Error& with_field(FieldError field) {
        fields_.push_back(std::move(field));
        return *this;
    }
    Error& with_violations(std::vector<Violation> violations) {
        violations_ = std::move(violations);
        return *this;
    }
    Error& with_items(std::vector<ItemError> items) {
        items_ = std::move(items);
        return *this;
    }

  private:
    ErrorCode code_;
    Sentence detail_;
    std::vector<FieldError> fields_;
    std::vector<Violation> violations_;
    std::vector<ItemError> items_;
};

/// An `invalid_field` error (422) about one field.
Error invalid_field(std::string field, std::string code, Sentence message);

}  // namespace model
