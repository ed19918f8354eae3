#!/bin/sh
# lead-import: what stands in dumps as people send them, and was once read
# wrongly.
. tests/tap.sh

# columns NAMES: these of an import of standard input.
columns() {
	lead-import -q -c GB | awk -F '\t' -v OFS='|' -v names="$1" '
		NR == 1 {
			for (i = 1; i <= NF; i++) at[$i] = i
			n = split(names, name, ",")
			next
		}
		{
			out = $at[name[1]]
			for (i = 2; i <= n; i++) out = out OFS $at[name[i]]
			print out
		}'
}

expect 'addresses and numbers that are dead' 0 columns \
	full_name,email_status,phone_status 3<<-'OUT' <<-'IN'
	Ann|ok|invalid
	Bo|invalid|ok
	Cy|ok|ok
	Di|invalid|ok
OUT
	Name,Email,Phone,Phone Is Invalid,CLEAN_TIME,Hard bounce reason
	Ann,a@x.example,029 2018 0001,1,,
	Bo,b@x.example,029 2018 0002,0,2025-01-01 10:00:00,
	Cy,c@x.example,029 2018 0003,,n/a,n/a
	Di,d@x.example,029 2018 0004,No,,550 unknown user
IN

expect 'a state of an address is no region' 0 columns \
	full_name,do_not_email,status 3<<-'OUT' <<-'IN'
	Ben Kay|yes|Unsubscribed
	Cy Di||Active
OUT
	Email Address,Name,State
	b@x.example,Ben Kay,Unsubscribed
	c@x.example,Cy Di,Active
IN

expect 'a subscriber may be an address' 0 columns \
	full_name,email,do_not_email 3<<-'OUT' <<-'IN'
	Ben Kay|b@x.example|yes
OUT
	Subscriber,Status,Name
	b@x.example,unsubscribed,Ben Kay
IN

expect 'a title may be Ms, and a company page a site' 0 columns \
	salutation,full_name,website 3<<-'OUT' <<-'IN'
	Ms|Nia Rowe|https://rowe.example
OUT
	Title,First Name,Last Name,Email,Company URL
	Ms,Nia,Rowe,n@x.example,rowe.example
IN

expect 'what one column shows of dates holds for the others' 0 columns \
	full_name,obtained_at,next_action_at 3<<-'OUT' <<-'IN'
	Ann|2026-11-02|2026-12-03
	Bo|2026-11-18|2026-12-04
OUT
	Name,Email,Date Created,Next Call
	Ann,a@x.example,11/02/2026,12/03/2026
	Bo,b@x.example,11/18/2026,12/04/2026
IN

expect 'a contact name is that of a person' 0 columns \
	full_name,company 3<<-'OUT' <<-'IN'
	Mike Hall|ABS Garages Ltd
OUT
	Name,Contact Name,Telephone
	ABS Garages Ltd,Mike Hall,029 2018 0001
IN

expect 'a name beside a last name is the first' 0 columns \
	full_name 3<<-'OUT' <<-'IN'
	Ann Kay
	Bo Li
OUT
	Name,Last name,Email
	Ann,Kay,a@x.example
	Bo Li,Li,b@x.example
IN

expect 'the address at work goes before the private one' 0 columns \
	full_name,email 3<<-'OUT' <<-'IN'
	Nia|n@rowe.example
	Bo|b@mail.example
OUT
	Name,Email (Home),Email (Work)
	Nia,n@mail.example,n@rowe.example
	Bo,b@mail.example,
IN

expect 'a sum below rows that have ids is no lead' 0 sh -c \
	'lead-import -q -r /dev/null | cut -f 3,5' 3<<-'OUT' <<-'IN'
	source_id	full_name
	1	Ann
OUT
	ID,Name,Email,Value
	1,Ann,a@x.example,10
	Total,,,30
IN

expect 'a place may name the country' 0 columns \
	full_name,phone,country,region 3<<-'OUT' <<-'IN'
	Jan|+493012345678|DE|Berlin, Germany
	Bo|+442920180001|GB|Atlanta, GA
	Cy|+442920180002|GB|Cardiff
OUT
	Name,Phone,Location
	Jan,030 12345678,"Berlin, Germany"
	Bo,029 2018 0001,"Atlanta, GA"
	Cy,029 2018 0002,Cardiff
IN

expect 'a report of few rows below its title' 0 columns \
	full_name,email 3<<-'OUT' <<-'IN'
	Ann Bo|a@x.example
	Cy Di|c@x.example
OUT
	Attendee Report,
	Report Generated:,"Nov 12, 2026 10:02 AM",
	Topic,Webinar ID,# Registered
	Fleet,812,5
	Attendee Details,
	Attended,First Name,Last Name,Email,Phone,Organization,
	Yes,Ann,Bo,a@x.example,07700900123,X Ltd,
	Yes,Cy,Di,c@x.example,07700900124,Y Ltd,
IN

expect 'currencies have names' 0 columns full_name,currency 3<<-'OUT' <<-'IN'
	Ann|GBP
	Bo|USD
	Cy|EUR
OUT
	Name,Email,Currency
	Ann,a@x.example,British Pound
	Bo,b@x.example,US Dollar
	Cy,c@x.example,Euro
IN

expect 'a currency in a column of its own' 0 columns \
	annual_revenue,currency 3<<-'OUT' <<-'IN'
	10000|USD
OUT
	Last Name,Email,Annual Revenue,Annual Revenue Currency
	Lloyd,a@x.example,10000,USD
IN

expect 'states by other names refuse, and are kept' 0 columns \
	do_not_call,do_not_email,call_outcome,lists,label 3<<-'OUT' <<-'IN'
	yes||Do not call||
	yes|yes||Spring, DNC|
	yes|yes|spoke||do not contact
	||spoke|Spring|hot
OUT
	Name,Email,Call Outcome,Lists,Label
	Ann,a@x.example,Do not call,,
	Bo,b@x.example,,"Spring, DNC",
	Cy,c@x.example,spoke,,do not contact
	Di,d@x.example,spoke,Spring,hot
IN

expect 'groups named above the header' 0 columns full_name,company,email \
	3<<-'OUT' <<-'IN'
	Ann Bo|X Ltd|a@x.example
	Cy Di|Y Ltd|c@x.example
OUT
	,,Contact,,Company,
	First Name,Last Name,Email,Phone,Company,Postcode
	Ann,Bo,a@x.example,029 2018 0001,X Ltd,CF10 1AA
	Cy,Di,c@x.example,029 2018 0002,Y Ltd,CF10 1AA
IN

expect "Facebook's answers" 0 columns postcode,value,currency 3<<-'OUT' <<-'IN'
	CF10 1AA|5000-10000|GBP
OUT
	id,created_time,platform,full_name,email,post_code,what_is_your_budget?
	l:1,2026-01-01T10:00:00+0000,fb,Ann Bo,a@x.example,z:CF101AA,£5k_-_£10k
IN

expect 'a job behind a name' 0 columns full_name,job_title,notes \
	3<<-'OUT' <<-'IN'
	Ann Bo|Director|
	Cy Di|Boss|Sales Manager
	Nia Rees||
	Elin Mair ap Rhys||
	Huw Tudor PhD||
	Dr Mary Smith PhD||
	Hughes Plumbing Ltd, Cardiff||
	Ann Rees|Buyer|
	John Smith, Jr||
OUT
	Name,Title,Email
	"Ann Bo, Director",,a@x.example
	"Cy Di, Sales Manager",Boss,c@x.example
	"Rees, Nia",,n@x.example
	"ap Rhys, Elin Mair",,e@x.example
	"Huw Tudor, PhD",,h@x.example
	"Dr Mary Smith, PhD",,i@x.example
	"Hughes Plumbing Ltd, Cardiff",,j@x.example
	"Rees, Ann, Buyer",,k@x.example
	"Smith, John, Jr",,l@x.example
IN

# "Customer" is the company where another column names who it is.
both='full_name,company,email'
expect 'a customer beside a contact' 0 columns $both 3<<-'OUT' <<-'IN'
	Nia Rees|Acme|n@x.example
OUT
	Customer Name,Contact Name,Email 1
	Acme,Nia Rees,n@x.example
IN
expect 'a customer beside two parts of a name' 0 columns $both \
	3<<-'OUT' <<-'IN'
	Nia Rees|Acme|n@x.example
OUT
	Client Name,Forename,Surname,Email Address 1
	Acme,Nia,Rees,n@x.example
IN
expect 'a customer who is one' 0 columns $both 3<<-'OUT' <<-'IN'
	Nia Rees|Acme|n@x.example
OUT
	Company,Customer Name,Customer Email
	Acme,Nia Rees,n@x.example
IN
expect 'a name beside a contact' 0 columns $both 3<<-'OUT' <<-'IN'
	Nia Rees|Acme|n@x.example
OUT
	Name,Main Contact,Email
	Acme,Nia Rees,n@x.example
IN
expect 'a name beside that on a bill' 0 columns full_name,last_name \
	3<<-'OUT' <<-'IN'
	Nia Rees|Rees
OUT
	Name,Last Name,Email,Billing Name
	Nia Rees,Rees,n@x.example,Ann Bo
IN
expect 'who is counted is not named' 0 columns full_name,attendee \
	3<<-'OUT' <<-'IN'
	Nia Rees|987
OUT
	First Name,Last Name,Email,Attendee #,Order #
	Nia,Rees,n@x.example,987,12
IN
expect 'what shops have' 0 columns full_name,phone,do_not_email,order \
	3<<-'OUT' <<-'IN'
	Nia Rees|+442920180001|yes|#1001
OUT
	Name,Email,Financial Status,Accepts Marketing,Total,Lineitem name,Billing Name,Billing Phone,Phone
	#1001,n@x.example,paid,no,12.50,Mug,Nia Rees,029 2018 0001,
	#1001,n@x.example,,,,Cup,,,
IN
expect 'a user is not whose lead it is' 0 columns owner,source_id \
	3<<-'OUT' <<-'IN'
	Sam|77
OUT
	User ID,Name,Email,Owner
	77,Nia Rees,n@x.example,Sam
IN

expect 'a name beside its parts' 0 columns full_name,last_name \
	3<<-'OUT' <<-'IN'
	Nia Rees|Rees
OUT
	Name,First Name,Last Name,Email
	Nia Rees,Nia,Rees,n@x.example
IN

expect 'second addresses and numbers are not the first' 0 columns \
	email,phone,mobile,postcode,alternate_email,alt_phone \
	3<<-'OUT' <<-'IN'
	n@x.example|+442920180001|+447700900123|CF10 1AA|m@x.example|029 2018 0002
OUT
	Alternate Email,Email 1,Alt Phone,Telephone No.,Mobile No.,P/Code
	m@x.example,n@x.example,029 2018 0002,029 2018 0001,07700900123,cf101aa
IN

# Words that people use, too, make no vendor of a list of their own.
expect 'the source is not guessed from one word' 0 columns source \
	3<<-'OUT' <<-'IN'
	stdin
OUT
	Contact Name,Company,Email,LinkedIn,Salesperson
	Nia Rees,Acme,n@x.example,,Ann
IN

# Lists that were written elsewhere are read, and what is no list is said.
printf '\357\273\277key_type\tkey\r\nemail\tn@x.example\r\n' >"$tmp/own"
expect 'a list with a mark and CRLF' 0 sh -c "
	lead-import -q -x '$tmp/own' | wc -l" 3<<-'OUT' <<-'IN'
	1
OUT
	Email
	n@x.example
IN
echo n@x.example >"$tmp/own"
err="lead-import: $tmp/own:1: 'n@x.example' is not a column name, such as \
first_name: its first line names its columns, with TABs between them"
expect 'a list without its columns' 2 lead-import -q -x "$tmp/own" \
	3</dev/null </dev/null

printf 'header\tcolumn\nEmial\temail\nWhat\tnotes\nWho,full_name\n' \
	>"$tmp/map.tsv"
err="lead-import: stdin: UTF-8, comma, header in line 1, 2 columns
lead-import: $tmp/map.tsv: no dump has the headers: Emial, Who,full_name
lead-import: stdin: 2 of 2 headers are known
lead-import: 1 row: 1 new, 0 updated, 0 merged, 0 unchanged, 0 rejected, \
0 suppressed"
expect 'headers of the map that no dump has' 0 \
	lead-import -m "$tmp/map.tsv" -o /dev/null 3</dev/null <<-'IN'
	Email,What
	n@x.example,shelves
IN

expect 'two numbers in a field' 0 columns phone,notes 3<<-'OUT' <<-'IN'
	+442920180001|also: 07700 900123
OUT
	Email,Phone
	n@x.example,029 2018 0001 ::: 07700 900123
IN

# A company may be known by its website, and a line by its number.
expect 'what identifies a lead when there is hardly anything' 0 sh -c "
	lead-import -q -c GB -t '$tmp/trace' -r /dev/null -o /dev/null
	cut -f 3,5,6 '$tmp/trace'" 3<<-'OUT' <<-'IN'
	fate	key	detail
	new		
	merged	name	
	new		
	new		
	merged	phone and name	
	new		
	merged	name	
	rejected		nothing identifies it: no e-mail address or telephone number that can be read, and no name with company, postcode or website, nor a company with city
	rejected		nothing identifies it: no e-mail address or telephone number that can be read, and no name with company, postcode or website, nor a company with city
	new		
	new		
OUT
	Name,Company,Phone,Website,City
	,Acme Ltd,,www.acme.example,
	,ACME,,https://acme.example/about,
	,Acme Ltd,,acme-two.example,
	,,029 2018 0001,,
	,,+44 29 2018 0001,,
	,Acme Ltd,,,Cardiff
	,Acme,,,CARDIFF
	Nia Rees,,,,Cardiff
	,Acme Ltd,,,
	Jo Puw,,,facebook.com/jo,
	Jo Puw,,,facebook.com/other-jo,
IN

# Whose address is that of a role is nobody in particular.
roles() {
	while read -r local; do
		printf 'Email,Phone\n%s@x.example,07700900101\n%s@x.example,07700900102\n' \
			"$local" "$local" | lead-import -q -c GB | tail -n +2 | wc -l
	done
}
expect 'roles of other languages, and with a stop' 0 roles 3<<-'OUT' <<-'IN'
	2
	2
	2
	2
	1
OUT
	buero
	customer.services
	cyfrifon
	segreteria
	mair.rees
IN
