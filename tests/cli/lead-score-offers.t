#!/bin/sh
# lead-score: which product suits, what is missing, what else to offer
. tests/tap.sh

cat >"$tmp/catalogue" <<'EOT'
product	row	name	text	value	for	requires
planner	product	Planner	Job planning	2400	Construction|Logistics	employees 10..500; country in GB|IE
planner	feature	Shared board	One board for every job
planner	benefit	No lost trips	Nobody drives for nothing		fuel
planner	alternative	lite
planner	up	insight
planner	cross	quotes			Joinery
planner	add-on	mobile
lite	product	Planner Lite	For the smallest	600		employees 1..20
insight	product	Insight	Figures	3600		employees 50..
quotes	product	Quotes	Quotations	1200
mobile	product	Mobile	In the pocket	300
EOT
suits() {
	lead-score -q -k "$tmp/catalogue" --explain |
		awk -F'\t' 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i }
		{ print NR - 1 "\t" $at["product"] "\t" $at["product_gaps"] "\t" \
			$at["offers"] "\t" $at["product_reasons"] }'
}
head='0	product	product_gaps	offers	product_reasons'

expect 'takes the product that most speaks for' 0 suits 3<<-OUT <<-'IN'
	$head
	1	planner		up insight; add-on mobile	+20 made for Logistics; +10 employees 10..500; +10 country in GB|IE; +10 answers shared board; +10 answers fuel costs; +10 budget covers 2400; up insight: goes with planner; add-on mobile: goes with planner
	OUT
	industry	employees	country	needs	budget
	Logistics	60	GB	shared board; fuel costs	5000 GBP
	IN
expect 'names what is missing or not known, and alternatives' 0 suits \
	3<<-OUT <<-'IN'
	$head
	1	planner	employees 10..500; country in GB|IE not known; offline use; budget 1000 of 2400	add-on mobile; alternative lite	+40 asked for Planner; +20 made for Construction; -30 employees 10..500; -5 offline use; -10 budget 1000 of 2400; add-on mobile: goes with planner; alternative lite: instead of planner
	OUT
	industry	employees	needs	budget	product_interest
	Construction	5	offline use	1000	Planner
	IN
expect 'offers beside what they have, and not that again' 0 suits \
	3<<-OUT <<-'IN'
	$head
	1			up insight; add-on mobile	up insight: goes with planner; add-on mobile: goes with planner
	2	lite	employees 1..20 not known	up insight; cross quotes; add-on mobile	+40 asked for Planner Lite; up insight: goes with planner; cross quotes: goes with planner; add-on mobile: goes with planner
	OUT
	products	industry	product_interest
	Planner	Education	
	planner; other	Joinery	planner lite
	IN
expect 'keeps quiet where nothing is known' 0 suits 3<<-OUT <<-'IN'
	$head
	1				
	OUT
	x	industry
	1	
	IN

cat >"$tmp/instead" <<'EOT'
product	row	name	for	requires
a	product	A		employees 10..
a	alternative	b	Joinery
a	alternative	c		country is GB
a	alternative	d	Mining	country is FR
b	product	B
c	product	C
d	product	D
EOT
expect 'alternatives are for whom their rows say' 0 sh -c \
	"lead-score -q -k '$tmp/instead' | cut -f4,11-13" 3<<-'OUT' <<-'IN'
	product_reasons	product	product_gaps	offers
	+40 asked for A; alternative d: instead of a	a	employees 10.. not known	alternative d
	OUT
	industry	product_interest	country	product_reasons
	Mining	a	FR	of old
	IN
expect 'without a catalogue no reason stays' 0 sh -c \
	"lead-score -q | cut -f1" 3<<-'OUT' <<-'IN'
	product_reasons
	
	OUT
	product_reasons
	of old
	IN
printf 'product\trow\tname\trequires\na\tproduct\tA\temployes 10..; team\n' \
	>"$tmp/slip"
grep '^axis' cmd/lead-score/rules.tsv >"$tmp/none"
err="lead-score: $tmp/slip:2: requires: the leads have no such column: \
'employes'" \
expect 'says when leads lack a column that products ask for' 0 sh -c \
	"lead-score -r '$tmp/none' -k '$tmp/slip' | cut -f1" 3<<-'OUT' <<-'IN'
	employees
	OUT
	employees
	IN
cat >"$tmp/abroad" <<'EOT'
product	row	name	text	value
a	product	A		EUR 300
EOT
expect 'does not compare pounds with euros' 0 sh -c \
	"lead-score -q -k '$tmp/abroad' --explain | cut -f9,10,14" 3<<-'OUT' <<-'IN'
	product	product_gaps	product_reasons
	a	budget 900 USD of EUR 300 not known	+40 asked for A
	a		+40 asked for A; +10 budget covers EUR 300
	a	budget €200 of EUR 300	+40 asked for A; -10 budget €200 of EUR 300
	OUT
	product_interest	budget
	a	900 USD
	a	900
	a	€200
	IN
cat >"$tmp/bad" <<'EOT'
product	row	name	text	value	for	requires
a	product	A				Employees 5
a	thing	A
a	up	gone
b	feature	B
EOT
err="lead-score: $tmp/bad:2: requires: no column's name first: 'Employees 5'
lead-score: $tmp/bad:3: row: no such kind of row: 'thing'
lead-score: $tmp/bad:4: product: no row 'product' for 'a'
lead-score: $tmp/bad:5: product: no row 'product' for 'b'
lead-score: $tmp/bad:4: name: no such product: 'gone'
lead-score: $tmp/bad: 5 rows are wrong" \
expect 'refuses a catalogue that makes no sense' 2 \
	lead-score -q -k "$tmp/bad" 3</dev/null <<-'IN'
	x
	IN

cat >"$tmp/bad" <<'EOT'
product	row	name	text	value	for	requires
a	product	A				score 50..; owner
EOT
err="lead-score: $tmp/bad:2: requires: lead-score writes that column itself: \
'score'" \
expect 'refuses conditions on what it writes itself' 2 \
	lead-score -q -k "$tmp/bad" 3</dev/null <<-'IN'
	x
	IN

awk 'BEGIN { split("Construction|Education||Logistics", industry, "|")
	split("planner|lite|quotes; mobile||", owned, "|")
	print "lead_id\tindustry\temployees\tproducts\tneeds\tbudget"
	for (i = 0; i < 30000; i++) { s = (s * 16807 + 11) % 2147483647
		printf "L%d\t%s\t%d\t%s\t%s\t%s\n", i, industry[s % 4 + 1],
			s % 90, owned[s % 5 + 1], s % 3 ? "shared board" : "",
			s % 7 ? s % 4000 : "" } }' >"$tmp/many.tsv"
lead-score -q -j1 --explain -k "$tmp/catalogue" "$tmp/many.tsv" >"$tmp/one"
lead-score -q -j4 --explain -k "$tmp/catalogue" "$tmp/many.tsv" >"$tmp/n"
same 'many threads give the bytes of one' "$tmp/one" "$tmp/n"
lead-score -q -k "$tmp/catalogue" "$tmp/one" >"$tmp/n"
same 'to match twice changes nothing' "$tmp/one" "$tmp/n"
