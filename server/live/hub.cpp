#include "server/live/hub.hpp"

#include <algorithm>

namespace server {

void Hub::publish(const std::vector<model::Event>& events) {
    std::vector<std::function<void()>> wakes;
    {
        const std::lock_guard lock(mutex_);
        kept_.insert(kept_.end(), events.begin(), events.end());
        while (kept_.size() > kept_max) {
            kept_.pop_front();
        }
        last_seq_ = events.back().seq.value;
        for (const auto& [ticket, wake] : waiting_) {
            wakes.push_back(wake);
        }
    }
    for (const auto& wake : wakes) {
        wake();
    }
}

Hub::Window Hub::after(std::int64_t seq, std::size_t limit) const {
    const std::lock_guard lock(mutex_);
    Window window;
    window.last = last_seq_;
    if (seq >= last_seq_) {
        return window;
    }
    window.complete = !kept_.empty() && kept_.front().seq.value <= seq + 1;
    const auto first = std::ranges::upper_bound(kept_, seq, {}, [](const model::Event& e) { return e.seq.value; });
    const auto count = std::min(limit, static_cast<std::size_t>(kept_.end() - first));
    window.events.assign(first, first + static_cast<std::ptrdiff_t>(count));
    return window;
}

std::uint64_t Hub::subscribe(std::function<void()> wake) {
    const std::lock_guard lock(mutex_);
    waiting_.emplace(next_ticket_, std::move(wake));
    return next_ticket_++;
}

void Hub::unsubscribe(std::uint64_t ticket) {
    const std::lock_guard lock(mutex_);
    waiting_.erase(ticket);
}

void Hub::start_after(std::int64_t seq) {
    const std::lock_guard lock(mutex_);
    last_seq_ = seq;
}

}  // namespace server
