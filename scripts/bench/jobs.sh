#!/usr/bin/env bash
# What the driver itself costs per job: scans of many trivial points with 16 slots.
# Prints points, wall seconds, driver CPU milliseconds per point (the process starts included, and
# what the same number of bare process starts costs), and the largest heap.
# usage: jobs.sh [POINTS…]
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
jar=$root/target/recast-al.jar
[ -f "$jar" ] || (cd "$root" && mvn -q -B -Pquick -DskipTests package)

cat >"$work/fit.sh" <<'END'
printf '{"quantity": "mu_upper_limit", "level": 0.95, "observed": %s}\n' "$PARAM_x" >limits.json
END
ticks=$(getconf CLK_TCK)
for n in "${@:-1000 5000}"; do
  for points in $n; do
    cat >"$work/scan.yml" <<END
recast-al: 1
name: jobs
parameters:
  x: {min: 1, max: 2}
  y: {min: 1, max: 2}
limits: {quantity: mu-limit}
goal: {find: minimum, of: observed}
start: {design: sobol, points: $points}
rounds: {points: 1, at-most: 1}
strategy: {name: random}
evaluate:
  steps:
    fit:
      command: [sh, fit.sh]
      outputs: {limits: limits.json}
      on: here
  limits: {from: fit.limits, format: neutral}
executors:
  here: {local: {jobs: 16}}
stop: {points: $points}
END
    rm -rf "$work/scan"
    begin=$(date +%s%N)
    java -Xmx512m -Xlog:gc:"$work/gc.log" -jar "$jar" scan "$work/scan.yml" --no-report \
      --dir "$work/scan" >/dev/null 2>"$work/err" &
    pid=$!
    cpu=0
    # Own CPU only (fields 14 and 15 of proc(5) stat): children are fields 16 and 17.
    while stat=$(cat "/proc/$pid/stat" 2>/dev/null) && [ -n "$stat" ]; do
      # shellcheck disable=SC2086
      set -- ${stat##*) }
      [ "$1" = Z ] && break
      cpu=$((${12} + ${13}))
      sleep 0.2
    done
    wait "$pid" || { cat "$work/err"; exit 1; }
    end=$(date +%s%N)
    peak=$(grep -oE '[0-9]+M->[0-9]+M' "$work/gc.log" | sed -E 's/M->.*//' | sort -n | tail -1)
    awk -v n="$points" -v cpu="$cpu" -v hz="$ticks" -v ns="$((end - begin))" -v peak="${peak:-0}" \
      'BEGIN { printf "%6d points  %7.1f s wall  %6.2f ms driver CPU per job  %4d MB largest heap before a collection\n", n, ns / 1e9, 1000 * cpu / hz / n, peak }'
  done
done
