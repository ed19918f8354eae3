#!/bin/sh
# Questions on a terminal: a real one, or nearly so.
. tests/tap.sh
export LEAD_USER=sam
PATH=$BUILD/bench:$PATH
command -v python3 >/dev/null || skip_all 'no python3'

printf '%s\n' 'lead_id	full_name	company	email	phone	lawful_basis' \
	'L0001	Siân Rees	Acme Ltd	sian@a.example	+442920180000	legitimate-interests' \
	'L0002	Bob Pugh	Acme Systems	bob@b.example	+442920180001	consent' \
	"L0003	Ev$(printf '\033')il	Acme GmbH			" >"$LEAD_HOME/leads.tsv"
echo '# date: 2026-11-20' | tee "$LEAD_HOME/tps.txt" >"$LEAD_HOME/ctps.txt"

# session NAME STATUS PROGRAM...: the script on stdin; what was shown is in
# $tmp/shown.
session() {
	session_name=$1 session_want=$2
	shift 2
	python3 tests/tty/session.py "$@" >"$tmp/shown" 2>&1
	session_got=$?
	[ "$session_got" -eq "$session_want" ]
	result "$session_name" $? "$tmp/shown"
}

session 'a contact is asked for' 0 lead-contact -c call <<-'IN'
	? lead: 
	> acme
	? several leads match
	| rees\t
	? L0001 Siân Rees, Acme Ltd
	> 
	? the gate says ok:legitimate-interests
	? outcome: 
	> nonsense
	? outcome: connected, gatekeeper
	| conn\t
	> 
	? what was said: 
	> Siân wants a price
	? next, when: 
	> soon
	? 'soon' is not a time
	> tue 10:00
	? next, what: 
	> send quote
	? Tue 24 Nov 2026 10:00 GMT
	? L0001: call, out, connected, Siân wants a price
	IN
cut -f4,6-8,11-13 "$LEAD_HOME/contacts.tsv" | tail -1 >"$tmp/got"
printf 'L0001\tcall\tout\tconnected\tSiân wants a price\t2026-11-24T10:00:00Z\t%s\n' \
	'send quote' >"$tmp/want"
same 'and logged as it was said' "$tmp/want" "$tmp/got"
ok 'the history is ours alone' test "$(stat -c %a \
	"$XDG_STATE_HOME/leadpipe/lead-contact")" = 600
ok 'and has the answers' grep -qx 'Siân wants a price' \
	"$XDG_STATE_HOME/leadpipe/lead-contact"

session 'what cannot be meant is said before anything is asked' 1 \
	lead-contact -l acme <<-'IN'
	? several leads match 'acme': nothing is logged
	? L0002  Bob Pugh
	IN
session 'words and times too' 2 lead-contact -l rees -n soon <<-'IN'
	? --next: 'soon' is not a time
	IN
session 'and for a note' 2 lead-note -l rees -M lots <<-'IN'
	? --amount: 'lots' is not a sum of money
	IN
session 'or several leads' 1 lead-note -l acme <<-'IN'
	? several leads match 'acme': nothing is logged
	IN
session 'nothing is asked where leads come from' 2 lead-contact -l - -c visit \
	<<-'IN'
	? --outcome is missing
	IN
session "the gate's no may be answered" 0 lead-contact -l bob -c autocall \
	<<-'IN'
	? the gate says no:consent
	? outcome: 
	> no-answer
	? against the gate's no, why: 
	> dialled by mistake
	? what was said: 
	> 
	? next, when: 
	> 
	? L0002: autocall, out, no-answer, dialled by mistake
	IN
session 'or is the last word' 1 lead-contact -l bob -c autocall <<-'IN'
	? outcome: 
	> no-answer
	? against the gate's no, why: 
	> 
	? the gate says no:consent; nothing is logged
	IN
session 'what they told us needs no reason' 0 lead-contact -l bob -c autocall \
	<<-'IN'
	? outcome: 
	> opt-out
	? what was said: 
	> 
	? next, when: 
	> 
	? L0002: autocall, out, opt-out
	IN

session 'several leads are offered by TAB, made harmless' 2 \
	lead-contact -c call <<-'IN'
	? lead: 
	| acme\t\t
	? L0003 Ev\x1bil
	> \x04
	? several leads match: press TAB
	? lead: 
	| \x04
	IN
session 'what a stage needs is asked for' 0 lead-contact -l bob \
	-g disqualified <<-'IN'
	? reason: 
	> other
	? what was said: 
	> 
	? what was said: 
	> went bust
	? next, when: 
	> 
	? L0002: internal, went bust, disqualified, other
	IN
session 'nothing is asked when enough is said' 0 lead-contact -l bob -c email \
	-o sent <<-'IN'
	? L0002: email, out, sent
	IN
printf 'product\trow\tname\nplanner\tproduct\tPlanner\n' \
	>"$LEAD_HOME/catalogue.tsv"
session 'a note is asked for' 0 lead-note -l rees <<-'IN'
	? kind: 
	| inter\t
	> 
	? product: 
	| pl\t
	> 
	? in a word: 
	> 
	? status: 
	> 
	? what was said: 
	> for the vans
	? L0001: interest, stated, planner, for the vans
	IN
session 'text that is not UTF-8 is asked for again' 0 \
	lead-note -l rees -k general <<-'IN'
	? in a word: 
	> caf\xff
	? that is not valid UTF-8
	? in a word: 
	> café
	? what was said: 
	> 
	? L0001: general, café
	IN
session 'a sum of money is asked for until it is one' 0 lead-note -l bob \
	-k budget <<-'IN'
	? in a word: 
	> 
	? amount: 
	> plenty
	? 'plenty' is not a sum of money
	? amount: 
	> £12k
	? status: 
	> 
	? what was said: 
	> 
	? L0002: budget, stated, 12000, GBP
	IN
session 'how it stands now is enough' 0 lead-note -l rees -k interest \
	<<-'IN'
	? product: 
	> planner
	? in a word: 
	> 
	? status: 
	> dropped
	? what was said: 
	> 
	? L0001: interest, dropped, planner
	IN
session 'nobody there: nothing is logged' 2 lead-note -l rees <<-'IN'
	? kind: 
	| \x04
	IN
ok 'so there are four notes' test "$(grep -c '^N' "$LEAD_HOME/notes.tsv")" -eq 4
session 'a filter on a terminal says how it is used' 2 lead-contact <<-'IN'
	? usage: lead-contact
	IN

session 'a lead that is not there is asked for again' 0 \
	lead-contact -c email -o sent <<-'IN'
	? lead: 
	> Xerxes
	? no lead matches
	| \t
	> rees
	? L0001 Siân Rees, Acme Ltd
	? what was said: 
	| \x04
	? L0001: email, out, sent
	IN

# Where the history is kept; and a locale that knows no UTF-8.
mkdir "$tmp/person"
session 'the history may be below HOME' 0 env -u XDG_STATE_HOME \
	HOME="$tmp/person" LC_ALL=C lead-note -l rees -k need <<-'IN'
	? in a word: 
	| \t
	> 
	? status: 
	> 
	? what was said: 
	> tŷ newydd
	? L0001: need
	IN
ok 'it has the answer, in UTF-8' grep -qx 'tŷ newydd' \
	"$tmp/person/.local/state/leadpipe/lead-note"
session 'without a home there is none' 0 env -u XDG_STATE_HOME -u HOME \
	lead-note -l rees -k need <<-'IN'
	? in a word: 
	> van
	? status: 
	> 
	? what was said: 
	> two of them
	? L0001: need
	IN
session 'progress is shown on a terminal, and wiped' 0 sh -c '
	awk "BEGIN { print \"a\"; for (i = 0; i < 20; i++) {
		print i; fflush(); system(\"sleep 0.08\") } }" |
	pass --line-buffered >/dev/null' <<-'IN'
	? records, 
	IN
session 'but not with --quiet' 0 sh -c '
	awk "BEGIN { print \"a\"; for (i = 0; i < 20; i++) {
		print i; fflush(); system(\"sleep 0.08\") } }" |
	pass --line-buffered --quiet >/dev/null' <<-'IN'
	IN
ok 'then nothing is shown' test ! -s "$tmp/shown"
