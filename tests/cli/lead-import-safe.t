#!/bin/sh
# lead-import: what was there stays there, whatever happens
. tests/tap.sh

# A dump of 20,000 leads, and another of as many others.
make_dump() {
	awk -v from="$1" 'BEGIN {
		print "Record ID,First Name,Last Name,Email,Phone Number,Notes"
		for (i = from; i < from + 20000; i++)
			printf "%d,Nia,Rees%d,n%d@acme.example,029 %08d,\"a, b\nc\"\n",
				i, i, i, i
	}'
}
make_dump 1 >"$tmp/one.csv"
make_dump 20001 >"$tmp/two.csv"

lead-import -q -c GB "$tmp/one.csv" -o "$tmp/leads.tsv"
for jobs in 1 2 7; do
	lead-import -q -c GB -j "$jobs" "$tmp/one.csv" >"$tmp/got"
	same "the same with -j $jobs" "$tmp/leads.tsv" "$tmp/got"
done
cat "$tmp/one.csv" | lead-import -q -c GB -s one >"$tmp/got"
same 'the same from a pipe' "$tmp/leads.tsv" "$tmp/got"

# What is written with escapes is read with them, in whatever is kept of it.
printf 'lead_id\temail\tnotes\nL1\t\\N\ta\\nb\\\\c\\vd\\qe\\\n' >"$tmp/own.tsv"
printf 'lead_id\temail\tnotes\nL1\t\ta\\nb\\\\c\013d\\\\qe\\\\\n' >"$tmp/want"
lead-import -q --as-is "$tmp/own.tsv" >"$tmp/got"
same 'our own escapes, and those of others' "$tmp/want" "$tmp/got"
lead-import -q "$tmp/own.tsv" | cut -f 1,6,12 >"$tmp/got"
same 'the same among other columns' "$tmp/want" "$tmp/got"
sed -i 's/^L1//' "$tmp/own.tsv"
sed 's/^L1//' "$tmp/want" >"$tmp/rest"
lead-import -q -r "$tmp/rejects.tsv" "$tmp/own.tsv" >"$tmp/got"
lead-import -q -r "$tmp/again.tsv" "$tmp/rejects.tsv" >"$tmp/got"
cut -f 4- "$tmp/again.tsv" >"$tmp/got"
same 'and what is rejected twice' "$tmp/rest" "$tmp/got"

# A name may have what a field must not have.
odd=$(printf '%s/a\tb\\c.csv' "$tmp")
printf 'Name,Email\nNia Rees,n@acme.example\n' >"$odd"
printf 'source\na\\tb\\\\c\n' >"$tmp/want"
lead-import -q "$odd" | cut -f 2 >"$tmp/got"
same 'a file of an odd name is one source' "$tmp/want" "$tmp/got"
for option in -s --import-id -b; do
	lead-import -q "$option" "$(printf 'a\tb\\c')" "$odd" |
		lead-import -q --as-is | grep -cF 'a\tb\\c' >"$tmp/got"
	echo 1 >"$tmp/want"
	same "and so is what $option says" "$tmp/want" "$tmp/got"
done

# Killed at any moment, the file is the old one or the new one, whole.
cp "$tmp/leads.tsv" "$tmp/old.tsv"
lead-import -q -c GB -u "$tmp/leads.tsv" "$tmp/two.csv" >"$tmp/new.tsv"
bad=0
for try in 1 2 3 4 5 6 7 8 9 10 11 12; do
	cp "$tmp/old.tsv" "$tmp/leads.tsv"
	timeout -s KILL "0.0$((try * 2 + 1))" lead-import -q -c GB \
		-u "$tmp/leads.tsv" -o "$tmp/leads.tsv" "$tmp/two.csv"
	cmp -s "$tmp/leads.tsv" "$tmp/old.tsv" ||
		cmp -s "$tmp/leads.tsv" "$tmp/new.tsv" || bad=$((bad + 1))
done 2>/dev/null
result 'killed while it updates, nothing is half done' "$bad"

# Where the trace or the rejects cannot be written, the master is as it was.
printf 'Name,Email\nNia Rees,n@acme.example\n,\n' >"$tmp/bad.csv"
for option in -t -r; do
	cp "$tmp/old.tsv" "$tmp/leads.tsv"
	err='lead-import: /dev/full: No space left on device'
	expect "$option on a full disk" 2 lead-import -q "$option" /dev/full \
		-u "$tmp/leads.tsv" -o "$tmp/leads.tsv" "$tmp/bad.csv" \
		3</dev/null
	same "with $option on a full disk, the leads stay" \
		"$tmp/old.tsv" "$tmp/leads.tsv"
done

# meddle COMMAND...: run it on leads of which the first are out already, while
# a full pipe keeps the others in.
meddle() {
	cp "$tmp/old.tsv" "$tmp/leads.tsv"
	{
		lead-import -q -u "$tmp/leads.tsv" "$tmp/two.csv" 2>"$tmp/got"
		echo "status $?" >>"$tmp/got"
	} | {
		head -c 1
		"$@" "$tmp/leads.tsv"
		cat
	} >"$tmp/out"
}
echo "lead-import: $tmp/leads.tsv was changed while it was read
status 2" >"$tmp/want"
meddle touch
same 'leads that change while they are read are status 2' "$tmp/want" "$tmp/got"
echo "lead-import: $tmp/leads.tsv has become shorter while it was read
status 2" >"$tmp/want"
meddle truncate -s 1000
same 'and so are those that are cut off' "$tmp/want" "$tmp/got"
echo 'status 0' >"$tmp/want"
meddle rm
same 'but what takes their place is another file' "$tmp/want" "$tmp/got"

cp "$tmp/old.tsv" "$tmp/leads.tsv"
printf 'broken\n' >>"$tmp/leads.tsv"
err="lead-import: $tmp/leads.tsv:20002: 1 fields, but the header has 22" \
expect 'will not update leads that it cannot read' 2 lead-import -q \
	-u "$tmp/leads.tsv" -o "$tmp/leads.tsv" "$tmp/two.csv" 3</dev/null
ok 'and leaves them' grep -q broken "$tmp/leads.tsv"

err='lead-import: stdout: No space left on device' \
expect 'a full disk is status 2' 2 \
	sh -c 'lead-import -q -c GB "$tmp/one.csv" >/dev/full' 3</dev/null
err="lead-import: $tmp/none.csv: No such file or directory" \
expect 'so is a missing file' 2 lead-import -q "$tmp/none.csv" 3</dev/null
err="lead-import: $tmp: is a directory" \
expect 'and a directory' 2 lead-import -q "$tmp" 3</dev/null

{
	echo 'Name,Email,Notes'
	printf 'Nia Rees,n@acme.example,'
	head -c 2097152 /dev/zero | tr '\0' x
	printf '\nSiôn Huws,s@acme.example,fine\n'
} >"$tmp/long.csv"
err="lead-import: $tmp/long.csv:2: the record is longer than 1048576 bytes; see --max-record" \
expect 'a record of two megabytes is rejected, the next is read' 0 sh -c \
	'lead-import -q "$tmp/long.csv" | cut -f6 | tail -n +2' 3<<-'OUT'
	s@acme.example
OUT

err='*' expect 'an open quote costs its line, no more' 0 sh -c \
	'lead-import -q | cut -f6 | tail -n +2' 3<<-'OUT' <<-'IN'
	s@acme.example
	m@acme.example
OUT
	Name,Notes,Email
	Nia Rees,"never closed,n@acme.example
	Siôn Huws,fine,s@acme.example
	Mair Puw,,m@acme.example
IN

{
	echo a,b
	awk 'BEGIN { for (; i < 20000; i++) printf ", \"x"; print "\n1,2" }'
} >"$tmp/open.csv"
expect 'nor does a line of open quotes cost much' 0 sh -c \
	'ulimit -t 1; lead-import -q --as-is -r /dev/null "$tmp/open.csv"' \
	3<<-'OUT' </dev/null
	a	b
	1	2
OUT

awk 'BEGIN {
	print "a,b"
	for (; i < 130000; i++) print "1,2"
	printf "\n\n%040000d,y\n1\n", 0
}' >"$tmp/blank.csv"
err="lead-import: $tmp/blank.csv:130005: 1 fields, but the header has 2" \
expect 'empty lines count, also before a record that is read on for' 0 sh -c \
	'lead-import -q --as-is "$tmp/blank.csv" | wc -l' 3<<-'OUT' </dev/null
	130002
OUT

# A record is rejected as it stands, its columns where those of all dumps are.
printf 'a,b,c\n2,x,y\n3,x\n4,"x\n5,x,y,z,"q"\n\n7\n8\n9\n10\n\303\251\n' \
	>"$tmp/bad.csv"
printf 'c\td\ta\n1\n1\t2\t3\t4\\\n1\0\t2\n' >"$tmp/bad.tsv"
expect 'rejects are kept as they stand, each with its line' 0 sh -c \
	'cd "$tmp" && lead-import -q -r rejects.tsv bad.csv bad.tsv >/dev/null
	grep -v "nothing identifies" rejects.tsv' 3<<-'OUT' </dev/null
	file	line	reason	a	b	c	d
	bad.csv	3	2 fields, but the header has 3	3	x		
	bad.csv	4	the quotes make no sense	4	"x		
	bad.csv	5	5 fields, but the header has 3	5	x	y,z,q	
	bad.csv	7	1 fields, but the header has 3	7			
	bad.csv	8	1 fields, but the header has 3	8			
	bad.csv	9	1 fields, but the header has 3	9			
	bad.csv	10	1 fields, but the header has 3	10			
	bad.csv	11	1 fields, but the header has 3	é			
	bad.tsv	2	1 fields, but the header has 3			1	
	bad.tsv	3	4 fields, but the header has 3	3\t4\\		1	2
	bad.tsv	4	2 fields, but the header has 3			1	2
OUT

# What is quoted is cut as quotes tell; what does not end is left as it is.
printf '%s\n' 'Name,Email,Phone,Notes' \
	'"Bo, Ann",a@x.example,029,"hi, ""there""",extra,"more, y"' \
	'"Cy, Di",c@x.example,"029 2018 0001"' '"open,f@x.example,029,z,' \
	'"Two' 'lines, here",h@x.example,1,2,3' >"$tmp/bad.csv"
expect 'rejects are cut as their quotes tell' 0 sh -c \
	'cd "$tmp" && lead-import -q -r rejects.tsv bad.csv >/dev/null
	cut -f 2,4- rejects.tsv' 3<<-'OUT' </dev/null
	line	Name	Email	Phone	Notes
	2	Bo, Ann	a@x.example	029	hi, "there",extra,more, y
	3	Cy, Di	c@x.example	029 2018 0001	
	4	"open	f@x.example	029	z,
	5	Two\nlines, here	h@x.example	1	2,3
OUT

# The column's order and mark are those of the dump, not of a few rejects.
printf '%s\n' 'Name;Email;Created Date;Annual Revenue' \
	'Ann;a@x.example;12/25/2026;1.234,50' \
	'Bo;b@x.example;02/03/2026;5.000;x' 'Cy;c@x.example;05/06/2026' \
	>"$tmp/dump.csv"
expect 'rejects are read as the column they are of, when they are mended' 0 \
	sh -c 'cd "$tmp" && lead-import -q -c GB -r rejects.tsv dump.csv >got
	sed -i "s/;x$//" rejects.tsv
	lead-import -q -c GB rejects.tsv | cut -f 3,4,6' 3<<-'OUT' </dev/null
	obtained_at	full_name	annual_revenue
	2026-02-03	Bo	5000
	2026-05-06	Cy	
OUT
expect 'who is refused again is of the file and line of before' 0 sh -c \
	'cd "$tmp" && sed -i "2s/$/	x/" rejects.tsv
	lead-import -q -c GB -r again.tsv rejects.tsv >got
	cat again.tsv' 3<<-'OUT' </dev/null
	file	line	reason	Name	Email	Created Date	Annual Revenue
	dump.csv	3	8 fields, but the header has 7	Bo	b@x.example	2026-02-03	5000\tx
OUT

seq 1 99999 | sed 's/$/,x/; 1s/^/a,b,c\n/' >"$tmp/bad.csv"
lead-import -q --as-is -r "$tmp/rejects.tsv" "$tmp/bad.csv" >"$tmp/got"
{
	printf 'file\tline\treason\ta\tb\tc\n'
	seq 1 99999 | awk -v OFS='\t' -v file="$tmp/bad.csv" '{
		print file, $1 + 1, "2 fields, but the header has 3", $1, "x", "" }'
} >"$tmp/want"
same 'a hundred thousand, too' "$tmp/want" "$tmp/rejects.tsv"

printf 'Name,Email\nNia Rees,n@acme.example\nSi\364n \226 Huws,s@acme.example\n' >"$tmp/mixed.csv"
err="lead-import: $tmp/mixed.csv: UTF-8, comma, header in line 1, 2 columns
lead-import: $tmp/mixed.csv: 2 of 2 headers are known
lead-import: $tmp/mixed.csv: 1 row was not UTF-8: read as Windows-1252
lead-import: 2 rows: 2 new, 0 updated, 0 merged, 0 unchanged, 0 rejected, 0 suppressed" \
expect 'what is not UTF-8 is read as Windows-1252' 0 sh -c \
	'lead-import "$tmp/mixed.csv" | cut -f4' 3<<-'OUT'
	full_name
	Nia Rees
	Siôn – Huws
OUT
# A letter's first byte and, behind a delimiter, its second are two letters.
err='lead-import: stdin: UTF-8, comma, header in line 1, 2 columns
lead-import: stdin: 3 rows were not UTF-8: read as Windows-1252' \
expect 'and so it is as it stands, field by field' 0 sh -c \
	'printf "a,b\n\303,\251\n\303\251,x\n\302\200,\201\n\0y\0,\342\202\254\n" |
	lead-import --as-is' 3<<-'OUT' </dev/null
	a	b
	Ã	©
	é	x
	€	�
	y	€
OUT

# Our own records stay where they stand unless something is to be changed: in
# whatever form they come, the same comes out.
awk 'BEGIN {
	print "Record ID,First Name,Last Name,Email,Phone Number,Notes"
	for (i = 1; i <= 9000; i++)
		printf "%d,Siôn,Rees%d,n%d@acme.example,029 %08d,\"a \\ b%s\"\n",
			i, i, i, i, i % 40 ? "" : "\nc"
}' | lead-import -q -c GB -s x -o "$tmp/own.tsv"
own() {
	"$@" <"$tmp/own.tsv" >"$tmp/other.tsv"
	lead-import -q ${opts:-} "$tmp/other.tsv" >"$tmp/got"
}
own cat
same 'our own records are the same' "$tmp/own.tsv" "$tmp/got"
own awk '{ print; if (NR % 3001 == 0) print "" }'
same 'with blank lines between' "$tmp/own.tsv" "$tmp/got"
own awk 'NR == 1 { head = $0 } { print; if (NR % 2003 == 0) print head }'
same 'with the header again' "$tmp/own.tsv" "$tmp/got"
own awk '{ sub(/$/, NR > 4000 ? "\r" : "") } 1'
same 'with some line ends of CRLF' "$tmp/own.tsv" "$tmp/got"
own awk -F'\t' -v OFS='\t' 'NR > 5000 && NR % 7 == 0 {
	for (i = 1; i <= NF; i++) if ($i == "") $i = "\\N" } 1'
same 'with the empty as \N' "$tmp/own.tsv" "$tmp/got"
own awk -F'\t' -v OFS='\t' 'NR > 1 && NR % 4500 == 0 { $1 = "" } 1'
same 'with an id lost' "$tmp/own.tsv" "$tmp/got"
own awk -F'\t' -v OFS='\t' '{ t = $1; $1 = $2; $2 = t } 1'
same 'with columns in another order' "$tmp/own.tsv" "$tmp/got"
cat "$tmp/own.tsv" | lead-import -q >"$tmp/got"
same 'from a pipe' "$tmp/own.tsv" "$tmp/got"
{
	printf 'key_type\tkey\tchannel\treason\tat\tby\n'
	printf 'email\tn4567@acme.example\t\topt-out\t2026-01-01\tsam\n'
} >"$tmp/suppress.tsv"
opts="-x $tmp/suppress.tsv" own cat
grep -v 'n4567@' "$tmp/own.tsv" >"$tmp/want"
same 'with one suppressed' "$tmp/want" "$tmp/got"
{
	cat "$tmp/own.tsv"
	awk -F'\t' -v OFS='\t' 'NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i }
		NR == 77 { $c["phone"] = $c["notes"] = ""; print }' \
		"$tmp/own.tsv"
} >"$tmp/other.tsv"
lead-import -q "$tmp/other.tsv" >"$tmp/got"
same 'with one that comes twice' "$tmp/own.tsv" "$tmp/got"

# Who is erased stays so when the same dumps come in again.
rm -rf "$LEAD_HOME"
cat >"$tmp/people.csv" <<-'IN'
	Name,Email,Notes
	Ann Evans,ann@m.example; annie@n.example,
	Bob Price,bob@m.example,Ann Evans (annie@n.example) is ill
IN
printf 'Email,Unsubscribed\nannie@n.example,yes\nzed@x.example,yes\n' \
	>"$tmp/unsubscribed.csv"
again() {
	lead-import -q -U "$tmp/people.csv"
	lead-import -q -U "$tmp/unsubscribed.csv"
}
again
lead-import -q --forget ann@m.example
cp "$LEAD_HOME/leads.tsv" "$tmp/erased"
ok 'an address that is nobody but who is erased goes, too' \
	sh -c '[ $(wc -l <"$1") -eq 3 ]' - "$tmp/erased"
ok 'and nothing of them is left' \
	sh -c '! grep -aq "annie@\|ann@\|Ann Evans" -r "$1"' - "$LEAD_HOME"
again
same 'nor does it come back' "$tmp/erased" "$LEAD_HOME/leads.tsv"

# Rows that share an address here, a number there: whatever is joined, merged
# and closed, the same again changes nothing.
halves() {
	head -n 1001 "$tmp/random.csv" >"$tmp/half1.csv"
	sed 2,1001d "$tmp/random.csv" >"$tmp/half2.csv"
	known=$tmp/known
	lead-import -q -d $1 -c GB "$tmp/half1.csv" -o "$known" 2>/dev/null
	for half in 2 2; do
		cp "$known" "$tmp/once"
		lead-import -q -u "$known" -o "$known" -d $1 -c GB \
			"$tmp/half$half.csv" 2>/dev/null
	done
	same "nor in a master with no store, -d $1, seed $seed" \
		"$tmp/once" "$known"
	rm -rf "$LEAD_HOME"
	for half in 1 2 2 1; do
		[ ! -e "$LEAD_HOME" ] || cp "$LEAD_HOME/leads.tsv" "$tmp/once"
		lead-import -q -U -d $1 -c GB "$tmp/half$half.csv" 2>/dev/null
	done
	same "nor in the store, in any order, -d $1, seed $seed" \
		"$tmp/once" "$LEAD_HOME/leads.tsv"
}
for seed in 1 2 3 90; do
	awk -v seed=$seed 'function some(share) { return rand() < share }
	BEGIN {
		srand(seed)
		n = split("Ann Bob Cai Dai Eve Huw Rees Lloyd Jones", word, " ")
		print "Name,Email,Email 2,Phone,Mobile,Unsubscribed,Notes"
		for (i = 0; i < 2000; i++) {
			who = int(rand() * 700)
			other = some(.8) ? who : int(rand() * 2000)
			printf "%s %s,%s,%s,%s,%s,%s,%s\n",
				word[some(.8) ? who % n + 1 : int(rand() * n) + 1],
				word[who * 7 % n + 1],
				some(.7) ? "p" other "@x.example" : "",
				some(.2) ? "p" int(rand() * 2000) "@x.example" : "",
				some(.5) ? sprintf("029 2018 %04d", other) : "",
				some(.5) ? sprintf("07700 90%04d", other) : "",
				some(.03) ? "yes" : "", some(.3) ? "hi " i % 5 : ""
		}
	}' >"$tmp/random.csv"
	for way in exact likely; do
		rm -rf "$LEAD_HOME"
		lead-import -q -U -d $way -c GB "$tmp/random.csv" 2>/dev/null
		cp "$LEAD_HOME/leads.tsv" "$tmp/once"
		cp "$LEAD_HOME/merges.tsv" "$tmp/parts"
		lead-import -q -U -d $way -c GB "$tmp/random.csv" 2>/dev/null
		same "twice is once, -d $way, seed $seed" \
			"$tmp/once" "$LEAD_HOME/leads.tsv"
		same 'and so are the parts' \
			"$tmp/parts" "$LEAD_HOME/merges.tsv"
		halves $way
	done
done

# What a lead is known by in its notes only: an address; a number of another
# row with the name of one more; not what is a key of another lead.
cat >"$tmp/leads.csv" <<-'IN'
	Name,Email,Phone,Mobile
	Ann Rees,ann@s.example,029 2018 0001,07700 900601
	Nan Rees,nan@s.example,029 2018 0002,07700 900601
	Bob Huws,bob@s.example,,07700 900602
IN
cat >"$tmp/again.csv" <<-'IN'
	Name,Email,Phone
	,nan@s.example,
	Nan Rees,,029 2018 0001
	Ann Rees,,029 2018 0002
	Nan Rees,,029 2018 0003
	Bob Huws,bob@s.example,029 2018 0001
IN
lead-import -q -c GB -s web "$tmp/leads.csv" -o "$tmp/known"
expect 'a lead is known by what its notes have' 0 sh -c '
	lead-import -q -c GB -s web -u "$1" -t "$2" "$3" >/dev/null
	awk -F "\t" -v OFS="\t" "{
		if (!(\$4 in name)) name[\$4] = NR > 1 ? n++ : \$4
		print \$2, \$3, name[\$4], \$5
	}" "$2"' - "$tmp/known" "$tmp/trace" "$tmp/again.csv" 3<<-'OUT'
	line	fate	lead_id	key
	2	unchanged	0	email
	3	unchanged	0	phone and name
	4	unchanged	0	phone and name
	5	new	1	
	6	updated	2	lead_id
OUT
