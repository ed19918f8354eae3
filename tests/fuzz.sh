#!/bin/sh
# Run every fuzz target for $FUZZ_SECONDS seconds (10), or $RUNS runs, from
# its corpus; what it finds is left in build/fuzz/found.
set -u
cd "$(dirname "$0")/.." || exit 2
BUILD=${BUILD:-$PWD/build/fuzz}
found=$BUILD/found
# What the sanitizer keeps of freed memory must not count as ours.
export ASAN_OPTIONS=quarantine_size_mb=16
mkdir -p "$found"
limit=-max_total_time=${FUZZ_SECONDS:-10}
[ "${RUNS:-}" ] && limit=-runs=$RUNS
good=0 bad=0
for source in tests/fuzz/*.c; do
	name=$(basename "$source" .c)
	corpus=tests/fuzz/corpus/$name
	work=$(mktemp -d)
	mkdir -p "$corpus"
	if "$BUILD/fuzz/$name" "$limit" -rss_limit_mb=256 -timeout=5 \
		-max_len=8192 -artifact_prefix="$found/$name-" \
		-print_final_stats=1 "$work" "$corpus" >"$found/$name.log" 2>&1
	then
		good=$((good + 1))
		echo "ok $name: $(sed -n \
			's/^stat::number_of_executed_units: *//p' \
			"$found/$name.log") runs"
	else
		bad=$((bad + 1))
		echo "not ok $name: see $found/$name.log"
		tail -5 "$found/$name.log"
	fi
	rm -rf "$work"
done
echo "fuzz: $good passed, $bad failed"
[ "$bad" -eq 0 ]
