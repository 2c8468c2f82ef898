#include "server/auth/demo_people.hpp"

#include <array>

namespace server {

using namespace model;

namespace {
constexpr std::array people{
    DemoPerson{"member@acme.example", "陈明", Role::member, "ORG-ACME", "ORG-ACME", "企业用户", "company member"},
    DemoPerson{"admin@acme.example", "林慧", Role::company_admin, "ORG-ACME", "ORG-ACME", "企业管理员",
               "company admin"},
    DemoPerson{"member@borealis.example", "赵磊", Role::member, "ORG-BOREALIS", "ORG-BOREALIS", "另一家企业的用户",
               "member of another company"},
    DemoPerson{"operator@p01.example", "王芳", Role::operator_, "DEMO-P01", "DEMO-I01", "机组人员", "operator"},
    DemoPerson{"admin@p01.example", "刘洋", Role::platform_admin, "DEMO-P01", "DEMO-I01", "平台管理员",
               "platform admin"},
    DemoPerson{"admin@i01.example", "孙静", Role::institution_admin, "DEMO-I01", "DEMO-I01", "高校管理员",
               "institution admin"},
    DemoPerson{"finance@council.example", "周敏", Role::finance, "", "COUNCIL", "财务", "finance"},
    DemoPerson{"secretariat@council.example", "吴强", Role::secretariat, "", "COUNCIL", "高校理事会秘书处",
               "secretariat"},
    DemoPerson{"system@council.example", "系统管理员", Role::system_admin, "", "COUNCIL", "系统管理员",
               "system administrator"},
};
}  // namespace

std::span<const DemoPerson> demo_people() {
    return people;
}

std::span<const Organisation> demo_organisations() {
    static const std::array organisations{
        Organisation{OrganisationId{"ORG-ACME"}, OrganisationKind::enterprise, "海蓝新材料（演示）有限公司",
                     "91370211MA3C4D5E6F", Money{500'000'000}},
        Organisation{OrganisationId{"ORG-BOREALIS"}, OrganisationKind::enterprise, "北极星海洋装备（演示）有限公司",
                     "91370211MA3P7Q8R9X", Money{500'000'000}},
        Organisation{OrganisationId{"COUNCIL"}, OrganisationKind::council, "高校理事会秘书处", "",
                     Money{10'000'000'000}},
    };
    return organisations;
}

}  // namespace server
