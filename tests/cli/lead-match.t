#!/bin/sh
# lead-import: the same lead twice is found, explained and decided
. tests/tap.sh

# people N: as many people, each with a faulty copy of some of them.
people() {
	awk -v n="$1" 'BEGIN {
		split("Ann Rhys Tomos Olivia Priya George Megan Lucy Ivo", f, " ")
		split("Rees Jones Okafor Smith Patel Nowak Murphy Evans", l, " ")
		split("Bala Cardiff Ely Leeds Neath", t, " ")
		print "first_name,last_name,email,phone,city,postcode,row"
		for (i = 0; i < n; i++) {
			first = f[i * 5 % 9 + 1]
			last = l[i * 3 % 8 + 1]
			mail = tolower(last) "." i "@mail" i % 7 ".example"
			phone = sprintf("029%08d", i * 7919 % 100000000)
			town = t[i % 5 + 1]
			code = "CF" i % 40 " " i % 9 "AA"
			printf "%s,%s,%s,%s,%s,%s,%d\n", first, last, mail,
				phone, town, code, i
			if (i % 4 == 0)
				printf "%s,%s,,%s,%s,%s,%d\n", first,
					substr(last, 1, 3) substr(last, 5),
					phone, town, code, i
		}
	}'
}

# import OPTION... FILE: quietly, with likely duplicates.
import() { lead-import -q -s list -c GB -d likely "$@"; }

people 300 >"$tmp/people.csv"
expect 'finds faulty copies, and only those' 0 sh -c '
	lead-import -q -s list -c GB -d likely "$1" | wc -l' - \
	"$tmp/people.csv" 3<<-'OUT' <<-'IN'
	301
OUT
IN

# The same rows in another order and with other threads.
{ head -1 "$tmp/people.csv"; tail -n +2 "$tmp/people.csv" | tac; } \
	>"$tmp/turned.csv"
# ids OPTION... FILE: which rows lead to leads.
ids() { import "$@" | awk -F'\t' 'NR == 1 { for (i = 1; i <= NF; i++)
	if ($i == "row") at = i } NR > 1 { print $at }' | sort; }
ids -j1 "$tmp/people.csv" >"$tmp/one"
ids -j2 "$tmp/people.csv" >"$tmp/two"
ids -j3 "$tmp/turned.csv" >"$tmp/three"
same 'threads change nothing' "$tmp/one" "$tmp/two"
same 'nor does the order of rows' "$tmp/one" "$tmp/three"

import -j1 -p "$tmp/pairs" --threshold 0.999999 -o "$tmp/none" \
	"$tmp/people.csv"
ok 'pairs in doubt have reasons that sum to the weight' awk -F'\t' '
	NR == 1 { next }
	{
		n = split($4, reason, "; ")
		sum = 0
		for (i = 1; i <= n; i++)
			sum += reason[i] + 0
		if (sum - $3 > 0.05 || $3 - sum > 0.05 || $5 != "")
			bad = 1
	}
	END { exit bad || NR < 2 }' "$tmp/pairs"

# A last name that is only in the full name counts.
cat >"$tmp/full.csv" <<'IN'
first_name,full_name,phone,city,row
Ann,Ann Rees,029 2018 0000,Bala,1
Ann,Ann Okafor,029 2018 0000,Bala,2
Ann,Ann Rees,029 2018 0000,Ely,3
IN
lead-import -q -c GB -o "$tmp/none" -t "$tmp/trace" "$tmp/full.csv"
cut -f 3 "$tmp/trace" >"$tmp/got"
printf '%s\n' fate new new merged >"$tmp/want"
same 'one first name and number are not one lead' "$tmp/want" "$tmp/got"

# Colleagues, a person twice, and the company itself.
cat >"$tmp/acme.csv" <<'IN'
first_name,last_name,company,phone,street,city,postcode,row
Ann,Rees,Acme Ltd,029 2018 0000,1 High Street,Bala,LL23 7AA,1
Gethin,Rees,Acme Ltd,029 2018 0000,1 High Street,Bala,LL23 7AA,2
Anne,Rees,ACME LIMITED,029 2018 0000,1 High St,Bala,LL23 7AA,3
,,Acme Ltd,029 2018 0000,1 High Street,Bala,LL23 7AA,4
Nia,Lloyd,Beta plc,029 2018 1111,5 Low Road,Ely,CB7 4AA,5
IN
expect 'two people of one company stay two leads' 0 sh -c '
	lead-import -q -s list -c GB -d likely -t "$2" -o "$3" "$1" &&
	awk -F"\t" "NR > 1 { print NR - 1, \$3 }" "$2"' - \
	"$tmp/acme.csv" "$tmp/trace" "$tmp/acme.tsv" 3<<-'OUT' <<-'IN'
	1 new
	2 new
	3 merged
	4 new
	5 new
OUT
IN

# Decisions: no, kept; then taken back; then yes.
a=$(awk -F'\t' 'NR == 2 { print $4 }' "$tmp/trace")
lead-import -q -s list -c GB -t "$tmp/trace" -o "$tmp/x" "$tmp/acme.csv"
b=$(awk -F'\t' 'NR == 4 { print $4 }' "$tmp/trace")
c=$(awk -F'\t' 'NR == 6 { print $4 }' "$tmp/trace")
decide() {
	printf 'lead_id_a\tlead_id_b\tdecision\n%s\t%s\t%s\n' "$@" \
		>"$tmp/decide"
}
count() { import "$@" | tail -n +2 | wc -l; }
decide "$b" "$a" n
count --decide "$tmp/decide" "$tmp/acme.csv" >"$tmp/got"
count "$tmp/acme.csv" >>"$tmp/got"
decide "$a" "$b" -
count --decide "$tmp/decide" "$tmp/acme.csv" >>"$tmp/got"
count "$tmp/acme.csv" >>"$tmp/got"
decide "$a" "$c" y
count --decide "$tmp/decide" "$tmp/acme.csv" >>"$tmp/got"
count -d exact "$tmp/acme.csv" >>"$tmp/got"
decide "$a" "$c" -
cat "$tmp/decide" | count --decide - "$tmp/acme.csv" >>"$tmp/got"
count "$tmp/acme.csv" >>"$tmp/got"
printf '%s\n' 5 5 4 4 3 4 4 4 >"$tmp/want"
same 'decisions are obeyed, kept, and taken back' "$tmp/want" "$tmp/got"

decide "$a" "$c" perhaps
err="lead-import: $tmp/decide:2: decision: 'perhaps' is not a decision: \
write y, n, or - to take one back" \
expect 'a decision is y, n or -' 2 import --decide "$tmp/decide" \
	"$tmp/acme.csv" 3</dev/null </dev/null

err="lead-import: --match-on: there is no column 'shoe_size'" \
expect 'a column to match on must be there' 2 import --match-on shoe_size \
	"$tmp/acme.csv" 3</dev/null </dev/null

import -d exact --keys -o "$tmp/whole" "$tmp/people.csv"
ok 'rows of one key have one partition_key' awk -F'\t' '
	NR == 1 { for (i = 1; i <= NF; i++) if ($i == "partition_key") at = i }
	NR > 1 && (length($at) != 17 || $at !~ /^K[0-9A-Z]+$/ || $at in seen) { bad = 1 }
	{ seen[$at] = 1 }
	END { exit bad }' "$tmp/whole"

# Partitions by the key, imported apart and then together, are the whole.
awk 'BEGIN { print "first_name,last_name,email,phone,city,notes"
	for (i = 0; i < 300; i++) {
		mail = "p" i % 120 "@example.org"
		printf "Ann%d,Rees,%s,%s,%s,said %d\n", i % 120, mail,
			i % 3 ? "" : sprintf("029%08d", i % 120 * 7919),
			i % 2 ? "Bala" : "", i % 7
	} }' >"$tmp/parts.csv"
part() { lead-import -q -s list -c GB --keys "$@"; }
part -d none -o "$tmp/rows" "$tmp/parts.csv"
awk -F'\t' -v tmp="$tmp" '
	NR == 1 { for (i = 1; i <= NF; i++) if ($i == "partition_key") at = i
		print >(tmp "/part1"); print >(tmp "/part2"); next }
	{ print >(tmp "/part" ($at < "KG" ? 1 : 2)) }' "$tmp/rows"
part -o "$tmp/done1" "$tmp/part1"
part -o "$tmp/done2" "$tmp/part2"
part -o "$tmp/joined" "$tmp/done2" "$tmp/done1" "$tmp/done2"
part -o "$tmp/whole" "$tmp/parts.csv"
sort "$tmp/joined" >"$tmp/joined.sorted"
sort "$tmp/whole" >"$tmp/whole.sorted"
same 'partitions imported apart and together are the whole' \
	"$tmp/whole.sorted" "$tmp/joined.sorted"
ok 'which has each lead once' sh -c '[ $(wc -l <"$1") -eq 121 ]' - "$tmp/whole"

# The same with several keys each, of which a lead keeps one of a kind: what
# only one of a lead's rows knew still joins it to what another part has.
awk 'BEGIN { srand(7); print "first_name,last_name,email,mobile,phone,city"
	for (i = 0; i < 400; i++) printf "Ann%d,Rees,%s,%s,%s,%s\n",
		rand() * 300,
		rand() < .6 ? "p" int(rand() * 200) "@example.org" : "",
		rand() < .6 ? sprintf("07700 9%05d", rand() * 250) : "",
		rand() < .4 ? sprintf("029%08d", int(rand() * 100) * 7919) : "",
		rand() < .5 ? "Bala" : "" }' >"$tmp/parts.csv"
part -d none -r "$tmp/rejects" -o "$tmp/rows" "$tmp/parts.csv"
awk -F'\t' -v tmp="$tmp" '
	NR == 1 { for (i = 1; i <= NF; i++) if ($i == "partition_key") at = i
		print >(tmp "/part1"); print >(tmp "/part2"); next }
	{ print >(tmp "/part" ($at < "KG" ? 1 : 2)) }' "$tmp/rows"
part -o "$tmp/done1" "$tmp/part1"
part -o "$tmp/done2" "$tmp/part2"
part -o "$tmp/joined" "$tmp/done2" "$tmp/done1" "$tmp/done2"
part -r "$tmp/rejects" -o "$tmp/whole" "$tmp/parts.csv"
# bare FILE: its leads without what depends on which row comes first.
bare() {
	awk -F'\t' -v OFS='\t' 'NR == 1 { for (i = 1; i <= NF; i++)
		if ($i == "lead_id") id = i }
		{ $id = ""; print }' "$1" | sort
}
bare "$tmp/joined" >"$tmp/joined.sorted"
bare "$tmp/whole" >"$tmp/whole.sorted"
same 'leads of several keys, apart and together, are the whole' \
	"$tmp/whole.sorted" "$tmp/joined.sorted"

# An address that many share: the pairs have the ids that the leads get, and
# decisions on these are obeyed, whether the leads are known or come anew.
awk -F, -v OFS=, 'NR > 1 { $3 = "all@club.example"; $4 = "" }
	{ print }' "$tmp/people.csv" >"$tmp/club.csv"
import --threshold 0.999999 -p "$tmp/pairs" -o "$tmp/club" "$tmp/club.csv"
cut -f 1 "$tmp/club" | sort >"$tmp/ids"
awk 'NR > 1 { print $1; print $2 }' "$tmp/pairs" | sort -u >"$tmp/named"
ok 'pairs name leads by the ids that they get' sh -c '
	[ -s "$1" ] && [ -z "$(comm -23 "$1" "$2")" ]' - "$tmp/named" "$tmp/ids"
awk -F'\t' -v OFS='\t' 'NR == 2 { $5 = "y" } NR < 3 { print }' "$tmp/pairs" \
	>"$tmp/decide"
wc -l <"$tmp/club" | awk '{ print $1 - 1 }' >"$tmp/want"
LEAD_HOME=$tmp/other import --threshold 0.999999 --decide "$tmp/decide" \
	"$tmp/club.csv" | wc -l >"$tmp/got"
same 'and are obeyed by them' "$tmp/want" "$tmp/got"

# Bad input: a hundred thousand rows with one number.
awk 'BEGIN { srand(1); print "first_name,last_name,mobile,country,city,company"
	for (i = 0; i < 100000; i++) {
		a = sprintf("%c%c%c%c", 97 + rand() * 26, 97 + rand() * 26,
			97 + rand() * 26, 97 + rand() * 26)
		b = sprintf("%c%c%c%c", 97 + rand() * 26, 97 + rand() * 26,
			97 + rand() * 26, 97 + rand() * 26)
		print a "," b ",07700 900000,GB,Bala," (i % 2 ? "Acme" : "")
	} }' >"$tmp/crowd.csv"
lead-import -s list -d likely -o "$tmp/out" "$tmp/crowd.csv" 2>"$tmp/said"
ok 'a number on very many rows joins nobody' \
	sh -c '[ $(wc -l <"$1") -gt 99000 ]' - "$tmp/out"
ok 'and is named' grep -q 'mobile: 100000 rows of different names share' \
	"$tmp/said"
ok 'as is a column that is the same on every row' \
	grep -q 'town: the same on every row' "$tmp/said"
ok 'and a value on more rows than are compared at once' \
	grep -q 'together with others: company (50000)$' "$tmp/said"

# The store: what was joined once stays joined.
store() { lead-import -q -s list -c GB -d likely -U "$@"; }
store "$tmp/people.csv"
cp "$LEAD_HOME/leads.tsv" "$tmp/first.tsv"
cp "$LEAD_HOME/pairs.tsv" "$tmp/first.pairs"
store "$tmp/people.csv"
same 'importing twice changes no lead' "$tmp/first.tsv" "$LEAD_HOME/leads.tsv"
same 'and no decision' "$tmp/first.pairs" "$LEAD_HOME/pairs.tsv"
ok 'what likeness joined is in the store' \
	grep -q '	=$' "$LEAD_HOME/pairs.tsv"
awk -F'\t' -v OFS='\t' 'NR == 1 || $5 == "=" { if (NR > 1) $5 = "n"; print }' \
	"$LEAD_HOME/pairs.tsv" >"$tmp/undo"
rm "$LEAD_HOME/leads.tsv"
lead-import -q -s list -c GB -d likely -U --decide "$tmp/undo" \
	"$tmp/people.csv"
ok 'and can be undone' sh -c '[ $(wc -l <"$1") -eq $(wc -l <"$2") ]' - \
	"$LEAD_HOME/leads.tsv" "$tmp/people.csv"

# Rows with the mobile of one known lead, and the number and name of another.
awk -v known="$tmp/known.tsv" 'BEGIN {
	print "lead_id\tfull_name\tphone\tmobile" >known
	print "Name,Phone,Mobile"
	for (i = 10; i < 60; i++) {
		printf "LA%d\tNia Rees\t+4429201800%d\t\n", i, i >known
		printf "LB%d\tAnn Huws\t\t+4477009000%d\n", i, i >known
		printf "Nia Rees,029 2018 00%d,07700 9000%d\n", i, i
	}
}' >"$tmp/both.csv"
lead-import -q -c GB -u "$tmp/known.tsv" -t "$tmp/trace" "$tmp/both.csv" \
	-o /dev/null
awk -F'\t' 'NR > 1 { print substr($4, 1, 2), $5 }' "$tmp/trace" | sort -u \
	>"$tmp/got"
echo 'LB mobile' >"$tmp/want"
same 'of several known leads that with the strongest key gets the row' \
	"$tmp/want" "$tmp/got"
