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
