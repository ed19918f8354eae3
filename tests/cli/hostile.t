#!/bin/sh
# Hostile input for every program: documented statuses, records accounted for.
# With the sanitizers' build where that is there.
build=${BUILD:-build/release}
[ -x "${build%/*}/asan/lead-score" ] && build=${build%/*}/asan
exec python3 tests/hostile.py "$build" "${HOSTILE_CASES:-50}"
