#!/bin/sh
# Vendors and languages that no file of data/crm-headers is of: whose headers
# they are, and what becomes of a row.
. tests/tap.sh

# row WANTED COLUMNS: those columns of the first lead of a dump on stdin.
row() {
	name=$1 columns=$2
	cat >"$tmp/dump.csv"
	printf '%s\n' "$3" >"$tmp/wanted"
	lead-import -c "${4:-GB}" "$tmp/dump.csv" 2>"$tmp/said" >"$tmp/leads"
	awk -F '\t' -v columns="$columns" 'NR == 1 {
			for (i = 1; i <= NF; i++)
				at[$i] = i
			n = split(columns, want, " ")
			next
		}
		{
			for (i = 1; i <= n; i++)
				line = line (i == 1 ? "" : "|") \
					((want[i] in at) ? $at[want[i]] : "-")
			print line
			exit
		}' "$tmp/leads" >"$tmp/got"
	same "$name" "$tmp/wanted" "$tmp/got"
}

row 'Dynamics: allowed is not opted out' \
	'source source_id full_name phone do_not_call do_not_email notes' \
	'dynamics|8c1|Jane Doe|+442079460958|yes|no|Forklifts' <<'CSV'
(Do Not Modify) Lead,(Do Not Modify) Row Checksum,(Do Not Modify) Modified On,Name,Topic,Business Phone,Email,Do not allow Emails,Do not allow Phone Calls
8c1,x,11/20/2026 3:15:00 PM,Jane Doe,Forklifts,020 7946 0958,jane@ty.example,Allow,Do Not Allow
CSV
row 'Pipedrive: every address, and what a value is in' \
	'source obtained_at phone email value currency notes' \
	'pipedrive|2026-11-20T10:00:00Z|+442920180123|rhys@ty.example|12500|GBP|also: 07700 900123\nalso: r2@ty.example' <<'CSV'
Lead - Title,Lead - Lead created,Lead - Value,Lead - Currency of Value,Person - Name,Person - Phone,Person - Email,Organization - Name
Acme,2026-11-20 10:00:00,"12,500",GBP,Rhys Davies,"029 2018 0123, 07700 900123","rhys@ty.example, r2@ty.example",Acme Ltd
CSV
row 'Mailchimp: the country, and tags in quotes' \
	'source source_id country tags do_not_email' \
	'mailchimp|7|IE|vip; trade show|yes' <<'CSV'
"Email Address","First Name","Last Name",MEMBER_RATING,OPTIN_TIME,CC,LAST_CHANGED,LEID,TAGS,UNSUB_TIME
ann@ty.example,Ann,Lloyd,3,2025-01-01 10:00:00,IE,2026-01-01 00:00:00,7,"""vip"",""trade show""",2026-02-02 10:00:00
CSV
row 'Google: a mobile numbered before a landline' \
	'source phone mobile' 'google|+442920180888|+447700900555' <<'CSV'
First Name,Last Name,Labels,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value,Organization Name
Rhys,Davies,* myContacts,rhys@ty.example,Mobile,07700 900555,Work,029 2018 0888,Davies Plc
CSV
row 'German, as Excel saves it' \
	'salutation full_name company street postcode city country phone mobile
	annual_revenue currency employees obtained_at' \
	'Herr|Jürgen Groß|Groß GmbH|Hauptstr. 5|01067|Dresden|DE|+49351123456|+491711234567|1250000.50|EUR|120|2026-02-13' <<CSV
$(printf 'Anrede;Name;Vorname;Firma;Stra\337e;PLZ;Ort;Land;Telefon;Handy;Umsatz;Mitarbeiter;Datum\r
Herr;Gro\337;J\374rgen;Gro\337 GmbH;Hauptstr. 5;01067;Dresden;Deutschland;(0351) 123456;0171 1234567;1.250.000,50 \200;120;13.02.2026\r')
CSV
ok 'its header is read as it is written' \
	grep -q '13 of 13 headers are known' "$tmp/said"
row 'French' 'first_name last_name company phone city country' \
	'René|Dupont|Château SARL|+33142685300|Paris|FR' <<'CSV'
Nom;Prénom;Entreprise;Téléphone;Ville;Pays
DUPONT;René;Château SARL;01 42 68 53 00;Paris;France
CSV
row 'Spanish: a name beside the family names is the first' \
	'first_name last_name company mobile' \
	'José|García López|Acme SL|+34612345678' ES <<'CSV'
Nombre,Apellidos,Empresa,Móvil
José,García López,Acme SL,612 34 56 78
CSV
row 'Spanish: alone it is the whole name' 'first_name full_name' \
	'-|José García' <<'CSV'
Nombre,Empresa
José García,Acme SL
CSV
row 'Italian' 'first_name last_name company postcode country' \
	'Anna|Rossi|Rossi SpA|20121|IT' <<'CSV'
Nome;Cognome;Ragione sociale;CAP;Paese
Anna;Rossi;Rossi SpA;20121;Italia
CSV
row 'Dutch' 'full_name company phone do_not_call' \
	'Wei van der Berg|Berg BV|+31207940123|yes' NL <<'CSV'
Voornaam;Tussenvoegsel;Achternaam;Bedrijfsnaam;Telefoonnummer;Niet bellen
Wei;van der;Berg;Berg BV;020 794 0123;ja
CSV

row 'Shopify: an identifier with a guard' 'source_id company city' \
	'6789|Ifans Bakery|Bala' <<'CSV'
Customer ID,First Name,Email,Default Address Company,Default Address City
'6789,Gwen,gwen@ty.example,Ifans Bakery,Bala
CSV

# Words around what is named: a question, or whose it is.
named() {
	printf '%s\n' "$2" >"$tmp/wanted"
	printf '"%s"\nx\n' "$1" | lead-import -q --show-map |
		sed -n '2s/.*\t//p' >"$tmp/got"
	same "$1" "$tmp/wanted" "$tmp/got"
}
named 'What is your name?' full_name
named 'What company do you work for?' company
named 'Which product are you interested in?' product_interest
named 'How many employees does your company have?' employees
named 'What is your budget?' value
named 'Your phone number (optional)' phone
named 'Invitee Email' email
named 'Default Address City' city
named 'Beth yw eich enw?' full_name
named 'What date are you moving?' what_date_are_you_moving
named 'Lead Date' lead_date
named 'Contact Notes' contact_notes
named 'What else should we know?' what_else_should_we_know
row 'whose it is goes behind what is so by itself' 'email billing_email' \
	'ann@ty.example|accounts@ty.example' <<'CSV'
Billing email,Name,Email
accounts@ty.example,Ann Lloyd,ann@ty.example
CSV

# Who is who, where addresses are none or somebody else's too.
count() {
	name=$1
	echo "$2" >"$tmp/wanted"
	lead-import -q -c GB | sed 1d | wc -l | tr -d ' ' >"$tmp/got"
	same "$name" "$tmp/wanted" "$tmp/got"
}
count 'what is no address tells nobody from another' 2 <<'CSV'
Name,Email,Phone,Company
Ann Bo,tbc,01874 610000,Bo Ltd
Bob Lee,tbc,01874 610001,Lee Ltd
CSV
count 'who bought is not who comes' 2 <<'CSV'
First Name,Last Name,Email,Buyer Email
Ann,Bo,ann@bo.co.uk,bea@bo.co.uk
Bob,Bo,bob@bo.co.uk,bea@bo.co.uk
CSV
row 'an address by itself goes first' email ann@bo.co.uk <<'CSV'
Personal Email,Email,Contact email
x@bo.co.uk,ann@bo.co.uk,y@bo.co.uk
CSV
row 'a count of people is no name' full_name 'Ann Bo' <<'CSV'
First Name,Last Name,Email,Attendee #
Ann,Bo,ann@bo.co.uk,1
CSV

# A channel that nobody knows must not suppress nothing.
listed() {
	printf 'key_type\tkey\tchannel\nemail\tann@bo.co.uk\t%s\n' "$1" \
		>"$tmp/list.tsv"
	printf 'Name,Email\nAnn Bo,ann@bo.co.uk\n' |
		lead-import -x "$tmp/list.tsv" >"$tmp/leads" 2>"$tmp/said"
}
listed all
ok 'all is every channel' grep -q '1 suppressed' "$tmp/said"
listed fax
result 'fax is none' $(($? != 2)) "$tmp/said"
ok 'and that is said' grep -q "'fax' is no channel" "$tmp/said"

# What would help is said where nothing tells the country.
printf 'Name,Phone\nAnn Lloyd,01792 555123\n' >"$tmp/in.csv"
lead-import "$tmp/in.csv" >/dev/null 2>"$tmp/said"
ok 'without a country -c is named' grep -q 'with -c CC$' "$tmp/said"
lead-import -c FR "$tmp/in.csv" >/dev/null 2>"$tmp/said"
! grep -q 'with -c CC$' "$tmp/said"
result 'and only then' $? "$tmp/said"

expect "Google's labels say which number is a fax" 0 sh -c \
	'lead-import -q -c GB | cut -f 6,8,22' 3<<-'OUT' <<-'IN'
	full_name	email	notes
	A B	a@x.example	fax 01632 960800
OUT
	First Name,Last Name,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value,E-mail 1 - Value
	A,B,Work Fax,01632 960800,Home,01632 960802,a@x.example
IN
