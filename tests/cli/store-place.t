#!/bin/sh
# Where the store is, and what cannot be one.
. tests/tap.sh
export LEAD_USER=sam

note() {
	lead-note -q -l L01AZ9 -k need -m paper >/dev/null
}
# there NAME FILE: a note went to FILE.
there() {
	ok "$1" grep -q 'need.*paper' "$2/notes.tsv"
}
unset XDG_DATA_HOME
LEAD_HOME=$tmp/a/store
mkdir "$tmp/a"
note
there 'LEAD_HOME wins' "$tmp/a/store"
ok 'and is ours alone' test "$(stat -c %a "$tmp/a/store")" = 700
note --home "$tmp/never" 2>/dev/null
unset LEAD_HOME
mkdir "$tmp/data" "$tmp/person"
XDG_DATA_HOME=$tmp/data HOME=$tmp/person note
there 'then comes XDG_DATA_HOME' "$tmp/data/leadpipe"
XDG_DATA_HOME= HOME=$tmp/person note
there 'then HOME, where the variables are empty' \
	"$tmp/person/.local/share/leadpipe"
lead-note -q --home "$tmp/given" -l L01AZ9 -k need -m paper >/dev/null
there '--home names it' "$tmp/given"
err='lead-note: no store: set LEAD_HOME, or use --home DIR' \
	expect 'none at all' 2 env -u HOME lead-note -q -l L01AZ9 -k need \
	-m paper 3</dev/null
err="lead-note: cannot make '/dev/null/x': Not a directory" \
	expect 'one that cannot be made' 2 env LEAD_HOME=/dev/null/x \
	lead-note -q -l L01AZ9 -k need -m paper 3</dev/null
err='lead-contact: /dev/null/...' \
	expect 'one that cannot be read' 2 \
	lead-contact --home /dev/null --gate call 3</dev/null <<-'IN'
	lead_id
	L1
	IN

# Output, and files for the time being.
PATH=$BUILD/bench:$PATH
printf 'a\n1\n' >"$tmp/in"
err="pass: $tmp/no/out: No such file or directory" \
	expect 'output has a folder' 2 pass -o "$tmp/no/out" "$tmp/in" \
	3</dev/null
err="pass: $tmp/data: Is a directory" \
	expect 'output is no folder' 2 pass -o "$tmp/data" "$tmp/in" 3</dev/null
err='pass: /dev/full: No space left on device' \
	expect 'a device is written as it is' 2 pass -o /dev/full "$tmp/in" \
	3</dev/null
expect 'output may be stdout' 0 pass -o - "$tmp/in" 3<<-'OUT'
	a	size
	1	1
OUT
ok 'a file beside us is written' sh -c 'cd "$1" && pass -o out in &&
	grep -q size out' - "$tmp"
expect 'standard input and errors may be closed' 0 \
	sh -c 'pass "$1" <&- 2>&-' - "$tmp/in" 3<<-'OUT'
	a	size
	1	1
OUT
printf 'Name,Email\nNia Rees,nia@a.example\n' >"$tmp/dump.csv"
err="lead-import: cannot make a temporary file in '/no': No such file..." \
	expect 'a folder for temporary files that is none' 2 sh -c \
	'cat "$1" | TMPDIR=/no lead-import' - "$tmp/dump.csv" 3</dev/null
ok 'where none is named there is /tmp' sh -c \
	'cat "$1" | TMPDIR= lead-import | grep -q "Nia Rees"' - "$tmp/dump.csv"
