#!/bin/sh
# lead-import: dumps in, leads out
. tests/tap.sh

expect 'reads quotes, a quoted line end and CRLF' 0 \
	lead-import -q --as-is 3<<-'OUT' <<-'IN'
	Name	Note
	Rees, Nia	said "yes"
	ap Rhys	two\nlines
OUT
	Name,Note
	"Rees, Nia","said ""yes"""
	ap Rhys,"two
	lines"
IN

expect 'finds the semicolon, though there are commas' 0 \
	lead-import -q --as-is 3<<-'OUT' <<-'IN'
	company	town
	Acme, Ltd	Barry
	Bevan, Cyf	Conwy
OUT
	company;town
	Acme, Ltd;Barry
	Bevan, Cyf;Conwy
IN

err="lead-import: stdin:3: 2 fields, but the header has 3
lead-import: stdin:5: a quote is opened here and never closed" \
expect 'a damaged row costs no other row' 1 \
	lead-import -q --as-is 3<<-'OUT' <<-'IN'
	a	b	c
	1	2	3
	7	8	9
	x	y	z
OUT
	a,b,c
	1,2,3
	4,5
	7,8,9
	1,2,"
	x,y,z
	IN

expect 'skips what stands above the header' 0 \
	lead-import -q --as-is 3<<-'OUT' <<-'IN'
	First Name	Last Name	Company
	Nia	Rees	Acme
	Siôn	Huws	Bevan
OUT
	Notes:
	"When exporting your data, you may notice that some are missing."

	First Name,Last Name,Company
	Nia,Rees,Acme
	Siôn,Huws,Bevan
IN

expect 'maps headers, normalises, gives ids' 0 lead-import -q -s fair -c GB \
	3<<-'OUT' <<-'IN'
	lead_id	source	obtained_at	first_name	last_name	full_name	company	email	email_status	phone	phone_status	domain	country	language	subscriber	lawful_basis	do_not_call	do_not_email	do_not_sms	do_not_post	notes
	LMPY1BVQCBPJBMMM9	fair	2026-11-23T09:15:00Z	Nia	Rees	Nia Rees	Acme Ltd	nia@acme.example	ok	+442920180000	ok	acme.example	GB		corporate						
OUT
	First Name,Last Name,Company,Email,Phone
	Nia,Rees,Acme Ltd,NIA@Acme.example,029 2018 0000
IN

cat >"$tmp/dump.csv" <<-'IN'
	First Name,Last Name,Company,Email,Phone,Job Title
	Nia,Rees,Acme Ltd,nia@acme.example,029 2018 0000,Buyer
	Siôn,Huws,Acme Ltd,sion@acme.example,029 2018 0001,
	nia,rees,Acme Ltd,NIA@acme.example,,Head of Buying
	Anon,,,,,
IN
export LEAD_HOME="$tmp/store"

expect 'accounts for every row' 0 lead-import -q -U -c GB -r "$tmp/rejects.tsv" \
	-t "$tmp/trace.tsv" "$tmp/dump.csv" 3</dev/null
sed "s|$tmp/||" "$tmp/trace.tsv" >"$tmp/got"
cat >"$tmp/want" <<-'END'
	file	line	fate	lead_id	key	detail
	dump.csv	2	new	LMPY1BVQCBPJBMMM9		
	dump.csv	3	new	LA8W3EV215M208BDW		
	dump.csv	4	merged	LMPY1BVQCBPJBMMM9	email	
	dump.csv	5	rejected			nothing identifies it: no e-mail address or telephone number that can be read, and no name with company, postcode or website, nor a company with city
END
same 'the trace says what became of each' "$tmp/want" "$tmp/got"

cp "$tmp/store/leads.tsv" "$tmp/before"
err="lead-import: $tmp/dump.csv: UTF-8, comma, header in line 1, 6 columns
lead-import: $tmp/dump.csv: 6 of 6 headers are known
lead-import: 4 rows: 0 new, 0 updated, 0 merged, 3 unchanged, 1 rejected, 0 suppressed" \
expect 'a second time changes nothing' 0 lead-import -U -c GB -r /dev/null \
	"$tmp/dump.csv" 3</dev/null
same 'not a byte' "$tmp/before" "$tmp/store/leads.tsv"

sed 's/\tAnon\t\t/\tAnon\tJones\tAnon Ltd/' "$tmp/rejects.tsv" >"$tmp/mended.tsv"
err='...' expect 'mended rejects can be imported' 0 \
	lead-import -U "$tmp/mended.tsv" 3</dev/null
ok 'and are there' grep -q 'Anon Jones.*Anon Ltd' "$tmp/store/leads.tsv"

lead-contact -q -l nia@acme.example -c call -o refused -m 'wants nothing' \
	>/dev/null 2>&1
err="lead-import: $tmp/dump.csv: UTF-8, comma, header in line 1, 6 columns
lead-import: $tmp/dump.csv: 6 of 6 headers are known
lead-import: LMPY1BVQCBPJBMMM9 (Nia Rees): known: refused 2026-11..." \
expect 'says who has refused before' 0 lead-import -U -c GB -r /dev/null \
	"$tmp/dump.csv" 3</dev/null

# What is said of others stays, but for what identifies her there.
sion=$(awk -F'\t' '/Huws/ { print $1 }' "$tmp/store/leads.tsv")
lead-note -q -l "$sion" -k need -m 'ask nia@acme.example, +442920180000' \
	--id n1 >"$tmp/got"
cp "$LEAD_HOME/notes.tsv" "$tmp/notes"

err='lead-import: erased: leads 1, entries of the logs 1; a digest is kept in suppress.tsv
lead-import: 1 line of others named them, and says [erased] now' \
expect 'forgets a person' 0 lead-import --forget NIA@acme.example 3</dev/null
ok 'nothing of theirs is left' sh -c '! grep -ari "nia@\|rees\|LMPY1BVQCBPJBMMM9\|180000" "$LEAD_HOME"'
ok 'the others are' grep -q 'Siôn Huws' "$tmp/store/leads.tsv"
sed 's/nia@acme.example/[erased]/; s/+442920180000/[erased]/; s/[^\t]*$//' \
	"$tmp/notes" | tail -n 1 >"$tmp/want"
tail -n 1 "$LEAD_HOME/notes.tsv" | sed 's/[^\t]*$//' >"$tmp/got"
same 'and what was said of them' "$tmp/want" "$tmp/got"
ok 'under a right sum' lead-note --check
lead-import -q -c GB -r /dev/null -t "$tmp/trace.tsv" "$tmp/dump.csv" >"$tmp/got"
ok 'and they do not come back' sh -c '! grep -i nia@ "$tmp/got" &&
	cut -f3 "$tmp/trace.tsv" | grep -c suppressed | grep -qx 2'

expect 'shows which header is which column' 0 lead-import -q --show-map \
	3<<-'OUT' <<-'IN'
	header	column
	Enw cyntaf	first_name
	Ffôn symudol	mobile
	Title	job_title
	Stage	status
	Score	x_score
OUT
	Enw cyntaf,Ffôn symudol,Title,Stage,Score
	Nia,07700 900001,Buyer,New,7
IN

expect 'takes Mr for a title among headers of Outlook' 0 \
	sh -c 'lead-import -q --show-map | sed -n 2p' 3<<-'OUT' <<-'IN'
	Title	salutation
OUT
	Title,First Name,Last Name,E-mail Address,Web Page,Business Phone
	Mr,Siôn,Huws,s@acme.example,acme.example,029 2018 0000
IN

err='lead-import: stdin: has no header: name its columns with --columns first_name,last_name,email,...' \
expect 'refuses a file without a header' 2 lead-import -q 3</dev/null <<-'IN'
	1,nia@acme.example,029 2018 0000
	2,sion@acme.example,029 2018 0001
	3,mair@acme.example,029 2018 0002
IN

expect 'reads it when told the names' 0 sh -c \
	'lead-import -q --columns id,email,phone | cut -f7-15' 3<<-'OUT' <<-'IN'
	email	email_status	phone	phone_status	domain	country	language	subscriber	lawful_basis
	mair@acme.example	ok	+442920180009	ok	acme.example				
	sion@acme.example	ok	+442920180001	ok	acme.example				
OUT
	1,mair@acme.example,+44 29 2018 0009
	2,sion@acme.example,+44 29 2018 0001
IN

expect 'takes the first of several values and notes the others' 0 sh -c \
	'lead-import -q -c GB | cut -f8,10,22' 3<<-'OUT' <<-'IN'
	email	phone	notes
	a@x.example	+447700900001	also: 029 2018 0000\nalso: b@x.example
OUT
	First Name,Last Name,Organization Name,E-mail 1 - Value,Phone 1 - Value,Labels,E-mail 1 - Label
	Nia,Rees,Acme,a@x.example ::: b@x.example,07700 900001 ::: 029 2018 0000,* myContacts,Work
IN

expect 'sees through what vendors put around values' 0 sh -c \
	'lead-import -q | cut -f3,7,9' 3<<-'OUT' <<-'IN'
	source_id	email	phone
	123	nia@x.example	+447700900001
OUT
	id,created_time,ad_name,campaign_name,form_name,platform,full_name,phone_number,email
	l:123,2026-11-01T10:00:00+00:00,Ad,Spring,Form,fb,Nia Rees,p:+447700900001,mailto:Nia@X.example
IN

expect 'joins many fields that go to one column' 0 sh -c 'awk "BEGIN {
	printf \"Email\"
	for (i = 0; i < 300; i++) printf \",Notes\"
	printf \"\\nnia@x.example\"
	for (i = 0; i < 300; i++) printf \",%01000d\", i
	print \"\"
}" | lead-import -q | cut -f 18 | tail -n 1 | wc -c' 3<<-'OUT' </dev/null
	300599
OUT

expect 'takes tags apart and keeps what is new in a second field' 0 sh -c \
	'lead-import -q | cut -f10,13' 3<<-'OUT' <<-'IN'
	street	tags
	12 Castle Court, Castle	Hot lead; Hot; Fair
OUT
	Name,Email,Tags,Street,Address 2
	Nia,nia@x.example,"Hot lead, Hot; Fair ::: * Hot",12 Castle Court,Castle
IN

expect 'hears every no' 0 sh -c \
	'lead-import -q -b legitimate-interests | cut -f6,13-17,19' 3<<-'OUT' <<-'IN'
	email	lawful_basis	do_not_call	do_not_email	do_not_sms	do_not_post	consent
	a@x.example	legitimate-interests	yes	yes	yes	yes	
	b@x.example	legitimate-interests		yes			No
	c@x.example	consent	no	no	no	yes	Yes
	d@x.example	withdrawn		yes			Consent withdrawn
	e@x.example	legitimate-interests	yes	yes	yes	yes	
OUT
	Name,Email,Do not contact,Opt in,Opted out,Do not mail
	A,a@x.example,Yes,,,
	B,b@x.example,,No,,
	C,c@x.example,0,Yes,0,1
	D,d@x.example,,Consent withdrawn,,
	E,e@x.example,,,1,
IN

expect 'takes no consent from a basis that is denied' 0 sh -c \
	'lead-import -q -b legitimate-interests | cut -f6,13' 3<<-'OUT' <<-'IN'
	email	lawful_basis
	a@x.example	consent
	b@x.example	No consent
OUT
	Name,Email,Lawful Basis
	Nia Rees,a@x.example,Freely given consent from contact
	Siôn Huws,b@x.example,No consent
IN

expect "takes a person's page for who it is where nothing else tells" 0 sh -c \
	'lead-import -q -r /dev/null | cut -f6,13' 3<<-'OUT' <<-'IN'
	full_name	linkedin
	Nia	https://www.linkedin.com/in/nia
OUT
	First Name,Last Name,URL,Email Address,Company,Position,Connected On
	Nia,,https://www.linkedin.com/in/nia,,,,03 May 2025
	Nia,,http://uk.linkedin.com/in/nia/,,,,04 May 2025
	Acme,,https://www.linkedin.com/company/acme,,,,04 May 2025
IN

expect 'takes n/a, none and a stroke for nothing' 0 sh -c \
	'lead-import -q -c GB | cut -f4-9,19' 3<<-'OUT' <<-'IN'
	full_name	company	email	email_status	phone	phone_status	privacy_notice_at
	Nia Rees		nia@x.example	ok			
	Null		null@x.example	ok			
	Huw		huw@x.example	ok	0	length	2026-05-03
OUT
	Name,Company,Email,Phone,privacy_notice_at
	Nia Rees,-,nia@x.example,N/A,0000-00-00
	Null,n/a,null@x.example,none,unknown
	Huw,--,huw@x.example,0,2026-05-03
IN

expect 'keeps second numbers, addresses and extensions in the notes' 0 sh -c \
	'lead-import -q -c GB | cut -f6,8,19' 3<<-'OUT' <<-'IN'
	email	phone	notes
	a@x.example	+447700900001	also: 07700 900002
	b@x.example		also: B <b@x.example>; c@x.example\nalso: C
	d@x.example	+442920180001	ext. 12
OUT
	Name,Email,Phone
	A,a@x.example,07700 900001 / 07700 900002
	B,B <b@x.example>; c@x.example,
	C,"b@x.example <b@x.example>",
	D,d@x.example,029 2018 0001 ext 12
IN

err='lead-import: stdin: UTF-8, comma, header in line 1, 2 columns
lead-import: stdin: 2 of 2 headers are known
lead-import: stdin: 1 line was the header again, and left out
lead-import: stdin: 1 row was not UTF-8: read as Windows-1252
lead-import: 2 rows: 2 new, 0 updated, 0 merged, 0 unchanged, 0 rejected, 0 suppressed' \
expect 'says what it left out, and counts rows' 0 sh -c \
	'printf "Name,Company\nSi\342n,Caf\351\nName,Company\nHuw,Acme\n" |
	lead-import | cut -f4,5' 3<<-'OUT' </dev/null
	full_name	company
	Siân	Café
	Huw	Acme
OUT

# What is mended is still of the file that it was refused of.
printf 'ID,Name,Email\n7,Nia,nia@x.example,more\n8,Huw,h@x.example\n' \
	>"$tmp/fair.csv"
err='*' \
expect 'mended rejects have their source' 0 sh -c \
	'cd "$tmp" && lead-import -q -r bad.tsv fair.csv >/dev/null
	cut -f 1-6 bad.tsv >mended.tsv
	lead-import mended.tsv | cut -f 2,3,5,7' 3<<-'OUT' </dev/null
	source	source_id	full_name	email
	fair	7	Nia	nia@x.example
OUT

printf 'ID,Name,Email,Date\n7,Nia,nia@x.example,2026-05-03\n' >"$tmp/may.csv"
printf 'ID,Name,Email,Date\n7,Nia,nia@x.example,2026-05-03\n8,Huw,h@x.example,2026-06-03\n' \
	>"$tmp/june.csv"
expect 'marks what an import brings, and what is known keeps its mark' 0 sh -c \
	'cd "$tmp" && lead-import -q -s crm --import-id 2026-05 may.csv >one.tsv &&
	lead-import -q -s crm --import-id 2026-06 -u one.tsv june.csv >two.tsv &&
	lead-import -q -s crm --import-id 2026-07 -u two.tsv may.csv june.csv |
	cmp - two.tsv && cut -f 7,19 two.tsv' 3<<-'OUT' </dev/null
	email	import_id
	nia@x.example	2026-05
	h@x.example	2026-06
OUT

expect 'takes off what is copied along from pages and databases' 0 sh -c \
	'lead-import -q -d none | cut -f 4,6,7' 3<<-'OUT' <<-'IN'
	full_name	email	email_status
	Nia	nia@x.example	ok
	Huw	huw@x.example	ok
OUT
	Name,Email
	Nia ,‎nia@x.example​
	Huw,huw@x.example#mailto:huw@x.example#
IN

expect 'turns a name round, with capitals where they belong' 0 sh -c \
	'lead-import -q | cut -f 4' 3<<-'OUT' <<-'IN'
	full_name
	Dr John Smith
	Jan van der Berg
	Maria de la Cruz
	Ann McDonald
	Nia M Rees-Jones
	Siân ap Rhys
OUT
	Name,Email
	"SMITH, Dr John",a@x.example
	"BERG, JAN VAN DER",b@x.example
	"DE LA CRUZ, Maria",c@x.example
	"McDonald, ann",d@x.example
	"REES-JONES, Nia M",e@x.example
	"AP RHYS, Siân",f@x.example
IN

# Leads that went through a spreadsheet are what they were.
printf 'lead_id,source,source_id,obtained_at,full_name,email,subscriber,privacy_notice_at,notes\nL0123456789ABCDEF,fair,9,2026-05-03,Nia Rees,nia@x.example,corporate,2026-05-04,hi\n' \
	>"$tmp/leads.csv"
expect "knows our own columns in anybody's CSV" 0 \
	lead-import -q "$tmp/leads.csv" 3<<-'OUT' </dev/null
	lead_id	source	source_id	obtained_at	full_name	company	email	email_status	phone	domain	country	language	subscriber	lawful_basis	do_not_call	do_not_email	do_not_sms	do_not_post	privacy_notice_at	notes
	L0123456789ABCDEF	fair	9	2026-05-03	Nia Rees		nia@x.example	ok		x.example			corporate						2026-05-04	hi
OUT

err=
expect 'knows what people write above columns' 0 sh -c \
	'printf "%s\n" "Your name,Contact email,Tel no,Mob,Organisation name,Job role,Address 3,Company Reg No,Interested in,Enquiry date,UNSUB_TIME,Accepts SMS Marketing,Cyfeiriad 1,Dept,Opportunity value" x |
	lead-import -q --show-map -r /dev/null | cut -f 2 | tail -n +2 | paste -sd " "' \
	3<<-'OUT' </dev/null
	full_name email phone mobile company job_title street company_number product_interest obtained_at do_not_email do_not_sms street department value
OUT

expect 'takes off what keeps a spreadsheet from counting' 0 sh -c \
	'lead-import -q -c GB | cut -f 3,5,7,9,12' 3<<-'OUT' <<-'IN'
	source_id	full_name	email	phone	postcode
	00123	Nia Rees	nia@x.example	+447700900123	CF10 1AA
	007	Huw	huw@x.example	+442920180003	
OUT
	ID,Name,Email,Phone,Postcode
	="00123",="Nia Rees",nia@x.example,="07700900123",="CF10 1AA"
	"=""007""",Huw,huw@x.example,"=""029 2018 0003""","="""""
IN

expect 'where nothing is left, nothing is joined' 0 sh -c \
	'lead-import -q | cut -f 6,20' 3<<-'OUT' <<-'IN'
	full_name	notes
	Nia Rees	called
OUT
	First Name,Last Name,Email,Notes,Comments
	Nia,Rees,nia@x.example,called,"="" """
IN

for country in us US uk GB; do
	echo 'Name,Email,Created,Phone
Nia Rees,nia@x.example,3/4/2025,029 2018 0009' |
		lead-import -q -c "$country" | tail -n 1 | cut -f 3,8,11
done >"$tmp/got"
cat >"$tmp/want" <<-'END'
	2025-03-04	029 2018 0009	US
	2025-03-04	029 2018 0009	US
	2025-04-03	+442920180009	GB
	2025-04-03	+442920180009	GB
END
same 'a country may be in small letters, and UK' "$tmp/want" "$tmp/got"
err="lead-import: --country: 'zz' is not a country of two letters" \
expect 'but must be one' 2 lead-import -c zz 3</dev/null

# recode ENCODING COMMAND...: stdin comes to the command in that encoding.
recode() {
	iconv -f UTF-8 -t "$1" >"$tmp/recoded"
	shift
	"$@" <"$tmp/recoded"
}
for encoding in UTF-16LE UTF-16BE; do
	expect "finds $encoding without a mark, of letters beyond ASCII" 0 \
		recode $encoding lead-import --as-is -q 3<<-'OUT' <<-'IN'
		名前	会社
		山田太郎	株式会社山田
		Иван Петров	ООО Ромашка
	OUT
		名前,会社
		山田太郎,株式会社山田
		Иван Петров,ООО Ромашка
	IN
done
printf 'Name\tCity\rRen\216 M\237ller\tGen\217ve\rZo\221 Puw\tCardiff\r' >"$tmp/mac.txt"
expect 'finds the letters of old Macs' 0 lead-import --as-is -q "$tmp/mac.txt" \
	3<<-'OUT' </dev/null
	Name	City
	René Müller	Genève
	Zoë Puw	Cardiff
OUT

expect 'second addresses and ids of owners stand back, wherever they are' 0 sh -c \
	'lead-import -q -r /dev/null | cut -f 3,6,7,8,14-16,22-' 3<<-'OUT' <<-'IN'
	obtained_at	full_name	company	email	owner	subscriber	lawful_basis	lead_owner_id	secondary_email
	2026-05-03	Nia Rees		nia@x.example	Sam			z1	second@x.example
OUT
	Lead Owner.id,Secondary Email,Lead Owner,First Name,Last Name,Company,Email,Created Date
	z1,second@x.example,Sam,Nia,Rees,[not provided],nia@x.example,2026-05-03
IN

expect 'takes Mr for a title beside a job title' 0 sh -c \
	'lead-import -q | cut -f 4,8' 3<<-'OUT' <<-'IN'
	salutation	job_title
	Ms	Director
OUT
	Title,First Name,Surname,Position,Company,Email
	Ms,Nia,Rees,Director,Acme,nia@x.example
IN

expect 'takes no id of another system for ours' 0 sh -c \
	'lead-import -q --show-map | cut -f 2 | paste -sd " "' 3<<-'OUT' <<-'IN'
	column source_id source_id email
OUT
	Customer ID,Lead ID,Email
	1,2,nia@x.example
IN
