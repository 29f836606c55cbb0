#!/usr/bin/env bash
# A disk that is full, a folder that is read-only, work folders deleted under a running scan, and two
# drivers at once: each ends in one clear line, and afterwards the scan goes on with nothing lost.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
recast=$root/scripts/recast-al
trap 'umount "$work/disk" 2>/dev/null || true; rm -rf "$work"' EXIT
# Mounting takes a mount namespace; where that is not to be had, the two tests that need one say so.
if [ "${1:-}" != inside ]; then
  rm -rf "$work"
  if unshare -rm true 2>/dev/null; then
    exec unshare -rm bash "$0" inside
  fi
  echo "trouble: no user namespaces here: disk full and read-only folder are not tried"
  exec bash "$0" inside no-mounts
fi

"$recast" --version >/dev/null 2>&1 # builds, if need be

fail() {
  echo "trouble: $1" >&2
  [ ! -f "$work/err" ] || cat "$work/err" >&2
  exit 1
}

# One line for people, no stack trace.
one_line() {
  grep -qE '^\s+at |Exception' "$work/err" && fail "$1: a stack trace"
  grep -q '^recast-al: ' "$work/err" || fail "$1: no line says what is wrong"
  [ "$(grep -c '^recast-al: ' "$work/err")" -eq 1 ] || fail "$1: more than one line"
  printf 'trouble: %s: %s\n' "$1" "$(grep '^recast-al: ' "$work/err" | cut -c1-160)"
}

scan() {
  "$recast" scan "$work/scan.yml" --no-report --dir "$1" >/dev/null 2>"$work/err"
}

cat >"$work/scan.yml" <<'END'
recast-al: 1
name: trouble
parameters:
  x: {min: 1, max: 2}
limits: {quantity: mu-limit}
goal: {find: minimum, of: observed}
start: {design: sobol, points: 24}
rounds: [2, 2]
evaluate:
  steps:
    fit:
      command: [sh, fit.sh]
      outputs: {limits: limits.json}
      on: here
  limits: {from: fit.limits, format: neutral}
executors:
  here: {local: {jobs: 4}}
END
cat >"$work/fit.sh" <<'END'
sleep "${NAP:-0}"
head -c 20000 /dev/zero >events
printf '{"quantity": "mu_upper_limit", "level": 0.95, "observed": %s}\n' "$PARAM_x" >limits.json
END

answered() {
  "$recast" status "$1" --json | tr -d ' \n' | sed -E 's/.*"answered":([0-9]+).*/\1/'
}

if [ "${2:-}" != no-mounts ]; then
  mkdir "$work/disk"
  mount -t tmpfs -o size=700k tmpfs "$work/disk"
  code=0
  scan "$work/disk/scan" || code=$?
  case $code in
    1) one_line "disk full" ;;
    4) echo "trouble: disk full: points failed, the journal had room" ;;
    *) fail "disk full: exit code $code" ;;
  esac
  mount -o remount,size=50m "$work/disk"
  scan "$work/disk/scan" || [ $? -eq 4 ] || fail "resuming after a full disk"
  "$recast" retry "$work/disk/scan" --all-failed >/dev/null 2>"$work/err" || true
  scan "$work/disk/scan" || fail "after the retry"
  [ "$(answered "$work/disk/scan")" -eq 28 ] || fail "points were lost on the full disk"

  mount -o remount,ro "$work/disk"
  code=0
  scan "$work/disk/scan" || code=$?
  [ "$code" -eq 1 ] || fail "read-only folder: exit code $code"
  one_line "read-only folder"
  [ "$(answered "$work/disk/scan")" -eq 28 ] || fail "a read-only scan cannot be read"
  umount "$work/disk"
fi

export NAP=0.5
"$recast" scan "$work/scan.yml" --no-report --dir "$work/scan" >/dev/null 2>"$work/first" &
first=$!
until [ -d "$work/scan/points" ] && [ "$(ls "$work/scan/points" | wc -l)" -ge 4 ]; do sleep 0.1; done
code=0
scan "$work/scan" || code=$?
[ "$code" -eq 5 ] || fail "two drivers: exit code $code"
one_line "two drivers"
# At once: rm alone may find that a folder has got a new file meanwhile.
mv "$work/scan/points" "$work/deleted"
rm -rf "$work/deleted" || true # a job may still write there
wait "$first" || { cat "$work/first" >&2; fail "work folders deleted while the scan ran"; }
[ "$(answered "$work/scan")" -eq 28 ] || fail "points were lost with their work folders"
echo "trouble: deleted work folders: done again, 28 points answered"
