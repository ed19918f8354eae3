#!/bin/sh
# lead-report on the command line
. tests/tap.sh

cat >"$tmp/leads.tsv" <<-'EOT'
	lead_id	full_name	company	phone	owner	stage	stage_at	next_at	next_action	last_outcome	attempts	reached	score
	L1	Siân Rees	Acme Ltd	+442920180000	sam	prospect	2026-11-20T09:00:00Z	2026-11-23T10:00:00Z	demo	connected	2	1	72
	L2	Tomos Rhys	Menai		sam	contacted	2026-11-10T09:00:00Z	2026-11-20	send quote	callback	4	1	40
	L3	Zoë	Taff	+44293	nia	attempting	2026-11-21T09:00:00Z	2026-11-22T08:00:00Z	ring again	no-answer	1		10
	L4	Nia	Taff	+44294	nia	attempting	2026-11-21T09:00:00Z	2026-11-21T08:00:00Z	ring again	no-answer	1		30
	L5	New	Gower		nia	new		2026-11-24				0	55
	L6	Out	Humber		nia	disqualified	2026-08-01	2026-11-01		refused	3	2	5
EOT

expect 'due: the promised, then the overdue by score' 0 \
	sh -c 'lead-report due -f tsv "$1" | cut -f 1-4' - "$tmp/leads.tsv" \
	3<<-'OUT'
	due	next_at	late_days	lead_id
	promised	2026-11-20	3	L2
	promised	2026-11-23T10:00:00Z	0	L1
	overdue	2026-11-21T08:00:00Z	2	L4
	overdue	2026-11-22T08:00:00Z	1	L3
OUT

expect 'due as text, for one user' 0 \
	lead-report due --for nia "$tmp/leads.tsv" 3<<-'OUT'
	Follow-ups due  Monday 23 November 2026 · nia
	Promised 0 · Overdue 2 · Today 0

	Due      When              Name  Company  Phone   Their time  Next action  Why                               Owner
	overdue  Sat 21 Nov 08:00  Nia   Taff     +44294       09:15  ring again   2 days late; no-answer; score 30  nia
	overdue  Sun 22 Nov 08:00  Zoë   Taff     +44293       09:15  ring again   1 day late; no-answer; score 10   nia
OUT

expect 'the first rows, and how many more there are' 0 \
	lead-report due -n 1 --for nia "$tmp/leads.tsv" 3<<-'OUT'
	Follow-ups due  Monday 23 November 2026 · nia
	Promised 0 · Overdue 2 · Today 0

	Due      When              Name  Company  Phone   Their time  Next action  Why                               Owner
	overdue  Sat 21 Nov 08:00  Nia   Taff     +44294       09:15  ring again   2 days late; no-answer; score 30  nia
	and 1 more
OUT

expect 'pipeline: stages, ages, the funnel' 0 \
	lead-report pipeline "$tmp/leads.tsv" 3<<-'OUT'
	Pipeline  Monday 23 November 2026
	Leads 6 · Overdue 3 · No next step 0

	Where they stand, and for how long
	Stage         Leads  Share  < 7 days  < 30  < 90  older  Overdue  No next step
	new               1    17%         0     0     0      0        0             0
	attempting        2    33%         2     0     0      0        2             0
	contacted         1    17%         0     1     0      0        1             0
	prospect          1    17%         1     0     0      0        0             0
	disqualified      1    17%         0     0     0      1        0             0

	How far they came
	Came as far as  Leads  Of the step before  Of all
	new                 6                   –    100%  ████████████████████
	attempting          5         83% (44–97)     83%  ████████████████▋
	contacted           3         60% (23–88)     50%  ██████████
	prospect            1          33% (6–79)     17%  ███▍
	converted           0           0% (0–79)      0%
OUT

lead-report table -f tsv "$tmp/leads.tsv" >"$tmp/again.tsv"
same 'table -f tsv is the stream again' "$tmp/leads.tsv" "$tmp/again.tsv"

expect 'queue: then those that nobody has a date with' 0 \
	sh -c 'lead-report queue -f tsv "$1" | cut -f 1,4' - "$tmp/leads.tsv" \
	3<<-'OUT'
	due	lead_id
	promised	L2
	promised	L1
	overdue	L4
	overdue	L3
OUT

expect 'sources: rates with their interval' 0 \
	sh -c 'lead-report sources --by owner -f tsv "$1" | cut -f 1-7' - \
	"$tmp/leads.tsv" 3<<-'OUT'
	source	leads	tried	reached	reached_rate	reached_low	reached_high
	nia	4	3	1	0.3333	0.0615	0.7923
	sam	2	2	2	1.0000	0.3424	1.0000
OUT

expect '-w keeps leads for which the test holds' 0 \
	sh -c 'lead-report due -w "score over 20" -w "owner is nia" -f tsv "$1" |
	cut -f 4' - "$tmp/leads.tsv" 3<<-'OUT'
	lead_id
	L4
OUT

err="lead-report: --by is not for the report 'pipeline'; see lead-report --help" \
expect 'refuses an option that a report cannot follow' 2 \
	lead-report pipeline --by owner "$tmp/leads.tsv" 3</dev/null

err="lead-report: no report 'dew'; there are ..." \
expect 'names the reports when one is unknown' 2 lead-report dew 3</dev/null
