#!/bin/sh
# lead-import: words beside numbers and addresses: kept, and minded
. tests/tap.sh

# stops COLUMNS: what an import of standard input refuses, and its notes.
stops() {
	lead-import -q -c GB | cut -f "4,$1"
}

expect 'what stands beside a number is kept, and a refusal closes' 0 stops 16- \
	3<<-'OUT' <<-'IN'
	full_name	do_not_call	do_not_email	do_not_sms	do_not_post	notes
	Ann	yes				phone: do not call
	Bo					phone: ask for Ann
	Cy	yes	yes	yes	yes	phone: DNC
	Di	yes	yes	yes	yes	phone: Reception\nphone: DO NOT CONTACT
	Ed					phone: /9
	Fay	yes				phone: TPS
	Gus	yes	yes	yes	yes	mobile: DNC
	Huw					ext. 12\nphone: reception
	Ifan	yes				also: 029 2018 0011 do not call
	Jo	yes				phone: peidiwch â ffonio
OUT
	Name,Email,Phone,Mobile
	Ann,a@x.example,07700 900101 - do not call,
	Bo,b@x.example,029 2018 0000 (ask for Ann),07700 900102 (mob)
	Cy,c@x.example,DNC 029 2018 0001,
	Di,d@x.example,Reception: 029 2018 0002 (DO NOT CONTACT),
	Ed,e@x.example,029 2018 0003/9,
	Fay,f@x.example,029 2018 0004 TPS,
	Gus,g@x.example,029 2018 0005,07700 900103 DNC
	Huw,h@x.example,029 2018 0006 ext 12 reception,
	Ifan,i@x.example,029 2018 0010 / 029 2018 0011 do not call,
	Jo,j@x.example,029 2018 0012 (peidiwch â ffonio),
IN

expect 'what says no more than that it is a number is left out' 0 stops 15- \
	3<<-'OUT' <<-'IN'
	full_name	do_not_call	do_not_email	do_not_sms	do_not_post	notes
	Ann					
	Bo					
	Cy					
	Di					
	Ed					
	Fay					
	Gus					also: (029) 2018 0006
OUT
	Name,Email,Phone
	Ann,a@x.example,Tel. no.: 029 2018 0000
	Bo,b@x.example,p:+442920180001
	Cy,c@x.example,07700 900101 (mobile)
	Di,d@x.example,(029) 2018 0002
	Ed,e@x.example,[029] 2018 0003
	Fay,f@x.example,* ( 029 ) 2018 0004
	Gus,g@x.example,"(029) 2018 0005, (029) 2018 0006"
IN

expect 'what people say of how they want to be contacted' 0 stops 12-15 \
	3<<-'OUT' <<-'IN'
	full_name	do_not_call	do_not_email	do_not_sms	do_not_post
	Ann	yes	yes	yes	yes
	Bo	yes	yes	yes	yes
	Cy	yes		yes	yes
	Di	yes	yes	yes	yes
	Ed	yes			
	Fay				
	Gus	yes	yes	yes	
OUT
	Company,Name,Marketing,Contact by
	Acme,Ann,N,
	Acme,Bo,opt-out,
	Acme,Cy,,Email only
	Acme,Di,Yes,no contact
	Acme,Ed,,No phone calls
	Acme,Fay,Yes,"Email, post"
	Acme,Gus,,post only
IN

expect 'and asked whether they want to be' 0 stops 12-15 \
	3<<-'OUT' <<-'IN'
	full_name	do_not_call	do_not_email	do_not_sms	do_not_post
	Ann	yes	yes	yes	yes
	Bo	yes	yes	yes	yes
	Cy	yes	yes	yes	yes
	Di	no	no	no	no
OUT
	Company,Name,Marketing?,GDPR?,Keep me updated
	Acme,Ann,N,,
	Acme,Bo,,No,
	Acme,Cy,,,FALSE
	Acme,Di,Y,Yes,TRUE
IN

expect 'so do words in place of a number or an address, or beside one' 0 \
	stops 15- 3<<-'OUT' <<-'IN'
	full_name	do_not_call	do_not_email	do_not_sms	do_not_post	notes
	Ann	yes				
	Bo		yes			
	Cy		yes			also: c@x.example (do not email)
	Di					
OUT
	Name,Email,Phone
	Ann,a@x.example,do not call
	Bo,do not email,029 2018 0001
	Cy,c@x.example (do not email),029 2018 0002
	Di,Di Contact <d@x.example>,029 2018 0003
IN

# closed: "HEADER: ANSWER" on each line of standard input, and by letters what
# it closes: c(all), e(-mail), s(ms), p(ost).
closed() {
	while IFS= read -r line; do
		printf 'Name,Email,%s\nAnn,a@x.example,%s\n' "${line%: *}" \
			"${line#*: }" | lead-import -q | awk -F '\t' -v line="$line" '
			NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
			{
				print line " = " \
					($at["do_not_call"] == "yes" ? "c" : "") \
					($at["do_not_email"] == "yes" ? "e" : "") \
					($at["do_not_sms"] == "yes" ? "s" : "") \
					($at["do_not_post"] == "yes" ? "p" : "")
			}'
	done
}
cat >"$tmp/want" <<-'END'
	Marketing emails: No = e
	Opted in: No = cesp
	Opted in: 2025-01-01 = 
	Subscribed: N = e
	Consent given: No = cesp
	Email OK: n = e
	Can contact?: N = cesp
	Allow calls: 0 = c
	EMAIL_BLACKLIST: 1 = e
	Unsub: yes = e
	Remove from list: Y = cesp
	TPS match: Y = c
	Opt out - all: yes = cesp
	Dim ffonio: Ie = c
	Caniatâd i gysylltu: Na = cesp
	Ydych chi eisiau clywed gennym?: Nac ydw = cesp
	Keine Anrufe: ja = c
	Ne pas démarcher: oui = cesp
	Unsubscribe reason: Too many = e
	Contact preference: Do not contact = cesp
	Contact by: Never = cesp
	Contact by: Email only = csp
	Status: Remove from list = cesp
	Status: Asked us not to call = c
	Marketing status: Subscribed = 
	Marketing status: Not subscribed = e
	Marketing: Newsletter May = 
	Do not email: ☐ = 
	Do not email: ☑ = e
	May we call you?: ☑ = 
	May we call you?: ☐ = c
END
sed 's/ = .*//' "$tmp/want" | closed >"$tmp/got"
same 'what refuses, by its header and its answer' "$tmp/want" "$tmp/got"

expect 'what stands below the rows is no lead' 0 sh -c \
	'lead-import -q -r "$1" | cut -f 4,5; cut -f 2,3 "$1"' - "$tmp/foot" \
	3<<-'OUT' <<-'IN'
	full_name	company
	Ann	Acme
	Total	Energies
	Page One	24 Seven
	Page Turner	90210
	Count Basie	12345
	line	reason
	7	is a sum or the foot of a page, no lead
	8	is a sum or the foot of a page, no lead
	9	is a sum or the foot of a page, no lead
	10	is a sum or the foot of a page, no lead
OUT
	Name,Company
	Ann,Acme
	Total,Energies
	Page One,24 Seven
	Page Turner,90210
	Count Basie,12345
	Total,3
	Grand Total,"1,234.50"
	Printed 3/4/2026,Page 1 of 2
	Records: 3,27/11/2026 10:00
IN

expect 'dates are dates in columns of their own, too' 0 sh -c \
	'lead-import -q -c GB | cut -f 19-' 3<<-'OUT' <<-'IN'
	last_contacted	unsubscribed_at
	2026-04-13	
	2026-04-03T10:00:00Z	2026-04-02
OUT
	Name,Email,Last Contacted,Unsubscribed At
	Ann,a@x.example,13/4/2026,
	Bo,b@x.example,3/4/2026 10:00,2/4/2026
IN

expect 'a calling code tells the country' 0 sh -c \
	'lead-import -q | cut -f 4,7,9' 3<<-'OUT' <<-'IN'
	full_name	phone	country
	Ann	+442920180001	GB
	Bo	+12125550123	US
	Cy	+35315550123	IE
	Di	+442920180001	GB
OUT
	Name,Phone,Country Code
	Ann,029 2018 0001,44
	Bo,(212) 555-0123,+1
	Cy,01 555 0123,00353
	Di,029 2018 0001,826
IN

err="lead-import: stdin: 'Mailing list 2026' holds e-mail addresses: it is read as email
..." \
expect 'addresses are addresses, whatever stands above them' 0 sh -c \
	'lead-import | cut -f 6' 3<<-'OUT' <<-'IN'
	email
	a@x.example
	b@x.example
OUT
	Mailing list 2026
	a@x.example
	b@x.example
IN

expect 'and so are numbers' 0 sh -c 'lead-import -q -c GB | cut -f 7' \
	3<<-'OUT' <<-'IN'
	phone
	+442920180001
	+442920180002
OUT
	Line,Where
	(029) 2018 0001,Bala
	029 2018 0002,Ely
IN

expect 'also beside a number, but not those of somebody else' 0 sh -c \
	'lead-import -q -c GB | cut -f 6,8,20-' 3<<-'OUT' <<-'IN'
	email	phone	manager
	a@x.example	+442920180001	m@x.example
OUT
	Phone,Contactus,Manager
	029 2018 0001,a@x.example,m@x.example
IN

expect 'but not where a header says who it is' 0 sh -c \
	'lead-import -q -c GB | cut -f 6,19-' 3<<-'OUT' <<-'IN'
	email	their_manager
	a@x.example	c@x.example
OUT
	Email,Their manager
	a@x.example,c@x.example
IN

expect 'a title before a name that is turned round stays first' 0 sh -c \
	'lead-import -q | cut -f 4' 3<<-'OUT' <<-'IN'
	full_name
	Dr. Mari Rees, MBA
	Mrs Ann Evans
	Dr. John Smith
OUT
	Name,Email
	"Dr. Rees, Mari, MBA",c@x.example
	"Mrs Evans, Ann",f@x.example
	"Smith, Dr. John",d@x.example
IN

expect 'a second job title is a note' 0 sh -c \
	'lead-import -q | cut -f 4,5,14' 3<<-'OUT' <<-'IN'
	full_name	job_title	notes
	Ann Bo	Manager	Director
OUT
	Full Name,Job Title,Company,Postcode
	"Ann Bo, Director",Manager,Acme Ltd,CF10 1AA
IN

expect 'two people, or a list of partners, are not turned round' 0 sh -c \
	'lead-import -q | cut -f 4' 3<<-'OUT' <<-'IN'
	full_name
	James Bee, Cy Dee
	Jones, Evans and Partners
	Jan van der Berg
	Mari Anne Rees Jones
OUT
	Name,Email
	"James Bee, Cy Dee",a@x.example
	"Jones, Evans and Partners",b@x.example
	"van der Berg, Jan",c@x.example
	"Rees Jones, Mari Anne",d@x.example
IN

expect 'words for nothing are nothing, where they are no name or answer' 0 \
	sh -c 'lead-import -q | cut -f 4-6,11 | tr "\t" "|"' 3<<-'OUT' <<-'IN'
	full_name|job_title|company|city
	|||
	Jennifer Null|Nurse|Null Ltd|
OUT
	Name,Email,Company,Job Title,City
	anonymous,a@x.example,TBC,—,(blank)
	Jennifer Null,b@x.example,Null Ltd,Nurse,#REF!
IN

expect 'addresses under an unknown header, one of which is none' 0 sh -c \
	'lead-import -q | cut -f 5-7' 3<<-'OUT' <<-'IN'
	company	email	email_status
	D Ltd	dai@d.example	ok
	S Ltd	sue@s	invalid
	U Ltd	una@u.example	ok
OUT
	Firm,e-mail addy
	D Ltd,dai@d.example
	S Ltd,sue@s
	U Ltd,una@u.example
IN

expect 'thousands and millions that the header speaks of' 0 sh -c \
	'lead-import -q | cut -f 6-8' 3<<-'OUT' <<-'IN'
	employees	annual_revenue	currency
	12500	250000	GBP
	1000-5000	1500000	GBP
OUT
	Headcount (000s),Turnover (£000s),Email
	12.5,250,a@x.example
	1-5,"1,500",b@x.example
IN
printf 'Umsatz (Mio. EUR),Email\n3,a@x.example\n' | lead-import -q |
	cut -f 6-7 >"$tmp/got"
printf 'annual_revenue\tcurrency\n3000000\tEUR\n' >"$tmp/want"
same 'in German, too' "$tmp/want" "$tmp/got"

expect 'a state may be that mail came back' 0 sh -c \
	'lead-import -q | cut -f 7,8' 3<<-'OUT' <<-'IN'
	email	email_status
	a@x.example	invalid
	b@x.example	invalid
	c@x.example	ok
	d@x.example	ok
OUT
	Email,Status,Name,Title,Company
	a@x.example,5.1.1,A,,
	b@x.example,Hard bounce,B,,
	c@x.example,Not bounced,C,,
	d@x.example,New,D,,
IN

expect 'a company is known by its number' 0 sh -c \
	'lead-import -q | cut -f 5,6' 3<<-'OUT' <<-'IN'
	company	company_number
	FOO LIMITED	01234567
	Bar Ltd	07654321
OUT
	company_name,company_number,registered_office_address
	Foo Ltd,01234567,"1 High St, Bala"
	FOO LIMITED,1234567,"1 High St, Bala"
	Bar Ltd,7654321,"2 High St, Bala"
IN

expect 'but not of what says so itself, nor of times' 0 sh -c \
	'lead-import -q | cut -f 6-7' 3<<-'OUT' <<-'IN'
	employees	annual_revenue
	5	2000000
	6	1200000000
OUT
	Size (m),Turnover (£000s),Turnover (last 12 m),Email
	5,£2m,1,a@x.example
	6,1.2bn,2,b@x.example
IN
