#!/bin/sh
# lead-import: an address or a number that has refused is closed to all
. tests/tap.sh

cat >"$tmp/leads.csv" <<-'IN'
	Name,Company,Email,Phone,Mobile
	Ann Bo,Acme,info@acme.example,029 2018 0001,
	Cy Di,Acme,info@acme.example,029 2018 0001,07700 900101
	Ed Fu,Beta,ed@beta.example,,
IN
cat >"$tmp/unsubscribed.csv" <<-'IN'
	Email Address,UNSUB_TIME
	info@acme.example,2026-01-02 10:00:00
IN

# stops FILE...: who is not to be contacted, of an import of these.
stops() {
	lead-import -c GB -d none "$@" 2>"$tmp/said" | awk -F '\t' -v OFS='|' '
		NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
		{
			print $at["full_name"], $at["do_not_call"],
				$at["do_not_email"], $at["do_not_sms"]
		}'
	grep -o '^lead-import: [0-9]* leads* ha.*' "$tmp/said" |
		sed 's/^lead-import: //'
}

expect 'an address without a name is closed for all who have it' 0 \
	stops "$tmp/leads.csv" "$tmp/unsubscribed.csv" </dev/null 3<<-'OUT'
	Ann Bo||yes|
	Cy Di||yes|
	Ed Fu|||
	||yes|
	2 leads have an address or number that another row refuses: they are closed there too
OUT

lead-import -q -c GB "$tmp/leads.csv" -o "$tmp/leads.tsv"
for times in once twice; do
	lead-import -q -c GB -u "$tmp/leads.tsv" "$tmp/unsubscribed.csv" \
		-o "$tmp/leads.tsv"
	cp "$tmp/leads.tsv" "$tmp/$times"
done
grep -c "info@.*	yes	" "$tmp/once" >"$tmp/got"
echo 3 >"$tmp/want"
same 'known leads are closed, too' "$tmp/want" "$tmp/got"
same 'and twice changes nothing' "$tmp/once" "$tmp/twice"

# A lead that comes later has an address that is closed already.
expect 'who comes later finds it closed' 0 stops -u "$tmp/once" 3<<-'OUT' <<-'IN'
	Ann Bo||yes|
	Cy Di||yes|
	Ed Fu|||
	||yes|
	Gwen Hay||yes|
	1 lead has an address or number that another row refuses: it is closed there too
OUT
	Name,Email
	Gwen Hay,info@acme.example
IN

expect "one person's word closes no switchboard, and a line's does" 0 stops \
	3<<-'OUT' <<-'IN'
	Ann|yes||
	Bo|||
	|yes||yes
	Cy|yes||yes
	Di|yes||yes
	Ed|yes||yes
	Fay|yes||yes
	Gwil Pugh|yes||
	Nia Pugh|yes||
	4 leads have an address or number that another row refuses: they are closed there too
OUT
	Name,Phone,Mobile,Do Not Call,Do Not SMS,Company
	Ann,029 2018 0001,,yes,,Acme
	Bo,029 2018 0001,,,,Acme
	,029 2018 0002,,yes,yes,
	Cy,029 2018 0002,07700 900101,,,
	Di,,07700 900102,,,
	Ed,07700 900102,,yes,yes,
	Fay,029 2018 0002,,,,
	Gwil Pugh,029 2018 0003,,yes,,
	Nia Pugh,029 2018 0003,,,,
IN

expect 'of two numbers nobody knows which has refused' 0 stops \
	3<<-'OUT' <<-'IN'
	Ann|yes||yes
	Bo|||
	Cy|||
OUT
	Name,Phone,Mobile,Do Not Call,Do Not SMS
	Ann,029 2018 0001,07700 900101,yes,yes
	Bo,029 2018 0001,,,
	Cy,,07700 900101,,
IN

# Many threads and long files: the same, and every line else as it was.
awk 'BEGIN {
	print "Name,Email,Phone,Unsubscribed"
	for (i = 0; i < 30000; i++)
		printf "N%d Rees,n%d@x.example,029 %08d,%s\n", i, i % 20000,
			i, i < 20000 && i % 100 == 7 ? "yes" : ""
}' >"$tmp/long.csv"
lead-import -q -c GB -d none "$tmp/long.csv" -j 1 -o "$tmp/one"
lead-import -q -c GB -d none "$tmp/long.csv" -j 3 -o "$tmp/three"
same 'the same in threads' "$tmp/one" "$tmp/three"
awk -F '\t' 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
	$at["do_not_email"] != "" { $at["do_not_email"] = ""; n++ }
	{ gsub(/@.*/, "", $at["email"]); print $at["email"], $at["do_not_email"] }
	END { print n }' "$tmp/one" >"$tmp/got"
awk 'BEGIN {
	for (i = 0; i < 30000; i++) print "n" i % 20000, ""
	print 300
}' >"$tmp/want"
same 'and nothing else is closed' "$tmp/want" "$tmp/got"

# Which row of a lead has the address does not matter, nor does it which run.
cat >"$tmp/parts.csv" <<-'IN'
	Name,Company,Email,Mobile,Unsubscribed
	Nia Pugh,Acme,info@acme.example,07700 900123,
	Nia Pugh,Acme,,07700 900123,yes
	Bob Ray,Acme,info@acme.example,,
IN
lead-import -q -c GB "$tmp/parts.csv" -o "$tmp/once"
lead-import -q -c GB -u "$tmp/once" "$tmp/parts.csv" -o "$tmp/twice"
same 'a lead of several rows closes what it has' "$tmp/once" "$tmp/twice"
grep -c 'info@.*	yes' "$tmp/once" >"$tmp/got"
echo 2 >"$tmp/want"
same 'for all who have it' "$tmp/want" "$tmp/got"

expect 'all addresses of who refuses are closed' 0 stops 3<<-'OUT' <<-'IN'
	Ann||yes|
	Bo||yes|
	Cy||yes|
	Di|||
	||yes|
	2 leads have an address or number that another row refuses: they are closed there too
OUT
	Name,Email,Secondary email,Unsubscribed
	Ann,a@x.example,,yes
	Bo,b@x.example,,
	Cy,c@x.example,,
	Di,d@x.example,,
	,a@x.example; b@x.example,C@x.example,yes
IN

# Who refuses by another address is the same person; an info@ is nobody.
cat >"$tmp/others.csv" <<-'IN'
	Name,Email,Home Email,Mobile
	Ann Rees,ann@acme.example,ann@home.example,
	Bo Ty,bo@acme.example,info@home.example,
	Cy,cy@acme.example,,07700 900201
	Cy,cy@old.example,,07700 900201
	Di,info@acme.example,di@home.example,
IN
printf 'Email,Unsubscribed\n%s,yes\n%s,yes\n%s,yes\n%s,yes\n' \
	ann@home.example info@home.example cy@old.example di@home.example \
	>"$tmp/refused.csv"
lead-import -q -c GB "$tmp/others.csv" -o "$tmp/once"
expect 'a second address closes the lead, in whichever run' 0 \
	stops -u "$tmp/once" "$tmp/refused.csv" </dev/null 3<<-'OUT'
	Ann Rees||yes|
	Bo Ty|||
	Cy||yes|
	Di|||
	||yes|
	||yes|
	||yes|
	||yes|
	2 leads have an address or number that another row refuses: they are closed there too
OUT
lead-import -q -c GB -u "$tmp/once" "$tmp/refused.csv" -o "$tmp/once"
lead-import -q -c GB -u "$tmp/once" "$tmp/refused.csv" -o "$tmp/twice"
same 'and twice changes nothing' "$tmp/once" "$tmp/twice"

# A column that nobody knows is of nobody's addresses.
printf 'Name,Email,Email 2\nCy,cy@d.example,cy2@d.example\n' >"$tmp/first.csv"
expect 'what is no second address closes nothing' 0 \
	stops "$tmp/first.csv" - 3<<-'OUT' <<-'IN'
	Cy|||
	Ann Bo|||
	Boss||yes|
OUT
	Name,Email,Zorbly,Unsubscribed
	Ann Bo,ann@x.example,boss@z.example,
	Boss,boss@z.example,,yes
IN

# A list of our own closes what it names, and known leads all over.
printf 'key_type\tkey\tchannel\nemail\ted@beta.example\t\nphone\t%s\t%s\n' \
	'029 2018 0001' call >"$tmp/list"
expect 'the list of -x closes channels, and known leads' 0 \
	stops -u "$tmp/leads.tsv" -x "$tmp/list" 3<<-'OUT' <<-'IN'
	Ann Bo|yes|yes|
	Cy Di|yes|yes|
	Ed Fu|yes|yes|yes
	||yes|
	Fay|yes||
OUT
	Name,Phone
	Fay,029 2018 0001
IN

# A list of nothing but who refuses, whatever its one column is called.
expect 'addresses under the word that they refuse' 0 stops "$tmp/leads.csv" - \
	3<<-'OUT' <<-'IN'
	Ann Bo||yes|
	Cy Di||yes|
	Ed Fu||yes|
	||yes|
	||yes|
	3 leads have an address or number that another row refuses: they are closed there too
OUT
	Unsubscribed Emails
	info@acme.example
	Ed Fu <ed@beta.example>
IN
expect 'numbers, too' 0 sh -c 'lead-import -q -c GB | cut -f 7,12' \
	3<<-'OUT' <<-'IN'
	phone	do_not_call
	+442920180001	yes
	+447700900123	yes
OUT
	Do not call
	029 2018 0001
	07700 900123
IN

# A chain of leads, each with the next one's address, in any order.
awk 'BEGIN {
	print "Name,Email,Home Email,Unsubscribed"
	for (i = 0; i < 20000; i++) {
		n = i * 7919 % 20000
		printf "N%d Rees,a%d@x.example,a%d@x.example,%s\n", n, n,
			n + 1, n == 10000 ? "yes" : ""
	}
}' >"$tmp/chain.csv"
lead-import -q -d none "$tmp/chain.csv" -o "$tmp/chain.tsv"
awk -F '\t' 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
	$at["do_not_email"] == "yes" { n++ } END { print n }' \
	"$tmp/chain.tsv" >"$tmp/got"
echo 20000 >"$tmp/want"
same 'however many there are of them, in little time' "$tmp/want" "$tmp/got"

# Who asks by an address that another one took the place of is heard at once.
rm -rf "$LEAD_HOME"
printf 'Name,Email,Mobile,Lawful Basis\nAnn,%s,07700 900301,consent\n' \
	ann@r.example >"$tmp/one.csv"
sed 's/ann@/zz.new@/' "$tmp/one.csv" >"$tmp/two.csv"
lead-import -q -U -c GB "$tmp/one.csv" "$tmp/two.csv"
gate() {
	lead-contact --gate email "$LEAD_HOME/leads.tsv" |
		awk -F '\t' 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i }
			{ print $at["email"], $at["gate_email"] }'
}
gate >"$tmp/got"
printf 'key_type\tkey\tchannel\nemail\tann@r.example\temail\n' \
	>"$LEAD_HOME/suppress.tsv"
gate >>"$tmp/got"
cat >"$tmp/want" <<'IN'
email gate_email
zz.new@r.example ok:consent
email gate_email
zz.new@r.example no:opted-out
IN
same 'the gate sees a list for an address in the notes' \
	"$tmp/want" "$tmp/got"

# What was logged closes the lead, and whoever has its address or number.
rm -rf "$LEAD_HOME"
stops() {
	awk -F '\t' -v OFS='\t' '
		NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i }
		{ print $at["full_name"], $at["do_not_call"],
			$at["do_not_email"], $at["do_not_sms"],
			$at["do_not_post"] }' "$LEAD_HOME/leads.tsv"
}
cat >"$tmp/a.csv" <<-'IN'
	Name,Email,Email 2,Mobile
	Ann Lee,ann@x1.example,ann@y2.example,
	Bob Orr,,,07700 900102
	Cy Fox,cy@x1.example,cy@y2.example,
	Di Hay,di@x1.example,,
IN
cat >"$tmp/b.csv" <<-'IN'
	Name,Email,Mobile
	A Lee,ann@y2.example,
	B Orr,bob@x1.example,07700 900102
	C Fox,cy@y2.example,
IN
lead-import -q -U -c GB "$tmp/a.csv"
lead-contact -q -l ann@x1.example -c email -o unsubscribed >/dev/null
lead-contact -q -l +447700900102 -c call -o opt-out >/dev/null
lead-contact -q -l cy@x1.example -o opt-out >/dev/null
lead-contact -q -l di@x1.example -c email -o opt-out -w '2026-11-01' >/dev/null
lead-contact -q -l di@x1.example -c email -o opt-in -w '2026-11-02' >/dev/null
lead-import -U -c GB "$tmp/b.csv" 2>"$tmp/said"
ok 'which is said' grep -q '3 known leads refused by the contact log' \
	"$tmp/said"
stops >"$tmp/got"
cat >"$tmp/want" <<'IN'
full_name	do_not_call	do_not_email	do_not_sms	do_not_post
Ann Lee		yes		
Bob Orr	yes			
Cy Fox	yes	yes	yes	yes
Di Hay				
A Lee		yes		
C Fox		yes		
IN
same 'what was logged closes those who share it' "$tmp/want" "$tmp/got"

# Who is on a list by an address that another one takes the place of.
rm -rf "$LEAD_HOME"
mkdir -p "$LEAD_HOME"
printf 'key_type\tkey\tchannel\nemail\tann@q.example\temail\n' \
	>"$LEAD_HOME/suppress.tsv"
printf 'email\tbea2@q.example\t\nemail\tcy@q.example\t\n' \
	>>"$LEAD_HOME/suppress.tsv"
printf 'Name,Email,Mobile\nAnn,ann@q.example,07700 900301\n' >"$tmp/one.csv"
printf 'Name,Email,Mobile\nAnn,zz.new@q.example,07700 900301\n' >"$tmp/two.csv"
lead-import -q -U -c GB "$tmp/one.csv"
lead-import -q -U -c GB "$tmp/two.csv"
expect 'a list holds when another address stays' 1 sh -c '
	lead-import -c GB -U - 2>&1 | sed -n "/: suppressed/p"
	stop=$(head -1 "$1" | tr "\t" "\n" | grep -n do_not_email)
	cut -f "4,6,${stop%%:*}" "$1"; exit 1' - "$LEAD_HOME/leads.tsv" \
	3<<-'OUT' <<-'IN'
	full_name	email	do_not_email
	Ann	zz.new@q.example	yes
	Di		
OUT
	Name,Email,Mobile
	Bea,bea@q.example; bea2@q.example,07700 900302
	Cy,cy@q.example,07700 900303
	Di,,07700 900303
IN
