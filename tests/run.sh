#!/bin/sh
# Run all tests: unit, command line and lint.  BUILD says which programs.
# Unit tests run as they were built by gcc, by clang and with sanitizers,
# whichever of these are there.
set -u
cd "$(dirname "$0")/.." || exit 2
BUILD=${BUILD:-$PWD/build/release}
export BUILD CMOCKA_MESSAGE_OUTPUT=TAP
export ASAN_OPTIONS=detect_leaks=1 UBSAN_OPTIONS=print_stacktrace=1
build=${BUILD%/*}

units=
for unit in "$BUILD"/unit/* "$build"/clang/unit/* "$build"/asan/unit/*; do
	case $unit in
	*.o | *.d | *'*') continue ;;
	esac
	[ -f "tests/unit/${unit##*/}.c" ] && units="$units $unit"
done
# Shell tests go to sh, so that none depends on its mode; units run as they are.
# shellcheck disable=SC2086
exec prove -j "$(nproc)" --timer --exec tests/start.sh $units \
	$(ls tests/cli/*.t tests/lint/*.t)
