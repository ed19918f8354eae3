#!/bin/sh
# lead-score --learn: a scorecard from leads won and lost
. tests/tap.sh

# 900 leads by a small generator: size and source tell something, colour and
# its name nothing; closed is filled in once a lead is won.
leads() {
	awk -v rows="$1" -v effect="$2" 'function chance() {
		seed = (seed * 16807) % 2147483647
		return seed / 2147483647
	}
	BEGIN {
		seed = 7
		print "lead_id\tsize\tsource\tcolour\tclosed\twon"
		for (i = 1; i <= rows; i++) {
			size = int(chance() * 100)
			source = chance() < 0.3 ? "referral" : "web"
			p = 0.3 + effect * 0.3 * (size >= 50)
			p += effect * 0.3 * (source == "referral")
			won = chance() < p
			printf "L%d\t%d\t%s\t%s\t%s\t%s\n", i, size, source,
				chance() < 0.5 ? "red" : "blue",
				won ? "yes" : "", won ? "yes" : "no"
		}
	}'
}
leads 900 1 >"$tmp/past.tsv"
leads 900 0 >"$tmp/noise.tsv"

lead-score --learn won=yes "$tmp/past.tsv" >"$tmp/card" 2>"$tmp/said"
result 'learns' $? "$tmp/said"
ok 'names the column that leaks the outcome' \
	grep -q 'closed leaks the outcome' "$tmp/said"
ok 'and leaves it out' sh -c "! grep '^win.*closed' '$tmp/card'"
ok 'finds what matters' grep -q '^win.*size.at-least\|^win.*size.under' \
	"$tmp/card"
ok 'and the other' grep -q '^win.*source.is.referral\|^win.*source.is.web' \
	"$tmp/card"
ok 'once, not its opposite as well' test "$(grep -c \
	'^win	[-0-9]*	source.is' "$tmp/card")" -eq 1
ok 'not what does not' sh -c "! grep '^win.*colour' '$tmp/card'"
ok 'says what it is worth in the file' grep -q '^# AUC 0[.][67]' "$tmp/card"
ok 'and how much of its error is luck' grep -q \
	'^# calibration error 0[.]0.*true chances would show 0[.]0' "$tmp/card"
lead-score -q --learn won=yes "$tmp/past.tsv" >"$tmp/again"
same 'the same leads give the same bytes' "$tmp/card" "$tmp/again"
lead-score -q -j1 --learn won=yes "$tmp/past.tsv" >"$tmp/again"
same 'on one thread too' "$tmp/card" "$tmp/again"
lead-score -q --keep-leaks --learn won=yes "$tmp/past.tsv" >"$tmp/kept"
ok 'keeps a leak when told to' grep -q '^win.*closed.set' "$tmp/kept"
lead-score -q --max-rules 1 --learn won=yes "$tmp/past.tsv" >"$tmp/one"
ok 'learns no more rules than wanted' test "$(grep -c ^win "$tmp/one")" -eq 1

# Columns written late, each in its own way, and one that only looks it: of
# those won nobody has no phone.
awk -F'\t' -v OFS='\t' 'NR == 1 { print $0, "loss", "view", "phone",
		"last_seen", "seer"; next }
	{ won = $6 == "yes"; n = NR * 7919 % 100
		print $0, !won && n < 40 ? "price" : "",
			n < (won ? 60 : 25) ? (won ? "good" : "poor") : "",
			won || n < 70 ? "44" : "",
			NR % 3 ? n < (won ? 45 : 10) ? "here" : "there" : "",
			NR % 3 ? NR % 2 ? "Ann" : "Bob" : "" }' \
	"$tmp/past.tsv" >"$tmp/late.tsv"
lead-score --learn won=yes --exclude closed "$tmp/late.tsv" \
	>"$tmp/late" 2>"$tmp/said"
out='leaks the outcome: of [0-9]* leads it is filled in for'
ok 'a column filled in for one outcome leaks it' \
	grep -q "^lead-score: loss $out 0.0 %.*; left out\$" "$tmp/said"
ok 'so does a judgement passed on some leads' \
	grep -q "^lead-score: view $out.* 1.000; left out\$" "$tmp/said"
awk -F'\t' -v OFS='\t' 'NR == 1 { print $0, "sent", "paid", "asked"; next }
	{ won = $6 == "yes"; n = NR * 7919 % 100
		print $0, won && n < 40 ? "yes" : "no",
			won && n % 10 < 6 ? n * NR : 0,
			n < (won ? 60 : 20) ? "yes" : "no" }' \
	"$tmp/past.tsv" >"$tmp/values.tsv"
lead-score --learn won=yes --exclude closed "$tmp/values.tsv" \
	>"$tmp/valued" 2>"$tmp/values"
ok 'so does a column with a value that only winners have' grep -q \
	"^lead-score: sent leaks the outcome: of [0-9]* leads .* 'yes' 100.0 % were" \
	"$tmp/values"
ok 'or that only losers lack' grep -q \
	"^lead-score: paid leaks the outcome: .* '0' .*; left out\$" "$tmp/values"
ok 'but not one that tells much' \
	sh -c "! grep 'asked' '$tmp/values' && grep '^win.*asked' '$tmp/valued'"
ok 'what all winners have is suspect' \
	grep -q '^lead-score: phone is suspect: .* others 0.0 %; kept' "$tmp/said"
ok 'so is what is named like something late' \
	grep -q '^lead-score: last_seen is suspect: by its name' "$tmp/said"
out='suspect: it is filled in for the same [0-9]* leads as last_seen; kept'
ok 'so is what was written together with it' \
	grep -q "^lead-score: seer is $out" "$tmp/said"
ok 'and is learned from' grep -q '^win.*last_seen' "$tmp/late"
ok 'though what there is without it is said' \
	grep -q '^# without what is suspect: AUC 0[.][67]' "$tmp/late"
sed '1s/last_seen/seen/' "$tmp/late.tsv" | lead-score --learn won=yes \
	--exclude closed 2>"$tmp/said" >"$tmp/late"
ok 'a name is all there is against it' \
	sh -c "! grep ' seen is suspect' '$tmp/said'"

# The chance is right: of ten leads given 0.7, seven are won.
lead-score -r "$tmp/card" "$tmp/past.tsv" | awk -F'\t' '
	NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
	{ p = $at["win_probability"]; if (p < 0 || p > 1) exit 1
		sum += p; won += $at["won"] == "yes" }
	END { print sum, won; exit !(sum - won < 9 && won - sum < 9) }' \
	>"$tmp/why"
result 'the chances add up to the leads won' $? "$tmp/why"

{ cat "$tmp/card"; printf 'fit\t1000\tsize\tset\t\tby hand\n'; } >"$tmp/both"
lead-score -r "$tmp/both" "$tmp/past.tsv" | cut -f12 >"$tmp/a"
lead-score -r "$tmp/card" "$tmp/past.tsv" | cut -f12 >"$tmp/b"
same 'rules by hand beside learned ones leave the chance alone' \
	"$tmp/a" "$tmp/b"

{ grep '^axis' cmd/lead-score/rules.tsv
	printf 'fit\t1000\tsize\tset\t\tby hand\n'; cat "$tmp/card"; } >"$tmp/cat"
lead-score -r "$tmp/cat" "$tmp/past.tsv" | cut -f12 >"$tmp/a"
same 'to put two files together cat is enough' "$tmp/b" "$tmp/a"
grep -v ^scale "$tmp/cat" >"$tmp/unscaled"
err="lead-score: $tmp/unscaled:$(grep -n ^win "$tmp/unscaled" | sed 's/:.*//;q'): \
axis: without a row 'scale' there is no win_probability" \
expect 'a scale is missed' 1 lead-score --check "$tmp/unscaled" \
	"$tmp/past.tsv" 3</dev/null
err='lead-score: no signal...' \
expect 'says so when there is nothing to learn' 1 lead-score -q \
	--learn won=yes --exclude closed "$tmp/noise.tsv" 3</dev/null
head -90 "$tmp/past.tsv" >"$tmp/few.tsv"
err='lead-score: too few to learn from...' \
expect 'refuses to learn from a handful' 1 lead-score -q --learn won=yes \
	"$tmp/few.tsv" 3</dev/null
err="lead-score: --learn: no column 'gone'" \
expect 'wants the column that tells' 2 lead-score --learn gone=1 \
	"$tmp/past.tsv" 3</dev/null
err='lead-score: --learn won: not of the form COLUMN=VALUE' \
expect 'wants a value' 2 lead-score --learn won "$tmp/past.tsv" 3</dev/null

# Copies of a lead on both sides of a split would look like knowledge.
{ cat "$tmp/noise.tsv"; tail -n +2 "$tmp/noise.tsv"; tail -n +2 \
	"$tmp/noise.tsv"; } | awk -F'\t' -v OFS='\t' 'NR == 1 { print; next }
	{ $2 = $2 * 1000 + (NR - 2) % 900; print }' >"$tmp/copies.tsv"
err='lead-score: no signal...' \
expect 'is not taken in by copies' 1 lead-score -q --learn won=yes \
	--exclude closed "$tmp/copies.tsv" 3</dev/null
{ head -n 901 "$tmp/copies.tsv"; sed -n 2p "$tmp/copies.tsv"; } |
	lead-score --learn won=yes --exclude closed 2>"$tmp/said" >"$tmp/none"
ok 'says of one that it is a copy' grep -q '; 1 is a copy of' "$tmp/said"

awk -F'\t' -v OFS='\t' 'NR == 1 { print $0, "stage", "created"; next }
	{ stage = $6 == "yes" ? "converted" : "disqualified"
		if (NR % 3 == 0) stage = "contacted"
		print $0, stage, sprintf("2025-%02d-%02d", NR % 12 + 1, NR % 28 + 1) }' \
	"$tmp/past.tsv" >"$tmp/stages.tsv"
lead-score --learn stage=converted --exclude won,closed "$tmp/stages.tsv" \
	>"$tmp/card" 2>"$tmp/said"
ok 'leaves open leads out' grep -q '; 300 without an outcome' "$tmp/said"
ok 'tries the card on later leads where there are dates' \
	grep -q 'tried from created' "$tmp/said"

# Days to come; what a rule says of itself, it does.
awk -F'\t' -v OFS='\t' 'NR == 1 { print $0, "renewal"; next }
	{ n = NR * 7919 % 97; soon = $6 == "yes" ? n < 60 : n < 25
		print $0, sprintf("2027-%02d-%02d", soon ? 1 : n % 10 + 1,
			n % 28 + 1) }' "$tmp/past.tsv" >"$tmp/days.tsv"
lead-score -q --learn won=yes --exclude closed "$tmp/days.tsv" >"$tmp/aged"
grep '^axis' cmd/lead-score/rules.tsv >"$tmp/none"
lead-score -q --diff "$tmp/none" "$tmp/aged" "$tmp/days.tsv" |
	sed -n 's/^added\twin.*\t//p' | sort >"$tmp/a"
sed -n 's/^win.* of \([0-9]*\) won)$/\1/p' "$tmp/aged" | sort >"$tmp/b"
ok 'dates to come are learned from' grep -q '^win.*renewal	within' "$tmp/aged"
ok 'and the day is said that they count from' grep -q \
	'^# dates count by how far they are from 2026-11-23T09:15:00Z' "$tmp/aged"
ok 'which where there are none is not' sh -c \
	"! grep 'dates count' '$tmp/valued'"
same 'each rule holds for as many leads as it says' "$tmp/b" "$tmp/a"

# Of 900 numbers some range would win by chance: codes are no amounts.
awk -F'\t' -v OFS='\t' 'NR == 1 { print $0, "phone", "code"; next }
	{ print $0, "+44" 1000000 + ($6 == "yes") * 500000 + NR,
		sprintf("%06d", NR + ($6 == "yes") * 5000) }' \
	"$tmp/past.tsv" >"$tmp/codes.tsv"
lead-score --learn won=yes "$tmp/codes.tsv" 2>"$tmp/said" >"$tmp/coded"
ok 'phone numbers and codes are names' grep -q \
	'^lead-score: taken for names, left out: lead_id phone code$' "$tmp/said"

sed 's/	disqualified	/	lost	/' "$tmp/stages.tsv" | lead-score --learn \
	stage=converted --exclude won,closed >"$tmp/again" 2>"$tmp/said"
same 'a stage of other people counts as closed' "$tmp/card" "$tmp/again"

# Leads of a few kinds are not copies of each other.
cut -f3,4,6 "$tmp/past.tsv" | awk -F'\t' -v OFS='\t' '
	NR > 1 { $2 = $3 == "yes" && NR % 4 ? "red" : $2 } { print }' \
	>"$tmp/kinds.tsv"
ok 'learns from leads of a few kinds' lead-score -q --learn won=yes \
	"$tmp/kinds.tsv"
