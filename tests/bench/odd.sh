#!/bin/sh
# lead-import --as-is beside libcsv alone on what few dumps are: very long
# fields, quotes only, one column, 500 columns, empty lines, NUL bytes, rows
# that are all wrong.  Seconds of processor time, the least of three, for 32
# MB each; lead-import with one thread, and the wall seconds with all.  The
# last line names those that took longer by wall than libcsv.
set -eu
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
PATH=$BUILD:$PATH
LEAD_HOME=$tmp
export LEAD_HOME

# fill HEADER LINE: 32 MB of the line below the header, both for printf(1)
fill() {
	printf "$1\n" >"$tmp/in.csv"
	printf "$2\n" >"$tmp/part"
	while [ "$(wc -c <"$tmp/part")" -lt 1000000 ]; do
		cat "$tmp/part" "$tmp/part" >"$tmp/twice"
		mv "$tmp/twice" "$tmp/part"
	done
	while [ "$(wc -c <"$tmp/in.csv")" -lt 32000000 ]; do
		cat "$tmp/part" >>"$tmp/in.csv"
	done
}

# least FORMAT COMMAND...: of three runs, the sum of what time(1) says
least() {
	format=$1
	shift
	for try in 1 2 3; do
		/usr/bin/time -f "$format" "$@" 2>&1 >/dev/null | tail -n 1
	done | awk '{ s = $1 + $2; if (NR == 1 || s < least) least = s }
		END { printf "%.2f", least }'
}

odd() {
	fill "$2" "$3"
	alone=$(least '%U %S' sh -c "\"$BUILD/bench/libcsv\" <\"$tmp/in.csv\"")
	set -- "$1" lead-import -q --as-is -r /dev/null "$tmp/in.csv"
	name=$1
	shift
	one=$(least '%U %S' "$@" -j 1)
	all=$(least '%e' "$@")
	printf '# %-22s libcsv %s; --as-is %s; wall, all cores %s\n' \
		"$name" "$alone" "$one" "$all"
	awk -v alone="$alone" -v all="$all" 'BEGIN { exit all <= alone }' ||
		return 0
	slower="$slower${slower:+, }$name"
}
slower=

x=$(printf '%0200000d' 0)
many=$(printf ',%.0s' $(seq 499))
odd 'long fields' a,b "$x,$x"
odd 'long quoted fields' a,b "\"$x\",\"$x\""
odd 'pairs of quotes' a,b "$(printf '"%0500d","%0500d"' 0 0 | sed 's/0/""/g')"
odd 'some pairs of quotes' a,b,c '1,"a ""b"" c",3'
odd 'one column' name 'hello world'
odd 'one byte' n x
odd '500 columns' "a$many" "a$(echo "$many" | sed 's/,/,12/g')"
odd '500 columns, quoted' "a$many" "\"a\"$(echo "$many" | sed 's/,/,"12"/g')"
odd '500 columns, all empty' "a$many" "$many"
odd 'empty lines' a,b ''
odd 'every other empty' a,b '\n1,2'
odd 'NUL bytes' a,b 'a\0b,c\0\0d'
odd 'line ends inside' a,b '"l1\nl2\nl3\nl4",x'
odd 'CRLF inside' 'a,b\r' '"l1\r\nl2\r\nl3\r\nl4",x\r'
odd 'backslashes and tabs' a,b 'back\\\\slash \ttab,\\\\n'
odd 'blanks around' a,b,c '   x  ,   y  ,  z  '
odd 'blanks before quotes' a,b,c '1, "x y", 3'
odd 'backslash quotes' a,b,c '1,"x \\"y",3'
odd 'empty fields' a,b,c ',,3'
odd 'Windows-1252' a,b,c 'Si\342n,caf\351,na\357ve'
odd 'stray quotes' a,b,c '1,5" pipe,3'
odd 'stray and in pairs' a,b,c '1,"2""",3" x'
odd 'quotes never closed' a,b,c '1,"2,3'
odd 'every row too short' a,b,c '1,2'
echo "# slower by wall than libcsv: ${slower:-none}"
