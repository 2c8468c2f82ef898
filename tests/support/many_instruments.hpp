#pragma once
// A large catalogue made from the demo inventory.

#include "tests/support/demo_catalogue.hpp"

#include <array>
#include <cstddef>
#include <random>
#include <string>
#include <vector>

namespace support {

/// `count` entries that differ in name, model, price and specs; always the same ones.
inline std::vector<server::SearchEntry> many_entries(std::size_t count) {
    static constexpr std::array<const char*, 16> before = {"高精度", "便携式", "全自动", "多功能", "台式", "超高速",
                                                           "低温",   "原位",   "车载",   "双光束", "微区", "深海",
                                                           "数字",   "真空",   "智能",   "大功率"};
    static constexpr std::array<const char*, 12> behind = {"系统", "装置",   "平台", "工作站", "(二期)", "(海洋楼)",
                                                           "附件", "测试台", "组件", "(甲)",   "(乙)",   "机组"};
    const std::vector<server::SearchEntry> demo = demo_entries();
    std::mt19937 random(20260901);
    const auto below = [&](std::size_t bound) { return random() % bound; };
    std::vector<server::SearchEntry> entries;
    entries.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const server::SearchEntry& other = demo[below(demo.size())];
        server::SearchEntry& entry = entries.emplace_back(demo[below(demo.size())]);
        model::Instrument& instrument = entry.instrument;
        instrument.id = model::InstrumentId("GEN" + std::to_string(1'000'000 + i));
        instrument.name_zh = before[below(before.size())] + instrument.name_zh + behind[below(behind.size())];
        instrument.name_en += " " + std::to_string(below(1000));
        instrument.model += "-" + std::to_string(below(10'000));
        instrument.specs += "；" + other.instrument.specs;
        entry.hourly_fen = static_cast<std::int64_t>(below(2'000)) * 100;
    }
    return entries;
}

}  // namespace support
