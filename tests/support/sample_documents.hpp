#pragma once
// Documents about money as the ledger of a busy company would make them, for tests and benchmarks.

#include <string>

#include "model/money_document.hpp"

namespace support {

/// A statement of November 2026 with `charges` bookings, each priced by two lines, and one payment.
inline model::MoneyDocument sample_statement(int charges) {
    using namespace model;
    const Instant noon{seconds{1'794'110'400}};
    MoneyDocument document;
    document.id = "ORG-ACME.2026-11";
    document.kind = DocumentKind::statement;
    document.number = "COUNCIL-S-000017";
    document.sequence = 17;
    document.provisional = false;
    document.issued_at = noon;
    document.issuer = {"COUNCIL",
                       "大学城科创平台理事会",
                       "University Town Council",
                       "12370000MB2856789X",
                       "山东省青岛市崂山区科苑纬一路 1 号",
                       "0532-8888 0000",
                       "中国银行青岛分行",
                       "2345 6789 0123 4567"};
    document.customer = {"ORG-ACME",
                         "极致新材料（青岛）有限公司",
                         "Acme New Materials (Qingdao) Co., Ltd.",
                         "91370211MA3C4D5E6F",
                         "",
                         "",
                         "",
                         ""};
    document.organisation_id = OrganisationId{"ORG-ACME"};
    document.organisation_name = document.customer.name_zh;
    document.credit_code = document.customer.tax_number;
    document.month = "2026-11";
    document.from = noon - std::chrono::days{20};
    document.to = noon + std::chrono::days{10};
    document.opening_fen = Money{123'456};
    document.lines.emplace();
    for (int i = 0; i < charges; ++i) {
        DocumentLine line;
        line.transaction_id = TransactionId{i + 1};
        line.at = noon + minutes{i};
        line.booking_id = BookingId{i + 100};
        line.instrument_name_zh = "超高分辨场发射扫描电子显微镜";
        line.instrument_name_en = "Ultra-high-resolution field-emission scanning electron microscope";
        line.platform_name_zh = "材料表征平台";
        line.platform_name_en = "Materials characterisation platform";
        line.institution_id = InstitutionId{i % 2 == 0 ? "I1" : "I2"};
        line.start = line.at - std::chrono::hours{3};
        line.end = line.at - std::chrono::hours{1};
        line.user_name = "陈明";
        line.tax = i % 7 == 6 ? TaxCategory::exempt : TaxCategory::general;
        line.contract_registration = i % 7 == 6 ? "2026370200001234" : "";
        line.amount_fen = Money{250'000};
        line.tax_fen = i % 7 == 6 ? Money{0} : Money{14'151};
        line.lines = {{LineCode::reserved_time,
                       {"预约机时", "Booked time"},
                       120,
                       LineUnit::minute,
                       Money{80'000},
                       1,
                       100,
                       Money{160'000},
                       {},
                       {}},
                      {LineCode::samples,
                       {"样品测试", "Samples"},
                       1,
                       LineUnit::sample,
                       Money{90'000},
                       1,
                       100,
                       Money{90'000},
                       {},
                       {}}};
        document.lines->push_back(std::move(line));
    }
    DocumentLine payment;
    payment.transaction_id = TransactionId{charges + 1};
    payment.at = noon;
    payment.kind = TransactionKind::payment;
    payment.reference = "银行转账 2026112300017";
    payment.amount_fen = Money{-100'000};
    document.lines->push_back(std::move(payment));
    sum_up(document);
    return document;
}

}  // namespace support
