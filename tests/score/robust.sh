#!/bin/sh
# How the F1 of dedupe.sh bears with other records than those it is known for:
# halves of each set, rows and columns in another order, slips of the pen,
# empty fields, each of the first columns missing.  One line for each.
cd "$(dirname "$0")/../.." || exit 2
sets=../shared/data/dedupe
[ -d "$sets" ] || { echo "no $sets: nothing to find duplicates in"; exit 0; }
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT

# line NAME: the F1 of each set in $tmp/sets, after the names, if first.
line() {
	SETS=$tmp/sets tests/score/dedupe.sh | awk -v name="$1" '
		$1 == "#" { next }
		{ names = names sprintf(" %10s", $1)
		  f1 = f1 sprintf(" %10s", $NF) }
		END { if (name == "as they are") printf "%-12s%s\n", "", names
		      printf "%-12s%s\n", name, f1 }'
}

mkdir "$tmp/sets"
cp "$sets"/*.csv "$tmp/sets"
line 'as they are'
while read -r variant number; do
	tests/score/vary.py "$sets" "$tmp/sets" "$variant" "$number"
	line "$variant $number"
done <<-'END'
	half 1
	half 2
	shuffle 1
	slips 5
	slips 10
	slips 20
	empty 10
	empty 30
	without 1
	without 2
	without 3
	without 4
	without 5
	without 6
END
