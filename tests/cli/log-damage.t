#!/bin/sh
# Logs that were torn, or written by others: what is said, what is kept.
. tests/tap.sh
export LEAD_USER=sam
tab=$(printf '\t')
log=$tmp/log

printf 'lead_id\tfull_name\nL0001\tSiân Rees\nL0002\tBob Pugh\n' \
	>"$LEAD_HOME/leads.tsv"
# entry ID LEAD CHANNEL OUTCOME VOID: a line of contacts.tsv, by hand.
entry() {
	printf '%s\t2026-11-20\t\t%s\tsam\t%s\tout\t%s' "$1" "$2" "$3" "$4"
	printf '\t\t\t\t\t\t\t\t\t\t%s\t\n' "${5:-}"
}

entry e1 L0001 call busy >"$log"
entry e2 L0001 email sent | head -c 12 >>"$log"
cp "$log" "$tmp/before"
err="lead-contact: $log: a torn record of 12 bytes at its end is passed over" \
	expect 'a torn record is passed over' 1 lead-contact --check -f "$log" \
	3</dev/null
same 'and a reader leaves the file alone' "$tmp/before" "$log"
err="lead-contact: $log: a torn record of 12 bytes at its end was moved to \
$log.torn-20261123T091500Z" \
	expect 'the next writer moves it' 0 sh -c 'lead-contact -f "$1" -l L0001 \
	-c visit -o held | cut -f4,6' - "$log" 3<<-'OUT'
	lead_id	channel
	L0001	visit
	OUT
entry e2 L0001 email sent | head -c 12 >"$tmp/want"
same 'as it was' "$tmp/want" "$log.torn-20261123T091500Z"
printf torn >>"$log"
err="lead-contact: $log: a torn record of 4 bytes at its end was moved to \
$log.torn-20261123T091500Z-2" \
	expect 'a second one beside the first' 0 sh -c 'lead-contact -f "$1" \
	-l L0001 -c visit -o held >/dev/null' - "$log" 3</dev/null
ok 'then the log is in order' lead-contact --check -f "$log"

# Each entry by itself, and what entries say of each other.
looked() {
	name=$1 err=$2
	expect "$name" 1 lead-contact --check -f "$log" 3</dev/null
}
{ entry 'e 1' L0001 call busy; entry e2 '' call busy; } >"$log"
looked 'an id has letters, digits and a few signs' "lead-contact: $log:2: \
left out: the entry names no lead
lead-contact: $log:1: contact_id: is no id"
entry e1 L0001 call busy | sed 's/20\t\t/23\t2026-11-21T23:00:00Z\t/' >"$log"
looked 'what happened before it was logged' "lead-contact: $log:1: at: is \
later than the day it was logged"
{ entry e1 L0001 call busy; entry e1 L0002 call busy; } >"$log"
looked 'two entries with one id' \
	"lead-contact: $log:2: contact_id: is that of another entry too"
{ entry e1 L0001 call busy; entry e1 L0001 call busy; } >"$log"
ok 'the same entry twice is one' lead-contact --check -f "$log"
{
	entry e1 L0001 call busy
	entry e2 L0001 '' '' e1
	entry e3 L0001 '' '' e2
} >"$log"
looked 'an undoing cannot be undone' \
	"lead-contact: $log:3: void: names an entry that voids another"
err="lead-contact: 'e2' is itself an undoing: log again what it undid" \
	expect 'not with --undo either' 1 lead-contact --undo e2 -f "$log" \
	3</dev/null
i=0
while [ $i -lt 130 ]; do
	entry "a$i" L0001 pigeon busy
	i=$((i + 1))
done >"$log"
lead-contact --check -f "$log" 2>"$tmp/said"
ok 'of many faults most are only counted' sh -c \
	'[ "$(grep -c "is no channel" "$1")" = 100 ] && tail -1 "$1" |
	grep -qx "lead-contact: 30 more messages like these"' - "$tmp/said"

printf 'e1\t2026-11-20\t\tL\3770001\tsam\tcall\tout\tbusy\t\t\t\t\t\t\t\t\t\t\t\n' \
	>"$log"
looked 'bytes that are no text' \
	"lead-contact: $log:1: left out: the entry is not UTF-8"
{ entry e2 L0001 call opt-out; entry e3 L0002 call busy; } >>"$log"
err="lead-contact: $log:1: left out: the entry is not UTF-8" \
	expect 'spoil no entry behind them' 0 sh -c 'lead-contact -f "$1" \
	"$LEAD_HOME/leads.tsv" | cut -f3,6,16' - "$log" 3<<-'OUT'
	stage	attempts	consent_call
	contacted	1	no
	attempting	1	
	OUT
# refuses NAME COLUMN COMMAND...: so nothing of the kind is written.
refuses() {
	name=$1 err="lead-contact: $2: not valid UTF-8; nothing is logged"
	shift 2
	expect "$name" 2 "$@" -f "$log" -c visit -o held 3</dev/null
}
cp "$log" "$tmp/before"
latin=$(printf '\303\251\351')
refuses 'text that is none is not logged' text lead-contact -l L0001 -m "$latin"
refuses 'nor at the start of a field' user \
	env LEAD_USER="$(printf '\377')" lead-contact -l L0001
refuses 'nor is any but the first of several' person lead-contact -l L0001 \
	-l L0002 -P "$latin"
mkdir "$tmp/latin"
printf 'lead_id\tfull_name\nL0001\tAnn\nL\3770002\tBob\n' \
	>"$tmp/latin/leads.tsv"
refuses 'whichever it is' lead_id env LEAD_HOME="$tmp/latin" \
	lead-contact -l Ann -l Bob
same 'the log is as it was' "$tmp/before" "$log"

# Who logs for a lead hears of what is wrong there, and on which line.
{
	entry e1 L0002 call busy
	entry e2 L0001 call busy | sed 's/$/01234567/'
} >"$log"
err="lead-contact: $log:2: the entry has a wrong sum" \
	expect 'a line has the number that it has in the file' 0 sh -c \
	'lead-contact -q -f "$1" -l L0001 -g nurture -n +1d |
	cut -f4' - "$log" 3<<-'OUT'
	lead_id
	L0001
	OUT
err= expect 'and nothing of what is wrong elsewhere' 0 sh -c \
	'lead-contact -q -f "$1" -l L0002 -g nurture -n +1d |
	cut -f4' - "$log" 3<<-'OUT'
	lead_id
	L0002
	OUT

# Another's log is taken over as it was written, or not at all.
lead-contact -f "$tmp/hers" -l L0001 -c visit -o held --id h1 >"$tmp/x"
lead-contact -q -f "$tmp/hers" -l L0002 -g nurture -n +1d --id h2 >"$tmp/x"
ok "another's log is appended" sh -c \
	'lead-contact -f "$tmp/mine" --append <"$tmp/hers" &&
	cmp "$tmp/mine" "$tmp/hers"'
sed 's/nurture/convert/' "$tmp/hers" >"$tmp/broken"
err="lead-contact: stdin:3: sum: is wrong: the line is not what was written
lead-contact: nothing is logged: it is all or none" \
	expect 'but not when it was changed' 1 sh -c \
	'lead-contact -f "$tmp/mine" --append <"$tmp/broken"' 3</dev/null
ok 'without its sum a line is as good as by hand' sh -c \
	'sed "s/........$//" "$tmp/hers" | sed 1d >"$tmp/b" &&
	{ head -1 "$tmp/hers"; cat "$tmp/b"; } |
	lead-contact -f "$tmp/mine2" --append && cmp "$tmp/mine2" "$tmp/hers"'

# A file that is no log, or another's, is left alone.
cp "$LEAD_HOME/leads.tsv" "$tmp/leads"
err="lead-contact: $tmp/leads: is no such log: line 1 has 2 fields, not 19; \
nothing is logged" \
	expect 'a contact is not put among leads' 2 lead-contact -q \
	-f "$tmp/leads" -l L0001 -m x 3</dev/null
same 'they are as they were' "$LEAD_HOME/leads.tsv" "$tmp/leads"
rm "$log"
lead-contact -q -f "$log" -l L0001 -m x >"$tmp/x"
cp "$log" "$tmp/before"
err="lead-note: $log: is no such log: line 1 has 19 fields, not 17; \
nothing is logged" \
	expect 'nor a note among contacts' 2 lead-note -q -f "$log" -l L0001 \
	-m x 3</dev/null
err="lead-note: $log: is no such log: line 1 has 19 fields, not 17; \
nothing is logged" \
	expect 'nor are many' 2 sh -c 'printf "at\tlead_id\tkind\tvalue\n%s\n%s\n" \
	"2026-11-20	L1	need	a" "2026-11-20	L1	need	b" |
	lead-note -q -f "$1" --append' - "$log" 3</dev/null
same 'which are as they were' "$tmp/before" "$log"
{ printf 'a\tb\n'; cat "$log"; } >"$tmp/odd"
ok 'a log of ours may start with anything' lead-contact -q -f "$tmp/odd" \
	-l L0001 -m x
printf 'Bob Pugh?\tno names\n' >"$tmp/odd"
ok 'or be nothing but damage' lead-contact -q -f "$tmp/odd" -l L0001 -m x

# A log that is named and not there is not passed over in silence.
missing="lead-contact: $tmp/lgo: is not there: it counts as empty"
err=$missing \
	expect 'a log that is not there is empty, which is said' 0 sh -c \
	'lead-contact -f "$tmp/lgo" "$LEAD_HOME/leads.tsv" | cut -f1,3' \
	3<<-'OUT'
	lead_id	stage
	L0001	new
	L0002	new
	OUT
err=$missing expect 'so it is by --check' 0 lead-contact --check \
	-f "$tmp/lgo" 3</dev/null
expect 'but not when it is to be made, nor of the store' 0 sh -c \
	'lead-contact -f "$tmp/made" -l L0001 -g nurture -n 2027-01-01 |
	wc -l; lead-note "$LEAD_HOME/leads.tsv" | wc -l' 3<<-'OUT'
	2
	3
	OUT

# A log may come by a pipe, where it has no length and no lock.
entry e1 L0001 call busy >"$log"
ok 'a log is read from a pipe' sh -c 'cat "$1" | lead-contact -f /dev/stdin \
	"$LEAD_HOME/leads.tsv" | grep -q "^L0001.*attempting"' - "$log"
ok 'and a last line without LF counts' sh -c \
	'head -c -1 "$1" | lead-contact -f /dev/stdin \
	"$LEAD_HOME/leads.tsv" | grep -q "^L0001.*attempting"' - "$log"
err='lead-contact: /dev/zero: is not a regular file' \
	expect 'a device without an end is no log' 2 \
	lead-contact --check -f /dev/zero 3</dev/null
err="lead-contact: $tmp: is not a regular file" \
	expect 'nor is a folder' 2 lead-contact --check -f "$tmp" 3</dev/null
err='lead-contact: /proc/self/mem/log: Not a directory' \
	expect 'a log that cannot be opened' 2 \
	lead-contact --check -f /proc/self/mem/log 3</dev/null
err='*' expect 'nor is it known whether a name is in it' 2 \
	lead-contact -l L0001 -m x --id e1 -f /proc/self/mem/log 3</dev/null
err='*' expect 'nor what a note is about' 2 \
	lead-note -l L0001 -m x --ref e1 -f /proc/self/mem/log 3</dev/null
err='*' expect 'and nothing is undone in it' 2 \
	lead-contact --undo e1 -f /proc/self/mem/log 3</dev/null
