#!/bin/sh
# lead-report pipeline and sources beside mawk: counts and sums by stage,
# owner and source, and the best 50 (job J5 of the benchmarks that the peers'
# scripts are from, when these are there in ../shared/bench).
set -eu
rows=${BENCH_ROWS:-1000000}
peer=$PWD/../shared/bench/peers/j5.awk
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
PATH=$BUILD:$PATH
command -v mawk >/dev/null || { echo '# no mawk: skipped'; exit 0; }

# Leads with a few values each, as wide as real ones.
mawk -v rows="$rows" 'BEGIN {
	srand(1); OFS = "\t"
	split("new attempting contacted prospect converted nurture", stage)
	split("asmith bjones cdavies devans epatel fmorgan", owner)
	split("web referral event linkedin partner list", source)
	print "lead_id", "id", "full_name", "email", "phone", "company",
		"job_title", "city", "country", "source", "stage", "owner",
		"obtained_at", "notes", "score"
	for (i = 0; i < rows; i++)
		printf "L%08d\t%d\tName Number %d\tname.%d@example.org\t" \
			"+4477009%05d\tCompany %d Ltd\tSales Manager\t" \
			"Cardiff\tGB\t%s\t%s\t%s\t2026-%02d-%02d\tasked " \
			"for a quote on the new range, budget agreed\t%d\n",
			i, i, i, i, i % 100000, i / 3,
			source[int(rand() * 6) + 1],
			stage[int(rand() * 6) + 1],
			owner[int(rand() * 6) + 1],
			rand() * 12 + 1, rand() * 28 + 1, rand() * 100
}' >"$tmp/leads.tsv"

if [ ! -f "$peer" ]; then
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

mawk_ms=$(fastest mawk -f "$peer" "$tmp/leads.tsv")
printf '%-32s %6d ms\n' "mawk, counts and sums" "$mawk_ms"
for report in pipeline sources; do
	ms=$(fastest lead-report "$report" "$tmp/leads.tsv")
	printf '%-32s %6d ms  %d.%d times as fast\n' "lead-report $report" \
		"$ms" $((mawk_ms / ms)) $((mawk_ms * 10 / ms % 10))
done
ms=$(fastest lead-report table -n 50 "$tmp/leads.tsv")
printf '%-32s %6d ms\n' 'lead-report table -n 50' "$ms"
