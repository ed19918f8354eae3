#!/bin/sh
# lead-note on the command line
. tests/tap.sh
export LEAD_USER=sam

printf 'lead_id\tfull_name\tcompany\tcity\n%s\n%s\n' \
	'L0001	Siân Rees	Acme Ltd	Cardif' \
	'L0002	Bob Pugh	Widgets plc	Leeds' >"$LEAD_HOME/leads.tsv"
leads=$LEAD_HOME/leads.tsv

columns() {
	awk -F'\t' -v want="$*" 'BEGIN { n = split(want, w, " ") }
		NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i }
		{ for (i = 1; i <= n; i++)
			printf "%s%s", $at[w[i]], i < n ? "|" : "\n" }'
}
fold() {
	lead-note "$leads" | columns "$@" | sed -n 2p
}
note() {
	lead-note -q -l sian "$@" >/dev/null
}

expect 'logs a note and prints it' 0 lead-note -l sian -k objection -v price \
	-m 'twice what they pay now' -S open --id A1 3<<-'OUT'
	note_id	at	logged_at	lead_id	user	kind	status	product	person	amount	currency	value	due	text	ref	void	sum
	A1	2026-11-23T09:15:00Z	2026-11-23T09:15:00Z	L0001	sam	objection	open					price		twice what they pay now			a1a461de
	OUT
expect 'a lead without notes has gaps' 0 sh -c 'lead-note "$0" |
	tail -1 | cut -f1,18-21' "$leads" 3<<-'OUT'
	L0002	b0a0n0t0	budget; authority; need; timeline	0	
	OUT

note -k objection -v support
note -k enquiry -m 'does it run offline?'
note -k enquiry -m 'who else uses it?'
note -k need -v planner -m 'plans by hand'
note -k need -m 'seats for 40'
note -k requirement -v offline
note -k interest -p Planner
note -k budget -M 12000.50
note -k authority -P 'Mair Puw'
note -k timeline -u 1/3
note -k competitor -v 'Old Plans Ltd' -u 2027-06-30
note -k terms -v 2026-04
note -k opportunity -v up -p 'Planner Pro'
note -k opportunity -v add-on -p Training
expect 'folds what is known' 0 fold needs requirements interests budget \
	authority timeline competitor renewal_at objections_open \
	enquiries_open terms_version terms_at opportunities bant gaps \
	notes_count 3<<-'OUT'
	planner; seats for 40|offline|Planner|12000.50|Mair Puw|2027-03-01|Old Plans Ltd|2027-06-30|2|2|2026-04|2026-11-23T09:15:00Z|up Planner Pro; add-on Training|b1a1n1t1||15
	OUT

note -k objection -v price -S answered
note -k enquiry -S answered
note -k opportunity -v up -p 'Planner Pro' -S won
note -k need -v planner -S dropped
note -k budget -S dropped
expect 'statuses follow the same item' 0 fold needs budget objections_open \
	enquiries_open opportunities bant gaps 3<<-'OUT'
	seats for 40||1|1|add-on Training|b0a1n1t1|budget
	OUT
note -k objection --ref A1 -S open
expect 'an item is named by --ref too' 0 fold objections_open 3<<-'OUT'
	2
	OUT

err="lead-note: $LEAD_HOME/notes.tsv: no entry 'A2'" \
expect 'but not by a name that no note has' 1 lead-note -l sian -k objection \
	--ref A2 -S answered 3</dev/null

# What is about the same item, for another lead.
about() {
	lead-note -q -l bob "$@" >/dev/null
}
bob() {
	lead-note "$leads" | columns "$@" | sed -n 3p
}
about -k requirement -m GDPR
about -k requirement -S confirmed
expect 'a status alone is about what was said' 0 bob requirements bant 3<<-'OUT'
	GDPR|b0a0n1t0
	OUT
about -k requirement -S dropped
expect 'so it is dropped' 0 bob requirements bant 3<<-'OUT'
	|b0a0n0t0
	OUT
about -k need -m 'seats for 40'
about -k need -m 'Seats for 40' -S confirmed
about -k need -m 'seats for 50' -S confirmed
expect 'the same text is the same need, another is another' 0 bob needs 3<<-'OUT'
	seats for 40; seats for 50
	OUT
about -k interest -p planner
about -k interest -p lite
about -k interest -p planner -S dropped
expect 'a product is enough to drop' 0 bob interests 3<<-'OUT'
	lite
	OUT
about -k interest -p quotes
about -k interest -p quotes -S dropped
about -k interest -S dropped
expect 'a status alone is about what stands' 0 bob interests 3<<-'OUT'

	OUT
about -k objection -p planner -m 'too dear'
about -k objection -p lite -m 'too small'
about -k objection -p planner -S answered
about -k objection -p planner -S answered
expect 'another product is no answer' 0 bob objections_open 3<<-'OUT'
	1
	OUT
about -k enquiry -m 'which?'
about -k enquiry -m 'what?'
about -k enquiry -m 'which?' -S answered
about -k enquiry -m 'what?'
expect 'an enquiry is named by its text' 0 bob enquiries_open 3<<-'OUT'
	1
	OUT
about -k enquiry -m 'that one' -S answered
expect 'or the last one is answered' 0 bob enquiries_open 3<<-'OUT'
	0
	OUT
about -k complaint -m 'rang twice'
# complained: how many complaints are due a month later.
complained() {
	LEAD_NOW=2026-12-30T09:00:00Z lead-report compliance -f tsv "$leads" |
		awk '/^complaint/ { n++ } END { print n + 0 }'
}
expect 'a complaint is due' 0 complained 3<<-'OUT'
	1
	OUT
about -k complaint -S acknowledged
expect 'acknowledged, it is due no more' 0 complained 3<<-'OUT'
	0
	OUT

note --set city=Cardiff
note --set region=Wales
expect 'a column is corrected, another added' 0 sh -c 'lead-note "$0" |
	cut -f1,4,22' "$leads" 3<<-'OUT'
	lead_id	city	region
	L0001	Cardiff	Wales
	L0002	Leeds	
	OUT
lead-note -q -f "$tmp/stop" -l bob --set do_not_call=yes >/dev/null
expect 'the gate goes by corrections that come before it' 0 sh -c \
	'lead-note -f "$tmp/stop" "$0" | lead-contact --gate call |
	awk -F"\t" "{ print \$1, \$NF }"' "$leads" 3<<-'OUT'
	lead_id gate_call
	L0001 no:unreachable
	L0002 no:opted-out
	OUT
note --set city=
expect 'a correction may empty it' 0 fold city 3<<-'OUT'

	OUT

err='lead-note: --set: a lead_id is never changed...' \
expect 'who it is stays' 2 lead-note -l sian --set lead_id=L9 3</dev/null
err="lead-note: --set: 'stage' is computed from the logs..." \
expect 'what is computed is not corrected' 2 lead-note -l sian \
	--set stage=prospect 3</dev/null
err="lead-note: --set: 'stage' is computed from the logs..." \
expect 'however it is said' 2 lead-note -l sian -k set -v stage=prospect \
	3</dev/null
err="lead-note: stdin:2: value: 'lead_id=L9' sets a column that is computed..." \
expect 'or by whom' 1 sh -c 'printf \
"at\tlead_id\tkind\tvalue\n2026-11-20\tL0002\tset\tlead_id=L9\n" |
	lead-note --append' 3</dev/null
err="lead-note: --set: a note corrects one column; write another for 'b=2'..." \
expect 'no correction is lost in silence' 2 lead-note -l sian --set a=1 \
	--set b=2 3</dev/null
err="lead-note: --set: 'Town=x' is not COLUMN=VALUE..." \
expect 'a column has a name' 2 lead-note -l sian --set Town=x 3</dev/null
err="lead-note: 'York' belongs to nothing: quote a text of several words..." \
expect 'a value that is not quoted is not cut short' 2 lead-note -l sian \
	--set city=New York 3</dev/null
err='lead-note: to log, --undo, --append and --check exclude one another...' \
expect 'one thing at a time' 2 lead-note --undo A1 -m oops 3</dev/null
err="lead-note: --status: 'won' is none of open, answered, accepted..." \
expect 'each kind has statuses of its own' 2 lead-note -l sian \
	-k objection -v price -S won 3</dev/null
err="lead-note: --status: a note of kind 'general' has none: leave it out..." \
expect 'or none' 2 lead-note -l sian -m hello -S open 3</dev/null
err='lead-note: --value: an opportunity is sell, up, cross, add-on or...' \
expect 'an opportunity is of a sort' 2 lead-note -l sian -k opportunity \
	-v huge 3</dev/null
err="lead-note: --value is missing for a note of kind 'terms'..." \
expect 'terms have a version' 2 lead-note -l sian -k terms 3</dev/null
err="lead-note: --amount: 'lots' is not a sum of money..." \
expect 'an amount is a sum of money' 2 lead-note -l sian -k budget -M lots \
	3</dev/null
err="lead-note: --amount: '-12' is not a sum of money..." \
expect 'nor is less than nothing' 2 lead-note -l sian -k budget -M -12 3</dev/null
err='*' \
expect 'nor in a bulk' 1 sh -c 'printf \
"at\tlead_id\tkind\tamount\n2026-11-20\tL0002\tbudget\t-12.00\n" |
	lead-note --append' 3</dev/null
expect 'amounts are read as people write them' 0 sh -c 'lead-note -l sian \
	-k budget -M "£12k" --no-header | cut -f10,11' 3<<-'OUT'
	12000	GBP
	OUT

err='lead-note: --id: letters, digits and - _ . : only...' \
expect 'a correction may have no other id' 2 lead-note -l sian \
	--set city=Cardiff --id 'a b' 3</dev/null
err='lead-note: --id names one entry, but there are several leads...' \
expect 'nor one id for several leads' 2 lead-note -l sian -l L0002 \
	--set city=Cardiff --id x 3</dev/null

ok 'a note is undone' lead-note --undo A1
lead-note "$leads" >"$tmp/once"
lead-note "$tmp/once" >"$tmp/twice"
same 'running twice changes nothing' "$tmp/once" "$tmp/twice"
{ tac "$LEAD_HOME/notes.tsv"; cat "$LEAD_HOME/notes.tsv"; } >"$tmp/both"
lead-note -f "$tmp/both" "$leads" >"$tmp/merged"
same 'the order of the log does not matter' "$tmp/once" "$tmp/merged"
ok 'the log is in order' lead-note --check

printf 'at\tlead_id\tkind\tvalue\n2026-11-20\tL0002\tneed\tspeed\n' \
	>"$tmp/new"
expect 'notes are taken over' 0 sh -c 'lead-note --append <"$tmp/new" |
	cut -f2,4,6,12' 3<<-'OUT'
	at	lead_id	kind	value
	2026-11-20	L0002	need	speed
	OUT
err="lead-note: 'n1' is the id of another entry, which says something else; \
nothing is logged" \
expect 'a name names one note' 1 sh -c 'lead-note -f "$tmp/n" -l sian \
	--id n1 -m hello >"$tmp/x"; lead-note -f "$tmp/n" -l sian --id n1 \
	-m goodbye' 3</dev/null
sed 's/need/nede/' "$tmp/new" >"$tmp/bad"
err="lead-note: stdin:2: kind: 'nede' is no kind of note
lead-note: nothing is logged: it is all or none" \
expect 'or none of them' 1 sh -c 'lead-note --append <"$tmp/bad"' 3</dev/null
