#!/bin/sh
# The options that all programs have, as each of them parses them.
. tests/tap.sh
PATH=$BUILD/bench:$PATH

ok '--version names the program' sh -c \
	'lead-score --version | grep -qx "lead-score (leadpipe) [0-9.]*"'
lead-contact --options >"$tmp/table"
ok '--options is a table' grep -qx \
	"j	jobs	number	N	use N threads (default: the cores)" \
	"$tmp/table"
ok 'a letter of the program is not listed for a common option' sh -c \
	'[ "$(cut -f1 "$1" | grep -c o)" = 1 ] &&
	grep -q "^	output	" "$1" && ! grep -q "^o	output	" "$1"' \
	- "$tmp/table"
ok 'an option without an argument has none in the table' \
	grep -q '^q	quiet	flag		' "$tmp/table"
ok '--help wins over --version' sh -c \
	'pass --help --version | grep -q "^usage: pass"'

bad() {
	name=$1 err="pass: $2; see pass --help"
	shift 2
	expect "$name" 2 pass "$@" 3</dev/null </dev/null
}
bad 'a letter that is none' "unknown option '-Z'" -Z
bad 'a letter without its argument' 'option -j needs an argument' -j
bad 'a name without its argument' 'option --columns needs an argument' \
	--columns
bad 'a flag with an argument' 'option --raw=yes takes no argument' --raw=yes
bad 'a name cut short that fits two' "unknown option '--n'" --n
bad 'a number below nothing' "--jobs: '-1' is not a whole number" -j -1
bad 'a number too large' "--max-record: '9000000000G' is not a whole number" \
	--max-record 9000000000G
bad 'no number' "--jobs: '' is not a whole number" -j ''
bad 'a unit alone' "--max-record: 'k' is not a whole number" --max-record k

long() {
	printf 'a\n'
	head -c "$1" /dev/zero | tr '\0' x
	echo
}
most() {
	long "$2" >"$tmp/in"
	err="pass: $tmp/in:2: the record is longer than $4 bytes: see \
--max-record" expect "$1" 2 pass --max-record "$3" "$tmp/in" 3<<-'OUT'
	a	size
	OUT
}
most '--max-record counts bytes' 11 10 10
most '--max-record knows k' 1025 1k 1024
most '--max-record knows M' 3145729 3M 3145728
long 2000000 >"$tmp/in"
ok '--max-record knows G' pass --max-record 1G "$tmp/in"
long 10 >"$tmp/in"
ok 'a record of just so many bytes is taken' pass --max-record 10 "$tmp/in"

long 200000 | tail -1 >"$tmp/in"
err="pass: $tmp/in:1: the header is longer than 1024 bytes" \
	expect 'nor may a header go on and on' 2 \
	pass --max-record 1k "$tmp/in" 3</dev/null
err="pass: --columns: 'A b' is not a column name, such as first_name..." \
	expect '--columns takes names of columns' 2 pass --columns 'a,A b' \
	3</dev/null </dev/null
err='pass: --null: a TAB or a line feed cannot stand in a field' \
	expect '--null takes what can stand in a field' 2 \
	pass --null '	' 3</dev/null <<-'IN'
	a
	IN
expect '--null may be nothing' 0 pass --null '' 3<<-'OUT' <<-'IN'
	a	b	size
	1		2
OUT
	a	b
	1	
IN
err="pass: /proc/self/mem: Input/output error" \
	expect 'a file that cannot be read' 2 pass /proc/self/mem 3</dev/null
err="lead-score: LEAD_NOW: 'noon' is not a time; write 2026-11-23T09:15:00Z \
or 2026-11-23" LEAD_NOW=noon \
	expect 'a clock that is none' 2 lead-score 3</dev/null <<-'IN'
	lead_id
	IN

# What is said of each record, and of all of them together.
awk 'BEGIN { print "a"; while (n++ < 300) print "warn" }' >"$tmp/in"
ok 'of many messages most are only counted' sh -c '
	pass "$1" 2>"$2" >/dev/null
	[ "$(grep -c "told to warn" "$2")" = 20 ] &&
		tail -1 "$2" | grep -qx "pass: 280 more messages like these"' \
	- "$tmp/in" "$tmp/said"
printf 'two\tfields\n' >>"$tmp/in"
ok 'what ends the run is said behind many messages' sh -c '
	pass "$1" 2>"$2" >/dev/null
	[ $? = 2 ] && grep -q \
		"in:302: 2 fields, but the header has 1" "$2"' \
	- "$tmp/in" "$tmp/said"

printf 'a\n1\n2\n' >"$tmp/in"
pass --progress=always "$tmp/in" >"$tmp/out" 2>"$tmp/said"
ok '--progress=always counts bytes and records' grep -q \
	'pass: [0-9]* %, 4B, 2 records, [0-9k.]*/s' "$tmp/said"
printf '\r\033[K' >"$tmp/wiped"
ok 'and wipes its line at the end' sh -c \
	'tail -c 4 "$1" | cmp -s - "$2"' - "$tmp/said" "$tmp/wiped"
pass --progress=never "$tmp/in" >"$tmp/out" 2>"$tmp/said"
ok '--progress=never says nothing' test ! -s "$tmp/said"
pass "$tmp/in" >"$tmp/out" 2>"$tmp/said"
ok 'nor does auto where there is no terminal' test ! -s "$tmp/said"
