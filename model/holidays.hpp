#pragma once
// Public holidays and make-up working days as data. China moves working days around its holidays: a
// Saturday or Sunday is then worked. Which ones is announced each autumn for the year to come.

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include <boost/describe.hpp>

#include "model/date.hpp"
#include "model/text.hpp"

namespace model {

/// Days off in a row, both ends included.
struct Holiday {
    Date from;
    Date to;
    Text<1, 50> name_zh;
    Text<1, 100> name_en;
};
BOOST_DESCRIBE_STRUCT(Holiday, (), (from, to, name_zh, name_en))

/// A day that is worked although it would be free. It has the opening hours of `hours_of`, by default
/// Monday's: the announcements do not say which weekday's work is made up.
struct WorkingDay {
    Date date;
    std::optional<Weekday> hours_of;
};
BOOST_DESCRIBE_STRUCT(WorkingDay, (), (date, hours_of))

/// published: announced in full; provisional: only the days that the law fixes, without make-up days.
enum class HolidayYearStatus { published, provisional };
BOOST_DESCRIBE_ENUM(HolidayYearStatus, published, provisional)

struct HolidayYear {
    Bounded<2000, 2037> year;
    HolidayYearStatus status = HolidayYearStatus::published;
    Text<0, 300> source;
};
BOOST_DESCRIBE_STRUCT(HolidayYear, (), (year, status, source))

/// The document as it is edited: at most 38 years, 1,000 holidays, 1,000 working days. Holidays do not
/// overlap, and no working day lies in one.
struct HolidayDocument {
    std::vector<HolidayYear> years;
    std::vector<Holiday> holidays;
    std::vector<WorkingDay> working_days;
};
BOOST_DESCRIBE_STRUCT(HolidayDocument, (), (years, holidays, working_days))

/// What is wrong with a document, each with its path ("holidays[2].to"); empty where it is in order.
std::vector<FieldError> problems_of(const HolidayDocument& document);

/// A version of the calendar: 0 is the one that comes with the program, then 1, 2, ... Immutable.
class Holidays {
  public:
    /// `document` is in order.
    Holidays(HolidayDocument document, std::int64_t version);

    /// The holiday that a day belongs to; nullptr where it is none. O(log holidays).
    [[nodiscard]] const Holiday* on(LocalDay day) const;
    /// The weekday (0 = Monday) whose hours a make-up working day has; nothing on other days.
    [[nodiscard]] std::optional<int> worked_as(LocalDay day) const;

    [[nodiscard]] std::int64_t version() const noexcept { return version_; }
    [[nodiscard]] const HolidayDocument& document() const noexcept { return document_; }

  private:
    HolidayDocument document_;
    std::int64_t version_;
};
using HolidaysPtr = std::shared_ptr<const Holidays>;

/// The calendar that comes with the program.
///
/// 2026: 国务院办公厅关于2026年部分节假日安排的通知, 4 November 2025. 2027: only the days that
/// 《全国年节及纪念日放假办法》 (as revised in 2024) fixes, provisional until the announcement.
HolidayDocument shipped_holidays();

}  // namespace model
