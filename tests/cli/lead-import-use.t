#!/bin/sh
# lead-import: what is asked for together, who is left out, what columns tell
. tests/tap.sh

cat >"$tmp/dump.csv" <<-'IN'
	Name,Email,Phone,Company
	Nia,nia@x.example,029 2018 0001,Alpha Ltd
	Huw,huw@y.example,029 2018 0002,Beta Ltd
	Mair,mair@z.example,029 2018 0003,Gamma Ltd
IN
lead-import -q -U -c GB "$tmp/dump.csv"
cp "$LEAD_HOME/leads.tsv" "$tmp/before"

# clash WHAT WORDS...: bad usage, and the leads stay.
clash() {
	err="lead-import: $1; see lead-import --help"
	shift
	expect "not $*" 2 lead-import -q "$@" 3</dev/null
	same 'and the leads stay' "$tmp/before" "$LEAD_HOME/leads.tsv"
}
cd "$tmp" || exit 1
clash '--store and --as-is exclude each other' -U --as-is dump.csv
clash '--store and --output exclude each other' -U -o x dump.csv
clash '--store and --update exclude each other' -U -u before dump.csv
clash '--update and --as-is exclude each other' -u before --as-is dump.csv
clash '--show-map and --as-is exclude each other' --show-map --as-is dump.csv
clash '--store and --null exclude each other' -U --null x dump.csv
clash '--store and --no-header exclude each other' -U --no-header dump.csv
clash '--trace and --as-is exclude each other' --as-is -t x dump.csv
clash '--rejects and --trace are the same file' -r x -t x dump.csv
clash '--forget takes no files' --forget nia@x.example dump.csv
clash '--suppress and --as-is exclude each other' --as-is -x before dump.csv
clash '--output and --rejects are the same file' -r - dump.csv
clash '--update and - both read standard input' -u - - dump.csv
clash '- and - both read standard input' - dump.csv -
clash '--pairs needs --duplicates likely' -p x dump.csv
clash '--threshold needs --duplicates likely' -d exact --threshold .9 dump.csv
in_place="$LEAD_HOME/leads.tsv, which is updated"
clash "--null would spoil $in_place" -u "$LEAD_HOME/leads.tsv" \
	-o "$LEAD_HOME/leads.tsv" --null x dump.csv
clash "--no-header would spoil $in_place" -u "$LEAD_HOME/leads.tsv" \
	-o "$LEAD_HOME/leads.tsv" --no-header dump.csv

# What is known by a lead_id is one lead, however duplicates are found.
lead-import -q -U -c GB -d none dump.csv
same 'no duplicates are looked for, and none are made' "$tmp/before" \
	"$LEAD_HOME/leads.tsv"
tail -n +2 before | cat before - >"$LEAD_HOME/leads.tsv"
err="lead-import: $LEAD_HOME/leads.tsv: 3 records had the lead_id of another:\
 they are one lead" \
expect 'leads that stand twice are said' 0 sh -c \
	'printf "Email,Do not email\nnia@x.example,yes\n" |
		lead-import -U -s dump 2>&1 >/dev/null | grep another >&2' 3</dev/null
expect 'and are one, which an opt-out closes' 0 sh -c \
	'cut -f 4,16 "$LEAD_HOME/leads.tsv"' 3<<-'OUT'
	full_name	do_not_email
	Nia	yes
	Huw	
	Mair	
OUT
cp before "$LEAD_HOME/leads.tsv"

expect 'a map is printed, and no lead changes' 0 \
	lead-import -q -U --show-map dump.csv 3<<-'OUT'
	header	column
	Name	full_name
	Email	email
	Phone	phone
	Company	company
OUT
same 'nor any of the store' "$tmp/before" "$LEAD_HOME/leads.tsv"

printf 'key_type\tkey\tchannel\treason\tat\tby\n' >head
{
	cat head
	printf 'email\tNIA@x.example\t\topt-out\t2026-01-01\tsam\n'
} >"$LEAD_HOME/suppress.tsv"
{
	cat head
	printf 'company\tBeta Limited\t\tasked us\t2026-01-01\tsam\n'
} >theirs.tsv
expect 'leaves out who is in the list of -x, and in that of the store' 0 \
	sh -c 'lead-import -q -x theirs.tsv -t trace.tsv dump.csv >got
		cut -f 2,3,6 trace.tsv' 3<<-'OUT'
	line	fate	detail
	2	suppressed	opt-out
	3	suppressed	asked us
	4	new	
OUT
err='lead-import: none.tsv: No such file or directory' \
expect 'a list that is not there is trouble' 2 \
	lead-import -q -x none.tsv dump.csv 3</dev/null

# National numbers in a list are those of -c, else of the policy's country.
printf 'phone\t02920180003\t\topt-out\t2026-01-01\tsam\n' \
	>>"$LEAD_HOME/suppress.tsv"
printf 'key\tvalue\ncountry\tGB\n' >"$LEAD_HOME/policy.tsv"
expect "reads a list's numbers by the country of the policy" 0 \
	sh -c 'lead-import -q dump.csv | cut -f 4' 3<<-'OUT'
	full_name
	Huw
OUT

err="lead-import: stdin: UTF-8, semicolon, header in line 1, 4 columns
lead-import: stdin: 4 of 4 headers are known
lead-import: stdin: numbers of 'Annual Revenue': the decimal mark is the comma (1 for, 0 against)
lead-import: stdin: numbers of 'Employees': 1.234 is read as 1234 (1 such)..." \
expect 'says which is the decimal mark' 0 sh -c \
	'lead-import | cut -f 4-7' 3<<-'OUT' <<-'IN'
	full_name	company	employees	annual_revenue
	Siân		1200	1234
	Huw		10	12.50
OUT
	Name;Email;Annual Revenue;Employees
	Siân;sian@x.example;1.234;1.200
	Huw;huw@x.example;12,50;10
IN
err="lead-import: stdin: UTF-8, tab, header in line 1, 4 columns
lead-import: stdin: 4 of 4 headers are known
lead-import: stdin: numbers of 'Annual Revenue': 1.234 is read as a fraction: nothing shows the mark (1 such)
lead-import: stdin: numbers of 'Employees': 1.234 is read as 1234 (1 such)..." \
expect 'and when nothing shows it; but heads are whole' 0 sh -c \
	'lead-import | cut -f 4,6,7' 3<<-'OUT' <<-'IN'
	full_name	employees	annual_revenue
	Siân	1200	1.23
	Huw	10	1234000
OUT
	Name	Email	Annual Revenue	Employees
	Siân	sian@x.example	1.234	1.200
	Huw	huw@x.example	1.234m	10
IN

# Whoever is forgotten is not found in what is said of others, however it was
# written; who has the same name keeps it.
rm -rf "$LEAD_HOME" && mkdir "$LEAD_HOME"
lead-import -q -U -c GB <<-'IN'
	First Name,Last Name,Email,Phone,Mobile,Company,LinkedIn,Notes
	Gwenllian,Trefor-Puw,gwen@quux.example,029 2018 0777,07700 900777,Quux Ltd,https://www.linkedin.com/in/gwenquux,met
	Other,Person,other@quux.example,029 2018 0778,,Quux Ltd,,"asked
	gwen@quux.example of GWENLLIAN TREFOR-PUW"
	Nia,Rees,nia.a@x.example,,,Alpha Ltd,,
	Nia,Rees,nia.b@y.example,,,Beta Ltd,,
	Siân,Ŵyn-Puw,sian@z.example,,,Gamma Ltd,,
	Bowen,Lloyd,bowen@w.example,,,Delta Ltd,,
	Mair,Puw,mair@w.example,,,Bowen Lloyd,,
IN
say() {
	lead-note -q -l other@quux.example -k need "$@" >/dev/null
}
say -P 'Gwenllian Trefor-Puw' -m '02920180777 or (029) 2018 0777, not 029 2018 0778'
say -m '+44 (0) 7700 900 777, 00447700900777; 2 07700-900777 http://uk.linkedin.com/in/GwenQuux/'
say -m 'ring 029 2018 0777x12'
say -P 'Nia Rees' -m 'Gwenllian agrees; 107700900777 and 2026-11-23 are something else'
lead-import -q --forget 07700900777 -c GB
ok 'nobody finds them in any writing' sh -c \
	'! grep -ari "gwen@\|trefor\|gwenquux\|20180777\|2018 0777\|[^1]07700" "$LEAD_HOME"'
expect 'the rest is as it was' 0 sh -c \
	'cut -f 9,14 "$LEAD_HOME/notes.tsv" | tr "\t" "|"
	sed -n 2p "$LEAD_HOME/leads.tsv" | grep -o "asked.*"' 3<<-'OUT'
	person|text
	[erased]|[erased] or [erased], not 029 2018 0778
	|[erased], [erased]; 2 [erased] http://uk.[erased]/
	|ring [erased]x12
	Nia Rees|Gwenllian agrees; 107700900777 and 2026-11-23 are something else
	asked\n[erased] of [erased]
OUT
printf 'Name,Phone\nUwe Baum,030 23125000\n' >uwe.csv
printf 'key\tvalue\ncountry\tDE\n' >"$LEAD_HOME/policy.tsv"
lead-import -q -U uwe.csv
err="lead-import: erased: leads 1, entries of the logs 0; a digest is kept in \
suppress.tsv" \
expect 'a number is one of the policy'"'"'s country' 0 \
	lead-import --forget '030 23125000' 3</dev/null
rm "$LEAD_HOME/policy.tsv"
err="lead-import: nobody is known by '07700 900555'; a digest in suppress.tsv \
keeps it from coming in" \
expect 'it is said that nobody is known' 0 \
	lead-import --forget '07700 900555' 3</dev/null
printf 'Name,Email\nEl Roe,el@t.example\n' | lead-import -q |
	lead-contact -q -l - -c email -o sent -m 'in the pipe only' >/dev/null
lead-import -q --forget el@t.example
ok 'the log of who is no lead of the store is found by the address' sh -c \
	'! grep -q "in the pipe only" "$LEAD_HOME/contacts.tsv"'
(
	LEAD_HOME=$tmp/twice
	export LEAD_HOME
	mkdir "$LEAD_HOME"
	printf 'Name,Email\nAnn Lee,ann@t.example\nAnne Lee,ann@t.example\n' |
		lead-import -q -U -d none
	lead-import -q --forget ann@t.example
	cut -f 4 "$LEAD_HOME/leads.tsv" >got
)
echo full_name >want
same 'two leads of one lead_id are one person' want got
printf 'Name,Email,Referred by,Owner\nBob Orr,b@u.example,Ann Lee,Ann Lee\n' \
	>orr.csv
printf 'Ann Lee,ann@u.example,,\n' >>orr.csv
lead-import -q -U orr.csv
lead-import -q --forget ann@u.example
ok 'a name goes from columns of a dump, not from who a lead belongs to' sh -c '
	head -1 "$1" | tr "\t" "\n" | grep -n "referred_by\|owner" | cut -d: -f1 |
		while read -r at; do
			grep b@u.example "$1" | cut -f "$at"
		done | tr "\n" ";" | grep -qx "Ann Lee;\[erased\];"' - \
	"$LEAD_HOME/leads.tsv"
say -m 'SIÂN ŴYN-PUW, siân ŵyn-puw; Siân Ŵyn is left'
lead-import -q --forget sian@z.example
expect 'a name is one in capitals too' 0 sh -c \
	'tail -n 1 "$LEAD_HOME/notes.tsv" | cut -f 14' 3<<-'OUT'
	[erased], [erased]; Siân Ŵyn is left
OUT
say -m 'buys from Bowen Lloyd'
lead-import -q --forget bowen@w.example
ok 'a name that is a company stays' grep -q 'Bowen Lloyd' \
	"$LEAD_HOME/notes.tsv"
lead-import -q --forget nia.a@x.example
ok 'a name of two people stays' grep -q 'Nia Rees' "$LEAD_HOME/notes.tsv"
lead-import -q --forget nia.b@y.example
ok 'until there is nobody else of that name' sh -c \
	'! grep -ar "Nia Rees" "$LEAD_HOME"'
ok 'the sums are right' lead-note --check

# What vendors do.
expect "takes a vendor's word for an address, unless it is none" 0 sh -c \
	'lead-import -q -b legitimate-interests | lead-contact --gate email |
	awk -F"\t" "{ print \$4, \$9, \$NF }"' 3<<-'OUT' <<-'IN'
	first_name email_status gate_email
	A ok ok:legitimate-interests
	B invalid no:unreachable
	C Guessed ok:legitimate-interests
	D invalid no:unreachable
	E ok ok:legitimate-interests
	F invalid no:unreachable
OUT
	First Name,Last Name,Email,Email Status,Company
	A,Rees,a@x.example,Verified,Acme Ltd
	B,Rees,b@x.example,Bounced,Acme Ltd
	C,Rees,c@x.example,Guessed,Acme Ltd
	D,Rees,no address,Verified,Acme Ltd
	E,Rees,e@x.example,,Acme Ltd
	F,Rees,f@x.example,unavailable,Acme Ltd
IN
expect 'a no to one kind of mail or call is a no' 0 \
	lead-import -q --show-map 3<<-'OUT' <<-'IN'
	header	column
	Email	email
	Opted out of email: Newsletter	do_not_email
	Do not call: Evenings	do_not_call
	Address: Newsletter	address_newsletter
OUT
	Email,Opted out of email: Newsletter,Do not call: Evenings,Address: Newsletter
	a@x.example,true,,x
IN

# As the README has it: one export of customers, one of connections.
cat >hubspot.csv <<-'IN'
	Record ID,First Name,Last Name,Email,Company name,Job Title,Lead Status,LinkedIn URL
	1,Siân,Prydderch,sian@taff.example,Taff Cyf,Director,Open,https://www.linkedin.com/in/sianp/
	,,,,,,Open,
IN
cat >linkedin.csv <<-'IN'
	First Name,Last Name,URL,Email Address,Company,Position,Connected On
	Siân,Prydderch,https://www.linkedin.com/in/sianp,,Taff Cyf,Director,03 May 2025
	Huw,,,,,Owner,03 May 2025
IN
rm -rf "$LEAD_HOME" && mkdir "$LEAD_HOME"
expect 'a page at LinkedIn says who it is' 0 sh -c \
	'lead-import -q -U -r bad.tsv -t trace.tsv hubspot.csv linkedin.csv
	cut -f 1-3,5 trace.tsv; cut -f 1,2,4- bad.tsv' 3<<-'OUT'
	file	line	fate	key
	hubspot.csv	2	new	
	hubspot.csv	3	rejected	
	linkedin.csv	2	merged	linkedin
	linkedin.csv	3	rejected	
	file	line	Record ID	First Name	Last Name	Email	Company name	Job Title	Lead Status	LinkedIn URL	URL	Email Address	Company	Position	Connected On
	hubspot.csv	3							Open						
	linkedin.csv	3		Huw										Owner	03 May 2025
OUT
lead-import -q -U -r again.tsv -t trace.tsv hubspot.csv linkedin.csv
same 'known leads have no columns among the rejects' bad.tsv again.tsv
head -n 1 "$LEAD_HOME/leads.tsv" >before
sed 's/\tHuw\t\t/\tHuw\tPuw\t/; s/\tOwner/Puw Cyf&/; 2d' bad.tsv >mended.tsv
expect 'what is mended brings no empty columns' 0 sh -c \
	'lead-import -q -U mended.tsv
	grep -o "Huw.*" "$LEAD_HOME/leads.tsv" | cut -f 1-5
	head -n 1 "$LEAD_HOME/leads.tsv" | tr "\t" "\n" |
	grep -vxF -f /dev/fd/4 4<<-END
	$(tr "\t" "\n" <before)
	END
	:' 3<<-'OUT'
	Huw	Puw	Huw Puw	Owner	Puw Cyf
OUT

# --columns says that there is no header, however much the first row is like
# one: it is a lead like the others.
printf 'Nia Rees,Acme\nHuw Puw,Bevan\nAnn Ll,Cwm\n' >names.csv
err='lead-import: names.csv: UTF-8, comma, no header, 2 columns
lead-import: names.csv: line 1 looks like a header, but is a row: --columns says that there is none...' \
expect 'with --columns the first row is a row' 0 sh -c \
	'lead-import --columns full_name,company -t trace.tsv names.csv |
	cut -f 4,5; cut -f 2,3 trace.tsv' 3<<-'OUT'
	full_name	company
	Nia Rees	Acme
	Huw Puw	Bevan
	Ann Ll	Cwm
	line	fate
	1	new
	2	new
	3	new
OUT

printf 'Report\n\nName,Email\nNia Rees,n@x.example\n' >report.csv
err='*' \
expect 'on the line where it stands' 0 sh -c \
	'lead-import --columns full_name,email -t trace.tsv report.csv |
	cut -f 4; cut -f 2,3 trace.tsv' 3<<-'OUT'
	full_name
	Nia Rees
	line	fate
	3	rejected
	4	new
OUT

printf 'PK\003\004 xl/workbook.xml' >book.xlsx
cp "$LEAD_HOME/leads.tsv" before
err='lead-import: book.xlsx: is no table, but a spreadsheet (xlsx, ods) or another archive: save it as CSV' \
expect 'a spreadsheet is no dump' 2 lead-import -U dump.csv book.xlsx 3</dev/null
same 'and nothing of it comes in' before "$LEAD_HOME/leads.tsv"

printf 'Name,Email\nSi\303\264n,s@x.example\n' >utf8.csv
err='lead-import: utf8.csv: ASCII, comma, header in line 1, 2 columns
lead-import: utf8.csv: 2 bytes are not ASCII: U+FFFD stands for them...' \
expect 'says what an encoding cannot mean' 0 sh -c \
	'lead-import --encoding ASCII utf8.csv | cut -f 4' 3<<-'OUT'
	full_name
	Si��n
OUT

for mark in 'UTF-16BE=\376\377' 'UTF-16LE=\377\376'; do
	{
		printf "${mark#*=}"
		iconv -f UTF-8 -t "${mark%=*}" utf8.csv
	} >mark.csv
	expect "the mark of ${mark%=*} says which UTF-16 it is" 0 sh -c \
		'lead-import -q --encoding UTF-16 mark.csv | cut -f 4' 3<<-'OUT'
		full_name
		Siôn
	OUT
done
printf 'Email,Full Name\ns@x.example,Mai' |
	lead-import -q --encoding CP1258 2>err | cut -f 4,6 >got
printf 'full_name\temail\nMai\ts@x.example\n' >want
same 'no last letter is kept back' want got
printf 'BEGIN:VCARD\nFN:Nia Rees\nEND:VCARD\n' >nia.vcf
err='lead-import: nia.vcf: is no table, but contact cards (vCard): save it as CSV' \
expect 'nor are contact cards' 2 lead-import nia.vcf 3</dev/null

expect 'a switchboard in the column of mobiles joins nobody' 0 sh -c \
	'lead-import -q -c GB | cut -f 4,6' 3<<-'OUT' <<-'IN'
	full_name	email
	Nia Rees	n@x.example
	Huw Puw	h@x.example
	Ann Ll	a@x.example
	Bob Mor	b@x.example
OUT
	Name,Email,Mobile
	Nia Rees,n@x.example,029 2018 0000
	Nia Rees,,029 2018 0000
	Huw Puw,h@x.example,029 2018 0000
	Ann Ll,a@x.example,0800 123 4567
	Bob Mor,b@x.example,0800 123 4567
IN

# What is written can be read by all programs.
columns() {
	awk -v n="$1" 'BEGIN {
		printf "Name,Email"
		for (i = 0; i < n; i++) printf ",c%d", i
		printf "\nNia,nia@x.example"
		for (i = 0; i < n; i++) printf ",v"
		print ""
	}' >wide.csv
}
columns 4078
ok 'of 4096 columns all are kept' sh -c \
	'lead-import -q wide.csv | lead-contact -q >got'
columns 4079
err='lead-import: more than 4096 columns: --drop-unmapped leaves out those that are not known' \
expect 'more are refused' 2 lead-import -q -U wide.csv 3</dev/null
ok 'but for those that are known' lead-import -q --drop-unmapped -o got wide.csv
{
	echo Name,Email,Notes
	awk 'BEGIN { for (i = 0; i < 9; i++) printf "Nia,nia@x.example,%0200d\n", i }'
} >notes.csv
err='lead-import: L05XA3ZGC5JZTZ9XV (Nia): 9 rows make a record of 1903 bytes; see --max-record' \
expect 'what came of many rows must not be too long either' 2 \
	lead-import -q --max-record 1000 -o got notes.csv 3</dev/null
printf 'Name,Email,Notes\nNia,nia@x.example,%0200d\nHuw,h@x.example,x\n' 0 |
	tr 0 '\\' >slashes.csv
expect 'nor what escapes make of one' 0 sh -c \
	'lead-import -q --max-record 400 -r bad.tsv slashes.csv | cut -f 4
	cut -f 2,3 bad.tsv' 3<<-'OUT'
	full_name
	Huw
	line	reason
	2	is longer than --max-record when it is written with escapes
OUT

# Options of all programs.
rm -rf "$LEAD_HOME" && mkdir "$LEAD_HOME"
for month in 1 2; do
	lead-import -q -U --columns full_name,company names.csv
done
expect '--columns does not speak of the leads there are' 0 \
	sed -n 1d\;p "$LEAD_HOME/leads.tsv" 3<<-'OUT'
	LAWPH7ANWQVXPGWAS	names	2026-11-23T09:15:00Z	Nia Rees	Acme							
	L0MXWMA1XRRVQTPTC	names	2026-11-23T09:15:00Z	Huw Puw	Bevan							
	LM88BQZCA4BANPJHN	names	2026-11-23T09:15:00Z	Ann Ll	Cwm							
OUT
expect '--null is written for what is empty' 0 sh -c \
	'lead-import -q --null "\\N" dump.csv | sed -n 2p | cut -f 4-11' 3<<-'OUT'
	Nia	Alpha Ltd	nia@x.example	ok	029 2018 0001	unknown	x.example	\N
OUT
printf 'lead_id\tsource\temail\tnotes\nL1\ta\tn@x.example\tC:\\temp\n' >raw.tsv
for as in '' --as-is; do
	expect "--raw takes no backslash for an escape $as" 0 sh -c \
		'lead-import -q --raw $1 raw.tsv | grep -o "C:.*"' - "$as" \
		3<<-'OUT'
		C:\\temp
	OUT
done

printf 'lead_id\tsource\temail\tnotes\nL1\ta\tn@x.example\tone\\ntwo\n' >kept.tsv
expect '--raw does not speak of the leads there are' 0 sh -c \
	'lead-import -q --raw -u kept.tsv raw.tsv | grep -o "C:.*"' 3<<-'OUT'
	C:\\temp\none\ntwo
OUT

# A map that is given back unchanged changes nothing; what it says goes first.
cat >map.csv <<-'IN'
	Title,First Name,Last Name,E-mail Address,E-mail 2 Address,Location,Business City,Web Page,Annual Revenue (GBP),Hobby
	Mr,Siôn,Huws,s@acme.example,t@acme.example,Here,Barry,acme.example,1k,Chess
IN
lead-import -q -o want map.csv
lead-import -q --show-map map.csv >map.tsv
lead-import -q -m map.tsv -o got map.csv
same 'a map that is given back changes nothing' want got
expect 'what is changed in it is changed' 0 sh -c \
	'sed "s/salutation/job_title/; s/hobby//; s/first_name/full_name/" map.tsv >other
	lead-import -q -m other map.csv | head -n 1 | tr "\t" "\n" |
	grep -x "salutation\|job_title\|hobby\|first_name\|full_name"' 3<<-'OUT'
	full_name
	job_title
OUT

expect 'a page that is not the same name does not join' 0 sh -c \
	'lead-import -q | cut -f 4,6' 3<<-'OUT' <<-'IN'
	full_name	email
	Nia Rees	n@x.example
	Huw Puw	h@x.example
OUT
	Name,Email,LinkedIn
	Nia Rees,n@x.example,http://www.linkedin.com/in/unavailable
	Huw Puw,h@x.example,http://www.linkedin.com/in/unavailable
IN
expect 'a row of nothing but a page and the same name does' 0 \
	sh -c 'lead-import -q | cut -f 4,6' 3<<-'OUT' <<-'IN'
	full_name	email
	Nia Rees	n@x.example
	Huw Puw	h@x.example
OUT
	Name,Email,LinkedIn
	Nia Rees,n@x.example,http://www.linkedin.com/in/nia
	Huw Puw,h@x.example,http://www.linkedin.com/in/nia
	Nia Rees,,http://www.linkedin.com/in/nia
IN
expect 'bands of sums are bands, and have a currency' 0 sh -c \
	'lead-import -q | cut -f 6,7' 3<<-'OUT' <<-'IN'
	annual_revenue	currency
	1000000-5000000	GBP
	10000000+	USD
	£1m - $5m	
OUT
	Name,Email,Annual Revenue
	Nia,nia@x.example,£1m - £5m
	Huw,huw@x.example,$10M+
	Ann,ann@x.example,£1m - $5m
IN
expect 'mail that came back makes an address invalid' 0 sh -c \
	'lead-import -q | cut -f 8,9,21' 3<<-'OUT' <<-'IN'
	email	email_status	email_bounced
	a@x.example	invalid	true
	b@x.example	ok	false
	c@x.example	ok	
OUT
	First Name,Last Name,Email,Email Status,Email Bounced
	A,Rees,a@x.example,Verified,true
	B,Rees,b@x.example,Verified,false
	C,Rees,c@x.example,Verified,
IN

# A lead of very many rows takes no time, and no memory, that grows with the
# square of them.
awk 'BEGIN {
	print "Name,Email,Notes"
	for (i = 0; i < 20000; i++) printf "Nia,nia@x.example,note %08d\n", i
}' >notes.csv
expect 'twenty thousand notes of one lead' 0 sh -c \
	'timeout 20 lead-import -q -j 2 notes.csv |
	grep -o "note [0-9]*" | sort -u | wc -l' 3<<-'OUT'
	20000
OUT
expect 'a website that is none leaves the domain to the address' 0 sh -c \
	'lead-import -q | cut -f 4,9,10' 3<<-'OUT' <<-'IN'
	full_name	website	domain
	Nia Rees	see below	x.example
	Huw Puw	https://acme.example	acme.example
OUT
	Name,Email,Website
	Nia Rees,n@x.example,see below
	Huw Puw,h@x.example,acme.example
IN

# What is said of one row is said of one.
expect 'one row is a row' 0 sh -c 'printf "first name,last name,company\\n%s\\n" \
	Nia,Rees,Acme | lead-import 2>&1 >"$tmp/one" | tail -n 1' 3<<-'OUT'
	lead-import: 1 row: 1 new, 0 updated, 0 merged, 0 unchanged, 0 rejected, 0 suppressed
	OUT

# What a vendor says is kept beside what follows from it, in its place.
printf 'Email,Consent,Lead Status\na@x.example,Yes,New\n' >kept.csv
printf 'Email,Other\na@x.example,o\n' >other.csv
lead-import -q kept.csv other.csv >kept
ok 'columns that are kept stay where they are' sh -c \
	'lead-import -q -u kept kept.csv other.csv | cmp - kept'

err='lead-import: stdin:3: phone: 1 telephone number cannot be read: kept as it is
lead-import: stdin:3: country: 1 country cannot be read: kept as it is, and numbers there need a +' \
expect 'a country that cannot be read is not that of -c' 0 sh -c \
	'lead-import -c GB 2>said | cut -f 6,8,11,12
	grep cannot said >&2' 3<<-'OUT' <<-'IN'
	email	phone	postcode	country
	a@x.example	+4930123456	01010	DE
	b@x.example	029 2018 0000	1010	Ruritania
	c@x.example	+442920180000	CF10 1AA	GB
	d@x.example	+442920180000	CF10 1AA	GB
OUT
	Name,Email,Phone,Country,Postcode
	A,a@x.example,030 123456,D,1010
	B,b@x.example,029 2018 0000,Ruritania,1010
	C,c@x.example,029 2018 0000,,cf101aa
	D,d@x.example,029 2018 0000,n/a,cf101aa
IN

# Second addresses and numbers are the person's, wherever an import put them.
rm -rf "$LEAD_HOME" && mkdir "$LEAD_HOME"
second() {
	rm -rf "$LEAD_HOME" && mkdir "$LEAD_HOME"
	lead-import -q -U -c GB <<-'IN'
		Name,Email,Secondary Email,Phone,Other Phone,Company
		Ann Lloyd,ann@x.example; annie@y.example,ann2@z.example,029 2018 0001 / 029 2018 0002,029 2018 0003,X Ltd
		Bo Rees,bo@x.example,ann@x.example,029 2018 0004 / 029 2018 0002,,X Ltd
	IN
}
for key in annie@y.example ann2@z.example '029 2018 0003' ann@x.example; do
	second
	lead-import -q -c GB --forget "$key"
	ok "$key finds the person" sh -c \
		'! grep -ari "lloyd\|annie@\|ann2@\|2018 0003" "$LEAD_HOME"'
done
expect 'what somebody else has too is left' 0 sh -c \
	'grep -o "also: .*" "$LEAD_HOME/leads.tsv" | tr "\t" "|"' 3<<-'OUT'
	also: 029 2018 0002|[erased]|
OUT
printf '%s\n' Name,Email 'Ann L,annie@y.example' 'A L,ann2@z.example' \
	'Ann Lloyd,ann@x.example' >again.csv
lead-import -q -t trace.tsv again.csv >got
expect 'and none of the addresses comes back' 0 cut -f 3 trace.tsv 3<<-'OUT'
	fate
	suppressed
	suppressed
	suppressed
OUT
