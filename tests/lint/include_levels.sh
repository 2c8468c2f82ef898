#!/usr/bin/env bash
# The direction of includes: model <- scheduler <- server; nothing includes tests. Libraries stay in their layer.
cd "$(dirname "$0")/../.." || exit 1
status=0
project() { # FOLDER ALLOWED
  if grep -rnP "#include \"(?!(?:$2)/)" "$1" --include='*.hpp' --include='*.cpp'; then status=1; fi
}
library() { # FOLDER FORBIDDEN
  if grep -rnP "#include <(?:$2)" "$1" --include='*.hpp' --include='*.cpp'; then status=1; fi
}
project model 'model'
project scheduler 'model|scheduler'
project server 'model|scheduler|server'
library model 'boost/asio|boost/beast|nlohmann|sqlite3|libpq|soci|spdlog'
library scheduler 'boost/asio|boost/beast|nlohmann|sqlite3|libpq|soci|spdlog|thread|mutex'
if grep -rln 'date/tz.h' model scheduler server --include='*.hpp' --include='*.cpp' | grep -v '^model/time_zone.cpp$'; then status=1; fi
exit $status
