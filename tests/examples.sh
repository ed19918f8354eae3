#!/bin/sh
# examples.sh PAGE: run the `$` examples of a man page (or README's fenced
# blocks) and compare what they print.  Status 1 and a diff when one differs.
#
# Examples run under sh in an empty folder with the sample dumps (dumps/*.csv)
# and the sample store (store/, which is also $LEAD_HOME); what they leave is
# there for the next one of the page.  A continuation line starts with `> `.
# Lines of `...` stand for any lines.
set -u
page=$1
case $page in
*.md) text() { awk '/^```/ { on = !on; print "\001"; next } on' "$page"; } ;;
*) text() {
	awk '/^\.Bd -literal/ { on = 1; print "\001"; next } /^\.Ed/ { on = 0 }
		on' "$page" |
		sed -e 's/\\e/\\/g' -e 's/^\\&//' -e "s/\\\\(aq/'/g" \
		-e 's/\\(ga/`/g' -e 's/\\-/-/g' \
		-e 's/\\(ha/^/g' -e 's/\\(ti/~/g'
} ;;
esac

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
here=$PWD
mkdir "$work/in" "$work/cases"
cp -r tests/data/dumps tests/data/store "$work/in/" 2>/dev/null
LEAD_HOME=$work/in/store
export LEAD_HOME

# Cut the page into cases: cases/N.cmd and cases/N.out.
text | awk -v dir="$work/cases" '
	function flush() { if (cmd) close(cmd); if (out) close(out); cmd = "" }
	/^# not run/ { quiet = 1; next }
	$0 == "\001" { quiet = 0; flush(); next }
	quiet { next }
	/^\$ / { flush(); n++; cmd = sprintf("%s/%03d.cmd", dir, n)
		out = sprintf("%s/%03d.out", dir, n)
		print substr($0, 3) >cmd; printf "" >out; next }
	/^> / && cmd { print substr($0, 3) >cmd; next }
	cmd { print >out }'

# matches WANT GOT: equal, where a line `...` stands for any lines.
matches() {
	awk 'NR == FNR { want[++n] = $0; next } { got[++m] = $0 }
	function same(i, j) {
		while (i <= n) {
			if (want[i] == "...") {
				for (; j <= m + 1; j++)
					if (same(i + 1, j)) return 1
				return 0
			}
			if (j > m || want[i] != got[j]) return 0
			i++; j++
		}
		return j > m
	}
	END { exit !same(1, 1) }' "$1" "$2"
}

bad=0
cd "$work/in" || exit 2
for cmd in "$work"/cases/*.cmd; do
	[ -f "$cmd" ] || continue
	sh "$cmd" >"$work/got" 2>&1 </dev/null
	if ! matches "${cmd%.cmd}.out" "$work/got"; then
		echo "$here/$page: $(cat "$cmd")" | sed "s|$here/||"
		diff -u "${cmd%.cmd}.out" "$work/got"
		bad=1
	fi
done
exit $bad
