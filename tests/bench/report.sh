#!/bin/sh
# lead-report pipeline and sources beside mawk: counts and sums by stage,
# owner and source, and the best 50.
set -eu
rows=${BENCH_ROWS:-1000000}
shared=$PWD/../shared/bench
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
PATH=$BUILD:$PATH
command -v mawk >/dev/null || { echo '# no mawk: skipped'; exit 0; }

make_leads() {
	mawk -v rows="$rows" '
	function one(list) { return list[int(rand() * 6) + 1] }
	BEGIN {
		srand(1)
		split("new attempting contacted prospect converted nurture", st)
		split("asmith bjones cdavies devans epatel fmorgan", owner)
		split("web referral event linkedin partner list", source)
		print "lead_id\tid\tfull_name\temail\tphone\tcompany\t" \
			"job_title\tcity\tcountry\tsource\tstage\towner\t" \
			"obtained_at\tnotes\tscore"
		for (i = 0; i < rows; i++)
			printf "L%08d\t%d\tName Number %d\t" \
				"name.%d@example.org\t+4477009%05d\t" \
				"Company %d Ltd\tSales Manager\tCardiff\t" \
				"GB\t%s\t%s\t%s\t2026-%02d-%02d\tasked " \
				"for a quote on the new range, budget " \
				"agreed\t%d\n", i, i, i, i, i % 100000,
				i / 3, one(source), one(st), one(owner),
				rand() * 12 + 1, rand() * 28 + 1, rand() * 100
	}'
}

# The leads of the peers' own benchmark where that is there, with our names
# for the columns that we read; else some of our own, as wide as real ones.
if [ -f "$shared/gen.c" ]; then
	cc -O2 -w -o "$tmp/gen" "$shared/gen.c"
	"$tmp/gen" "$rows" 1 rawtsv | mawk -f "$shared/peers/j2.awk" \
		>"$tmp/peer.tsv"
	sed '1{s/^id\t/lead_id\t/;s/\tcreated\t/\tobtained_at\t/;
		s/\tfirst\t/\tfirst_name\t/;s/\tlast\t/\tlast_name\t/
	}' "$tmp/peer.tsv" >"$tmp/leads.tsv"
	peer=$shared/peers/j5.awk
else
	make_leads >"$tmp/leads.tsv"
	cp "$tmp/leads.tsv" "$tmp/peer.tsv"
	peer=$tmp/j5.awk
	cat >"$peer" <<-'AWK'
	BEGIN { FS = OFS = "\t" }
	NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i; next }
	{ k = $c["stage"] OFS $c["owner"] OFS $c["source"]
	  n[k]++; s[k] += $c["score"] }
	END { for (k in n) print k, n[k], s[k] }
	AWK
fi

# fastest COMMAND...: the least of five wall times, in milliseconds.
fastest() {
	least=
	for _ in 1 2 3 4 5; do
		start=$(date +%s%N)
		"$@" >/dev/null
		took=$((($(date +%s%N) - start) / 1000000))
		[ "$least" ] && [ "$least" -le "$took" ] || least=$took
	done
	echo "$least"
}

# processor COMMAND...: the least of five processor times, in milliseconds.
processor() {
	for _ in 1 2 3 4 5; do
		bash -c 'TIMEFORMAT="%U %S"; time "$@" >/dev/null' - "$@" 2>&1
	done | awk '{ t = ($1 + $2) * 1000; if (NR == 1 || t < m) m = t }
		END { printf "%d\n", m }'
}

mawk_ms=$(fastest mawk -f "$peer" "$tmp/peer.tsv")
mawk_cpu=$(processor mawk -f "$peer" "$tmp/peer.tsv")
printf '%-32s %6d ms, %d of a processor\n' "mawk, counts and sums" \
	"$mawk_ms" "$mawk_cpu"
for report in pipeline sources; do
	ms=$(fastest lead-report "$report" "$tmp/leads.tsv")
	cpu=$(processor lead-report "$report" "$tmp/leads.tsv")
	printf '%-32s %6d ms, %d of a processor: %d.%d and %d.%d times\n' \
		"lead-report $report" "$ms" "$cpu" $((mawk_ms / ms)) \
		$((mawk_ms * 10 / ms % 10)) $((mawk_cpu / cpu)) \
		$((mawk_cpu * 10 / cpu % 10))
done
ms=$(fastest lead-report table -n 50 "$tmp/leads.tsv")
printf '%-32s %6d ms\n' 'lead-report table -n 50' "$ms"
