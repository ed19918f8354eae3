#!/bin/sh
# Timings side by side with other tools, each a script of tests/bench/.
# BENCH_ROWS (1000000) is how many leads they take.
set -u
cd "$(dirname "$0")/.." || exit 2
BUILD=${BUILD:-$PWD/build/release}
export BUILD
for script in tests/bench/*.sh; do
	echo "# $script"
	sh "$script" || exit
done
