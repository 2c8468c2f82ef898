#!/usr/bin/env bash
# The C++ sources are formatted.
cd "$(dirname "$0")/../.." || exit 1
git ls-files '*.cpp' '*.hpp' | xargs clang-format-19 --dry-run --Werror
