#!/bin/sh
# What each normaliser takes for a value of a synthetic dump, on one thread.
set -eu
rows=$((${BENCH_ROWS:-1000000} / 10))
generator=$PWD/../shared/bench/gen.c
[ -f "$generator" ] || { echo "no $generator: skipped"; exit 0; }
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cc -O2 -w "$generator" -o "$tmp/gen"
"$tmp/gen" "$rows" 1 rawtsv | tail -n +2 >"$tmp/dump"

# time_of KIND COLUMN [PREFIX]
time_of() {
	cut -f "$2" "$tmp/dump" | sed "s/^/${3:-}/" >"$tmp/values"
	"$BUILD/bench/normalise" "$1" 5 <"$tmp/values"
}

time_of name 2
time_of fold 3
time_of email 4
time_of phone 5 'GB\t'
time_of company-key 6
time_of subscriber 6
time_of postcode 9 'GB\t'
time_of country 10
time_of number 12
time_of money 13
time_of date 17
time_of website 18
time_of domain 18
time_of flag 19
