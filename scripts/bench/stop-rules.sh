#!/usr/bin/env bash
# How often stop rules are right when they fire, and how well the error of a contour is foreseen,
# on analytic contours in 2, 3 and 4 dimensions.
#   stop-rules.sh [SEEDS]    default 10; some minutes
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root"
mvn -q -B -DskipTests package >&2
for settings in "L2 ${1:-10} 0.01 96" "L3 ${1:-10} 0.01 128" "L4 ${1:-10} 0.02 152"; do
  # shellcheck disable=SC2086 # four words
  java -XX:+UseSerialGC -cp target/test-classes:target/recast-al.jar \
    org.recastal.acquisition.bench.StopRuleBench $settings
done
