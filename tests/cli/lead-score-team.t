#!/bin/sh
# lead-score: leads given to colleagues, scorecards compared
. tests/tap.sh

cat >"$tmp/people" <<'EOT'
user	name	territory	products	weight
ann	Ann	GB	planner	1
bob	Bob	GB	planner	3
cid	Cid	CF|Ireland		1
dot	Dot		quotes	0
EOT
awk 'BEGIN { print "lead_id\tcountry\tpostcode\tproduct_interest\towner"
	for (i = 0; i < 4000; i++) print "L" i "\tGB\t\tplanner\t" }' \
	>"$tmp/leads.tsv"
lead-score -q --assign "$tmp/people" "$tmp/leads.tsv" |
	cut -f1,5 >"$tmp/owners"
awk -F'\t' '{ n[$2]++ } END { print n["ann"], n["bob"], n["cid"] + 0
	exit !(n["ann"] > 900 && n["ann"] < 1100 && n["bob"] > 2900 && \
		n["bob"] < 3100) }' "$tmp/owners" >"$tmp/why"
result 'shares leads out by weight' $? "$tmp/why"
{ head -1 "$tmp/leads.tsv"; tail -n +2 "$tmp/leads.tsv" | tac; } |
	lead-score -q --assign "$tmp/people" | cut -f1,5 | sort >"$tmp/a"
sort "$tmp/owners" >"$tmp/b"
same 'whatever the order' "$tmp/a" "$tmp/b"
grep -v ^ann "$tmp/people" >"$tmp/fewer"
lead-score -q --assign "$tmp/fewer" "$tmp/leads.tsv" | cut -f1,5 |
	grep -v cid >"$tmp/a"
grep -v ann "$tmp/owners" | sort >"$tmp/b"
sort "$tmp/a" | comm -23 "$tmp/b" - >"$tmp/why"
[ ! -s "$tmp/why" ]
result 'when one leaves only their leads move' $? "$tmp/why"

err='lead-score: stdin:5: owner: nobody has this lead'"'"'s territory' \
expect 'goes by territory and product, and leaves owners alone' 1 \
	sh -c "lead-score -q --assign '$tmp/people' | cut -f1-5; exit 1" \
	3<<-'OUT' <<-'IN'
	lead_id	country	postcode	product_interest	owner
	1	GB	CF10 1AA	coal	cid
	2	IE			eve
	3	Ireland			cid
	4	FR			
	OUT
	lead_id	country	postcode	product_interest	owner
	1	GB	CF10 1AA	coal	
	2	IE			eve
	3	Ireland			
	4	FR			
	IN

printf 'axis\tpoints\tcolumn\ttest\tvalue\tlabel\n' >"$tmp/old"
cat >"$tmp/sellers" <<'EOT'
user	products
ann	planner
bob	quotes|insight
EOT
expect 'finds who sells one of what they asked for' 0 \
	sh -c "lead-score -q --assign '$tmp/sellers' | cut -f1-3" \
	3<<-'OUT' <<-'IN'
	lead_id	product_interest	owner
	1	coal; Quotes	bob
	2	Planner;coal	ann
	OUT
	lead_id	product_interest	owner
	1	coal; Quotes	
	2	Planner;coal	
	IN
echo name >"$tmp/nameless"
err="lead-score: $tmp/nameless: no column 'user'" \
expect 'wants to know who they are' 2 lead-score -q \
	--assign "$tmp/nameless" 3</dev/null <<-'IN'
	lead_id
	IN
{ cat "$tmp/old"; printf 'fit\t1\towner\tset\n'; } >"$tmp/owned"
err="lead-score: $tmp/owned:2: column: lead-score writes that column itself: \
'owner'" \
expect 'refuses a rule on owner while it writes that' 2 lead-score \
	-r "$tmp/owned" --assign "$tmp/people" 3</dev/null <<-'IN'
	lead_id
	IN
cp "$tmp/old" "$tmp/new"
cat >>"$tmp/old" <<'EOT'
fit	10	size	at-least	10	ten
+		place	set		
fit	5	size	at-least	100	hundred
interest	7	place	is	x	x
grade	10				A
EOT
cat >>"$tmp/new" <<'EOT'
fit	20	size	at-least	10	other words
+		place	set		
interest	7	place	is	x	x
ability	-3	size	set		any
grade	10				A
EOT
expect 'tells how two scorecards differ, and for whom' 0 \
	lead-score --diff "$tmp/old" "$tmp/new" 3<<-'OUT' <<-'IN'
	what	axis	rule	old	new	leads
	removed	fit	size at-least 100	5		1
	changed	fit	size at-least 10 + place set	10	20	2
	added	ability	size set		-3	4
	score		higher			2
	score		lower			2
	score		same			1
	OUT
	id	size	place
	1	9	
	2	10	y
	3	20	
	4	100	x
	5		
	IN
grep '^axis' "$tmp/old" >"$tmp/caps"
cp "$tmp/caps" "$tmp/more"
cat >>"$tmp/caps" <<'EOT'
fit	10	size	set		any
fit	10	size	set		once more
cap	15	fit
grade	10				A
grade	5				B
scale	10			3
EOT
cat >>"$tmp/more" <<'EOT'
fit	+10	size	set		any
fit	5	size	at-least	20	large
cap	12	fit
cap	-7	interest
grade	15				A
grade					C
scale	10.5			3
EOT
expect 'and where caps, grades and the scale differ' 0 \
	lead-score --diff "$tmp/caps" "$tmp/more" 3<<-'OUT' <<-'IN'
	what	axis	rule	old	new	leads
	removed	fit	size set	10		3
	added	fit	size at-least 20		5	2
	changed	cap	fit	15	12	3
	added	cap	interest		-7	0
	changed	grade	A	10	15	0
	removed	grade	B	5		0
	added	grade	C			4
	changed	scale		10 3	10.5 3	4
	score		higher			0
	score		lower			3
	score		same			1
	grade				C	1
	grade			A	C	3
	OUT
	size
	9
	20
	20

	IN
err='lead-score: --diff OLD NEW: two files of rules...' \
expect 'wants two of them' 2 lead-score --diff "$tmp/old" 3</dev/null
