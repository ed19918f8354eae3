#!/bin/sh
# Very much of one thing is read in time that grows with it: what took minutes
# takes seconds, with the sanitizers too.
. tests/tap.sh

cd "$tmp" || exit

# soon WHAT COMMAND...: within 20 seconds
soon() {
	what=$1
	shift
	ok "$what" timeout 20 "$@"
}

awk 'BEGIN {
	print "Email,Unsubscribed"
	for (i = 0; i < 300000; i++) print "ann@x.example,yes"
}' >refusals.csv
soon 'rows of one lead that refuses' \
	lead-import -q refusals.csv -o leads.tsv

awk 'BEGIN {
	for (i = 0; i < 4000; i++) printf "zog,"
	print "Email"
	for (i = 0; i < 4000; i++) printf "%d,", i
	print "ann@x.example"
}' >wide.csv
soon 'columns of one name' lead-import -q wide.csv -o leads.tsv
head -1 leads.tsv | tr '\t' '\n' | grep zog >got
awk 'BEGIN { for (i = 1; i <= 4000; i++) print "zog" (i > 1 ? "_" i : "") }' \
	>want
same 'and each is kept' want got

awk 'BEGIN {
	print "Email,Tags"
	printf "ann@x.example,\"z;"
	for (i = 0; i < 60000; i++) printf "t%d;t%d; ", i, i % 7
	print "a\""
}' >tags.csv
soon 'tags of one lead' lead-import -q tags.csv -o leads.tsv
awk -F '\t' 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
	{ n = split($at["tags"], tag, "; "); print n, tag[1], tag[2], tag[n] }' \
	leads.tsv >got
echo '60002 z t0 a' >want
same 'and each is there once, where it stood' want got

awk 'BEGIN {
	print "lead_id\temail\tnotes"
	for (row = 0; row < 2; row++) {
		printf "L%d\tann@x.example\t[erased] is ill", row
		for (i = 0; i < 40000; i++) printf "\\nn%d", i * 2 + row
		print ""
	}
}' >notes.tsv
soon 'notes of which something was erased' \
	lead-import -q notes.tsv -o leads.tsv
