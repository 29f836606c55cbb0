#!/usr/bin/env bash
# What many points cost: CPU seconds of one evaluation of the marginal likelihood with gradient (4
# lengths, Matérn-5/2) at n = 500 to 4,000 beside scikit-learn's in the same run, one core each; a
# process of two tasks on 5,000 + 800 values; a batch of 200 of 6,000 candidates at n = 1,000; the
# factor at n = 6,000; local processes of 10,000 and 50,000 values. Installs scikit-learn into
# target/peers-large-n.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
peers=$root/target/peers-large-n
mvn -q -B -f "$root/pom.xml" -DskipTests package >&2
if [ ! -x "$peers/bin/python" ]; then
  python3 -m venv "$peers"
  "$peers/bin/pip" install -q scikit-learn >&2
fi
ours() {
  java -XX:+UseSerialGC -Xmx3g -cp "$root/target/test-classes:$root/target/recast-al.jar" \
    org.recastal.surrogate.LargeNBench "$@"
}
ours likelihood
OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1 "$peers/bin/python" "$root/scripts/bench/large_n_peer.py"
ours two-tasks
ours batch
ours exact
ours local 10000
ours local 50000
