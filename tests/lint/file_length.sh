#!/usr/bin/env bash
# A file is about one thing: at most 400 lines.
cd "$(dirname "$0")/../.." || exit 1
git ls-files 'model/*' 'scheduler/*' 'server/*' 'tests/*' 'web/src/*' | grep -E '\.(cpp|hpp|ts|vue)$' | grep -v 'schema.d.ts' |
  xargs wc -l | awk '$2 != "total" && $1 > 400 { print; bad = 1 } END { exit bad }'
