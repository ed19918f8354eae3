#!/bin/sh
# Policies and suppression lists that cannot be relied on are refused.
. tests/tap.sh

policy() {
	printf 'key\tvalue\n%s\t%s\n' "$1" "$2" >"$LEAD_HOME/policy.tsv"
}

# refused KEY VALUE MESSAGE
refused() {
	policy "$1" "$2"
	err="lead-contact: $LEAD_HOME/policy.tsv:2: $3" \
	expect "refuses $1 $2" 2 lead-contact --gate call 3</dev/null <<-'IN'
		lead_id
		L1
	IN
}

refused capcall 3/7d \
	"key: there is no policy 'capcall'; see lead-policy(5)"
refused law_zz ask "key: there is no policy 'law_zz'; see lead-policy(5)"
for bad in \
	'cap_call|3' 'cap_call|x/7d' 'cap_call|3/0d' \
	'retention|soon' 'country|UK' 'days|mon-funday' 'days|' \
	'hours|9-17' 'hours|21:00-08:00' 'hours|09:00-25:00' \
	'hours_of|call,sms' 'hours_of|visit' 'holidays|25/12/2026' \
	'cap_call|-1/7d' 'cap_call|3/7d x' 'retention|0d' 'retention|-3d' \
	'days|monday' 'days|mon|' 'days|mon-' 'hours|09:30' 'hours|09:60-10:00' \
	'hours|x:00-12:00' 'hours|09:x-12:00' 'hours|09:00-24:01' \
	'hours|09:00-24:30' 'hours|09:00-09:00' 'hours|09:-1-12:00' 'hours_of|call|fax' \
	'holidays|2026-12-25|x' 'required|a|B' 'law_fr|' \
	'required|Full Name' 'abroad|maybe' 'law_fr|as-fr'
do
	key=${bad%%|*} value=${bad#*|}
	refused "$key" "$value" "value: '$value' is no value of $key; write..."
done

rm "$LEAD_HOME/policy.tsv"
printf 'key_type\tkey\nfax\t1\n' >"$LEAD_HOME/suppress.tsv"
err="lead-contact: $LEAD_HOME/suppress.tsv:2: key_type: 'fax' is no kind of..." \
expect 'refuses a kind of key that there is not' 2 \
	lead-contact --gate call 3</dev/null </dev/null
printf 'key_type\tkey\nemail\tnia at acme\n' >"$LEAD_HOME/suppress.tsv"
err="lead-contact: $LEAD_HOME/suppress.tsv:2: key: 'nia at acme' cannot be..." \
expect 'refuses a key that would never match' 2 \
	lead-contact --gate call 3</dev/null </dev/null
for digest in '#12' 0123456789abcdef0123456789abcdef0 \
	'#0123456789abcdef0123456789abcdeg' '#0123456789abcdef0123456789abcde/' \
	'#0123456789ABCDEF0123456789ABCDEF' '#g123456789abcdef0123456789abcdef' \
	'#0123456789abcdef0123456789abcdef0'
do
	printf 'key_type\tkey\nhash\t%s\n' "$digest" \
		>"$LEAD_HOME/suppress.tsv"
	err="lead-contact: $LEAD_HOME/suppress.tsv:2: key: '$digest' cannot..." \
	expect "refuses $digest, a digest that is none" 2 \
		lead-contact --gate call 3</dev/null </dev/null
done

# Screening lists that say nothing must not let a call through.
rm "$LEAD_HOME/suppress.tsv"
echo '# date: 2026-11-20' >"$LEAD_HOME/ctps.txt"
# screened NAME LIST VERDICT [MESSAGE]: the gate's with that list as tps.txt.
screened() {
	printf "$2" >"$LEAD_HOME/tps.txt"
	printf 'gate_call\n%s\n' "$3" >"$tmp/verdict"
	[ "$4" ] && err="lead-contact: $LEAD_HOME/tps.txt:$4"
	expect "$1" 0 sh -c 'printf "lead_id\tphone\tlawful_basis\n%s\n" \
		"L1	+441632960001	consent" |
		lead-contact --gate call | awk -F"\t" "{ print \$NF }"' \
		3<"$tmp/verdict"
}
void=' no line starts with a telephone number: the list counts as missing'
screened 'a list with the number elsewhere' 'Puw,01632960001\n' stale:tps \
	"$void"
screened 'a list in UTF-16' '0\0001\0006\0003\0002\000\n\000' stale:tps "$void"
screened 'an empty file' '' stale:tps "$void"
screened 'an empty list of a day' '# date: 2026-11-20\n' ok:consent ''
screened 'a date that is none' '# date: 2/11/2026\n01632960002\n' stale:tps \
	"1: no date; write '# date: 2026-11-02': the list counts as missing"
screened 'a day to come' '# date: 2026-11-25\n01632960002\n' stale:tps ''
screened 'tomorrow is today elsewhere' '# date: 2026-11-24\n01632960002\n' \
	ok:consent ''
screened 'a header is passed over' 'Telephone\n01632960001\n' no:tps ''
screened 'what is no number is said' \
	'# date: 2026-11-20\n01632960002\nx\n\ny\n' ok:consent \
	'5: no telephone number; 2 such lines are passed over'
