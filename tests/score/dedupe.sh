#!/bin/sh
# How well likely duplicates are found, with default options, on records whose
# truth is known: pairwise precision, recall and F1 after closure.
#
# A map per file says what its headers mean where lead-import cannot know it
# (that "name" is a company's); nothing else differs between the sets.
cd "$(dirname "$0")/../.." || exit 2
PATH=${BUILD:-$PWD/build/release}:$PATH
sets=${SETS:-../shared/data/dedupe}
eval=../shared/data/scripts/dedupe_eval.py
[ -d "$sets" ] || { echo "no $sets: nothing to find duplicates in"; exit 0; }
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT

# link SET HEADER=COLUMN...
link() {
	set_name=$1
	shift
	{
		printf 'header\tcolumn\n'
		printf '%s\n' id=source_id "$@" | tr = '\t'
	} >"$tmp/map"
	lead-import -q -d likely -m "$tmp/map" -t "$tmp/trace" \
		-o "$tmp/leads" "$sets/$set_name.csv" 2>"$tmp/err" ||
		cat "$tmp/err"
	tests/score/dedupe.py "$sets/$set_name.csv" "$tmp/trace" \
		>"$tmp/clusters"
	printf '%-11s' "$set_name"
	"$eval" "$sets/$set_name.truth.csv" "$tmp/clusters"
}

echo '# wanted F1: .999 (Splink .9988)'
link febrl3
link febrl1
echo '# wanted F1: .92 (Splink .919)'
link fake1000
echo '# wanted F1: .92 (Splink .871)'
link restaurant name=company address=street
echo '# wanted F1: .96 (Splink .935)'
link chicago site_name=company address=street zip=postcode
echo '# wanted F1: .84 (Splink .833)'
link historical
