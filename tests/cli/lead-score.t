#!/bin/sh
# lead-score: points that add up
. tests/tap.sh

rules() {
	printf 'axis\tpoints\tcolumn\ttest\tvalue\tlabel\n'
	cat
}
# only COLUMNS...: score stdin by $tmp/rules and show these columns
only() {
	lead-score -r "$tmp/rules" --explain |
		awk -F'\t' -v want="$*" 'NR == 1 { n = split(want, w, " ")
			for (i = 1; i <= NF; i++) at[$i] = i }
			{ for (i = 1; i <= n; i++)
				printf "%s%s", $at[w[i]], i < n ? "\t" : "\n" }'
}

rules >"$tmp/rules" <<'EOT'
fit	20	employees	between	50..250	mid-sized
fit	-30	country	not-in	GB|IE	outside our territory
interest	+20/30d	last_contact	set		spoke to us lately
ability	25	budget	at-least	5000	budget stated
+	0	authority	set
cap	10	interest
grade	40				A
grade	10				B
EOT
expect 'adds points, holds caps, gives grades, and says why' 0 \
	only fit interest ability score grade reasons \
	3<<-'OUT' <<-'IN'
	fit	interest	ability	score	grade	reasons
	20	10	25	55	A	+20 mid-sized; +20 spoke to us lately; +25 budget stated; -10 interest held at 10
	-10	5	0	-5		+20 mid-sized; -30 outside our territory; +5 spoke to us lately
	0	0	0	0		
	OUT
	employees	country	last_contact	budget	authority
	50	GB	2026-11-23T09:15:00Z	5000	Ann
	249.9	FR	2026-09-24T09:15:00Z	9000	
	250	IE		4999.999	Bob
	IN

# Every test, and each with not- before it.
while IFS='~' read -r test value good bad; do
	for not in '' not-; do
		rules >"$tmp/rules" <<-EOT
			fit	1	x	$not$test	$value	it
		EOT
		[ "$not" ] && { printf 'score\n0\n1\n' >"$tmp/want"; } ||
			printf 'score\n1\n0\n' >"$tmp/want"
		printf 'x\ty\n%s\t\n%s\t\n' "$good" "$bad" | only score \
			>"$tmp/got"
		same "$not$test $value: '$good', not '$bad'" \
			"$tmp/want" "$tmp/got"
	done
done <<'EOT'
is~red~red~Red
in~red|blue~blue~redblue
contains~ed~red~rd
starts~re~red~ared
ends~ed~red~reda
matches~^(ab|c)+$~abcab~abd
matches~[0-9]{3}~a123~12
over~5~5.001~5
under~5~4.999~5
at-least~5~5~4.999
at-most~5~5~5.001
between~1..5~1~5
between~..5~-99~5
between~5..~5~4
over~5~99999999999999999999~-99999999999999999999
at-least~5000 GBP~£6,000~6000 JPY
between~£5k..£10k~7000~7000 EUR
over~2026-01-01~2026-01-01T00:00:01Z~2026-01-01
within~14d~2026-11-10~2026-11-09
within~2mo~2026-12-01~2027-11-30
older~6h~2026-11-23T03:14:59Z~2026-11-23T03:15:00Z
set~~x~
unset~~~x
contains~\t~a\tb~atb
EOT

rules >"$tmp/rules" <<'EOT'
fit	999999999999999999999	x	set		much
fit	1000000000	x	set		more
fit	1000000000	x	set		most
EOT
err="lead-score: $tmp/rules:2: points: '999999999999999999999' is too large: \
held at 1000000000
lead-score: stdin:2: fit: too large: held at 2147483647" \
expect 'holds what is too large, says so, and still sums up' 1 \
	lead-score -r "$tmp/rules" --explain 3<<-'OUT' <<-'IN'
	x	fit	interest	ability	score	grade	win_probability	product	product_gaps	offers	priority	reasons
	1	2147483647	0	0	2147483647						100	+1000000000 much; +1000000000 more; +1000000000 most; -852516353 fit held at 2147483647
	OUT
	x
	1
	IN

rules >"$tmp/rules" <<'EOT'
win	20	a	is	1	one
win	-20	a	is	2	two
win	9999	a	is	3	sure
scale	20			0
EOT
expect 'turns learned points into a chance' 0 only score win_probability \
	3<<-'OUT' <<-'IN'
	score	win_probability
	20	0.6667
	-20	0.3333
	9999	0.9999
	0	0.5000
	OUT
	a
	1
	2
	3
	4
	IN

rules >"$tmp/rules" <<'EOT'
fit	1	score	set		x
fit	1	a	bigger	1	x
fit	1	a	over	x	x
fit	1.5	a	set		x
Fit	1	a	set		x
fit	1	a	matches	(a	x
fit	1	a	between	£5..€9	x
scale	9			99999999999999	x
EOT
err="lead-score: $tmp/rules:2: column: lead-score writes that column itself: 'score'
lead-score: $tmp/rules:3: test: no such test: 'bigger'
lead-score: $tmp/rules:4: value: the value is neither a number nor a date: 'x'
lead-score: $tmp/rules:5: points: not a whole number: '1.5'
lead-score: $tmp/rules:6: axis: not a name for an axis: 'Fit'
lead-score: $tmp/rules:7: value: ( without ): '(a'
lead-score: $tmp/rules:8: value: the ends are in different currencies: '£5..€9'
lead-score: $tmp/rules:9: value: not a number: '99999999999999'
lead-score: $tmp/rules: 8 rows are wrong: see --check" \
expect 'refuses rules that make no sense, all at once' 2 \
	lead-score -r "$tmp/rules" 3</dev/null <<-'IN'
	IN

rules >"$tmp/rules" <<'EOT'
fit	1	heat	set		x
fit	1	product_reasons	set		x
heat	1	job_title	set		x
company	1	job_title	set		x
EOT
err="lead-score: $tmp/rules:3: column: lead-score writes that column itself: 'product_reasons'
lead-score: $tmp/rules:5: axis: the points would overwrite the leads' column: 'company'
lead-score: $tmp/rules:2: column: lead-score writes that column itself: 'heat'
lead-score: $tmp/rules: 3 rows are wrong: see --check" \
expect 'keeps axes and the columns of leads apart' 2 lead-score \
	-r "$tmp/rules" 3</dev/null <<-'IN'
	IN

rm -f "$tmp/rules"
err="lead-score: no $LEAD_HOME/rules.tsv: the shipped rules serve" \
expect 'scores by the shipped rules, and says so' 0 lead-score \
	3<<-'OUT' <<-'IN'
	employees	fit	interest	ability	score	grade	win_probability	product	product_gaps	offers	priority
	60	25	0	0	25	D					25
	OUT
	employees
	60
	IN
expect 'keeps quiet about it when told to' 0 lead-score -q \
	3<<-'OUT' <<-'IN'
	employees	fit	interest	ability	score	grade	win_probability	product	product_gaps	offers	priority
	OUT
	employees
	IN

rules >"$tmp/rules" <<'EOT'
# a comment
fit	10	employes	set		slip
fit	10	employees	between	10..50	small
fit	10	employees	between	40..60	medium
fit	10	employees	between	60..20	backwards
ability	5	employees	between	10..50	another axis
interest	5	country	is	GB	both
+		country	is	IE
interest	5	stage	set		fine
+		stage	not-is	new
interest	0	owner	set		nothing
fit	5	industry	matches	[a	broken
cap	20	fit
grade	50				A
EOT
err="lead-score: $tmp/rules:13: value: [ without ]: '[a'
lead-score: $tmp/rules:3: column: no such column: 'employes'; 'employees'?
lead-score: $tmp/rules:5: value: the band overlaps that of line 4
lead-score: $tmp/rules:6: the rule can never fire: no field passes its test
lead-score: $tmp/rules:8: the rule can never fire: no field passes its test
lead-score: $tmp/rules:12: points: the rule gives no points
lead-score: $tmp/rules:15: points: no lead can reach this grade: 35 is the most" \
expect 'finds what is wrong with rules, with line numbers' 1 \
	lead-score --check "$tmp/rules" 3</dev/null
rules >"$tmp/rules" <<'EOT'
intrest	10	city	set		dropped
intrest	10	region	set		said once
fits	10	city	set		added
abiltiy	10	city	set		swapped
stability	10	city	set		another word
hit	10	city	set		a word like fit
EOT
err="lead-score: $tmp/rules:2: axis: an axis of its own: 'intrest'; 'interest'?
lead-score: $tmp/rules:4: axis: an axis of its own: 'fits'; 'fit'?
lead-score: $tmp/rules:5: axis: an axis of its own: 'abiltiy'; 'ability'?" \
expect 'a slip in the name of an axis is pointed out' 1 \
	lead-score --check "$tmp/rules" 3</dev/null
rules >"$tmp/rules" <<'EOT'
fit	10	size	at-least	10	ten
fit	10	size	at-least	100	hundred
EOT
cp "$tmp/rules" "$tmp/sizes"
err="lead-score: $tmp/rules:2: column: no such column: 'size'
lead-score: $tmp/rules:3: column: no such column: 'size'" \
expect 'knows the columns of our programs' 1 lead-score \
	--check "$tmp/rules" 3</dev/null
rules >"$tmp/rules" <<'EOT'
fit	5	country	is	GB	no X in it
+		country	contains	X	
fit	5	country	in	GB|IE	neither
+		country	not-matches	^[GI]	
fit	5	region	unset		nothing to match
+		region	matches	.	
fit	5	region	not-set		nor so
+		region	matches	.	
fit	9/30d	last_contact	not-set		no date either
fit	5	region	contains	a	both may be
+		region	ends	b	
fit	9/30d	last_contact	unset		no date, no points
fit	9/30d	last_contact	over	5	a number, no date
fit	1	employees	under	50	small
fit	1	employees	over	40	not so small
fit	1	employees	at-most	40	smaller
fit	1	budget	between	£5..£10	in pounds
fit	1	budget	between	€7..€12	in euros: never both
EOT
err="lead-score: $tmp/rules:16: value: the band overlaps that of line 15
lead-score: $tmp/rules:2: the rule can never fire: no field passes its test
lead-score: $tmp/rules:4: the rule can never fire: no field passes its test
lead-score: $tmp/rules:6: the rule can never fire: no field passes its test
lead-score: $tmp/rules:8: the rule can never fire: no field passes its test
lead-score: $tmp/rules:10: the rule can never fire: no field passes its test
lead-score: $tmp/rules:13: the rule can never fire: no field passes its test
lead-score: $tmp/rules:14: the rule can never fire: no field passes its test" \
expect 'sees through tests that shut each other out' 1 lead-score \
	--check "$tmp/rules" 3</dev/null
printf 'size\n1\n' >"$tmp/leads.tsv"
expect 'or those of leads that are named' 0 lead-score \
	--check "$tmp/sizes" "$tmp/leads.tsv" 3</dev/null
expect 'finds nothing wrong with the shipped rules' 0 lead-score \
	--check cmd/lead-score/rules.tsv 3</dev/null
err="lead-score: $tmp/sizes:2: column: the leads have no such column: 'size'" \
expect 'says when leads lack a column that rules look at' 0 lead-score \
	-r "$tmp/sizes" 3<<-'OUT' <<-'IN'
	other	fit	interest	ability	score	grade	win_probability	product	product_gaps	offers	priority
	OUT
	other
	IN

# Any number of threads, blocks cut anywhere, twice: the same bytes.
awk 'BEGIN { print "lead_id\temployees\tcountry\tlast_contact\tnotes"
	for (i = 0; i < 60000; i++) {
		s = (s * 16807 + 11) % 2147483647
		size = s % 7 ? s % 3000 : ""
		note = s % 5 ? "a budget\\tof " s : ""
		printf "L%d\t%s\t%s\t2026-%02d-%02d\t%s\n", i, size,
			(s % 3 ? "GB" : "FR"), s % 12 + 1, s % 28 + 1, note } }' \
	>"$tmp/many.tsv"
ok 'there are leads to score' [ "$(wc -l <"$tmp/many.tsv")" -eq 60001 ]
rules >"$tmp/rules" <<'EOT'
fit	20	employees	between	50..250	mid-sized
fit	-30	country	not-in	GB|IE	outside our territory
interest	+20/30d	last_contact	set		spoke to us lately
+		notes	contains	budget	
interest	5	notes	matches	of [0-9]*7$	seven
win	7	employees	at-least	1000	large
win	-5	country	is	FR	far
scale	10			3.5
cap	10	interest
grade	15				A
EOT
lead-score -j1 --explain -r "$tmp/rules" "$tmp/many.tsv" >"$tmp/one"
for jobs in 2 3 8; do
	lead-score -j$jobs --explain -r "$tmp/rules" "$tmp/many.tsv" >"$tmp/n"
	same "$jobs threads give the bytes of one" "$tmp/one" "$tmp/n"
done
lead-score -j4 --explain -r "$tmp/rules" <"$tmp/many.tsv" >"$tmp/n"
same 'a pipe gives the bytes of a file' "$tmp/one" "$tmp/n"
lead-score -r "$tmp/rules" "$tmp/one" >"$tmp/n"
same 'to score twice changes nothing' "$tmp/one" "$tmp/n"
{ head -1 "$tmp/many.tsv"; tail -n +2 "$tmp/many.tsv" | split -l 7919 \
	--filter="lead-score -r '$tmp/rules' --explain --no-header --columns \
		lead_id,employees,country,last_contact,notes"; } |
	tail -n +2 >"$tmp/n"
tail -n +2 "$tmp/one" >"$tmp/want"
same 'parts scored by themselves are the whole' "$tmp/want" "$tmp/n"
awk -F'\t' 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
	{ n = split($at["reasons"], part, "; "); sum = 0
		for (i = 1; i <= n; i++) sum += part[i]
		if (sum != $at["score"] || $at["win_probability"] <= 0 ||
			$at["win_probability"] >= 1) { print; exit 1 } }' \
	"$tmp/one" >"$tmp/why"
result 'the reasons of each lead sum to its score' $? "$tmp/why"
