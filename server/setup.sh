# What server/run.sh and tests/run.sh share: packages, Node.js, the two builds. Sourced, not run.

say() { printf '\033[1m==> %s\033[0m\n' "$*" >&2; }
stop() {
  printf 'yiqi: %s\n' "$*" >&2
  exit 1
}

# Installs the Debian packages that are missing. One quick look when all are there.
need_packages() {
  local missing=() package
  for package in "$@"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  command -v apt-get >/dev/null || stop "these Debian packages are missing and there is no apt-get: ${missing[*]}"
  local as_root=()
  [ "$(id -u)" -eq 0 ] || as_root=(sudo)
  say "installing ${#missing[@]} Debian packages: ${missing[*]}"
  "${as_root[@]}" apt-get update -qq >"$log/apt.log" 2>&1 || stop "apt-get update failed; see $log/apt.log"
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive UCF_FORCE_CONFFOLD=1 apt-get install -y -qq --no-install-recommends \
    -o Dpkg::Options::=--force-confold "${missing[@]}" >>"$log/apt.log" 2>&1 ||
    stop "the packages could not be installed; see $log/apt.log"
}

build_packages=(clang-19 mold ccache cmake ninja-build pkg-config libboost1.81-dev libboost-url1.81-dev libsoci-dev libsqlite3-dev libpq-dev
  libsodium-dev libssl-dev libspdlog-dev libfmt-dev libhowardhinnant-date-dev libcli11-dev nlohmann-json3-dev libicu-dev zlib1g-dev
  libpango1.0-dev libcairo2-dev libxlsxwriter-dev fonts-noto-cjk fonts-liberation catch2 librapidcheck-dev poppler-utils coinor-libcbc-dev tzdata ca-certificates)

node_is_new_enough() {
  command -v node >/dev/null && command -v npm >/dev/null &&
    node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 22 || (a === 22 && b >= 12) || (a === 20 && b >= 19) ? 0 : 1)'
}

# The web client is built with Node.js 20.19 or newer; Debian 12 has 18, which only fetches a newer one.
need_node() {
  node_is_new_enough && return 0
  local place=$root/build/node machine
  case "$(uname -m)" in
    x86_64) machine=x64 ;;
    aarch64) machine=arm64 ;;
    *) stop "install Node.js 20.19 or newer: there is none for $(uname -m) here" ;;
  esac
  if [ ! -x "$place/node_modules/node-linux-$machine/bin/node" ]; then
    command -v npm >/dev/null || need_packages nodejs npm
    say "fetching Node.js 22"
    npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$place" "node-linux-$machine@22.23.3" >"$log/node.log" 2>&1 ||
      stop "Node.js 22 could not be fetched; see $log/node.log"
  fi
  export PATH=$place/node_modules/node-linux-$machine/bin:$PATH
  node_is_new_enough || stop "the fetched Node.js does not run"
}

# node_modules that match the lock file.
need_web_packages() {
  need_node
  if ! cmp -s "$root/web/package-lock.json" "$root/web/node_modules/.yiqi-lock"; then
    say "installing the web client's packages"
    (cd "$root/web" && npm ci --no-audit --no-fund >"$log/npm.log" 2>&1) || stop "npm ci failed; see $log/npm.log"
    cp "$root/web/package-lock.json" "$root/web/node_modules/.yiqi-lock"
  fi
}

# web/dist, when a source is newer than it.
build_web() {
  local stamp=$root/web/dist/index.html
  if [ -f "$stamp" ] && [ -z "$(find "$root/web/src" "$root/web/public" "$root/web/index.html" "$root/web/package-lock.json" "$root/web/vite.config.ts" "$root/web/scripts" -newer "$stamp" -print -quit 2>/dev/null)" ]; then
    return 0
  fi
  need_web_packages
  say "building the web client"
  (cd "$root/web" && npm run --silent build >"$log/web.log" 2>&1) || {
    tail -n 30 "$log/web.log" >&2
    stop "the web client does not build; see $log/web.log"
  }
}

# build_cpp PRESET TARGET...
build_cpp() {
  local preset=$1
  shift
  [ -f "$root/build/$preset/build.ninja" ] ||
    (cd "$root" && cmake --preset "$preset" >"$log/cmake.log" 2>&1) || stop "cmake failed; see $log/cmake.log"
  if ! cmake --build "$root/build/$preset" --target "$@" -- -n 2>/dev/null | grep -q 'no work to do'; then
    say "building ($preset): $*"
    cmake --build "$root/build/$preset" --target "$@" 2>&1 | tee "$log/build.log" | grep --line-buffered -oE '^\[[0-9]+/[0-9]+\]' | tr '\n' '\r' >&2
    [ "${PIPESTATUS[0]}" -eq 0 ] || {
      grep -E 'error|FAILED' "$log/build.log" | head -n 20 >&2
      stop "the build failed; see $log/build.log"
    }
  fi
}
