#!/bin/sh
# Headers that ask for permission in words of their own: who said no is not
# to be contacted, and what asks for no permission is left alone.
. tests/tap.sh

# stopped HEADER ANSWER: the channels that the answer closes.
stopped() {
	printf 'Name;Email;%s\nAnn Lloyd;ann@ty.example;%s\n' "$1" "$2" |
		lead-import -q | awk -F '\t' 'NR == 1 { split($0, name); next }
			{
				for (i = 1; i <= NF; i++)
					if (name[i] ~ /^do_not_/ && $i == "yes") {
						out = out gap substr(name[i], 8)
						gap = " "
					}
				print out
			}'
}

# asks HEADER NO YES: what no, and what yes, closes.
asks() {
	printf '%s|%s\n' "$2" "$3" >"$tmp/wanted"
	printf '%s|%s\n' "$(stopped "$1" No)" "$(stopped "$1" Yes)" \
		>"$tmp/got"
	same "$1" "$tmp/wanted" "$tmp/got"
}

all='call email sms post'

# It asks for a yes.
asks 'May we contact you by e-mail?' email ''
asks 'may_we_call_you?' call ''
asks 'Can we text you?' sms ''
asks 'Are you happy for us to write to you by post?' post ''
asks 'I agree to receive the monthly newsletter' email ''
asks 'Keep me informed by email about offers' email ''
asks 'May we contact you?' "$all" ''
asks 'I would like to hear from Gwalia Widgets' "$all" ''
asks 'OK to call or email' "$all" ''
asks 'I consent to being contacted by telephone' call ''
asks "Rwy'n cytuno i dderbyn e-bost" email ''
asks 'A gawn ni eich ffonio?' call ''

asks 'Dürfen wir Sie anrufen?' call ''
asks 'Souhaitez-vous recevoir notre newsletter ?' email ''
asks '¿Podemos llamarle?' call ''
asks 'Acconsento a essere contattato' "$all" ''
asks 'Mogen wij u mailen?' email ''

asks 'I agree to receive e-mails (you can unsubscribe whenever you like)' email ''
asks 'I consent to being contacted by phone - you may opt out later' call ''
asks 'Keep me up to date with your news by email' email ''
asks 'Would you like to receive our newsletter from time to time?' email ''
asks 'Consent (phone)' call ''
asks 'Email consent' email ''

# It asks for a no.
asks 'Tick if you do NOT wish to be contacted' '' "$all"
asks "Please don't phone me" '' call
asks 'I would rather not receive e-mails' '' email
asks 'Opt me out of text messages' '' sms
asks 'Peidiwch â ffonio fi os gwelwch yn dda' '' call

asks 'Ich möchte keine Werbung' '' "$all"
asks 'Niet bellen aub' '' call

asks 'Please remove me from your mailing list' '' email
asks 'Opted out' '' "$all"
asks 'Opt-Out' '' "$all"

# Words of another question that stand behind it make it no other.
asks 'May we contact you about how we can help?' "$all" ''
asks 'I agree that you may email me when there is news' email ''
asks 'Newsletter' email ''
asks 'Newsletter sign-up' email ''
asks 'How may we contact you?' "$all" ''

# It asks for something else.
asks 'Newsletter name' '' ''
asks 'Address: Newsletter' '' ''
asks 'When can we call you?' '' ''
asks 'Best time to call' '' ''
asks 'No. of calls' '' ''
asks 'Phone no.' '' ''
asks 'Emails opened' '' ''
asks 'Untick if you do not want emails' '' ''
asks 'I agree to the terms and conditions' '' ''
asks 'Email opt-in source' '' ''
asks 'Receives benefits' '' ''

# answer HEADER ANSWER CHANNELS
answer() {
	echo "$3" >"$tmp/wanted"
	stopped "$1" "$2" >"$tmp/got"
	same "$1 $2" "$tmp/wanted" "$tmp/got"
}
answer 'May we call you?' 'Yes, after five' ''
answer 'May we call you?' 'Yes, but not at work' call
answer 'May we call you?' 'No thanks' call
answer 'May we call you?' 'only my assistant' call
answer 'May we call you?' '' ''
answer 'Number we can call you on' '01792 555123' ''
answer 'Email we can contact you on' 'ann@ty.example' ''
answer 'Do not allow Phone Calls' 'Allow' ''
answer 'Do not allow Phone Calls' 'Do Not Allow' call

answer "Don't Market" Yes "$all"
answer 'TPS registered?' Yes call
answer 'Do not email' '☑' email
answer 'Marketing consent' 'No thanks' email
answer 'Marketing consent' Revoked email
answer 'Marketing consent' Na email
answer 'Email opt-in' "Yes, don't email me" email

# A state or a tag may be a refusal; most are none.
answer 'Lead Status' 'Do Not Contact' "$all"
answer 'Lead Status' Unsubscribed email
answer 'Lifecycle Stage' 'Opted Out' "$all"
answer 'Lead Status' 'Closed - Do Not Contact' "$all"
answer 'Lead Status' 'Opted out (email)' "$all"
answer 'Lead Status' 'Opted out of email (2024)' email
answer 'Lead Status' 'Unsubscribed 2024' email
answer 'Lead Status' 'Never unsubscribed' ''
answer 'Lead Status' 'No email address' ''
answer 'Status' 'Contacted' ''
answer 'Status' 'Refused' ''
answer 'Tags' 'vip, DNC' "$all"
answer 'Tags' 'Do not call' call
answer 'Tags' 'no sms, vip, no emails' 'email sms'
answer 'Tags' 'vip, unsubscribe' email
answer 'Status' 'Blacklisted' "$all"
answer 'Lead Status' 'Withdrew consent' "$all"
answer 'Lead Status' 'Erasure requested' "$all"
answer 'TPS' 'Not registered' ''
answer 'TPS' 'Clean' ''
answer 'TPS' 'Registered' call

# Wishes: what is denied, in whatever words.
answer 'Contact preferences' 'no email or sms please' 'email sms'
answer 'Contact preferences' 'No calls / no email' 'call email'
answer 'Contact preferences' 'Phone, not email' email
answer 'Contact preferences' 'Email - not phone' call
answer 'Contact preferences' 'Email: No, Phone: Yes' email
answer 'Contact preferences' 'Not by phone' call
answer 'Contact preferences' 'anything but phone' call
answer 'Contact preferences' 'yes to email but no calls' call
answer 'Contact preferences' 'Email, no problem' ''
answer 'Contact preferences' 'Email and phone' ''
answer 'Contact preferences' 'Not before 10, call' ''
answer 'Tags' 'vip, wales' ''
printf 'header\tcolumn\nLead Status\tstatus\nTags\ttags\n' >"$tmp/map.tsv"
printf 'Lead Status,Tags\nx,y\n' | lead-import -q --show-map >"$tmp/got"
same 'a state keeps its name' "$tmp/map.tsv" "$tmp/got"
printf 'Email,Lead Status\na@ty.example,Do not call\n' >"$tmp/in.csv"
lead-import -q "$tmp/in.csv" >"$tmp/one"
lead-import -q -m "$tmp/map.tsv" "$tmp/in.csv" >"$tmp/two"
same 'and a map that is given back changes nothing' "$tmp/one" "$tmp/two"
ok 'it is kept as it was' grep -q '	Do not call$' "$tmp/one"

# What was asked stays in the record, and on stderr.
err="lead-import: stdin: UTF-8, comma, header in line 1, 2 columns
lead-import: stdin: 2 of 2 headers are known
lead-import: stdin: 'May we call you?' asks for permission: no there is do_not_call
lead-import: 1 row: 1 new, 0 updated, 0 merged, 0 unchanged, 0 rejected, 0 \
suppressed"
expect 'the question is kept and said' 0 \
	sh -c 'lead-import | cut -f 14,19' 3<<-'OUT' <<-'IN'
	do_not_call	may_we_call_you
	yes	No
OUT
	Email,May we call you?
	ann@ty.example,No
IN
printf 'Email,May we call you?\nann@ty.example,No\n' >"$tmp/in.csv"
lead-import -q "$tmp/in.csv" >"$tmp/one"
lead-import -q --show-map "$tmp/in.csv" >"$tmp/map.tsv"
lead-import -q -m "$tmp/map.tsv" "$tmp/in.csv" >"$tmp/two"
same 'a map that is given back asks the same' "$tmp/one" "$tmp/two"
printf 'header\tcolumn\nMay we call you?\tcallback\n' >"$tmp/map.tsv"
printf 'Email,May we call you?\nann@ty.example,No\n' |
	lead-import -q -m "$tmp/map.tsv" >"$tmp/out"
ok 'a map of the user goes first' grep -q 'callback$' "$tmp/out"
! grep -q '	yes' "$tmp/out"
result 'and then it is no question' $? "$tmp/out"

# Calendly has a question in one field, and its answer in the next.
cat >"$tmp/asked.csv" <<-'IN'
	Invitee Email,Question 1,Response 1,Question 2,Response 2
	a@x.example,May we email you offers?,No,Phone number?,07700 900971
	b@x.example,May we email you offers?,Yes,Phone number?,
	c@x.example,,,,
IN
expect 'a question that all rows ask is the header of its answers' 0 sh -c '
	lead-import -q -c GB "$1" | cut -f 6,8,16' - "$tmp/asked.csv" 3<<-'OUT'
	email	phone	do_not_email
	a@x.example	+447700900971	yes
	b@x.example		no
	c@x.example		
OUT
sed 's/b@x.example,May we email/b@x.example,May we not email/' \
	"$tmp/asked.csv" >"$tmp/differ.csv"
ok 'but not where they ask different ones' sh -c '
	! lead-import -q -c GB "$1" | head -1 | grep -q may_we' - \
	"$tmp/differ.csv"
# Quoted line ends, over the place where a second thread would begin.
awk 'BEGIN {
	print "Invitee Email,Question 1,Response 1"
	for (i = 0; i < 20000; i++)
		printf "a%d@x.example,May we email you?,\"No,\nthank you\"\n", i
}' >"$tmp/long.csv"
lead-import -q "$tmp/long.csv" | awk -F '\t' '
	NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
	{ n += $at["do_not_email"] == "yes" } END { print n }' >"$tmp/got"
echo 20000 >"$tmp/want"
same 'in a long dump, too' "$tmp/want" "$tmp/got"
