#!/usr/bin/env bash
# How often what stop rules say of a contour is true, and how often they are right when they fire,
# on analytic contours in 2, 3 and 4 dimensions and on a published map.
# Of some of the scans, what one more round is expected to buy is compared with what it buys.
#   stop-rules.sh [SEEDS [FORECAST_SCANS]]    default 40 and 4; ten to thirty minutes
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root"
mvn -q -B -DskipTests package >&2
for settings in "L2 ${1:-40} 0.02 ${2:-4}" "L3 ${1:-40} 0.02 ${2:-4}" "L4 ${1:-40} 0.03" \
  "examples/tchiwz/CMS-SUS-20-001_TChiWZ.csv ${1:-40} 0.01 ${2:-4}"; do
  # shellcheck disable=SC2086 # words
  java -XX:+UseSerialGC -XX:ActiveProcessorCount=1 -cp target/test-classes:target/recast-al.jar \
    org.recastal.acquisition.bench.StopRuleBench $settings
done
