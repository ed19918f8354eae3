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
	lead_id	source	obtained_at	first_name	last_name	full_name	company	email	email_status	phone	phone_status	domain	country	language	subscriber	lawful_basis
	LMPY1BVQCBPJBMMM9	fair	2026-11-23T09:15:00Z	Nia	Rees	Nia Rees	Acme Ltd	nia@acme.example	ok	+442920180000	ok	acme.example	GB		corporate	
OUT
	First Name,Last Name,Company,Email,Phone
	Nia,Rees,Acme Ltd,NIA@Acme.example,029 2018 0000
IN
