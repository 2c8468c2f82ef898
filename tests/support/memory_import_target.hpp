#pragma once
// An ImportTarget in memory.

#include "server/inventory/import.hpp"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tests {

class MemoryImportTarget : public server::ImportTarget {
  public:
    bool has_institution(const std::string& id) override { return institutions.contains(id); }

    bool has_platform(const std::string& id) override { return platforms.contains(id); }

    bool has_instrument(const std::string& id) override { return instruments.contains(id); }

    std::optional<model::Category> category(const std::string& code, int level) override {
        for (int at = level == 0 ? 3 : level; at >= (level == 0 ? 1 : level); --at) {
            if (const auto it = categories.find({code, at}); it != categories.end()) {
                return it->second;
            }
        }
        return std::nullopt;
    }

    std::vector<std::string> ids(server::ImportKind kind) override {
        std::vector<std::string> out;
        switch (kind) {
            case server::ImportKind::institutions:
                for (const auto& [id, unused] : institutions) {
                    out.push_back(id);
                }
                break;
            case server::ImportKind::platforms:
                for (const auto& [id, unused] : platforms) {
                    out.push_back(id);
                }
                break;
            case server::ImportKind::instruments:
                for (const auto& [id, unused] : instruments) {
                    out.push_back(id);
                }
                break;
            case server::ImportKind::categories:
                for (const auto& [key, unused] : categories) {
                    if (out.empty() || out.back() != key.first) {
                        out.push_back(key.first);
                    }
                }
                break;
        }
        return out;
    }

    void add(const model::Institution& it) override { institutions[it.id.value] = it; }

    void add(const model::Platform& it) override { platforms[it.id.value] = it; }

    void add(const server::InstrumentRow& it) override { instruments[it.instrument.id.value] = it; }

    void add(const model::Category& it) override { categories[{it.code.value, it.level}] = it; }

    std::map<std::string, model::Institution> institutions;
    std::map<std::string, model::Platform> platforms;
    std::map<std::string, server::InstrumentRow> instruments;
    std::map<std::pair<std::string, int>, model::Category> categories;
};

}  // namespace tests
