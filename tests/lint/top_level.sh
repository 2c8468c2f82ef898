#!/usr/bin/env bash
# The agreed entries of the top level, and no more.
cd "$(dirname "$0")/../.." || exit 1
extra=$(git ls-files | cut -d/ -f1 | sort -u | grep -vxE 'CMakeLists.txt|CMakePresets.json|README.md|LICENSE|server|model|scheduler|web|tests|\..*')
[ -z "$extra" ] || { printf 'unexpected at the top level: %s\n' "$extra"; exit 1; }
