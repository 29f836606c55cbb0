#!/usr/bin/env bash
# The launcher in a clean clone: builds itself, starts from any folder and through a link, passes
# arguments and exit codes through, refuses an old Java with a clear message.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() {
  echo "launcher: $*" >&2
  exit 1
}

git clone -q "$root" "$work/a clone"
mkdir "$work/bin" "$work/elsewhere"
ln -s "$work/a clone/scripts/recast-al" "$work/bin/recast-al"
ln -s "$work/bin/recast-al" "$work/bin/again"
cd "$work/elsewhere"

version=$("$work/bin/again" --version 2>"$work/first.err")
grep -q "building from the sources" "$work/first.err" || fail "the first start did not say that it builds"
commit=$(git -C "$work/a clone" rev-parse --short=7 HEAD)
[[ $version == *"$commit"* ]] || fail "--version says '$version', not commit $commit"

"$work/bin/recast-al" --version 2>"$work/second.err" >/dev/null
[ ! -s "$work/second.err" ] || fail "the second start was not silent: $(cat "$work/second.err")"

code=0
"$work/bin/recast-al" no-such-command 2>/dev/null || code=$?
[ "$code" -eq 2 ] || fail "an unknown command gave exit code $code, not 2"

code=0
said=$("$work/bin/recast-al" check 'no such "file".yml' 2>&1) || code=$?
[ "$code" -eq 2 ] || fail "a missing spec gave exit code $code, not 2"
[[ $said == *'no such "file".yml'* ]] || fail "the argument did not arrive as given: $said"

mkdir -p "$work/old/bin"
printf '#!/bin/sh\nexit 1\n' >"$work/old/bin/java"
chmod +x "$work/old/bin/java"
echo 'JAVA_VERSION="11.0.2"' >"$work/old/release"
code=0
said=$(JAVA_HOME="$work/old" "$work/bin/recast-al" --version 2>&1) || code=$?
[ "$code" -eq 2 ] || fail "Java 11 gave exit code $code, not 2"
[[ $said == *"needs Java 17"* ]] || fail "Java 11 was answered with: $said"

touch "$work/a clone/src/main/java/org/recastal/cli/Main.java"
said=$("$work/bin/recast-al" --version 2>&1 >/dev/null)
[[ $said == *"building from the sources"* ]] || fail "a changed source was not built"
echo "launcher: all as expected ($version)"
