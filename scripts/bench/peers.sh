#!/usr/bin/env bash
# Contours and minima found by recast-al and by other programs on the same problems, from the same
# starts, for the same seeds; docs/benchmarks.md shows what came out.
#   peers.sh [SEEDS [FOLDER]]    default 20 and target/peers-contours; an hour and more on one core
# It goes on where FOLDER's accuracy.csv and regret.csv end: copy docs/benchmarks/peers there to add to
# what is known, without the rows of a contestant that has changed since.
# Installs peers/requirements.txt into target/peers-contours/venv. For excursion set EXCURSION to a
# checkout of diana-hep/excursion (commit e67ee69) and EXCURSION_TORCH to one of irinaespejo/excursion
# (commit c5a5c6d), and install scikit-image and simplejson there; else they are left out.
# MAPS: folder of published maps; those that are missing are left out.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
seeds=${1:-20}
folder=${2:-$root/target/peers-contours}
venv=$root/target/peers-contours/venv
mvn -q -B -f "$root/pom.xml" -DskipTests package >&2
mkdir -p "$folder"
if [ ! -x "$venv/bin/python" ]; then
  python3 -m venv "$venv"
  "$venv/bin/pip" install -q -r "$root/scripts/bench/peers/requirements.txt" >&2
fi
export OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1 MKL_NUM_THREADS=1 CUDA_VISIBLE_DEVICES=
ours() { # bench, arguments
  java -XX:+UseSerialGC -cp "$root/target/test-classes:$root/target/recast-al.jar" \
    "org.recastal.acquisition.bench.$1" "$folder" "${@:2}"
}
theirs() { # script, arguments
  "$venv/bin/python" -W ignore "$root/scripts/bench/peers/$1" "$folder" "${@:2}" >&2
}
contour() { # problem, line
  ours SameStartsBench "$1" "$2" "$seeds" starts
  for strategy in default entropy sur; do
    ours SameStartsBench "$1" "$2" "$seeds" "$strategy"
  done
  for peer in sklearn-matern sklearn-rbf botorch; do
    theirs contours.py "$1" "$2" "$peer" "$seeds"
  done
  case $1 in L[34]) ;; *) theirs contours.py "$1" "$2" sklearn-matern "$seeds" small ;; esac
  if [ -n "${EXCURSION:-}" ]; then
    PYTHONPATH=$EXCURSION theirs contours.py "$1" "$2" excursion "$seeds"
  fi
  if [ -n "${EXCURSION_TORCH:-}" ]; then
    PYTHONPATH=$EXCURSION_TORCH theirs contours.py "$1" "$2" excursion-torch "$seeds"
  fi
}
for problem in L2 L3 L4; do
  contour "$problem" -
done
for map in "$root"/examples/tchiwz/CMS-SUS-20-001_TChiWZ.csv "${MAPS:-/nowhere}"/CMS-SUS-19-006_*.csv; do
  [ -f "$map" ] || continue
  contour "$map" observed
  contour "$map" expected
done
for function in p1d branin excess2d hartmann6; do
  ours SameStartsExtremumBench "$function" "$seeds" starts
  ours SameStartsExtremumBench "$function" "$seeds" default
  theirs extrema.py "$function" "$seeds"
done
"$venv/bin/python" "$root/scripts/bench/peers/table.py" "$folder/accuracy.csv" "$folder/figures"
"$venv/bin/python" "$root/scripts/bench/peers/regrets.py" "$folder/regret.csv"
