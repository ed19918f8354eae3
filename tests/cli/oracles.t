#!/bin/sh
# The normalisers against other people's answers, where these are at hand:
# python3-phonenumbers, and $LEAD_DATA, or ../shared/data.  Each comment says
# how many were right.
. tests/tap.sh

data=${LEAD_DATA:-../shared/data}
normalise=$BUILD/bench/normalise
[ -x "$normalise" ] || skip_all "make benches first"

# score NAME LEAST: of the lines wanted TAB got in $tmp/pairs at least LEAST
# per cent must be equal.
score() {
	awk -F '\t' -v name="$1" -v least="$2" '
		{ n++; if ($1 == $2) right++ }
		END {
			p = n ? 100 * right / n : 0
			printf "# %s: %d of %d, %.2f %%\n", name, right, n, p
			exit p < least + 0
		}' "$tmp/pairs" >"$tmp/score"
	scored=$?
	cat "$tmp/score"
	result "$1, at least $2 %" $scored "$tmp/score"
}

# fields FILE LIST: columns of its records
fields() {
	tail -n +2 "$data/$1" | cut -f "$2"
}

answers() {
	fields "$2" "$3" | "$normalise" "$1" >"$tmp/got"
}

# The numbering plans of all countries, asked of libphonenumber itself.
python=/usr/bin/python3
if $python tests/oracle/phone_cases.py >"$tmp/cases" 2>"$tmp/why"; then
	cut -f 1,2 "$tmp/cases" | "$normalise" phone >"$tmp/got"
	"$normalise" phone-type <"$tmp/got" | paste "$tmp/cases" "$tmp/got" - |
		sort -u >"$tmp/both"
	awk -F '\t' '$3 { print $3 "\t" $5 }' "$tmp/both" >"$tmp/pairs"
	score 'telephone numbers of all countries' 99.5
	awk -F '\t' '$3 && $4 && $6 { print $4 "\t" $6 }' "$tmp/both" \
		>"$tmp/pairs"
	score 'kinds of numbers of all countries, where told' 99.5
	# Another version knows other numbers.
	if $python -c 'import phonenumbers as p
exit(p.__version__ != "8.12.57")'; then
		$python tests/oracle/phone_table.py >"$tmp/table"
		same 'the table is what its script makes' \
			common/lead/phone_table.inc "$tmp/table"
	fi
else
	echo "# no python3-phonenumbers: its numbers are not tried"
fi

[ -d "$data/phone" ] || exit 0

answers phone phone/phone_formats.tsv 1,3
fields phone/phone_formats.tsv 4 | paste - "$tmp/got" >"$tmp/both"
grep -v '^	' "$tmp/both" >"$tmp/pairs"
score 'telephone numbers in every writing' 99
fields phone/phone_formats.tsv 2 | paste - "$tmp/both" |
	awk -F '\t' '/^too_(short|long)/ && !$2 { print $2 "\t" $3 }' >"$tmp/pairs"
score 'telephone numbers of impossible length refused' 95

answers phone phone/phone_random.tsv 1,2
fields phone/phone_random.tsv 3 | paste - "$tmp/got" >"$tmp/both"
grep -v '^	' "$tmp/both" >"$tmp/pairs"
score 'random digits that are a number' 99
grep '^	' "$tmp/both" >"$tmp/pairs"
score 'random digits that are none' 85

fields phone/phone_formats.tsv 1,4,6 | awk -F '\t' '
	$1 == "GB" && $2 { print $2 > "'"$tmp"'/e164"
	print $3 == "FIXED_LINE" ? "landline" : $3 == "MOBILE" ? "mobile" : \
		$3 == "TOLL_FREE" ? "freephone" : "?" }' >"$tmp/types"
"$normalise" phone-type <"$tmp/e164" | paste "$tmp/types" - >"$tmp/pairs"
score 'kinds of British numbers' 99

answers email email/isemail_tests.tsv 2
fields email/isemail_tests.tsv 6 | paste - "$tmp/got" |
	awk -F '\t' '{ print $1 "\t" ($2 != "") }' >"$tmp/pairs"
score 'e-mail addresses, plain and not' 97
fields email/isemail_tests.tsv 6 | paste - "$tmp/got" |
	awk -F '\t' '$1 == 1 { print "1\t" ($2 != "") }' >"$tmp/pairs"
score 'plain e-mail addresses' 97

answers domain email/psl_registrable.tsv 1
fields email/psl_registrable.tsv 2 | paste - "$tmp/got" >"$tmp/pairs"
score 'registrable domains' 100

for column in 1 2 3 4 5 6 7; do
	fields company/iso3166.tsv "1,$column" >"$tmp/names"
	answers country company/iso3166.tsv "$column"
	paste "$tmp/names" "$tmp/got" | awk -F '\t' -v c="$column" '
		c == 1 { print $1 "\t" $2 }
		c > 1 && $2 { print $1 "\t" $3 }'
done >"$tmp/pairs"
score 'names and codes of countries, English and Welsh' 100

answers company-base company/basename_cleanco.tsv 1
fields company/basename_cleanco.tsv 3 | paste - "$tmp/got" >"$tmp/pairs"
score 'companies without their legal form, as cleanco' 95
