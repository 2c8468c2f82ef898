#!/usr/bin/env bash
# Builds the server and the benchmarks, runs them side by side and prints one table.
# Uses the loopback and a temporary folder only, and stops by itself.
set -euo pipefail

root=$(cd "$(dirname "$0")/../.." && pwd)
build=$root/build/release
quick=no
do_build=yes

usage() {
    cat <<'TEXT'
Usage: bash tests/bench/run.sh [--quick] [--build-dir DIR]
  --quick          a short run on smaller stores: shows that everything works, not how fast it is
  --build-dir DIR  take the programs from there and build nothing
TEXT
}

fail() {
    echo "bench: $*" >&2
    exit 1
}

while (($#)); do
    case $1 in
    --quick) quick=yes ;;
    --build-dir)
        [[ $# -ge 2 ]] || fail "--build-dir needs a folder"
        build=$(cd "$2" && pwd)
        do_build=no
        shift
        ;;
    -h | --help)
        usage
        exit 0
        ;;
    *) fail "unknown option $1 (see --help)" ;;
    esac
    shift
done

if [[ $quick == yes ]]; then
    seconds=1 rounds=1 repeats=50 many=10000 little_history=10000 much_history=100000 papers=50
else
    seconds=4 rounds=3 repeats=300 many=100000 little_history=100000 much_history=1000000 papers=1000
fi

programs=(load raw_group_commit empty_server fill in_process rounds_bench documents_bench)
if [[ $do_build == yes ]]; then
    (cd "$root" && cmake --preset release >/dev/null && cmake --build --preset release --target yiqi "${programs[@]}") >&2 ||
        fail "the build failed"
fi
bench=$build/tests
for program in "$build/yiqi" "${programs[@]/#/$bench/}"; do
    [[ -x $program ]] || fail "$program is missing"
done

folder=$(mktemp -d)
server=
stop_server() {
    if [[ -n $server ]]; then
        kill "$server" 2>/dev/null || true
        wait "$server" 2>/dev/null || true
        server=
    fi
}
trap 'stop_server; rm -rf "$folder"' EXIT

say() { echo "bench: $*" >&2; }

now_ms() { date +%s%3N; }

# start_server COMMAND...: sets server, port and start_ms (from the start to the first line).
start_server() {
    local lines=$folder/lines
    rm -f "$lines"
    mkfifo "$lines"
    local began
    began=$(now_ms)
    "$@" >"$lines" 2>>"$folder/server.log" &
    server=$!
    local line
    read -r line <"$lines" || fail "the server did not start: $(tail -3 "$folder/server.log")"
    start_ms=$(($(now_ms) - began))
    port=${line//[^0-9]/}
}
serve() { start_server "$build/yiqi" serve --db "$1" --demo --demo-bookings 0 --listen 127.0.0.1:0; }

# figure NAME LINE: the value of NAME in "a=1 b=2".
figure() { sed -n "s/.*\b$1=\([0-9.]*\).*/\1/p" <<<"$2"; }
median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
percent() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.0f %%", (b > 0 ? 100 * a / b : 0) }'; }
resident_mb() { awk '/VmRSS/ { printf "%.0f", $2 / 1024 }' "/proc/$server/status"; }

load() { "$bench/load" "$@" --port "$port" --server-pid "$server" --seconds "$seconds"; }

row() { printf '%-58s %14s %14s %10s %10s %10s\n' "$@"; }
title() {
    echo
    row "$@"
}

first_day=20
# bookings CONNECTIONS: each run books days of its own.
bookings() {
    load bookings --connections "$1" --skip-days "$first_day"
    first_day=$((first_day + 120))
}

durable_bookings() {
    title "Durable bookings, all checks, new store" "HTTP /s" "raw /s" "share" "p50 ms" "p99 ms"
    local connections round
    for connections in 1 16 64; do
        : >"$folder/http" && : >"$folder/raw" && : >"$folder/p50" && : >"$folder/p99"
        for ((round = 0; round < rounds; ++round)); do
            local http raw
            rm -f "$folder"/raw.db* "$folder"/new.db*
            raw=$("$bench/raw_group_commit" --db "$folder/raw.db" --producers "$connections" --seconds "$seconds")
            serve "$folder/new.db"
            bookings "$connections" >"$folder/line"
            stop_server
            http=$(<"$folder/line")
            figure per_second "$http" >>"$folder/http"
            figure per_second "$raw" >>"$folder/raw"
            figure p50_ms "$http" >>"$folder/p50"
            figure p99_ms "$http" >>"$folder/p99"
            cpu_http=$(figure server_cpu_us "$http")
            cpu_raw=$(figure writer_cpu_us "$raw")
        done
        local per_http per_raw
        per_http=$(median <"$folder/http")
        per_raw=$(median <"$folder/raw")
        row "$connections connections (CPU us each: server $cpu_http, raw $cpu_raw)" "$per_http" "$per_raw" \
            "$(percent "$per_http" "$per_raw")" "$(median <"$folder/p50")" "$(median <"$folder/p99")"
    done
}

against_empty() {
    title "GET, 16 connections" "yiqi /s" "empty /s" "share" "CPU us" "empty us"
    serve "$folder/new.db"
    local path=$1 mine empty
    load get "$path" --connections 16 >/dev/null
    mine=$(load get "$path" --connections 16)
    stop_server
    start_server "$bench/empty_server" --bytes "$(figure body_bytes "$mine")"
    empty=$(load get / --connections 16)
    stop_server
    row "$path ($(figure body_bytes "$mine") bytes)" "$(figure per_second "$mine")" "$(figure per_second "$empty")" \
        "$(percent "$(figure per_second "$mine")" "$(figure per_second "$empty")")" \
        "$(figure server_cpu_us "$mine")" "$(figure server_cpu_us "$empty")"
}

availability_body() {
    printf '{"duration_minutes":240,"from":"%s","to":"%s","limit":20}' \
        "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$(date -u -d '14 days' +%Y-%m-%dT%H:%M:%SZ)"
}

# http_row NAME LINE
http_row() {
    row "$1" "$(figure per_second "$2")" "" "" "$(figure p50_ms "$2")" "$(figure p99_ms "$2")"
}

questions() {
    local instruments=$1 store=$2
    title "In process, $instruments instruments" "" "CPU p50 ms" "CPU p99 ms" "p50 ms" "p99 ms"
    local name line
    while read -r name line; do
        [[ $name == load ]] && continue
        if [[ $name == calendar ]]; then
            row "calendar in memory, bytes a booking" "$(figure bytes_a_booking "$line")" "" "" "" ""
            continue
        fi
        row "$name" "" "$(figure cpu_p50_ms "$line")" "$(figure cpu_p99_ms "$line")" "$(figure p50_ms "$line")" "$(figure p99_ms "$line")"
    done < <("$bench/in_process" --db "$store" --repeats "$repeats")
    title "HTTP, $instruments instruments, 1 connection" "/s" "" "" "p50 ms" "p99 ms"
    serve "$store"
    http_row "catalogue search" "$(load get '/api/v1/instruments?q=%E8%B4%A8%E8%B0%B1' --connections 1)"
    http_row "calendar of a week" "$(load get /api/v1/instruments/DEMO0002/calendar --connections 1)"
    http_row "availability, 4 h in 14 days, earliest 20" \
        "$(load post /api/v1/availability --body "$(availability_body)" --connections 1)"
    row "start ms, resident MB" "" "" "" "$start_ms" "$(resident_mb)"
    stop_server
}

# history STORE: start, memory and the medians, one value a line.
history() {
    serve "$1"
    echo "$start_ms"
    resident_mb && echo
    figure p50_ms "$(load get /api/v1/instruments/DEMO0002 --connections 4)"
    figure p50_ms "$(load get '/api/v1/instruments?q=%E8%B4%A8%E8%B0%B1' --connections 4)"
    figure p50_ms "$(load get /api/v1/instruments/DEMO0002/calendar --connections 4)"
    figure p50_ms "$(load post /api/v1/availability --body "$(availability_body)" --connections 4)"
    bookings 16 >"$folder/line"
    figure p50_ms "$(<"$folder/line")"
    resident_mb && echo
    stop_server
}

# medians FILE...: of each line over the files.
medians() {
    paste -d' ' "$@" | while read -r values; do
        tr ' ' '\n' <<<"$values" | median
    done
}

# In turns, so that what else the machine does falls on both.
histories() {
    title "498 instruments, bookings of history" "$little_history" "$much_history" "growth" "" ""
    local round
    for ((round = 0; round < rounds; ++round)); do
        history "$folder/little.db" >"$folder/little.$round"
        history "$folder/much.db" >"$folder/much.$round"
    done
    medians "$folder"/little.[0-9]* >"$folder/little"
    medians "$folder"/much.[0-9]* >"$folder/much"
    local name a b
    paste -d'|' <(printf '%s\n' "start ms" "resident MB after the start" "GET instrument p50 ms" "catalogue search p50 ms" \
        "calendar p50 ms" "availability p50 ms" "booking p50 ms, 16 connections" "resident MB at the end") \
        "$folder/little" "$folder/much" | while IFS='|' read -r name a b; do
        row "$name" "$a" "$b" "$(awk -v a="$a" -v b="$b" 'BEGIN { printf "%+.0f %%", (a > 0 ? 100 * (b - a) / a : 0) }')" "" ""
    done
    row "resident bytes a booking of history" "" "$(awk -v a="$(sed -n 2p "$folder/little")" -v b="$(sed -n 2p "$folder/much")" \
        -v n="$((much_history - little_history))" 'BEGIN { printf "%.0f", (b - a) * 1048576 / n }')" "" "" ""
}

say "filling stores"
"$bench/fill" --db "$folder/little.db" --bookings "$little_history"
"$bench/fill" --db "$folder/much.db" --bookings "$much_history"
"$bench/fill" --db "$folder/many.db" --instruments "$many" --bookings "$little_history"
say "measuring"
{
    echo "$(nproc) cores, load average at the start $(cut -d' ' -f1-3 /proc/loadavg)"
    durable_bookings
    against_empty /api/v1/instruments/DEMO0002
    questions 498 "$folder/little.db"
    questions "$many" "$folder/many.db"
    histories
    printf '\nAllocation rounds, 2 solver processes\n'
    "$bench/rounds_bench" --program "$build/yiqi"
    printf '\nStatements of 20 bookings as papers (goal: 1,000 as PDF in 60 s)\n'
    "$bench/documents_bench" "$papers"
    echo
    echo "load average at the end $(cut -d' ' -f1-3 /proc/loadavg)"
} >"$folder/table"
cat "$folder/table"
