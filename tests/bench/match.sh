#!/bin/sh
# lead-import's duplicates: how the time grows with the number of leads, and
# exact keys beside the Python script of job J3 (by email, else phone; empty
# fields filled), which reads and writes clean TSV.  lead-import is timed on
# clean TSV too, with and without -d exact: the difference is what finding
# and merging duplicates costs.
set -eu
rows=${BENCH_ROWS:-1000000}
shared=$PWD/../shared/bench
PATH=$BUILD:$PATH
[ -f "$shared/gen.c" ] || { echo "# no $shared: skipped"; exit 0; }
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cc -O2 -w "$shared/gen.c" -o "$tmp/gen"

# fastest COMMAND...: the least of three wall times, in milliseconds.
fastest() {
	least=
	for _ in 1 2 3; do
		start=$(date +%s%N)
		"$@" >/dev/null
		took=$((($(date +%s%N) - start) / 1000000))
		[ "$least" ] && [ "$least" -le "$took" ] || least=$took
	done
	echo "$least"
}
say() { printf '%-44s %7d ms\n' "$1" "$2"; }

"$tmp/gen" "$rows" 1 rawtsv >"$tmp/peer.tsv"
lead-import -q -d none -s bench -c GB -o "$tmp/own.tsv" "$tmp/peer.tsv" ||
	[ $? -eq 1 ]
none=$(fastest lead-import -q -d none "$tmp/own.tsv")
exact=$(fastest lead-import -q -d exact "$tmp/own.tsv")
say "lead-import -d none, $rows leads" "$none"
say "lead-import -d exact, $rows leads" "$exact"
say "of which exact keys" $((exact - none))
if command -v python3 >/dev/null; then
	peer=$(fastest python3 "$shared/peers/j3.py" "$tmp/peer.tsv")
	say "Python, J3, $rows leads" "$peer"
fi

for part in 10 4 1; do
	n=$((rows / part))
	head -n $((n + 1)) "$tmp/own.tsv" >"$tmp/part.tsv"
	start=$(date +%s%N)
	lead-import -q -d likely -o "$tmp/out" "$tmp/part.tsv"
	say "lead-import -d likely, $n leads" \
		$((($(date +%s%N) - start) / 1000000))
done
