#include "model/error.hpp"

#include <array>

#include "model/assert.hpp"

namespace model {

namespace {
using enum ErrorCode;
constexpr std::array table{
    ErrorFacts{malformed_request, "malformed_request", 400, "请求格式不正确", "The request is malformed"},
    ErrorFacts{invalid_field, "invalid_field", 422, "填写的内容有误", "Some fields are not valid"},
    ErrorFacts{not_signed_in, "not_signed_in", 401, "请先登录", "Sign in first"},
    ErrorFacts{wrong_credentials, "wrong_credentials", 401, "账号或密码不正确", "Wrong login or password"},
    ErrorFacts{csrf_token_wrong, "csrf_token_wrong", 403, "页面已过期，请刷新后重试",
               "The page is out of date; reload and try again"},
    ErrorFacts{not_allowed, "not_allowed", 403, "您没有此操作的权限", "You may not do this"},
    ErrorFacts{not_found, "not_found", 404, "没有找到", "Not found"},
    ErrorFacts{method_not_allowed, "method_not_allowed", 405, "不支持的请求方法", "This method is not supported here"},
    ErrorFacts{slot_taken, "slot_taken", 409, "该时段已被占用", "The slot is taken"},
    ErrorFacts{accessory_taken, "accessory_taken", 409, "附件数量不足", "Not enough of an accessory is free"},
    ErrorFacts{wrong_state, "wrong_state", 409, "当前状态不允许此操作", "The current state does not allow this"},
    ErrorFacts{already_exists, "already_exists", 409, "已经存在", "It exists already"},
    ErrorFacts{stale_etag, "stale_etag", 412, "内容已被他人修改，请刷新", "Somebody changed it meanwhile; reload"},
    ErrorFacts{etag_required, "etag_required", 428, "缺少 If-Match", "If-Match is required"},
    ErrorFacts{too_large, "too_large", 413, "内容过大", "The content is too large"},
    ErrorFacts{header_too_large, "header_too_large", 431, "请求头过大", "The header is too large"},
    ErrorFacts{wrong_media_type, "wrong_media_type", 415, "不支持的内容类型", "The content type is not supported"},
    ErrorFacts{rule_violated, "rule_violated", 422, "不符合预约规则", "A booking rule is not met"},
    ErrorFacts{insufficient_credit, "insufficient_credit", 422, "可用额度不足", "The available credit is not enough"},
    ErrorFacts{account_blocked, "account_blocked", 422, "因逾期未付款，暂停新预约",
               "No new bookings while a payment is overdue"},
    ErrorFacts{spending_limit_reached, "spending_limit_reached", 422, "超出支出限额", "The spending limit is reached"},
    ErrorFacts{idempotency_key_reused, "idempotency_key_reused", 422, "同一个 Idempotency-Key 用于不同的请求",
               "This Idempotency-Key was used for another request"},
    ErrorFacts{quote_invalid, "quote_invalid", 422, "报价无效或已过期", "The quote is not valid or has expired"},
    ErrorFacts{price_unavailable, "price_unavailable", 422, "该仪器暂无适用的收费标准",
               "There is no price for this instrument"},
    ErrorFacts{too_many_requests, "too_many_requests", 429, "请求过于频繁", "Too many requests"},
    ErrorFacts{overloaded, "overloaded", 503, "系统繁忙，请稍后再试", "The system is busy; try again soon"},
    ErrorFacts{unavailable, "unavailable", 503, "暂时无法服务，请稍后再试", "Temporarily unavailable; try again soon"},
    ErrorFacts{internal, "internal", 500, "服务器内部错误", "Internal error"},
};
}  // namespace

const ErrorFacts& facts_of(ErrorCode code) {
    const auto& row = table.at(static_cast<std::size_t>(code) - 1);
    YIQI_ASSERT(row.code == code);
    return row;
}

Error invalid_field(std::string field, std::string code, Sentence message) {
    Error error(ErrorCode::invalid_field);
    error.with_field({std::move(field), std::move(code), std::move(message)});
    return error;
}

}  // namespace model
