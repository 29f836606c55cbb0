#!/usr/bin/env bash
# One tell and ask on Branin, in a running process: CPU seconds beside scikit-optimize's in the same
# run, and the ratio. Bar: at most 0.3 at every size. Installs scikit-optimize into target/peers.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
peers=$root/target/peers
mvn -q -B -f "$root/pom.xml" -DskipTests package >&2
if [ ! -x "$peers/bin/python" ]; then
  python3 -m venv "$peers"
  "$peers/bin/pip" install -q 'scikit-optimize==0.10.2' >&2
fi
export OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1
ours=$(java -XX:+UseSerialGC -cp "$root/target/test-classes:$root/target/recast-al.jar" \
  org.recastal.acquisition.bench.AskTellBench)
theirs=$("$peers/bin/python" "$root/scripts/bench/skopt_ask_tell.py" 20 50 100 200)
printf '%5s %12s %16s %7s\n' n recast-al scikit-optimize ratio
paste <(sed -E 's/n = ([0-9]+): ([0-9.]+) s.*/\1 \2/' <<<"$ours") <(cut -d' ' -f2 <<<"$theirs") \
  | awk '{printf "%5d %10.3f s %14.3f s %7.2f\n", $1, $2, $3, $2 / $3}'
