#!/bin/sh
# The whole pipeline, end to end: on the sample dumps, and on data that nobody
# here wrote.
. tests/tap.sh
cp tests/data/store/* "$LEAD_HOME"

# pipeline OUT FILE...: status 0 from each program.
pipeline() {
	out=$1
	shift
	lead-import -q -r "$out.rejects" -t "$out.trace" -o "$out.leads" "$@" &&
		lead-contact -o /dev/null "$out.leads" 2>/dev/null
	lead-import -q -r "$out.rejects" -t "$out.trace" "$@" | lead-contact |
		lead-note | lead-score >"$out"
}

# accounted OUT ROWS: every row has a fate, every new lead is in the stream.
accounted() {
	rows=$(($(wc -l <"$1.trace") - 1))
	new=$(awk -F'\t' '$3 == "new"' "$1.trace" | wc -l)
	leads=$(($(wc -l <"$1") - 1))
	echo "rows $rows, wanted $2; new $new, leads $leads"
	[ "$rows" -eq "$2" ] && [ "$new" -eq "$leads" ]
}

ok 'the sample dumps go through' pipeline "$tmp/demo" tests/data/dumps/*.csv
ok 'all 25 rows have a fate' accounted "$tmp/demo" 25
ok 'one damaged row is kept with its reason' grep -q \
	'salesforce.csv	6	4 fields, but the header has 9	' "$tmp/demo.rejects"
ok 'who opted out is not a lead' sh -c '! grep -q tomos.price "$1"' - "$tmp/demo"
lead-report due -f tsv "$tmp/demo" >"$tmp/due"
ok 'three follow-ups are due' [ "$(wc -l <"$tmp/due")" -eq 4 ]
lead-import -q -r /dev/null -u "$tmp/demo.leads" tests/data/dumps/*.csv \
	>"$tmp/again" 2>"$tmp/err"
same 'to import twice changes nothing' "$tmp/demo.leads" "$tmp/again"
lead-contact "$tmp/demo" | lead-note | lead-score >"$tmp/twice"
same 'to run the filters twice changes nothing' "$tmp/demo" "$tmp/twice"

data=../shared/data
if [ ! -f "$data/dedupe/chicago.csv" ]; then
	echo '# the shared data is not here: not tried on it'
	exit 0
fi
ok 'chicago.csv goes through' pipeline "$tmp/chi" -c US \
	"$data/dedupe/chicago.csv"
ok 'all 1,287 rows have a fate' accounted "$tmp/chi" 1287
ok 'olist.dev.csv goes through' pipeline "$tmp/olist" \
	"$data/leads/olist.dev.csv"
ok 'all 5,607 rows have a fate' accounted "$tmp/olist" 5607
lead-report pipeline -f tsv "$tmp/olist" >"$tmp/funnel"
ok 'the funnel has all of them' grep -q '5607' "$tmp/funnel"
