#!/bin/sh
# The logs: folding 2 entries a lead beside DuckDB (job J4 of ../shared/bench,
# when it is there and node has @duckdb/node-api in $DUCKDB), growth with the
# data, memory, looking a lead up, durable appends, start-up.  BENCH_GROWTH=1:
# with five times the data, too; BENCH_FIND=10000000: looking up in so many.
set -eu
rows=${BENCH_ROWS:-1000000}
bench=$PWD/../shared/bench
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
PATH=$BUILD:$PATH
[ -f "$bench/gen.c" ] || { echo "no $bench/gen.c: skipped"; exit 0; }
cc -O2 -w "$bench/gen.c" -o "$tmp/gen"

# make_leads ROWS: theirs and ours.
make_leads() {
	"$tmp/gen" "$1" 1 rawtsv >"$tmp/l1.tsv"
	sed '1s/^id\t/lead_id\t/' "$tmp/l1.tsv" >"$tmp/leads.tsv"
}
# make_data ROWS: leads and two entries for each.
make_data() {
	make_leads "$1"
	"$tmp/gen" $(($1 * 2)) 1 events "$1" >"$tmp/e1.tsv"
	awk 'BEGIN { FS = OFS = "\t"
		word["no answer"] = "no-answer"
		word["interested"] = "connected"
		word["call back"] = "callback"
		word["not interested"] = "refused"
		word["left message"] = "left-message"
		word["agreed next step"] = "meeting-booked"
		word["objection: price"] = "connected" }
	NR == 1 { print "contact_id", "at", "logged_at", "lead_id", "user",
		"channel", "direction", "outcome", "duration", "person",
		"text", "next_at", "next_action", "agenda", "stage",
		"reason", "override", "void", "sum"; next }
	{ print sprintf("C%026d", NR), $1, $1, $2, $5,
		$3 == "demo" ? "video" : $3, "out", word[$4], "", "", $6,
		"", "", "", "", "", "", "", "" }' "$tmp/e1.tsv" \
		>"$tmp/contacts.tsv"
	# What the system has yet to write would be written by our two cores.
	sync
	cat "$tmp"/*.tsv >/dev/null
}
fold() {
	lead-contact -f "$tmp/contacts.tsv" "$tmp/leads.tsv" >"$tmp/out.tsv"
}
duck() {
	(cd "$DUCKDB" && OUT=$tmp/duck.tsv node duck.mjs j4 "$tmp/l1.tsv" \
		"$tmp/e1.tsv")
}
# best COMMAND: the shortest of five runs, in ms.  What the one before wrote is
# taken away first: that takes as long as to write it.
best() {
	for _ in 1 2 3 4 5; do
		rm -f "$tmp/out.tsv" "$tmp/duck.tsv"
		start=$(date +%s%N)
		"$@"
		echo $((($(date +%s%N) - start) / 1000000))
	done | sort -n | head -1
}

make_data "$rows"
one=$(best fold)
echo "fold $((rows * 2)) entries onto $rows leads: $one ms"
if [ -d "${DUCKDB:-}/node_modules" ]; then
	cp "$bench/peers/duck.mjs" "$DUCKDB/"
	peer=$(best duck)
	echo "DuckDB, job J4: $peer ms: $((peer * 10 / one)) tenths of ours"
else
	echo 'DuckDB: skipped; npm i @duckdb/node-api in $DUCKDB'
fi

# What is ours and not the page cache's: the anonymous memory at its peak.
mkfifo "$tmp/hold"
lead-contact -f "$tmp/contacts.tsv" "$tmp/hold" >/dev/null &
pid=$!
exec 9>"$tmp/hold"
head -100 "$tmp/leads.tsv" >&9
sleep 2
anon=$(awk '/RssAnon/ { print $2 }' "/proc/$pid/status")
exec 9>&-
wait "$pid" || true
with=$(cut -f4 "$tmp/contacts.tsv" | sort -u | wc -l)
echo "memory: $anon KiB, $((anon * 1024 / with)) bytes for a lead with entries"

mv "$tmp/contacts.tsv" "$tmp/c.tsv"
find_lead() {
	LEAD_HOME=$tmp lead-note -l Zebedee-not-there -m x 2>/dev/null || true
}
# look_up ROWS: a name that is nowhere takes longest.
look_up() {
	size=$(($(stat -c %s "$tmp/leads.tsv") >> 20))
	echo "look a name up in $1 leads ($size MiB): $(best find_lead) ms"
}
look_up "$rows"

mkdir "$tmp/store"
"$BUILD/bench/append" "$tmp/store/x.tsv" 3 1 8 64
printf 'lead_id\tfull_name\nL0001\tNia\n' >"$tmp/store/leads.tsv"
LEAD_HOME=$tmp/store
export LEAD_HOME
"$BUILD/bench/spawn" 500 /bin/true
"$BUILD/bench/spawn" 500 "$BUILD/lead-contact" -q -l L0001 -m x

if [ "${BENCH_GROWTH:-}" ]; then
	mv "$tmp/c.tsv" "$tmp/contacts.tsv"
	make_data $((rows * 5))
	five=$(best fold)
	echo "five times the data: $five ms, $((five * 10 / one)) tenths"
	if [ -d "${DUCKDB:-}/node_modules" ]; then
		peer=$(best duck)
		echo "DuckDB: $peer ms: $((peer * 10 / five)) tenths of ours"
	fi
fi

if [ "${BENCH_FIND:-}" ]; then
	rm -f "$tmp"/*.tsv
	make_leads "$BENCH_FIND"
	rm "$tmp/l1.tsv"
	cat "$tmp/leads.tsv" >/dev/null
	look_up "$BENCH_FIND"
fi
