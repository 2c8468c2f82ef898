#!/usr/bin/env bash
# Installs what is needed, builds, and serves the demonstration.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
log=$root/build/log
port=8080
build_only=no

usage() {
  cat <<'TEXT'
usage: bash server/run.sh [--port N] [--db FILE] [--build-only] [-- OPTIONS OF yiqi serve]

Installs missing Debian packages (as root or with sudo), builds build/release/yiqi and web/dist, creates the
database with the demonstration on the first start, and serves on http://127.0.0.1:8080 until Ctrl-C.

  --port N       another port
  --db FILE      another database (default: build/demo.db, kept between starts)
  --build-only   stop after building
  --help         this text
TEXT
}

db=$root/build/demo.db
while [ $# -gt 0 ]; do
  case "$1" in
    --help | -h) usage; exit 0 ;;
    --port) port=${2:?--port needs a number}; shift 2 ;;
    --db) db=${2:?--db needs a file}; shift 2 ;;
    --build-only) build_only=yes; shift ;;
    --) shift; break ;;
    *) usage >&2; printf 'yiqi: unknown option %s\n' "$1" >&2; exit 2 ;;
  esac
done

mkdir -p "$log"
. "$root/server/setup.sh"
need_packages "${build_packages[@]}"
build_cpp release yiqi
build_web
[ "$build_only" = no ] || { say "built build/release/yiqi and web/dist"; exit 0; }

cat >&2 <<TEXT

  Yiqi            http://127.0.0.1:$port
  password        demo-password   (for each of these)
  company         member@acme.example, admin@acme.example, member@borealis.example
  platform        operator@p01.example, admin@p01.example
  university      admin@i01.example
  council         finance@council.example, secretariat@council.example, system@council.example

TEXT
exec "$root/build/release/yiqi" serve --demo --db "$db" --listen "127.0.0.1:$port" --web "$root/web/dist" "$@"
