#!/usr/bin/env bash
# A scan of 64 points answered by programs, whose driver is killed with -9 at random instants and
# resumed each time: every program runs exactly once, and the scan tells the same story.
# usage: kill-jobs.sh [KILLS]
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
kills_wanted=${1:-40}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
recast=$root/scripts/recast-al
RANDOM=20261

cat >"$work/scan.yml" <<'END'
recast-al: 1
name: kill
parameters:
  x: {min: 0, max: 1}
  y: {min: 0, max: 1}
limits: {quantity: mu-limit}
goal: {find: contour, of: [observed], at: 1.0}
start: {design: sobol, points: 16}
rounds: {points: 12, at-most: 4}
evaluate:
  steps:
    fit:
      command: [sh, fit.sh]
      outputs: {limits: limits.json}
      on: here
  limits: {from: fit.limits, format: neutral}
executors:
  here: {local: {jobs: 2}}
stop: {points: 64}
END
cat >"$work/fit.sh" <<'END'
echo "$RECAST_AL_POINT" >>"$LEDGER"            # one short write: whole lines from many jobs
sleep "$NAP"
awk -v x="$PARAM_x" -v y="$PARAM_y" 'BEGIN {
  printf "{\"quantity\": \"mu_upper_limit\", \"level\": 0.95, \"observed\": %.12g}\n", exp(2 * (x * x + y - 0.8))
}' >limits.json
END

# What was asked, learnt and decided, in order; then every answer, in the order of the points.
story() {
  grep -E '"event":"(batch-suggested|round-fitted|decision)"' "$1/journal.jsonl" |
    sed -E 's/"n":[0-9]+,//; s/"time":"[^"]*",//; s/,"crc":"[0-9a-f]+"//'
  grep '"event":"point-evaluated"' "$1/journal.jsonl" |
    sed -E 's/.*"data"://; s/,"crc":"[0-9a-f]+"//' | sort
}

export NAP=0 LEDGER=$work/ledger-unbroken
"$recast" scan "$work/scan.yml" --no-report --dir "$work/unbroken" >/dev/null 2>&1

# A driver lives from half to four times what this machine takes to start one.
begin=$(date +%s%N)
"$recast" status "$work/unbroken" >/dev/null
start_ms=$((($(date +%s%N) - begin) / 1000000))

# Jobs so slow that the scan outlives some two hundred such drivers; if it does not, another scan follows.
NAP=$((start_ms * 20 / 1000)).$((start_ms * 20 % 1000 / 100))
story "$work/unbroken" >"$work/a"
kills=0
scans=0
while [ "$kills" -lt "$kills_wanted" ]; do
  scans=$((scans + 1))
  broken=$work/broken-$scans
  export NAP LEDGER=$work/ledger-$scans
  while [ "$kills" -lt "$kills_wanted" ]; do
    "$recast" scan "$work/scan.yml" --no-report --dir "$broken" >/dev/null 2>"$work/err" &
    pid=$!
    life_ms=$((start_ms / 2 + RANDOM % (start_ms * 7 / 2)))
    sleep "$(printf '%d.%03d' $((life_ms / 1000)) $((life_ms % 1000)))"
    kill -9 "$pid" 2>/dev/null || break
    kills=$((kills + 1))
    wait "$pid" 2>/dev/null || true
  done
  wait "$pid" 2>/dev/null || true
  NAP=0 "$recast" scan "$work/scan.yml" --no-report --dir "$broken" >/dev/null 2>"$work/err" ||
    { cat "$work/err"; exit 1; }
  [ "$(wc -l <"$LEDGER")" -eq 64 ] || { echo "kill-jobs: $(wc -l <"$LEDGER") jobs of 64 points"; exit 1; }
  [ "$(sort -u "$LEDGER" | wc -l)" -eq 64 ] || { echo "kill-jobs: a point was evaluated twice"; exit 1; }
  story "$broken" >"$work/b"
  cmp "$work/a" "$work/b"
done
echo "kill-jobs: $kills kills in $scans scans of 64 points, each evaluated once, the same story"
