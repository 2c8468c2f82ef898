#!/usr/bin/env bash
# Installs what is needed, builds, and runs every test. The last line is the tally.
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
log=$root/build/log
sanitize=no
tidy=no
only=

usage() {
  cat <<'TEXT'
usage: bash tests/run.sh [--sanitize] [--tidy] [--only SUITE]

Runs the C++ suites (unit, property, scenario, contract on SQLite and PostgreSQL, http), the lint checks, and the
web client's type check, lint, unit tests, size budgets and browser tests.

  --sanitize     also the C++ suites under ASan+UBSan and under TSan (slow)
  --tidy         also clang-tidy over the sources (slow)
  --only SUITE   one of: unit property scenario contract http lint web e2e
  --help         this text
TEXT
}
while [ $# -gt 0 ]; do
  case "$1" in
    --help | -h) usage; exit 0 ;;
    --sanitize) sanitize=yes; shift ;;
    --tidy) tidy=yes; shift ;;
    --only) only=${2:?--only needs a suite}; shift 2 ;;
    *) usage >&2; printf 'yiqi: unknown option %s\n' "$1" >&2; exit 2 ;;
  esac
done

mkdir -p "$log"
. "$root/server/setup.sh"
wanted() { [ -z "$only" ] || [ "$only" = "$1" ]; }

# A private cluster is started by the tests; the distribution's own one is not wanted.
if [ ! -e /etc/postgresql-common/createcluster.conf ] && [ "$(id -u)" -eq 0 ]; then
  mkdir -p /etc/postgresql-common
  printf 'create_main_cluster = false\n' >/etc/postgresql-common/createcluster.conf
fi
need_packages "${build_packages[@]}" clang-format-19 postgresql-15 sqlite3
if wanted web || wanted e2e; then need_packages chromium fonts-noto-cjk; fi

suites=()
for suite in unit property scenario contract http; do
  if wanted "$suite"; then suites+=("$suite"); fi
done
targets=(yiqi)
for suite in ${suites[@]+"${suites[@]}"}; do targets+=("test_$suite"); done
build_cpp release "${targets[@]}"

passed=0
failed=0
# count NAME PASSED FAILED
count() {
  passed=$((passed + $2))
  failed=$((failed + $3))
  printf '    %-28s %s passed, %s failed\n' "$1" "$2" "$3"
}

run_catch() { # NAME BINARY
  local out=$log/test_$1.log
  "$2" --reporter xml >"$out" 2>"$out.err"
  local code=$?
  local good bad
  good=$(grep -c '<OverallResult success="true"' "$out")
  bad=$(grep -c '<OverallResult success="false"' "$out")
  # A crash leaves no result of its own.
  if [ $code -ne 0 ] && [ "$bad" -eq 0 ]; then bad=1; fi
  count "$1" "$good" "$bad"
  if [ "$bad" -gt 0 ]; then
    grep -B 3 -A 12 'success="false"' "$out" | head -n 80
    tail -n 20 "$out.err"
  fi
}

check() { # NAME COMMAND...
  local name=$1 out
  shift
  out=$log/check_${name//[^a-z0-9]/_}.log
  if "$@" >"$out" 2>&1; then
    count "$name" 1 0
  else
    count "$name" 0 1
    tail -n 40 "$out"
  fi
}

for suite in ${suites[@]+"${suites[@]}"}; do
  say "C++ $suite"
  run_catch "$suite" "$root/build/release/tests/test_$suite"
done

if wanted lint; then
  say "lint"
  for script in "$root"/tests/lint/*.sh; do
    check "$(basename "$script" .sh)" bash "$script"
  done
fi

if [ "$sanitize" = yes ]; then
  # A server that finds a race dies, so that its test fails.
  export TSAN_OPTIONS=halt_on_error=1
  export LSAN_OPTIONS="suppressions=$root/tests/leaks_of_libraries.supp:print_suppressions=0"
  for preset in asan tsan; do
    build_cpp $preset yiqi test_unit test_property test_scenario test_contract test_http
    for suite in unit property scenario contract http; do
      say "C++ $suite ($preset)"
      run_catch "${suite}_$preset" "$root/build/$preset/tests/test_$suite"
    done
  done
fi

if [ "$tidy" = yes ]; then
  say "clang-tidy"
  need_packages clang-tidy-19
  check "clang-tidy" run-clang-tidy-19 -quiet -j "$(nproc)" -p "$root/build/release" "^$root/(model|scheduler|server)/"
fi

if wanted web || wanted e2e; then
  build_web
  need_web_packages
fi
if wanted web; then
  say "web client"
  cd "$root/web" || exit 1
  check "web types" npm run --silent typecheck
  check "web lint" npm run --silent lint
  npx vitest run --reporter=json --outputFile="$log/vitest.json" >"$log/vitest.log" 2>&1
  read -r good bad < <(node -e 'const r = JSON.parse(require("fs").readFileSync(process.argv[1])); console.log(r.numPassedTests, r.numFailedTests + (r.success ? 0 : r.numFailedTests ? 0 : 1))' "$log/vitest.json" 2>/dev/null || echo "0 1")
  count "web unit" "$good" "$bad"
  if [ "$bad" -gt 0 ]; then tail -n 60 "$log/vitest.log"; fi
fi
if wanted e2e; then
  say "browser"
  cd "$root/web" || exit 1
  PLAYWRIGHT_JSON_OUTPUT_NAME=$log/e2e.json npx playwright test --reporter=json,line >"$log/e2e.log" 2>&1
  read -r good bad < <(node -e 'const s = JSON.parse(require("fs").readFileSync(process.argv[1])).stats; console.log(s.expected, s.unexpected + s.flaky)' "$log/e2e.json" 2>/dev/null || echo "0 1")
  count "browser" "$good" "$bad"
  if [ "$bad" -gt 0 ]; then tail -n 80 "$log/e2e.log"; fi
fi

printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
