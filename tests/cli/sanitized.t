#!/bin/sh
# lead-import: its tests again, with the address and undefined behaviour
# sanitizers
. tests/tap.sh

asan=${BUILD%/*}/asan
[ -x "$asan/lead-import" ] || skip_all 'no build with sanitizers'
for test in tests/cli/lead-import*.t tests/cli/lead-unmerge.t; do
	ok "${test##*/}" env BUILD="$asan" sh "$test"
done
