#!/bin/sh
# The record stream as every filter reads and writes it (lead-record(5)).
. tests/tap.sh
PATH=$BUILD/bench:$PATH

expect 'adds its column after the last' 0 pass 3<<-'OUT' <<-'IN'
	id	name	size
	7	Siân	7
OUT
	id	name
	7	Siân
IN

expect 'replaces its own column where it stands' 0 pass 3<<-'OUT' <<-'IN'
	id	size	name
	7	5	a
OUT
	id	size	name
	7	x	a
IN

expect 'a last record without LF is a record' 0 sh -c 'printf "a\nb" | pass' \
	3<<-'OUT'
	a	size
	b	1
OUT

expect 'a header and no records is a stream' 0 sh -c 'echo a | pass' 3<<-'OUT'
	a	size
OUT

expect 'skips a repeated header, as from cat a b' 0 pass 3<<-'OUT' <<-'IN'
	a	b	size
	1	2	3
	3	4	3
OUT
	a	b
	1	2
	a	b
	3	4
IN

printf 'id\tname\n1\tAnn\n' >"$tmp/one.tsv"
printf 'name\tcity\nBob\tBala\n' >"$tmp/two.tsv"
expect 'different headers become their union' 0 \
	sh -c 'pass "$1" "$2" | sed "s/^	/-	/"' - \
	"$tmp/one.tsv" "$tmp/two.tsv" 3<<-'OUT'
	id	name	city	size
	1	Ann		5
	-	Bob	Bala	8
OUT

expect 'reads other escapes, writes the four' 0 pass 3<<-'OUT' <<-'IN'
	a	b	c	size
	it's\\x		x\ny	13
OUT
	a	b	c
	it\'s\\x	\N	x\ny
IN

expect '--raw takes a backslash as it is' 0 pass --raw 3<<-'OUT' <<-'IN'
	a	size
	c:\\new	7
OUT
	a
	c:\new
IN

expect '--columns and --no-header' 0 pass --columns a,b --no-header \
	3<<-'OUT' <<-'IN'
	1	2	3
OUT
	1	2
IN

expect '--null writes a text for empty' 0 pass --null '\N' 3<<-'OUT' <<-'IN'
	a	b	size
	1	\N	2
OUT
	a	b
	1	
IN

expect 'a record can be left out' 0 pass --drop-empty 3<<-'OUT' <<-'IN'
	a	b	size
	1	2	3
OUT
	a	b
	\N	2
	1	2
IN

err="pass: stdin:3: told to warn" \
	expect 'a message has its line, status 1' 1 pass 3<<-'OUT' <<-'IN'
	a	size
	x	1
	warn	4
OUT
	a
	x
	warn
IN

bad() {
	name=$1 err=$2
	shift 2
	expect "$name" 2 pass "$@" 3</dev/null
}

printf 'id\tid\n' >"$tmp/in"
bad 'refuses a column twice' "pass: $tmp/in:1: column 'id' stands there twice" \
	"$tmp/in"
seq -f 'c%.0f' 4097 | paste -s >"$tmp/in"
bad 'refuses more columns than a record may have' \
	"pass: $tmp/in:1: more than 4096 columns" "$tmp/in"
printf 'Lead ID\n' >"$tmp/in"
bad 'refuses a header that is none' "pass: $tmp/in:1: 'Lead ID' is not a \
column name, such as first_name: bring dumps in with lead-import" "$tmp/in"
: >"$tmp/in"
bad 'refuses an empty file' "pass: $tmp/in: empty: not even a header line" \
	"$tmp/in"
bad 'refuses a missing file' "pass: $tmp/no: No such file or directory" "$tmp/no"
bad 'refuses a directory' "pass: $tmp: is a directory" "$tmp"
printf 'a\r\n1\r\n' >"$tmp/in"
bad 'hints at lead-import for CRLF' "pass: $tmp/in:1: the header ends in a \
carriage return: bring dumps in with lead-import" "$tmp/in"
bad 'refuses an unknown option' "pass: unknown option '--colour'; see pass \
--help" --colour
bad 'refuses a number that is none' "pass: --jobs: 'two' is not a whole \
number; see pass --help" -j two
bad 'refuses a word not of the choice' "pass: --progress: 'on' is none of \
auto|always|never; see pass --help" --progress=on

late() {
	name=$1 err=$2
	shift 2
	printf 'a\tb\tsize\n1\t2\t3\n' >"$tmp/partial"
	expect "$name" 2 pass "$@" 3<"$tmp/partial"
}
printf 'a\tb\n1\t2\n3\n' >"$tmp/in"
late 'refuses a short record, after the good ones' \
	"pass: $tmp/in:3: 1 field, but the header has 2" "$tmp/in"
printf 'a\tb\n1\t2\n3\tx\\qy\n' >"$tmp/in"
late 'names line and column of a bad escape' "pass: $tmp/in:3: b: unknown \
escape: is a backslash just a backslash here? then use --raw" "$tmp/in"
printf 'a\tb\n1\t2\n\377\tx\n' >"$tmp/in"
late 'names line and column of bad UTF-8' "pass: $tmp/in:3: a: not valid \
UTF-8: bring the file in with lead-import, or convert it with iconv" "$tmp/in"
{ printf 'a\tb\n1\t2\n'; head -c 2097152 /dev/zero | tr '\0' x; } >"$tmp/in"
late 'refuses a 2 MiB record' "pass: $tmp/in:3: the record is longer than \
1048576 bytes: see --max-record" "$tmp/in"

err='pass: stdout: No space left on device' \
	expect 'a full disk is status 2' 2 sh -c 'pass "$1" >/dev/full' - \
	"$tmp/one.tsv" 3</dev/null
printf 'keep\n' >"$tmp/out"
err='*' expect 'a failed run leaves --output alone' 2 \
	pass -o "$tmp/out" "$tmp/in" 3</dev/null
ok 'what was there is still there' grep -qx keep "$tmp/out"
chmod 640 "$tmp/out"
ok 'writes --output' pass -o "$tmp/out" "$tmp/one.tsv"
ok 'a replaced file keeps its mode' sh -c \
	'[ "$(stat -c %a "$1")" = 640 ]' - "$tmp/out"
ok 'a new file is for its owner only' sh -c \
	'pass -o "$1/new" "$1/one.tsv" && [ "$(stat -c %a "$1/new")" = 600 ]' \
	- "$tmp"
ok 'nothing else is left in the folder' sh -c \
	'! ls -A "$1" | grep new | grep -vx new' - "$tmp"

# Order, bytes and messages do not depend on threads or on where blocks end.
awk 'BEGIN { srand(7); print "a\tb\tc"
	for (i = 0; i < 60000; i++) {
		n = int(rand() * 40); s = ""
		while (n--) s = s substr("xyz\\\\nâ", 1 + int(rand() * 3), 1)
		print (i % 9999 == 5 ? "warn" : i) "\t" s "\t" (i % 7 ? "ŵ" : "")
	} }' >"$tmp/big.tsv"
pass -j1 "$tmp/big.tsv" "$tmp/big.tsv" >"$tmp/j1" 2>"$tmp/e1"
for j in 2 7; do
	pass -j$j "$tmp/big.tsv" "$tmp/big.tsv" >"$tmp/j$j" 2>"$tmp/e$j"
	same "-j$j writes the same bytes" "$tmp/j1" "$tmp/j$j"
	same "-j$j says the same" "$tmp/e1" "$tmp/e$j"
done
cat "$tmp/big.tsv" | pass 2>/dev/null >"$tmp/piped"
pass "$tmp/big.tsv" 2>/dev/null >"$tmp/read"
same 'from a pipe as from a file' "$tmp/read" "$tmp/piped"
pass "$tmp/big.tsv" 2>/dev/null | pass >"$tmp/twice" 2>/dev/null
cut -f1-3 "$tmp/twice" >"$tmp/twice.cut"
cut -f1-3 "$tmp/read" >"$tmp/read.cut"
same 'a second run changes only the sizes' "$tmp/read.cut" "$tmp/twice.cut"
ok '`| head` just ends us' sh -c 'pass "$1" 2>&1 | head -1' - "$tmp/one.tsv"

# Other tools read the stream.
pass "$tmp/two.tsv" >"$tmp/s.tsv"
ok 'cut' sh -c '[ "$(cut -f2 "$1" | tail -1)" = Bala ]' - "$tmp/s.tsv"
ok 'awk' sh -c '[ "$(awk -F"\t" "NR>1{print \$1}" "$1")" = Bob ]' - "$tmp/s.tsv"
ok 'sort and join' sh -c 'sort "$1" >"$1.s"
	join -t "$(printf "\t")" "$1.s" "$1.s" | grep -q Bala' - "$tmp/s.tsv"

# What has the name of a link or a descriptor is not replaced itself.
ln -s real "$tmp/link"
echo old >"$tmp/real"
ok 'writes where a link leads to' sh -c 'pass -o "$1/link" "$1/one.tsv" &&
	[ -h "$1/link" ] && grep -q size "$1/real"' - "$tmp"
ok 'writes to a descriptor' sh -c 'pass -o /dev/fd/5 "$1/one.tsv" 5>"$1/fd" &&
	grep -q size "$1/fd"' - "$tmp"
ok 'writes to standard output by its name' sh -c '
	{ echo before; pass -o /dev/stdout "$1/one.tsv"; echo after; } >"$1/fd"
	[ -h /dev/stdout ] && [ "$(sed -n "1p;\$p" "$1/fd" | tr "\n" " ")" = \
		"before after " ]' - "$tmp"

# A filter cannot write anywhere but to its output (where the kernel can).
if grep -q landlock /sys/kernel/security/lsm 2>/dev/null; then
	ok 'still replaces a file when confined' sh -c \
		'pass -o "$1/out2" "$1/one.tsv" && grep -q size "$1/out2"' - "$tmp"
fi
