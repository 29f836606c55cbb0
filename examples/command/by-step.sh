#!/bin/sh
# The way of cron jobs and workflows: one turn per call, until it says that the scan has ended.
# usage: by-step.sh SCAN_FOLDER
set -u
here=$(cd "$(dirname "$0")" && pwd)
recast_al=${RECAST_AL:-$here/../../scripts/recast-al}
while :; do
  "$recast_al" step "$here/scan.yml" --dir "$1"
  code=$?
  [ "$code" -eq 10 ] || exit "$code"
  sleep 0.2
done
