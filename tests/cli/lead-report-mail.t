#!/bin/sh
# Mails sent for real: msmtp to a server on loopback, parsed back by Python.
. tests/tap.sh
python=/usr/bin/python3
command -v msmtp >/dev/null || skip_all 'no msmtp'
"$python" -c 'import icalendar' 2>/dev/null || skip_all 'no icalendar'
cp tests/data/store/people.tsv tests/data/store/policy.tsv "$LEAD_HOME"

# 60 follow-ups each for sam and priya, with Welsh letters; one for nobody.
{
	printf 'lead_id\tfull_name\tcompany\temail\tphone\towner\tstage\t'
	printf 'next_at\tnext_action\tlast_contact\n'
	for i in $(seq 60); do
		for owner in sam priya; do
			printf 'L%s%s\tSiân Ŵyn %s\tTŷ Glas & Sons, "Cyf"\t' \
				"$owner" "$i" "$i"
			printf 's%s@ty.example\t+442920180123\t%s\tcontacted\t' \
				"$i" "$owner"
			printf '2026-11-23T1%s:30:00Z\tffonio yn ôl; ' \
				$((i % 8))
			printf 'anfon y dyfynbris, ŵ\t2026-11-20\n'
		done
	done
	printf 'Lx\tX\tY\t\t\tghost\tcontacted\t2026-11-23\tring\t\n'
} >"$tmp/leads.tsv"

"$python" tests/smtp.py serve "$tmp/mails" "$tmp/port" &
server=$!
for _ in 1 2 3 4 5 6 7 8 9 10; do
	[ -s "$tmp/port" ] && break
	sleep 0.1
done
cat >"$tmp/msmtprc" <<-RC
	account default
	host 127.0.0.1
	port $(cat "$tmp/port")
	from sales@gwalia.example
	auth off
	tls off
RC
chmod 600 "$tmp/msmtprc"
SENDMAIL="msmtp -C $tmp/msmtprc"
export SENDMAIL

lead-report due -n 0 --by owner --send "$tmp/leads.tsv" >"$tmp/sent.tsv" \
	2>"$tmp/said"
echo $? >"$tmp/status"
echo "lead-report: people.tsv has no address for 'ghost'" >"$tmp/want"
same 'a part that has no address is said' "$tmp/want" "$tmp/said"
ok '... and makes it status 1' grep -qx 1 "$tmp/status"
cut -f 2,3 "$tmp/sent.tsv" | sort | uniq -c >"$tmp/got"
same 'what was sent comes out as records' - "$tmp/got" <<-OUT
	      1 person	email
	     60 priya	priya@gwalia.example
	     60 sam	sam@gwalia.example
OUT

ok 'the mails arrive whole: text, HTML, calendar, 0 defects' \
	"$python" tests/smtp.py check "$tmp/mails" 2 60

lead-note -q -l - -k notified <"$tmp/sent.tsv" >/dev/null
cut -f 6,9 "$LEAD_HOME/notes.tsv" | sort | uniq -c >"$tmp/got"
same 'and lead-note logs them, for whom each was' - "$tmp/got" <<-OUT
	      1 kind	person
	     60 notified	priya
	     60 notified	sam
OUT

lead-report due -n 0 --by owner --send "$tmp/leads.tsv" 2>/dev/null |
	cut -f 5 | sort >"$tmp/again"
cut -f 5 "$tmp/sent.tsv" | sort >"$tmp/first"
same 'a second run has the same Message-IDs' "$tmp/first" "$tmp/again"

kill "$server" 2>/dev/null
wait "$server" 2>/dev/null
lead-report due --for sam --send "$tmp/leads.tsv" >"$tmp/sent.tsv" \
	2>"$tmp/said"
echo $? >"$tmp/status"
ok 'no server: status 1' grep -qx 1 "$tmp/status"
wc -l <"$tmp/sent.tsv" >"$tmp/got"
ok '... and nothing is said to be sent' grep -qx 1 "$tmp/got"
