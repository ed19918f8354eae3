#!/bin/sh
# lead-contact on the command line
. tests/tap.sh
export LEAD_USER=sam
tab=$(printf '\t')

cat >"$LEAD_HOME/leads.tsv" <<-'IN'
	lead_id	full_name	company	email	phone	do_not_post
	L0001	Siân Rees	Acme Ltd	sian@acme.example	+442920180000
	L0002	Bob Acme	Widgets plc	bob@widgets.example		yes
	L0003	Mair Puw	Ffatri Cyf	mair@ffatri.example	+442920180001
IN
# Records as written by hand may lack fields; a stream's may not.
awk -F'\t' -v OFS='\t' '{ $6 = $6 } 1' "$LEAD_HOME/leads.tsv" >"$tmp/l"
mv "$tmp/l" "$LEAD_HOME/leads.tsv"
leads=$LEAD_HOME/leads.tsv
echo '# date: 2026-11-20' | tee "$LEAD_HOME/tps.txt" >"$LEAD_HOME/ctps.txt"

# columns NAME...: those columns of the stream on stdin.
columns() {
	awk -F'\t' -v want="$*" 'BEGIN { n = split(want, w, " ") }
		NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i }
		{ for (i = 1; i <= n; i++)
			printf "%s%s", $at[w[i]], i < n ? "|" : "\n" }'
}
# fold NAME...: the leads with those columns, header left out.
fold() {
	lead-contact "$leads" | columns lead_id "$@" | sed 1d
}

err="lead-contact: next: Tue 24 Nov 2026 10:00 GMT
lead-contact: L0001: the gate says ask:basis" \
expect 'logs a contact and prints it' 0 lead-contact -l sian -c call \
	-o connected -n 'tue 10:00' -a 'send quote' -m "a${tab}b" --id c1 \
	3<<-'OUT'
	contact_id	at	logged_at	lead_id	user	channel	direction	outcome	duration	person	text	next_at	next_action	agenda	stage	reason	override	void	sum
	c1	2026-11-23T09:15:00Z	2026-11-23T09:15:00Z	L0001	sam	call	out	connected			a\tb	2026-11-24T10:00:00Z	send quote						20807a0e
	OUT
expect 'folds it onto the stream' 0 fold stage attempts reached last_contact \
	last_channel last_outcome next_at next_action overdue 3<<-'OUT'
	L0001|contacted|1|1|2026-11-23T09:15:00Z|call|connected|2026-11-24T10:00:00Z|send quote|
	L0002|new|0|0||||||
	L0003|new|0|0||||||
	OUT
expect 'the same entry again counts once' 0 sh -c '
	cat "$LEAD_HOME/contacts.tsv" "$LEAD_HOME/contacts.tsv" >"$tmp/two"
	lead-contact -f "$tmp/two" "$LEAD_HOME/leads.tsv" | grep -c "	1	1	"' \
	3<<-'OUT'
	1
	OUT

err='*' expect 'logged but not printed is status 3' 3 sh -c 'lead-contact -q \
	-l L0001 -c call -o busy --id full >/dev/full' 3</dev/null
ok 'and it is there' grep -q '^full	' "$LEAD_HOME/contacts.tsv"
grep -v '^full	' "$LEAD_HOME/contacts.tsv" >"$tmp/log"
cat "$tmp/log" >"$LEAD_HOME/contacts.tsv"

err='*' expect 'several matches: nothing is written' 1 \
	lead-contact -l acme -c call -o busy 3</dev/null
ok 'and they are listed' grep -q 'L0002  Bob Acme  Widgets plc' "$tmp/.err"
mkdir "$tmp/sians"
printf 'lead_id\tfull_name\nL0001\tSian Owen\nL0002\tSiân Rees\n' \
	>"$tmp/sians/leads.tsv"
# log_sians LEAD: a contact with one of the two; her id.
log_sians() {
	LEAD_HOME=$tmp/sians lead-contact -q -l "$1" -c meeting -o held \
		--no-header | cut -f4
}
err="lead-contact: several leads match 'sian': nothing is logged; name one by its lead_id:
  L0001  Sian Owen
  L0002  Siân Rees" \
expect 'part of a name does not win by its accent' 0 log_sians sian 3</dev/null
expect 'an accent that is given is meant' 0 log_sians siân 3<<-'OUT'
	L0002
	OUT
expect 'all of a name wins' 0 log_sians 'sian owen' 3<<-'OUT'
	L0001
	OUT
expect 'with or without its accent' 0 log_sians 'sian rees' 3<<-'OUT'
	L0002
	OUT
printf 'full_name\nSian Owen\n' >"$tmp/sians/leads.tsv"
err="lead-contact: $tmp/sians/leads.tsv: the lead has no lead_id; lead-import \
gives one" \
expect 'a lead without an id is none to log for' 0 log_sians sian 3</dev/null
err="lead-contact: no lead matches 'nobody' in $leads" \
expect 'no match: nothing is written' 1 lead-contact -l nobody -c call \
	-o busy 3</dev/null
err='*' expect 'part of a company is enough' 0 lead-contact -q -l ffatri \
	-c call -o no-answer --no-header --id c2 3<<-'OUT'
	c2	2026-11-23T09:15:00Z	2026-11-23T09:15:00Z	L0003	sam	call	out	no-answer											a2fb60fd
	OUT
ok 'a telephone number is enough' lead-contact -l '029 2018 0001' -c call \
	-o busy --id c3

err="lead-contact: --outcome: 'conected' is none of connected, gatekeeper..." \
expect 'an unknown word is bad usage' 2 lead-contact -l sian -c call \
	-o conected 3</dev/null
err="lead-contact: --channel is missing: how was it?..." \
expect 'off a terminal nothing is asked' 2 lead-contact -l sian \
	-o connected 3</dev/null
err="lead-contact: --next: 'soon' is not a time; write 'tue 10:00', +3d, \
'1/12 14:30'; see lead-contact --help" \
expect 'a time that is none is bad usage' 2 lead-contact -l sian -c call \
	-o connected -n soon 3</dev/null

err="lead-contact: 'a' belongs to nothing: quote a text of several words..." \
expect 'a text that is not quoted is not cut short' 2 lead-contact -l sian \
	-c call -o connected -m wants a price 3</dev/null
err='lead-contact: to log, --undo, --append, --check and --gate exclude...' \
expect 'one thing at a time' 2 lead-contact --undo c1 -l sian -m oops \
	3</dev/null
err="lead-contact: 'c2' belongs to nothing..." \
expect 'undo one at a time' 2 lead-contact --undo c1 c2 3</dev/null
err='lead-contact: --log is missing: which lead?...' \
expect 'what is to be done is logged for somebody' 2 lead-contact \
	-a 'ring again' 3</dev/null

# When it happened, and when to go on.
# logged NAME WHEN [VARIABLE=VALUE]: when a contact of then happened.
logged() {
	name=$1 when=$2
	shift 2
	expect "$name" 0 env "$@" sh -c 'lead-contact -f "$tmp/then" -l L0001 \
		-c visit -o held -w "$1" --no-header | cut -f2' - "$when"
}
err="lead-contact: --when: 'tomorrow' is still to come: log it when it has \
happened; see lead-contact --help" \
expect 'what has not happened is not logged' 2 lead-contact -l sian \
	-c meeting -o held -w tomorrow 3</dev/null
err="lead-contact: --when: '2026-11-23T09:15:01Z' is still to come..." \
expect 'not a second ahead' 2 lead-contact -l sian -c meeting -o held \
	-w 2026-11-23T09:15:01Z 3</dev/null
err='lead-contact: when: Mon 23 Nov 2026' \
logged 'today is a day' today LC_ALL=C 3<<-'OUT'
	2026-11-23
	OUT
err='lead-contact: when: Tue 24 Nov 2026' \
logged 'a day that begins here sooner than in UTC is now' today \
	TZ=Pacific/Auckland LEAD_NOW=2026-11-23T20:00:00Z 3<<-'OUT'
	2026-11-23T20:00:00Z
	OUT
err='lead-contact: when: Mon 23 Nov 2026' \
logged 'the day before it stays a day' yesterday \
	TZ=Pacific/Auckland LEAD_NOW=2026-11-23T20:00:00Z 3<<-'OUT'
	2026-11-23
	OUT
err='lead-contact: next: Mon 23 Nov 2026 08:00 GMT (which is over)' \
expect 'a next step that is over is said to be' 0 sh -c 'lead-contact \
	-f "$tmp/then" -l L0001 -c visit -o held -n "23/11 08:00" | cut -f12' \
	3<<-'OUT'
	next_at
	2026-11-23T08:00:00Z
	OUT

# The law of stages.
err='lead-contact: L0001: from contacted to prospect: a prospect has agreed...' \
expect 'a prospect needs an agenda' 1 lead-contact -l sian -g prospect \
	-n 2026-12-01 3</dev/null
err='lead-contact: L0001: from contacted to prospect: this stage needs a date...' \
expect 'and a date' 1 lead-contact -l sian -g prospect -A 'demo' 3</dev/null
err='lead-contact: next: Fri 20 Nov 2026 (which is over)
lead-contact: L0001: from contacted to prospect: the date of --next is...' \
expect 'which is to come' 1 lead-contact -l sian -g prospect -A 'demo' \
	-n 2026-11-20 3</dev/null
err='lead-contact: L0001: from contacted to disqualified: this stage needs a...' \
expect 'disqualified needs a reason' 1 lead-contact -l sian \
	-g disqualified 3</dev/null
err='lead-contact: L0001: from contacted to disqualified: the reason...' \
expect "and 'other' a text" 1 lead-contact -l sian -g disqualified \
	-R other 3</dev/null
err='lead-contact: L0001: from contacted to disqualified: the reason...' \
expect 'which blanks are not' 1 lead-contact -l sian -g disqualified \
	-R other -m '  ' 3</dev/null
err='lead-contact: L0001: from contacted to prospect: a prospect has agreed...' \
expect 'nor are they an agenda' 1 lead-contact -q -l sian -g prospect \
	-A "$(printf '\302\240 ')" -n 2026-12-01 3</dev/null
err='lead-contact: L0001: from contacted to converted: only a prospect...' \
expect 'only a prospect is converted' 1 lead-contact -l sian \
	-g converted 3</dev/null
ok 'what was refused is not there' test "$(grep -c L0001 \
	"$LEAD_HOME/contacts.tsv")" -eq 1
ok 'agreed: agenda and date' lead-contact -q -l sian -c call \
	-o meeting-booked -g prospect -A 'demo of the planner' \
	-n 'tue 14:00' --id c4
expect 'is a prospect' 0 sh -c 'lead-contact "$0" | cut -f1,7,8,18 |
	grep L0001' "$leads" 3<<-'OUT'
	L0001	prospect	2026-11-23T09:15:00Z	demo of the planner
	OUT
ok 'out, with a reason' lead-contact -l sian -g disqualified -R price --id c5
err='*' expect 'back only with a text' 1 lead-contact -l sian -g contacted \
	3</dev/null
ok 'back with a text' lead-contact -l sian -g contacted -m 'new budget' \
	--id c6
ok 'told us to stop' lead-contact -l sian -o opt-out --id c7
ok 'out for good' lead-contact -l sian -g disqualified -R opted-out --id c8
err='lead-contact: L0001: from disqualified to contacted: they told us to...' \
expect 'never back after an opt-out' 1 lead-contact -l sian -g contacted \
	-m 'changed their mind?' 3</dev/null
expect 'an opt-out shows in all columns, and others stay' 0 \
	fold do_not_call do_not_email do_not_sms do_not_post consent_call 3<<-'OUT'
	L0001|yes|yes|yes|yes|no
	L0002||||yes|
	L0003|||||
	OUT

# Undoing, and what was when.
ok 'an entry is undone' lead-contact --undo c8
expect 'and counts no more' 0 fold do_not_call stage 3<<-'OUT'
	L0001|yes|contacted
	L0002||new
	L0003||attempting
	OUT
ok 'another is undone' lead-contact --undo c7
expect 'and counts no more either' 0 fold do_not_call stage 3<<-'OUT'
	L0001||contacted
	L0002||new
	L0003||attempting
	OUT
cp "$LEAD_HOME/contacts.tsv" "$tmp/undone"
err="lead-contact: 'c7' is undone already: nothing is appended" \
expect 'once is enough' 0 lead-contact --undo c7 3</dev/null
expect 'which -q does not say' 0 lead-contact -q --undo c7 3</dev/null
same 'and nothing is appended' "$tmp/undone" "$LEAD_HOME/contacts.tsv"
expect 'what is undone only later is not yet' 0 sh -c '
	lead-contact --as-of 2026-11-23T09:14:59Z --undo c7 --no-header |
	cut -f18' 3<<-'OUT'
	c7
	OUT
cp "$tmp/undone" "$LEAD_HOME/contacts.tsv"
err="lead-contact: $LEAD_HOME/contacts.tsv: no entry 'c99'" \
expect 'what is not there cannot be undone' 1 lead-contact --undo c99 \
	3</dev/null
expect 'as it was before' 0 sh -c 'lead-contact --as-of 2026-11-23T09:14:59Z \
	"$0" | cut -f1,7' "$leads" 3<<-'OUT'
	lead_id	stage
	L0001	new
	L0002	new
	L0003	new
	OUT
expect 'overdue when the time is over' 0 sh -c '
	lead-contact -q -l mair -c call -o callback -n +1d -f "$tmp/o" >"$tmp/x"
	LEAD_NOW=2026-11-24T23:00:00Z lead-contact -f "$tmp/o" "$0" | cut -f19
	LEAD_NOW=2026-11-25T00:00:00Z lead-contact -f "$tmp/o" "$0" | cut -f19' \
	"$leads" 3<<-'OUT'
	overdue



	overdue


	yes
	OUT

# Filters are idempotent; order in is order out.
lead-contact "$leads" >"$tmp/once"
lead-contact "$tmp/once" >"$tmp/twice"
same 'running twice changes nothing' "$tmp/once" "$tmp/twice"
lead-contact -j 4 "$leads" >"$tmp/threads"
same 'the number of threads does not show' "$tmp/once" "$tmp/threads"

# Merging.
sort -u "$LEAD_HOME/contacts.tsv" "$LEAD_HOME/contacts.tsv" >"$tmp/sorted"
lead-contact -f "$tmp/sorted" "$leads" >"$tmp/merged"
same 'logs merged by sort -u fold the same' "$tmp/once" "$tmp/merged"
lead-contact -f - "$leads" <"$tmp/two" >"$tmp/piped"
ok 'a log may come from a pipe' test -s "$tmp/piped"

# Many at once.
printf 'at\tlead_id\tchannel\toutcome\ttext\n%s\n%s\n%s\n' \
	"2026-11-20T10:00:00Z${tab}L0002${tab}call${tab}Left voicemail$tab" \
	"2026-11-20T12:00:00+01:00${tab}L0002${tab}call${tab}Completed${tab}hi" \
	"2026-11-20T12:00:00Z${tab}L0003${tab}call${tab}Planned$tab" \
	>"$tmp/dialler"
cp "$LEAD_HOME/contacts.tsv" "$tmp/before"
err='lead-contact: 1 passed over that have not happened yet' \
expect "a dialler's log is taken over" 0 sh -c 'lead-contact --append \
	<"$tmp/dialler" | cut -f2,4-8,11' 3<<-'OUT'
	at	lead_id	user	channel	direction	outcome	text
	2026-11-20T10:00:00Z	L0002	sam	call	out	voicemail	
	2026-11-20T11:00:00Z	L0002	sam	call	out	connected	hi
	OUT
err='*' expect 'twice counts once' 0 sh -c 'lead-contact -q --append \
	<"$tmp/dialler" >"$tmp/x"; lead-contact "$0" | cut -f1,10,11 |
	grep L0002' "$leads" 3<<-'OUT'
	L0002	2	1
	OUT
expect "who left a campaign's list did so themselves" 0 sh -c 'printf \
"at\tlead_id\tchannel\toutcome\n2026-11-20T10:00:00Z\tL9\temail\tSent\n\
2026-11-21T10:00:00Z\tL9\temail\tOpted Out\n" |
	lead-contact -f "$tmp/campaign" --append | cut -f6-8
	printf "lead_id\nL9\n" | lead-contact -f "$tmp/campaign" |
	cut -f5,6,16' 3<<-'OUT'
	channel	direction	outcome
	email	out	sent
	email	in	opt-out
	attempts	reached	consent_email
	1	1	no
	OUT
cp "$LEAD_HOME/contacts.tsv" "$tmp/before"
sed 's/Completed/Perplexed/' "$tmp/dialler" >"$tmp/bad"
err="lead-contact: stdin:3: outcome: 'Perplexed' is no outcome that we know
lead-contact: nothing is logged: it is all or none" \
expect 'one bad record: none is logged' 1 sh -c \
	'lead-contact -q --append <"$tmp/bad"' 3</dev/null
same 'the log is as it was' "$tmp/before" "$LEAD_HOME/contacts.tsv"
sed "s/Completed/$(printf '%090d' 7)/" "$tmp/dialler" >"$tmp/bad"
err="lead-contact: stdin:3: outcome: '$(printf '%080d' 0)'... is no outcome..." \
expect 'of a long value the start is shown' 1 sh -c \
	'lead-contact -q --append <"$tmp/bad"' 3</dev/null
sed 's/2026-11-20T10/2062-11-20T10/' "$tmp/dialler" >"$tmp/bad"
err="lead-contact: stdin:2: at: '2062-11-20T10:00:00Z' is still to come
lead-contact: nothing is logged: it is all or none" \
expect 'nor what has not happened' 1 sh -c \
	'lead-contact -q --append <"$tmp/bad"' 3</dev/null
err="lead-contact: L0002 at 2026-11-20T10:00:00Z: to prospect: a prospect..." \
expect 'unlawful moves are refused' 1 sh -c 'printf \
"at\tlead_id\tstage\n2026-11-20T10:00:00Z\tL0002\tprospect\n" |
	lead-contact --append' 3</dev/null
expect 'lawful ones are not' 0 sh -c 'printf \
"contact_id\tat\tlead_id\tstage\treason\tnext_at\tagenda\n\
x1\t2026-11-20T10:00:00Z\tL0002\tprospect\t\t2026-12-01\tdemo\n\
x2\t2026-11-20T11:00:00Z\tL0002\tconverted\t\t\t\n" |
	lead-contact --append | cut -f1,15' 3<<-'OUT'
	contact_id	stage
	x1	prospect
	x2	converted
	OUT

# Names of entries: the same said again, or another with the same name.
printf 'contact_id\tat\tlead_id\tchannel\toutcome\n%s\n%s\n' \
	'1	2026-11-20T10:00:00Z	L0002	call	busy' \
	'2	2026-11-20T11:00:00Z	L0003	call	busy' >"$tmp/named"
log=$tmp/names
# over FILE [VARIABLE=VALUE]: how many entries of it were logged.
over() {
	file=$1
	shift
	env "$@" lead-contact -f "$log" --append --no-header <"$file" | wc -l
}
expect 'entries may come with names' 0 over "$tmp/named" A= 3<<-'OUT'
	2
	OUT
expect 'and come again, later and by others' 0 over "$tmp/named" \
	LEAD_USER=kim LEAD_NOW=2026-11-24T09:15:00Z 3<<-'OUT'
	2
	OUT
ok 'which is in order' lead-contact --check -f "$log"
sed 's/-20T11/-21T11/' "$tmp/named" >"$tmp/named2"
err="lead-contact: '2' is the id of another entry, which says something else; \
nothing is logged" \
expect 'a name that starts anew each day is refused' 0 over "$tmp/named2" A= \
	3<<-'OUT'
	0
	OUT
sed 's/^2/1/' "$tmp/named" >"$tmp/named2"
err="lead-contact: '1' is the id of another entry, which says something else; \
nothing is logged" \
expect 'and two of one name at once' 0 over "$tmp/named2" A= 3<<-'OUT'
	0
	OUT
awk 'BEGIN { print "contact_id\tat\tlead_id"
	for (i = 0; i < 50; i++) print i % 25 "\t2026-11-20\tL" i }' >"$tmp/fifty"
lead-contact -f "$tmp/none" --append <"$tmp/fifty" 2>"$tmp/said"
ok 'of many of these most are only counted' sh -c \
	'[ "$(grep -c "is the id of another" "$1")" = 20 ] && tail -1 "$1" |
	grep -qx "lead-contact: 5 more messages like these"' - "$tmp/said"
ok 'an entry is named by --id' lead-contact -f "$log" -l L0001 -c visit \
	-o held --id v1
ok 'it may be repeated' env LEAD_NOW=2026-11-23T09:15:09Z \
	lead-contact -f "$log" -l L0001 -c visit -o held --id v1
ok 'which is in order too' lead-contact --check -f "$log"
err="lead-contact: 'v1' is the id of another entry..." \
expect 'but not of another lead' 1 lead-contact -f "$log" -l L0002 -c visit \
	-o held --id v1 3</dev/null
err="lead-contact: 'v1' is the id of another entry..." \
expect 'nor at another time that is given' 1 lead-contact -q -f "$log" \
	-l L0001 -c visit -o held --id v1 -w 2026-11-20 3</dev/null
ok 'nothing of that is there' test 7 -eq "$(wc -l <"$log")"
expect 'without names what they say is their name' 0 sh -c '
	printf "at\tlead_id\tchannel\toutcome\n2026-11-20\tL1\tcall\tBusy\n" |
	tee "$tmp/one" | lead-contact -f "$tmp/n" --append >"$tmp/x"
	LEAD_USER=kim lead-contact -f "$tmp/n" --append <"$tmp/one" >"$tmp/x"
	cut -f1 "$tmp/n" | uniq -c | wc -l' 3<<-'OUT'
	2
	OUT

# The gate.
printf '%s\n' 'lead_id	phone	email	company	lawful_basis' \
	'G1	+442920180009	a@b.example	Acme Ltd	legitimate-interests' \
	'G2	+441632960001	c@d.example	Acme Ltd	legitimate-interests' \
	>"$tmp/gate"
echo '01632 960001' >>"$LEAD_HOME/tps.txt"
expect 'the gate judges each channel' 0 sh -c 'lead-contact -f /dev/null \
	--gate call,email "$tmp/gate" | cut -f1,26,27' 3<<-'OUT'
	lead_id	gate_call	gate_email
	G1	ok:legitimate-interests	ok:legitimate-interests
	G2	no:tps	ok:legitimate-interests
	OUT
expect '--only passes the ok ones' 0 sh -c 'lead-contact -f /dev/null \
	--gate call --only "$tmp/gate" | cut -f1,26' 3<<-'OUT'
	lead_id	gate_call
	G1	ok:legitimate-interests
	OUT
err="lead-contact: --gate: 'visit' is none of call, autocall, email, sms, ..." \
expect 'a visit has no gate' 2 lead-contact --gate visit "$tmp/gate" 3</dev/null
mv "$leads" "$tmp/leads"
cp "$tmp/gate" "$leads"
err='lead-contact: G2: the gate says no:tps; nothing is logged: --override...' \
expect 'a call against the gate is not logged' 1 lead-contact \
	-f "$tmp/g" -l G2 -c call -o connected 3</dev/null
ok 'nothing is there' test ! -e "$tmp/g"
err='lead-contact: G2: the gate says no:tps' \
expect 'but with a reason, which is recorded' 0 sh -c 'lead-contact \
	-f "$tmp/g" -l G2 -c call -o connected --override "asked us to ring" |
	cut -f4,17' 3<<-'OUT'
	lead_id	override
	G2	asked us to ring
	OUT
# The gate goes by what was corrected.
ok 'a correction is noted' lead-note -q -l G1 --set phone_status=invalid
err='lead-contact: G1: the gate says no:unreachable; nothing...' \
expect 'and the gate goes by it' 1 lead-contact -f "$tmp/g" -l G1 -c call \
	-o no-answer 3</dev/null
ok 'to be told to stop needs no leave' lead-contact -f "$tmp/g" -l G2 \
	-c call -o opt-out
err='lead-contact: G2: the gate says no:opted-out; nothing...' \
expect 'and is heard from then on' 1 lead-contact -f "$tmp/g" -l G2 \
	-c call -o connected 3</dev/null

# Who is out because they told us to stop has told us to stop.
err='*' \
expect 'this needs no leave either' 0 sh -c 'lead-contact -f "$tmp/out" -l G2 \
	-c call -o refused -g disqualified -R opted-out --no-header |
	cut -f4,15,16' 3<<-'OUT'
	G2	disqualified	opted-out
	OUT
expect 'and the gate hears it' 0 sh -c 'lead-contact -f "$tmp/out" \
	--gate call,email "$tmp/gate" | cut -f1,6,26,27' 3<<-'OUT'
	lead_id	stage	gate_call	gate_email
	G1	new	ok:legitimate-interests	ok:legitimate-interests
	G2	disqualified	no:opted-out	no:opted-out
	OUT
expect 'so do the columns' 0 sh -c 'lead-contact -f "$tmp/out" "$tmp/gate" |
	cut -f1,19,22-25' 3<<-'OUT'
	lead_id	consent_call	do_not_call	do_not_email	do_not_sms	do_not_post
	G1					
	G2	no	yes	yes	yes	yes
	OUT
# moved ARGUMENT...: the lead G1 moves.
moved() {
	lead-contact -q -f "$tmp/moves" -l G1 "$@" >/dev/null
}
moved -g prospect -A demo -n +1d
moved -g converted
moved -o opt-out -g disqualified -R opted-out -m 'wants peace'
expect 'to leave a closed stage and to tell us to stop is one entry' 0 sh -c \
	'lead-contact -f "$tmp/moves" "$tmp/gate" | sed -n "2p" | cut -f1,6,8' \
	3<<-'OUT'
	G1	disqualified	opted-out
	OUT
mv "$tmp/leads" "$leads"

# Looking a log over.
ok 'a log that we wrote is in order' lead-contact --check
printf 'h1\t2026-11-20\t\tL0003\tsam\tpigeon\tout\tsent\t\t\t\t\t\t\t\t\t\t\t
h2\tyesterday\t\tL0003\tsam\tcall\tout\tsent\t\t\t\t\t\t\t\t\t\t\t
h3\t2026-11-20\t\tL0003\tsam\tcall\tout\tsent\t\t\t\t\t\t\t\t\t\t\t01234567
h4\t2026-11-20\t\tL0003\t\t\t\t\t\t\t\t\t\t\tprospect\t\t\t\t
h5\t2026-11-20\t\tL0003\t\t\t\t\t\t\t\t\t\t\t\t\t\th99\t
short\t2026-11-20
' >"$tmp/hand"
err="lead-contact: $tmp/hand:2: left out: the entry has no time that can be read
lead-contact: $tmp/hand:3: the entry has a wrong sum
lead-contact: $tmp/hand:6: left out: the entry has another number of fields \
than the header
lead-contact: $tmp/hand:1: channel: 'pigeon' is no channel
lead-contact: $tmp/hand:5: void: names an entry that is not here
lead-contact: $tmp/hand:4: stage: a prospect has agreed to something: say \
what, with --agenda" \
expect 'a log written by hand is looked over' 1 lead-contact --check \
	-f "$tmp/hand" 3</dev/null
err='*' expect 'and folded, with status 1' 1 lead-contact -q \
	-f "$tmp/hand" --output "$tmp/folded" "$leads" 3</dev/null
ok 'its unlawful stage is said at the lead' grep -q \
	'leads.tsv:4: stage: entry h4 does not count' "$tmp/.err"
ok 'the other entries count' grep -q "^L0003.*${tab}attempting$tab.*${tab}2$tab" \
	"$tmp/folded"

# For all leads of a stream.
expect 'logs for every lead on stdin' 0 sh -c 'lead-contact -q -l - -c email \
	-o sent -f "$tmp/mail" <"$0" | cut -f4,6,8' "$leads" 3<<-'OUT'
	lead_id	channel	outcome
	L0001	email	sent
	L0002	email	sent
	L0003	email	sent
	OUT

# Files.
ok 'the log is ours alone' test "$(stat -c %a "$LEAD_HOME/contacts.tsv")" = 600
ln -s "$LEAD_HOME/contacts.tsv" "$tmp/link"
err="lead-contact: $tmp/link: is a symbolic link; name the file itself" \
expect 'no symbolic link is written to' 2 lead-contact -f "$tmp/link" \
	-q -l L0001 -c call -o busy 3</dev/null
err='lead-contact: /dev/full: is not a regular file' \
expect 'nor a device' 2 lead-contact -q -f /dev/full -l L0001 -c call -o busy \
	3</dev/null
err='lead-contact: the input has no column...' \
expect 'leads need an id' 2 sh -c 'printf "a\nb\n" | lead-contact' 3</dev/null
