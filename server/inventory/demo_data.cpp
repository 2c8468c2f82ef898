#include "server/inventory/demo_data.hpp"

// YIQI_DEMO_DATA is the folder, given by the build.
#define YIQI_INCLUDE_FILE(name)                                                                            \
    __asm__(".section .rodata\n.global yiqi_" #name "\n.global yiqi_" #name "_end\nyiqi_" #name            \
            ":\n.incbin \"" YIQI_DEMO_DATA "/" #name ".csv\"\nyiqi_" #name "_end:\n.byte 0\n.previous\n"); \
    extern "C" const char yiqi_##name[];                                                                   \
    extern "C" const char yiqi_##name##_end[];

YIQI_INCLUDE_FILE(institutions)
YIQI_INCLUDE_FILE(platforms)
YIQI_INCLUDE_FILE(categories)
YIQI_INCLUDE_FILE(instruments)

namespace server {

std::array<std::pair<ImportKind, std::string_view>, 4> demo_files() {
    return {{
        {ImportKind::institutions,
         {yiqi_institutions, static_cast<std::size_t>(yiqi_institutions_end - yiqi_institutions)}},
        {ImportKind::platforms, {yiqi_platforms, static_cast<std::size_t>(yiqi_platforms_end - yiqi_platforms)}},
        {ImportKind::categories, {yiqi_categories, static_cast<std::size_t>(yiqi_categories_end - yiqi_categories)}},
        {ImportKind::instruments,
         {yiqi_instruments, static_cast<std::size_t>(yiqi_instruments_end - yiqi_instruments)}},
    }};
}

}  // namespace server
