#!/usr/bin/env bash
# Sample efficiency and cost of the strategies.
#   strategies.sh contour PROBLEM   fraction of L2, L3, L4 or a map classified rightly, median/worst of 20 seeds
#   strategies.sh extremum          simple regret of gp-hedge, median and quartiles of 20 seeds
#   strategies.sh ask-tell          CPU seconds of one fit and one suggestion on Branin
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root"
mvn -q -B -DskipTests package >&2
run() {
  java -XX:+UseSerialGC -cp target/test-classes:target/recast-al.jar \
    "org.recastal.acquisition.bench.$1" "${@:2}"
}
case "${1:-}" in
  contour)
    for settings in "sur matern32 oblique" "sur matern52 oblique" "sur matern52 per-axis" "entropy matern52 per-axis" "entropy rbf per-axis" \
      "straddle matern52 per-axis"; do
      # shellcheck disable=SC2086 # three words
      run ContourBench "${2:?L2, L3, L4, or the map of published limits}" observed $settings 20
    done
    ;;
  extremum)
    run HedgeBench branin gp_hedge matern52 20
    run HedgeBench excess2d gp_hedge rbf 20
    run HedgeBench hartmann6 gp_hedge matern52 20
    ;;
  ask-tell) run AskTellBench ;;
  *)
    sed -n '2,5p' "$0" >&2
    exit 2
    ;;
esac
