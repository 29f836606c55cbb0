#!/usr/bin/env bash
# The same sources, built in two folders, give the same bytes.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for copy in one another; do
  git clone -q "$root" "$work/$copy"
  mvn -q -B -ntp -f "$work/$copy/pom.xml" -Dmaven.test.skip=true package
done
cmp "$work/one/target/recast-al.jar" "$work/another/target/recast-al.jar"
echo "reproducible: $(sha256sum <"$work/one/target/recast-al.jar" | cut -c1-16)"
