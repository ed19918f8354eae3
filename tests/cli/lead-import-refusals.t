#!/bin/sh
# lead-import: what a column and a value close, in the words of vendors and
# people
. tests/tap.sh

# closed HEADER VALUE: call, email, sms and post, y where each is closed.
closed() {
	printf 'Name,Company,Email,Mobile,"%s"\n' "$1"
	printf 'Sue Roe,S Ltd,sue@s.example,07700 900123,"%s"\n' "$2"
}
while IFS='|' read -r header value want; do
	closed "$header" "$value" |
		lead-import -q -c GB -b legitimate-interests |
		awk -F '\t' 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i }
			NR == 2 {
				n = split("call email sms post", by, " ")
				for (i = 1; i <= n; i++)
					if ($at["do_not_" by[i]] == "yes")
						got = got (got ? " " : "") by[i]
				print got
			}' >"$tmp/got"
	echo "$want" >"$tmp/want"
	same "$header: $value" "$tmp/want" "$tmp/got"
done <<'IN'
Unsubscribed from Emails|true|email
Marked email as spam|true|email
Email Status|Complaint|email
Email Status|opted_out|email
Email Status|verified|
Bounce type|Complaint|email
Bounce type|hard|
Mobile DNC|Do Not Call|call
Direct DNC|TPS|call
CTPS Flag|Y|call
CTPS Flag|N|
GDPR status|Withdrawn|call email sms post
Marketing permissions|None|email
Do Not Contact Reason|asked us to stop|call email sms post
How would you prefer we contact you?|Post only|call email sms
Preferred contact method|Please don't|call email sms post
Preferred contact method|Phone|
Suppress|Y|call email sms post
Tick here to opt out|x|call email sms post
Email Opt-Out Date|2026-11-03|email
Permissions - Email|No|email
Permissions - Email|Yes|
Mailable|N|email
Right to be forgotten|requested|call email sms post
Deceased|Y|call email sms post
Deceased|N|
Einwilligung E-Mail|nein|email
Werbung erlaubt|nein|call email sms post
Werbung erlaubt|ja|
Consentement RGPD|non|email
Inscrit Bloctel|oui|call
DSGVO-Einwilligung|widerrufen|email
Démarchage|refusé|call
Hapus i gysylltu|na|call email sms post
Tagiau|peidiwch â ffonio|call
Outcome|Asked not to be called|call
Call outcome|Asked to be removed|call email sms post
Result|Remove from database|call email sms post
Stage|Do Not Prospect|call email sms post
Groups|Do Not Mail|post
Category|Do not contact|call email sms post
Category|Retail|
Notes|DO NOT CONTACT - GDPR complaint|call email sms post
Notes|asked for a quote|
Call notes|Please do not call again|call
Tags|vip no_marketing|call email sms post
SMS Marketing Consent|UNSUBSCRIBED|sms
Postal consent|No|post
Consent|Withdrawn 3/11/26|email
Consent|Pending|email
Consent|Double opt-in|
Consent|Legitimate interest|
Legal basis for processing contact's data|Consent withdrawn|email
Consent|Explicit consent|
Consent|No, contract ended|email
May we call you?|Yes, by email|call
Lawful basis|Legitimate interests (right to object given)|
Lawful basis|Consent not withdrawn|
Lawful basis|Contract - refused discount|
Outcome|No contact|
Category|None of the above|
Category|Bounce Back Loan|
Bounce type|Soft|
Tags|source_fb stop|
Notes|No further contact needed this week|
I consent to Acme contacting me about its services|I agree|
May we call you?|Yes I agree|
May we call you?|OK|
Please do not contact me|I agree|call email sms post
Marketing permissions|Email|call sms post
Marketing permissions|Email, Phone|sms post
We may contact you by|Email, Phone|sms post
I would like to receive marketing by|All|
I would like to receive marketing by|None|call email sms post
Email Status|Opt-Out: Admin|email
Email Status|Reported Spam|email
Tags|Lead,GDPR - no marketing|call email sms post
Telephone|no phone|
Telephone|do not call|call
Warning|Do not contact|call email sms post
Custom 1|DO NOT CALL|call
Suppression reason|Unsubscribed|email
Any other comments|Please don't phone|call
Any other comments|Please do not phone before 9|
Tag2|donotcall|call
SMS subscriber status|Unsubscribed|sms
SMS_blacklisted|Yes|sms
Do not disturb|Yes|call email sms post
Send Marketing Materials|Do Not Send|call email sms post
Contact consent|N|call email sms post
Consent status|Denied|email
Email consent status|Revoked|email
Opt-in status|Not opted in|email
Newsletter status|unsubscribed|email
Is Unsubscribed|1|email
Accepts Email|false|email
Contactable by phone|N|call
GDPR: Phone|No|call
Sub Disposition|DNC|call email sms post
Wrap up code|DO NOT CALL|call
Email Suppressions|[USER_SUPPRESSED]|email
Email Suppressions|[]|
Pension|Opted out|
Supplier list|Removed from list|
Marketing consent|Email - Yes, Phone - No|call email
Marketing permissions|Newsletter, Events|call sms post
Marketing permissions|Newsletter|call sms post
Consent|Marketing|
Consent|Terms accepted|email
Newsletter|Monthly|
Newsletter|HTML|
Call consent|Newsletter|call
May we call you?|Mornings|
May we call you?|Not after 5|call
IN

# The map that is printed, given back, says nothing else.
while IFS='|' read -r header value; do
	closed "$header" "$value" >"$tmp/in.csv"
	lead-import -q --show-map "$tmp/in.csv" >"$tmp/map"
	lead-import -q -c GB "$tmp/in.csv" >"$tmp/want"
	lead-import -q -c GB -m "$tmp/map" "$tmp/in.csv" >"$tmp/got"
	same "$header: its own map" "$tmp/want" "$tmp/got"
done <<'IN'
Marketing|No
Preferred contact method|Email only
How would you like to be contacted?|None of the above
May we call you?|No
Status|Do not contact
Group|Do not call
IN

# Notes that speak of a refusal further on close nothing, and are pointed at.
cat >"$tmp/notes.csv" <<'CSV'
Name,Email,Notes
Nia Rees,nia@acme.example,"Spoke to Nia, who said: do not call"
Ann Bo,ann@acme.example,asked for a quote
Bo Li,bo@acme.example,DO NOT CONTACT - GDPR complaint
Cy Du,cy@acme.example,Please don't phone before 9
CSV
echo 'Di Ek,di@acme.example,"Left out, said: do not call"' >>"$tmp/notes.csv"
echo 'Nobody,,do not call before nine' >>"$tmp/notes.csv"
printf 'key_type\tkey\nemail\tdi@acme.example\n' >"$tmp/list"
lead-import -c GB -x "$tmp/list" -r "$tmp/rejects" -t "$tmp/trace" \
	"$tmp/notes.csv" >"$tmp/got" 2>"$tmp/said"
ok 'notes that may refuse are counted' grep -q \
	':2: notes: 2 rows may refuse in their notes: read them, -t' "$tmp/said"
printf '2 may refuse in its notes\n5 may refuse in its notes\n' >"$tmp/want"
awk -F '\t' '$3 == "new" && $6 { print $2, $6 }' "$tmp/trace" >"$tmp/got"
same 'and the trace says which' "$tmp/want" "$tmp/got"

# Of two fields the one that refuses counts, in whatever order.
for head in 'Lawful basis,Marketing consent' 'Marketing consent,Lawful basis'; do
	values='Legitimate interests,Withdrawn'
	[ "${head%%,*}" = 'Lawful basis' ] ||
		values='Withdrawn,Legitimate interests'
	printf 'Email,%s\na@x.example,%s\n' "$head" "$values" |
		lead-import -q | awk -F '\t' '
			NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
			{ print $at["lawful_basis"], $at["do_not_email"] }' \
			>"$tmp/got"
	echo 'withdrawn yes' >"$tmp/want"
	same "$head: withdrawn" "$tmp/want" "$tmp/got"
done
