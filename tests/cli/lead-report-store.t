#!/bin/sh
# lead-report over a store: the usual pipeline, and what the logs add.
. tests/tap.sh
cp tests/data/store/* "$LEAD_HOME"
lead-import -q -b legitimate-interests -r "$tmp/rejects.tsv" \
	tests/data/dumps/*.csv >"$LEAD_HOME/leads.tsv" 2>/dev/null

lead-contact --gate call,email "$LEAD_HOME/leads.tsv" 2>/dev/null |
	lead-note | lead-score >"$tmp/stream.tsv"
lead-report due -f tsv "$tmp/stream.tsv" >"$tmp/by-hand"
lead-report due -f tsv --store >"$tmp/by-itself" 2>/dev/null
same '--store is the usual pipeline' "$tmp/by-hand" "$tmp/by-itself"

# On a terminal, with nothing asked: today, by real processes.
script -qec 'COLUMNS=100 lead-report' /dev/null </dev/null >"$tmp/terminal"
ok 'on a terminal, alone: the overview' grep -q 'Follow-ups due' "$tmp/terminal"
ok '... in colour' grep -q "$(printf '\033')\[1m" "$tmp/terminal"
NO_COLOR=1 script -qec 'COLUMNS=100 lead-report' /dev/null \
	</dev/null >"$tmp/terminal"
grep -q "$(printf '\033')" "$tmp/terminal"
result '... but not with NO_COLOR' $((!$?))

lead-report brief prydderch --store >"$tmp/brief" 2>/dev/null
for words in 'Siân Prydderch' 'What Planner does' 'twice what they pay' \
	'It is paid back' 'Who else has to agree' 'May we call?'; do
	ok "the brief has: $words" grep -qF "$words" "$tmp/brief"
done

lead-report brief 'nobody at all' "$tmp/stream.tsv" >/dev/null 2>"$tmp/said"
[ $? -eq 1 ]
result 'an unknown lead is status 1' $?
ok '... and said' grep -q "there is no lead 'nobody at all'" "$tmp/said"
lead-report brief ltd "$tmp/stream.tsv" 2>"$tmp/said" >/dev/null
ok 'several are listed' grep -q 'Taff Joinery Ltd' "$tmp/said"

# Opportunities: sam finds one for priya, who hears of it once.
id=$(awk -F'\t' 'NR == 2 { print $1 }' "$LEAD_HOME/leads.tsv")
LEAD_USER=sam lead-note -q -l "$id" -k opportunity -v up -p insight \
	-M '3600 GBP' >/dev/null
lead-report handoff "$tmp/stream.tsv" >"$tmp/handoff"
ok 'an opportunity is for who sells it' grep -qx priya "$tmp/handoff"
cat >"$tmp/sendmail" <<-'SH'
	#!/bin/sh
	cat >>"${0%/*}/outbox"
SH
chmod +x "$tmp/sendmail"
SENDMAIL=$tmp/sendmail
export SENDMAIL
lead-report handoff --send "$tmp/stream.tsv" |
	lead-note -q -l - -k notified >/dev/null
ok 'she is told' grep -q '^ <priya@gwalia.example>$' "$tmp/outbox"
: >"$tmp/outbox"
lead-report handoff --send "$tmp/stream.tsv" >/dev/null
ok 'and not told again' sh -c "! grep -q priya '$tmp/outbox'"

SENDMAIL=/bin/false lead-report due --send "$tmp/stream.tsv" \
	>"$tmp/sent" 2>"$tmp/said"
echo $? >"$tmp/status"
ok 'a sendmail that fails is status 1' grep -qx 1 "$tmp/status"
ok '... and is said' grep -q "'/bin/false' ended with status 1" "$tmp/said"

# What the law wants; status 1 when there is anything.
lead-report compliance -f tsv "$tmp/stream.tsv" >"$tmp/duties"
echo $? >"$tmp/status"
ok 'compliance finds duties: status 1' grep -qx 1 "$tmp/status"
printf 'lead_id\tsource\tobtained_at\tlawful_basis\nL1\tweb\t%s\tconsent\n' \
	2026-01-31 >"$tmp/one.tsv"
expect 'a notice is due a calendar month after' 1 sh -c '
	lead-report compliance -f tsv "$1" >"$2"; status=$?
	head -n 2 "$2" | cut -f 1-4; exit $status' - "$tmp/one.tsv" \
	"$tmp/two" 3<<-'OUT'
	duty	due	detail	lead_id
	privacy notice	2026-02-28	web	L1
OUT
printf 'lead_id\tfull_name\tsource\tobtained_at\tlawful_basis\tstage\n%b' \
	'L1\tA\tweb\t2026-01-01\tconsent\tprospect\n' >"$tmp/bad.tsv"
expect 'lint names what a stage must have' 1 sh -c '
	lead-report lint -f tsv "$1" >"$2"; status=$?
	cut -f 1-2 "$2"; exit $status' - "$tmp/bad.tsv" "$tmp/two" 3<<-'OUT'
	column	finding
	next_at	missing
	agenda	missing
OUT

# All that is held: every file, voided entries too.
LEAD_USER=sam lead-contact -q -l "$id" -c call -o connected -m secret \
	--override test >"$tmp/entry" 2>/dev/null
entry=$(awk -F'\t' 'NR == 2 { print $1 }' "$tmp/entry")
lead-contact -q --undo "$entry" >/dev/null
lead-report subject "$id" -f json "$LEAD_HOME/leads.tsv" >"$tmp/subject"
ok 'subject has the record' grep -q "\"value\":\"$id\"" "$tmp/subject"
ok 'subject has what was voided' grep -q '"text":"secret"' "$tmp/subject"

lead-report activity "$LEAD_HOME/contacts.tsv" -f tsv >"$tmp/activity"
lead-report activity "$LEAD_HOME/contacts.tsv" "$LEAD_HOME/contacts.tsv" \
	-f tsv >"$tmp/twice"
same 'activity counts an entry once' "$tmp/activity" "$tmp/twice"

# The letter as PDF, with the letters that Welsh needs.
if command -v groff >/dev/null && command -v pdftotext >/dev/null; then
	printf 'lead_id\tfull_name\tcompany\tproduct\n%b' \
		'L1\tSiân Ŵyn ap Llŷr\tTŷ Glas Cyf\tplanner\n' |
		LEAD_LOCALE_DIR=$BUILD/locale LANGUAGE=cy \
			lead-report proposal L1 -f ms >"$tmp/letter.ms"
	groff -t -ms -Tpdf "$tmp/letter.ms" >"$tmp/letter.pdf" 2>"$tmp/said"
	ok 'groff has nothing to say' [ ! -s "$tmp/said" ]
	pdftotext "$tmp/letter.pdf" "$tmp/letter.txt"
	ok 'it is a letter in Welsh' grep -q 'Yn gywir' "$tmp/letter.txt"
	ok 'with its prices' grep -q '2,400 GBP' "$tmp/letter.txt"
	# The composed letters come out as a letter and its roof.
	ok 'no letter is lost' grep -q 'Si.*n .*yn ap Ll.*r' "$tmp/letter.txt"
fi
