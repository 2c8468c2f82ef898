#include "server/storage/catalogue.hpp"

#include "model/assert.hpp"
#include "scheduler/pricing.hpp"

namespace server {

using namespace model;

namespace {
const Pinyin& pinyin() {
    static const Pinyin table;
    return table;
}

const std::vector<Catalogue::Ordinal> none;
}  // namespace

Catalogue::Catalogue(std::vector<Institution> institutions, std::vector<Platform> platforms,
                     std::vector<Category> categories, std::vector<scheduler::InstrumentPtr> instruments,
                     HolidaysPtr holidays)
    : instruments_(std::move(instruments)) {
    auto base = std::make_shared<Base>();
    base->institutions = std::move(institutions);
    base->platforms = std::move(platforms);
    base->categories = std::move(categories);
    base->holidays = std::move(holidays);
    for (std::size_t i = 0; i < base->institutions.size(); ++i) {
        base->institution_at.emplace(base->institutions[i].id.value, i);
    }
    for (std::size_t i = 0; i < base->platforms.size(); ++i) {
        base->platform_at.emplace(base->platforms[i].id.value, i);
    }
    for (std::size_t i = 0; i < instruments_.size(); ++i) {
        base->instrument_at.emplace(instruments_[i]->instrument.id.value, static_cast<Ordinal>(i));
        base->by_category[instruments_[i]->instrument.category_code.value].push_back(static_cast<Ordinal>(i));
    }
    base_ = std::move(base);
    build_search();
}

SearchEntry Catalogue::search_entry(const scheduler::InstrumentRecord& record) const {
    SearchEntry entry;
    entry.instrument = record.instrument;
    entry.platform = record.instrument.platform_id;
    entry.institution = record.institution_id;
    if (const auto* p = platform(entry.platform)) {
        entry.platform_name_zh = p->name_zh;
        entry.platform_name_en = p->name_en;
    }
    if (const auto* i = institution(entry.institution)) {
        entry.institution_name_zh = i->name_zh;
        entry.institution_name_en = i->name_en;
        entry.institution_short = i->short_name;
    }
    entry.hourly_fen = external_hourly_fen(record);
    entry.requires_training = record.policy->policy.requires_training;
    entry.capacity = static_cast<int>(record.policy->policy.capacity);
    return entry;
}

void Catalogue::build_search() {
    std::vector<SearchEntry> entries;
    entries.reserve(instruments_.size());
    for (const auto& record : instruments_) {
        entries.push_back(search_entry(*record));
    }
    search_ = SearchIndex::build(std::move(entries), pinyin());
}

std::shared_ptr<const Catalogue> Catalogue::with(const scheduler::InstrumentPtr& changed) const {
    const auto* ordinal = find(changed->instrument.id);
    YIQI_ASSERT(ordinal != nullptr);
    std::shared_ptr<Catalogue> copy(new Catalogue());
    copy->base_ = base_;
    copy->instruments_ = instruments_;
    copy->search_ = search_;
    const auto& old = *instruments_[*ordinal];
    const bool search_sees_it = external_hourly_fen(old) != external_hourly_fen(*changed) ||
                                old.policy->policy.requires_training != changed->policy->policy.requires_training ||
                                old.instrument.status != changed->instrument.status;
    copy->instruments_[*ordinal] = changed;
    if (search_sees_it) {
        copy->build_search();
    }
    return copy;
}

const Catalogue::Ordinal* Catalogue::find(const InstrumentId& id) const {
    const auto found = base_->instrument_at.find(id.value);
    return found == base_->instrument_at.end() ? nullptr : &found->second;
}

scheduler::InstrumentPtr Catalogue::instrument(const InstrumentId& id) const {
    const auto* ordinal = find(id);
    return ordinal == nullptr ? nullptr : instruments_[*ordinal];
}

const Platform* Catalogue::platform(const PlatformId& id) const {
    const auto found = base_->platform_at.find(id.value);
    return found == base_->platform_at.end() ? nullptr : &base_->platforms[found->second];
}

const Institution* Catalogue::institution(const InstitutionId& id) const {
    const auto found = base_->institution_at.find(id.value);
    return found == base_->institution_at.end() ? nullptr : &base_->institutions[found->second];
}

const std::vector<Catalogue::Ordinal>& Catalogue::in_category(const CategoryCode& code) const {
    const auto found = base_->by_category.find(code.value);
    return found == base_->by_category.end() ? none : found->second;
}

std::int64_t Catalogue::external_hourly_fen(const scheduler::InstrumentRecord& record) {
    if (!record.rates) {
        return 0;
    }
    const auto* card = scheduler::card_for(record.rates->rates, PriceClass::enterprise, latest_instant);
    return card == nullptr ? 0 : card->hourly_fen.fen();
}

}  // namespace server
