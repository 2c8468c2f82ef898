#include "server/inventory/demo_purposes.hpp"

#include <algorithm>
#include <array>

namespace server {

namespace {
struct DomainPurposes {
    std::string_view domain;
    std::array<std::string_view, 4> purposes;
};

constexpr std::array general{std::string_view("样品测试"), std::string_view("课题实验"),
                             std::string_view("方法摸索与预实验"), std::string_view("企业委托测试"),
                             std::string_view("研究生论文数据补测")};

constexpr std::array table{
    DomainPurposes{"材料表征", {"涂层断面形貌观察", "合金粉末物相分析", "薄膜厚度与成分测定", "失效件表面元素分布"}},
    DomainPurposes{"海洋观测", {"浮标传感器入水前比测", "剖面观测数据采集", "温盐深探头实验室标定", "潜标布放前联调"}},
    DomainPurposes{"海洋地质", {"柱状沉积物粒度分析", "岩芯扫描与分样", "底质样品矿物鉴定", "浅地层剖面资料采集"}},
    DomainPurposes{"海洋环境监测",
                   {"近岸海水营养盐测定", "沉积物重金属检测", "微塑料样品鉴定", "养殖海域水质例行监测"}},
    DomainPurposes{"中试与工艺", {"提取工艺放大试验", "喷雾干燥参数优化", "发酵罐小批量试产", "新配方中试验证"}},
    DomainPurposes{"能源与岩石物理", {"岩心孔渗测定", "水合物样品合成与分解", "储层岩石声学测试", "驱替实验"}},
    DomainPurposes{"海洋生物", {"浮游生物样品鉴定", "藻种培养与生长曲线测定", "贝类苗种性状测量", "鱼类行为观察实验"}},
    DomainPurposes{"力学与失效分析",
                   {"焊接接头拉伸试验", "紧固件疲劳寿命试验", "复合材料层板弯曲试验", "断口形貌分析"}},
    DomainPurposes{"化学分析", {"未知杂质结构鉴定", "原料药纯度测定", "溶剂残留检测", "配位化合物表征"}},
    DomainPurposes{"发动机与动力", {"船用柴油机台架试验", "燃油喷射特性测量", "尾气排放对比测试", "增压器性能标定"}},
    DomainPurposes{"电池与储能",
                   {"软包电池循环寿命测试", "正极材料倍率性能测试", "电池热失控试验", "储能模组充放电考核"}},
    DomainPurposes{"机器人与智能装备",
                   {"水下机器人推进器测试", "机械臂重复定位精度检测", "巡检机器人导航调试", "控制器半实物仿真"}},
    DomainPurposes{"药物研发",
                   {"海洋天然产物结构确证", "先导化合物活性筛选", "多糖分子量测定", "候选药物代谢产物分析"}},
    DomainPurposes{"基因与蛋白", {"转录组文库质检", "目的蛋白纯化", "荧光定量检测", "蛋白互作亲和力测定"}},
    DomainPurposes{"安全与灾害防控", {"粉尘爆炸特性测试", "矿压监测模型试验", "阻燃材料燃烧试验", "应急预案演练"}},
    DomainPurposes{"海工结构试验", {"导管架节点静载试验", "平台模型疲劳加载", "系泊链拉力试验", "海缆弯曲试验"}},
    DomainPurposes{"船舶水动力", {"船模静水阻力试验", "耐波性试验", "螺旋桨敞水试验", "浮式风机波浪响应试验"}},
    DomainPurposes{"水声与通信",
                   {"换能器灵敏度校准", "声呐样机消声水池测试", "水声通信机误码率测试", "吸声材料声学性能测量"}},
    DomainPurposes{"腐蚀与防护", {"海水全浸腐蚀试验", "盐雾试验", "防腐涂层电化学阻抗测试", "阴极保护电位测量"}},
    DomainPurposes{"人工智能算力",
                   {"海浪预报模型训练", "遥感影像识别模型训练", "分子动力学并行计算", "大模型微调实验"}},
    DomainPurposes{"精密制造与计量", {"精密零件三坐标检测", "模具型面扫描", "光学元件面形检测", "样件五轴加工"}},
    DomainPurposes{"土木与耐久性", {"混凝土抗氯离子渗透试验", "试块抗压强度试验", "冻融循环试验", "钢筋锈蚀试验"}},
    DomainPurposes{"无损检测", {"压力容器焊缝超声检测", "铸件工业CT扫描", "风机叶片缺陷检测", "管道漏磁检测"}},
    DomainPurposes{"电力电子", {"变流器效率测试", "功率器件双脉冲测试", "电机控制器带载试验", "并网谐波测试"}},
    DomainPurposes{"氢能与燃料电池",
                   {"燃料电池单池极化曲线测试", "电堆耐久性试验", "储氢材料吸放氢测试", "电解槽性能测试"}},
    DomainPurposes{"高分子与橡塑", {"胎面胶动态力学测试", "硫化特性测定", "高分子流变性能测试", "塑料老化前后对比"}},
    DomainPurposes{"食品检测", {"水产品兽药残留检测", "预制菜挥发性风味分析", "海参多肽含量测定", "食品营养成分检测"}},
    DomainPurposes{"环境可靠性", {"舱内设备高低温试验", "随机振动试验", "温湿度循环试验", "防水等级试验"}},
    DomainPurposes{"电子测量与电磁兼容",
                   {"整机辐射发射预测试", "天线方向图测量", "静电抗扰度试验", "射频前端参数测量"}},
    DomainPurposes{"生物成像", {"组织切片共聚焦成像", "活细胞长时间成像", "藻类超微结构观察", "斑马鱼三维成像"}},
    DomainPurposes{"遥感与测绘", {"海岸带无人机航测", "高光谱影像采集", "三维激光扫描建模", "控制点测量"}},
    DomainPurposes{"水处理与淡化", {"反渗透膜通量测试", "海水淡化预处理试验", "膜污染清洗试验", "产水水质检测"}},
    DomainPurposes{"港航与实训", {"航海模拟器培训", "集装箱码头操作实训", "船员适任考核练习", "桥吊操作培训"}},
    DomainPurposes{"光伏与风电", {"组件功率标定", "组件盐雾老化试验", "风机传动链测试", "逆变器效率测试"}},
    DomainPurposes{"微纳加工", {"光刻工艺流片", "薄膜溅射沉积", "微流控芯片刻蚀", "传感器芯片封装"}}};
}  // namespace

std::span<const std::string_view> demo_purposes(std::string_view domain) {
    const auto found = std::ranges::find(table, domain, &DomainPurposes::domain);
    return found != table.end() ? std::span<const std::string_view>(found->purposes) : general;
}

}  // namespace server
