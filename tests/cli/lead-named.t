#!/bin/sh
# Which lead is meant, and entries that come from elsewhere, checked.
. tests/tap.sh
export LEAD_USER=sam
tab=$(printf '\t')
log=$tmp/log
visit() {
	lead-contact -q -f "$log" -c visit -o held "$@"
}

# Without a file of leads an id can only be taken for one.
expect 'an id is taken where there are no leads' 0 sh -c 'lead-contact -q \
	-f "$1" -c visit -o held -l L01AZ9 | cut -f4' - "$log" 3<<-'OUT'
	lead_id
	L01AZ9
	OUT
for word in L01a L01-9 X0001 L001 L; do
	err="lead-contact: no lead matches '$word' in ..." \
		expect "but $word is no id" 1 visit -l $word 3</dev/null
done
expect 'two leads, two entries' 0 sh -c 'lead-contact -q -f "$1" -c visit \
	-o held -l L0001 -l L0002 | cut -f4' - "$log" 3<<-'OUT'
	lead_id
	L0001
	L0002
	OUT

awk 'BEGIN {
	print "lead_id\tfull_name\tcompany"
	for (i = 1001; i <= 1030; i++) print "L" i "\tAnn Hill\tAcme"
	print "L2000\tBob Pugh"
}' >"$LEAD_HOME/leads.tsv"
visit -l 'ann hill' >"$tmp/out" 2>"$tmp/said"
ok 'of many that match twenty are listed' sh -c \
	'[ "$(grep -c "  Ann Hill  Acme$" "$1")" = 20 ] &&
	tail -1 "$1" | grep -qx "  \.\.\."' - "$tmp/said"
ok 'and nothing is logged' test ! -s "$tmp/out"
err="lead-contact: no lead matches 'L9999' in $LEAD_HOME/leads.tsv" \
	expect 'where there are leads, an id is one of theirs' 1 \
	visit -l L9999 3</dev/null
mkdir "$tmp/h"
printf 'lead_id\tlead_id\n' >"$tmp/h/leads.tsv"
err="lead-contact: $tmp/h/leads.tsv:1: column 'lead_id' stands there twice" \
	expect 'a file of leads has a header' 2 visit --home "$tmp/h" -l ann \
	3</dev/null

# By whatever a person would type.
printf 'lead_id\tfull_name\temail\tphone\tmobile\n%s\n%s\n%s\n' \
	"L1${tab}Nia Rees${tab}nia@a.example${tab}+442920180000$tab" \
	"L2${tab}Rhys Puw${tab}rhys@a.example${tab}$tab+447700900123" \
	"L3${tab}Sam 90012${tab}$tab$tab" >"$tmp/h/leads.tsv"
typed() {
	visit --home "$tmp/h" -l "$2" >"$tmp/out" 2>"$tmp/said"
	ok "$2: $1" sh -c '[ "$(sed 1d "$1" | cut -f4)" = "$2" ]' - \
		"$tmp/out" "$3"
}
typed 'an address, whatever its case' NIA@a.example L1
typed 'a number as it is dialled' '029 2018 0000' L1
typed 'a number in full' +442920180000 L1
typed 'a mobile number' 07700900123 L2
typed 'without its zero' 2920180000 L1
typed 'the end of one, as dialled nearby' 20180000 L1
typed 'not the middle of one' 2018000 ''
typed 'nor a part with digits before it' 92920180000 ''
typed 'half an address is none' nia@a ''
typed 'a number in a name is one' 90012 L3
typed 'a part of a name' uw L2
typed 'nobody' Xerxes ''
typed 'nothing' '' ''

# Leads that come in a stream.
stream() {
	name=$1 err=$2
	expect "$name" 2 visit -l - 3</dev/null
}
stream 'a stream of leads has lead_id' "lead-contact: the input has no \
column 'lead_id'; lead-import gives one" <<-'IN'
	full_name
	Ann Hill
	IN
printf 'full_name\tlead_id\nBob Pugh\tL2000\nAnn Hill\t\n' >"$tmp/in"
stream 'and no lead without' 'lead-contact: stdin:3: lead_id: is empty' \
	<"$tmp/in"

# Entries of others: all or none.
entries() {
	name=$1 what=$2
	cp "$log" "$tmp/before"
	err="lead-contact: $what
lead-contact: nothing is logged: it is all or none" \
		expect "$name" 1 lead-contact -f "$log" --append 3</dev/null
	same "$name: the log is as it was" "$tmp/before" "$log"
}
row() {
	printf '%s\t' id at logged_at lead_id channel
	printf 'outcome\ng1\t2026-11-20\t\tL2000\tvisit\theld\n'
	printf '%s\t%s\t%s\t%s\tvisit\theld\n' "$@"
}
entry() {
	row "$1" "$2" "$3" "$4" | sed '1s/^id/contact_id/' >"$tmp/entries"
}
entry g2 yesterday '' L2000
entries 'a time is a time' "stdin:3: at: 'yesterday' is no time: write \
2026-11-23T09:15:00Z" <"$tmp/entries"
entry g2 '' '' L2000
entries 'an entry has a time' "stdin:3: at: is no time: write \
2026-11-23T09:15:00Z" <"$tmp/entries"
entry g2 2026-11-20 soon L2000
entries 'so is when it was logged' "stdin:3: logged_at: 'soon' is no time: write \
2026-11-23T09:15:00Z" <"$tmp/entries"
entry g2 2026-11-20 '' ''
entries 'an entry has a lead' 'stdin:3: lead_id: is empty' <"$tmp/entries"
entry 'g 2' 2026-11-20 '' L2000
entries 'an id is one' "stdin:3: contact_id: 'g 2' is no id: letters, digits and - \
_ . : only" <"$tmp/entries"
err="lead-contact: stdin: the log has no column 'weather'" \
	expect 'no column is passed over' 2 lead-contact -f "$log" --append \
	3</dev/null <<-'IN'
	at	lead_id	weather
	IN
entry g2 2026-11-20T10:00:00+01:00 2026-11-20 L2000
expect 'what is good is taken, times in UTC' 0 sh -c 'lead-contact -q -f "$1" \
	--append <"$2" | cut -f1-4' - "$log" "$tmp/entries" 3<<-'OUT'
	contact_id	at	logged_at	lead_id
	g1	2026-11-20	2026-11-23T09:15:00Z	L2000
	g2	2026-11-20T09:00:00Z	2026-11-20	L2000
	OUT
err='*' expect 'no entries are no fault' 0 lead-contact -f "$log" --append \
	3</dev/null <<-'IN'
	at	lead_id	channel	outcome
	IN

# How a time was understood is said, and where the clock makes it doubtful.
when() {
	what=$1 err="lead-contact: next: $3"
	expect "$what" 0 sh -c 'lead-contact -f "$1" --home "$2" -l L1 \
		-c visit -o held -a ring -n "$3" >/dev/null' - \
		"$log" "$tmp/h" "$2" 3</dev/null
}
when 'an hour that the clock shows twice' '31/10/2027 01:30' \
	'Sun 31 Oct 2027 01:30 BST (the clock shows it twice: the first)'
when 'an hour that it leaves out' '28/3/2027 01:30' \
	'Sun 28 Mar 2027 02:30 BST (the clock is put forward over it)'
when 'a day is a day' 1/12 'Tue 1 Dec 2026'
