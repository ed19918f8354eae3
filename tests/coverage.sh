#!/bin/sh
# Run the tests on a build for gcov; print the lines of common/ that ran.
set -u
cd "$(dirname "$0")/.." || exit 2
find "$BUILD" -name '*.gcda' -delete
for unit in "$BUILD"/unit/*; do
	[ -f "tests/unit/$(basename "$unit").c" ] &&
		"$unit" >/dev/null 2>&1
done
# Where calls are made to fail, what ran cannot be written down either.
prove -Q -j2 $(ls tests/cli/*.t | grep -v '/faults\.t$')
find "$BUILD/common" -name '*.gcda' | while read -r data; do
	gcov -b -c -n "$data" 2>/dev/null
done | awk '
	/^File / {
		file = substr($2, 2, length($2) - 2)
		if (file !~ /^common/) file = ""
	}
	/^Lines executed/ && file {
		split($0, p, /[:% ]+/)
		ran[file] = p[3]
		n[file] = p[5]
	}
	/^Taken at least once/ && file {
		split($0, p, /[:% ]+/)
		taken[file] = p[5]
		b[file] = p[7]
		file = ""
	}
	function say(r, n, t, b, what) {
		printf "%6.1f%% of %5d lines  %6.1f%% of %5d branches  %s\n",
			r, n, t, b, what
	}
	END {
		for (f in n) {
			say(ran[f], n[f], taken[f], b[f], f)
			l += n[f]; r += ran[f] * n[f] / 100
			bl += b[f]; br += taken[f] * b[f] / 100
		}
		say(100 * r / l, l, bl ? 100 * br / bl : 0, bl, "in all")
	}' | sort -k8
