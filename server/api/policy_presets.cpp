// Booking rules of real instrument services as ready documents: a start for a platform's own. The numbers are
// those that the services published; what they did not publish keeps its default.

#include "server/api/handlers.hpp"
#include "server/json/schema.hpp"

namespace server {

using namespace model;

namespace {
struct PresetView {
    std::string id;
    std::string name_zh;
    std::string name_en;
    std::string source;
    std::string note_zh;
    std::string note_en;
    Policy policy;
};
BOOST_DESCRIBE_STRUCT(PresetView, (), (id, name_zh, name_en, source, note_zh, note_en, policy))

constexpr std::int64_t hour = 60;
constexpr std::int64_t day = 24 * hour;

PresetView caas() {
    PresetView preset{"caas-ipp",
                      "中国农科院植保所仪器平台",
                      "CAAS Institute of Plant Protection",
                      "111.202.225.21/Account/Register",
                      "至少提前 1 天预约；开始后 60 分钟未签到即作废并记违规",
                      "Booked at least a day ahead; void and a violation when nobody logs in for 60 minutes",
                      {}};
    preset.policy.min_notice_minutes = day;
    preset.policy.no_show_after_minutes = hour;
    return preset;
}

PresetView hust() {
    PresetView preset{"hust-analysis",
                      "华中科技大学分析测试中心",
                      "HUST Analytical and Testing Center",
                      "pfsdt.hust.edu.cn/syyy/sy.htm",
                      "提前 3 天预约；取消须提前 24 小时",
                      "Booked three days ahead; cancelled at least 24 hours before",
                      {}};
    preset.policy.min_notice_minutes = 3 * day;
    preset.policy.cancel_notice_minutes = day;
    return preset;
}

PresetView cup() {
    PresetView preset{
        "cup",
        "中国石油大学大型仪器共享平台",
        "China University of Petroleum",
        "sbgx.cup.edu.cn/Account/RegisterProtocol",
        "提前 3 天预约；迟到 30 分钟后他人可使用；取消须提前 1 天；须先培训",
        "Booked three days ahead; after 30 minutes others may use it; cancelled a day before; training first",
        {}};
    preset.policy.min_notice_minutes = 3 * day;
    preset.policy.cancel_notice_minutes = day;
    preset.policy.no_show_after_minutes = 30;
    preset.policy.requires_training = true;
    return preset;
}

PresetView shanghaitech() {
    PresetView preset{"shanghaitech-siais",
                      "上海科技大学免疫化学研究所",
                      "ShanghaiTech SIAIS",
                      "eshare.shanghaitech.edu.cn/siais/gtl/category/doemg?id=130",
                      "自主上机提前 3 天预约；取消须提前 24 小时；须先培训",
                      "Self-use booked three days ahead; cancelled at least 24 hours before; training first",
                      {}};
    preset.policy.min_notice_minutes = 3 * day;
    preset.policy.cancel_notice_minutes = day;
    preset.policy.requires_training = true;
    return preset;
}

PresetView fair_slots() {
    PresetView preset{"fair-slots",
                      "公平使用：每人每天最多 4 次",
                      "Fair use: at most four a day and person",
                      "m.yzwku.com/doc/112104.html",
                      "可提前 7 天预约；每人每天最多 4 个时段",
                      "Open for seven days ahead; at most four slots a day and person",
                      {}};
    preset.policy.horizon_days = 7;
    Quota quota;
    quota.per = QuotaPeriod::day;
    quota.max_bookings = 4;
    preset.policy.quotas = {quota};
    return preset;
}

PresetView sichuan() {
    PresetView preset{"sicau-access",
                      "四川农业大学共享平台门禁",
                      "Sichuan Agricultural University access",
                      "labshare.sicau.edu.cn/Portals/News/Read/378",
                      "开始前 30 分钟起可进入；先培训考试再上机",
                      "The door opens 30 minutes before; training and exam first",
                      {}};
    preset.policy.check_in_early_minutes = 30;
    preset.policy.requires_training = true;
    return preset;
}
}  // namespace

std::string preset_schema() {
    return json::schema<PresetView>();
}

Result<Answer> list_policy_presets(const Call& call) {
    TRY(const auto page, page_of(call));
    const std::vector<PresetView> presets{caas(), hust(), cup(), shanghaitech(), fair_slots(), sichuan()};
    std::vector<std::string> items;
    const auto begin = std::min(static_cast<std::size_t>(page.offset), presets.size());
    for (auto i = begin; i < std::min(begin + page.limit, presets.size()); ++i) {
        items.push_back(json::to_text(presets[i], call.style));
    }
    return Answer{200, list_text(items, page, static_cast<std::int64_t>(presets.size()))};
}

}  // namespace server
