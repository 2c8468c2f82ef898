#pragma once
// What the proofs find.

#include <string>
#include <utility>
#include <vector>

namespace server {

/// Keeps the first 100.
class Problems {
  public:
    explicit Problems(std::vector<std::string>& into) : into_(into) {}
    void add(std::string sentence) {
        constexpr std::size_t problems_max = 100;
        if (into_.size() < problems_max) {
            into_.push_back(std::move(sentence));
        }
    }

  private:
    std::vector<std::string>& into_;
};

}  // namespace server
