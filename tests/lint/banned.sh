#!/usr/bin/env bash
# Calls and types that have a better one here.
cd "$(dirname "$0")/../.." || exit 1
status=0
banned() { # PATTERN INSTEAD FILES...
  local pattern=$1 instead=$2
  shift 2
  if grep -rnP "$pattern" "$@" --include='*.hpp' --include='*.cpp'; then
    printf 'use instead: %s\n' "$instead"
    status=1
  fi
}
banned 'system_clock::now' 'a Clock that is passed in' model scheduler
banned '^(?!\s*//).*\b(double|float)\b' 'model::Money, whole numbers' model/money.hpp model/money.cpp model/ledger.hpp model/rates.hpp scheduler
banned 'std::endl' '"\n"' model scheduler server
banned 'asio::detached' 'a completion handler that reports' server
banned 'catch \(\.\.\.\) \{\s*\}' 'handle or report it' model scheduler server
banned 'using namespace' 'qualified names in headers' $(git ls-files '*.hpp' | grep -E '^(model|scheduler|server)/')
banned '\bTODO\b|\bFIXME\b' 'do it, or write it down elsewhere' model scheduler server
exit $status
