#!/bin/sh
# lead-import: what was merged comes apart again when a person says so
. tests/tap.sh

leads=$LEAD_HOME/leads.tsv merges=$LEAD_HOME/merges.tsv
# store OPTION... FILE: import quietly into the store.
store() { lead-import -q -U -s list -c GB "$@"; }
# afresh: an empty store.
afresh() { rm -rf "$LEAD_HOME" && mkdir "$LEAD_HOME"; }
# decide A B DECISION: write the file that says so.
decide() {
	printf 'lead_id_a\tlead_id_b\tdecision\n%s\t%s\t%s\n' "$@" \
		>"$tmp/decide"
}
# column NAME FILE: a column's values in order.
column() {
	awk -F'\t' -v name="$1" 'NR == 1 { for (i = 1; i <= NF; i++)
		if ($i == name) at = i } NR > 1 { print $at }' "$2" | sort
}

# A couple with one mobile, who are one lead until somebody looks.
cat >"$tmp/couple.csv" <<'IN'
first_name,last_name,email,mobile,phone,city,do_not_call,notes
Ann,Rees,ann@a.example,07700 900001,,Bala,,likes cake
Rhys,Rees,rhys@a.example,07700 900001,029 2018 0000,Bala,yes,likes tea
Nia,Lloyd,nia@b.example,,029 2018 1111,Ely,,
IN
sed 's/07700 900001//' "$tmp/couple.csv" >"$tmp/apart.csv"
store "$tmp/couple.csv"
ok 'two who share a mobile are one lead' \
	sh -c '[ $(wc -l <"$1") -eq 3 ]' - "$leads"
ok 'what they were is kept, for their owner only' \
	sh -c '[ "$(stat -c %a "$1")" = 600 ]' - "$merges"
a=$(awk -F'\t' 'NR == 2 { print $2 }' "$merges")
b=$(awk -F'\t' 'NR == 3 { print $2 }' "$merges")
cp "$merges" "$tmp/merges"
store "$tmp/couple.csv"
same 'importing twice keeps nothing twice' "$tmp/merges" "$merges"

decide "$b" "$a" n
err="lead-import: $a: $b is a lead of its own again
..." \
expect 'a decision makes them two' 0 lead-import -U --decide "$tmp/decide" \
	3</dev/null </dev/null
column email "$leads" >"$tmp/got"
printf '%s\n' ann@a.example nia@b.example rhys@a.example >"$tmp/want"
same 'each with an address' "$tmp/want" "$tmp/got"
{ column phone "$leads"; column do_not_call "$leads"; column notes "$leads"
} | grep . >"$tmp/got"
printf '%s\n' +442920180000 +442920181111 yes 'likes cake' 'likes tea' \
	>"$tmp/want"
same 'and nothing of the other' "$tmp/want" "$tmp/got"
cp "$leads" "$tmp/leads"
store "$tmp/couple.csv"
same 'and so it stays when they come in again' "$tmp/leads" "$leads"
ok 'nothing more is kept of them' \
	sh -c '[ $(wc -l <"$1") -eq 1 ]' - "$merges"

# What was changed by hand since the merger.
afresh
store "$tmp/couple.csv"
sed -i 's/Bala/Corwen/' "$leads"
lead-import -q -U --decide "$tmp/decide" </dev/null
column city "$leads" >"$tmp/got"
printf '%s\n' Bala Corwen Ely >"$tmp/want"
same 'what was changed since stays with the old id' "$tmp/want" "$tmp/got"

afresh
store "$tmp/couple.csv"
sed -i 's/likes cake/likes cake\\nno nuts/' "$leads"
lead-import -q -U --decide "$tmp/decide" </dev/null
column notes "$leads" | grep . >"$tmp/got"
printf '%s\n' 'likes cake\nno nuts' 'likes tea' >"$tmp/want"
same 'notes that were added stay, and what was the other one'"'"'s goes' \
	"$tmp/want" "$tmp/got"

# Who is part of a lead comes in again by a mark that did not stay.
afresh
store "$tmp/couple.csv"
for mark in ann@a.example rhys@a.example; do
	printf 'email,unsubscribed\n%s,\n' $mark >"$tmp/again.csv"
	store "$tmp/again.csv"
done
ok 'a part that comes in again is no new lead' \
	sh -c '[ $(wc -l <"$1") -eq 3 ]' - "$leads"
printf 'email,unsubscribed\nrhys@a.example,yes\n' >"$tmp/again.csv"
store "$tmp/again.csv"
column do_not_email "$leads" | grep . >"$tmp/got"
echo yes >"$tmp/want"
same 'and its refusal is that of the lead' "$tmp/want" "$tmp/got"
column notes "$leads" | grep also >"$tmp/got"
printf '%s\n' 'likes cake\nlikes tea\nalso: Ann Rees\nalso: ann@a.example' \
	>"$tmp/want"
same 'whose other name and address are in its notes' "$tmp/want" "$tmp/got"

# Two leads that a decision made one.
afresh
store "$tmp/apart.csv"
sort "$leads" >"$tmp/before"
decide "$a" "$b" y
lead-import -q -U --decide "$tmp/decide" </dev/null
ok 'a decision makes two leads one' \
	sh -c '[ $(wc -l <"$1") -eq 3 ]' - "$leads"
decide "$a" "$b" n
lead-import -q -U --decide "$tmp/decide" </dev/null
sort "$leads" >"$tmp/after"
same 'and another makes them what they were' "$tmp/before" "$tmp/after"

# A no must not be lost: what the logs hold of a lead that becomes part of
# another is said, and counts for that.
LEAD_NOW=2026-05-02T09:00:00Z lead-contact -q -l "$b" -c call -o refused \
	-R no-need -m 'said no' --override asked >"$tmp/logged"
# told OPTION...: which leads said no, by the logs.
told() {
	lead-contact -q "$@" "$leads" | awk -F'\t' 'NR == 1 {
		for (i = 1; i <= NF; i++) at[$i] = i }
		$at["last_outcome"] == "refused" { print $at["lead_id"] }'
}
told >"$tmp/got"
echo "$b" >"$tmp/want"
same 'each lead has its own entries in the logs' "$tmp/want" "$tmp/got"
decide "$a" "$b" y
err="lead-import: stdin: is empty
lead-import: stdin: 0 of 0 headers are known
lead-import: $b (Rhys Rees): known: refused 2026-05
..." \
expect 'what was said to a lead that becomes part of another is said' 0 \
	lead-import -U --decide "$tmp/decide" 3</dev/null </dev/null
told >"$tmp/got"
echo "$a" >"$tmp/want"
same 'and counts for that' "$tmp/want" "$tmp/got"
told -f - <"$LEAD_HOME/contacts.tsv" >"$tmp/got"
same 'a log that comes through a pipe has nothing beside it' /dev/null \
	"$tmp/got"
mkdir "$tmp/beside"
cp "$LEAD_HOME/contacts.tsv" "$tmp/beside/log"
printf 'branch\tinto\nfix\tmain\n' >"$tmp/beside/merges.tsv"
told -f "$tmp/beside/log" >"$tmp/got"
same 'nor is any file of that name one of ours' /dev/null "$tmp/got"
lead-report brief "$a" "$leads" >"$tmp/brief"
ok 'for one lead as for all' grep -q 'said no' "$tmp/brief"
decide "$a" "$b" n
lead-import -q -U --decide "$tmp/decide" </dev/null
told >"$tmp/got"
echo "$b" >"$tmp/want"
same 'until they are parted' "$tmp/want" "$tmp/got"

# Three of one mobile: who is not parted stays.
afresh
cat - "$tmp/couple.csv" >"$tmp/three.csv" <<'IN'
first_name,last_name,email,mobile,phone,city,do_not_call,notes
Ann,Rees,ann@work.example,07700 900001,,Bala,,of the works
IN
store "$tmp/three.csv"
head=$(awk -F'\t' 'NR == 2 { print $1 }' "$merges")
decide "$head" "$b" n
store --decide "$tmp/decide" "$tmp/three.csv"
ok 'of three one is parted, two stay one' \
	sh -c '[ $(wc -l <"$1") -eq 4 ] && [ $(wc -l <"$2") -eq 3 ]' - \
	"$leads" "$merges"

# Erasing reaches what was merged.
afresh
store "$tmp/couple.csv"
lead-import -q --forget ann@a.example
ok 'who is erased is not kept among what was merged' \
	sh -c '! grep -qi "ann\|rhys" "$@"' - "$merges" "$leads"
ok 'nor is a digest missing for what the lead was merged from' \
	sh -c '[ $(grep -c "^email" "$1") -eq 2 ]' - "$LEAD_HOME/suppress.tsv"
