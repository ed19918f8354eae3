#!/bin/sh
# The manual is true: clean mdoc, every option there and no other, and every
# example does what it shows.
. tests/tap.sh
export LC_ALL=C
command -v mandoc >/dev/null || skip_all 'no mandoc'

for page in man/*.[1-9]; do
	# The date is that of the page, the system's name is not OpenBSD.
	mandoc -Tlint -W warning "$page" >"$tmp/found" 2>&1
	[ ! -s "$tmp/found" ]
	result "$page is clean mdoc" $? "$tmp/found"
done

# Options: `.It Fl r , Fl Fl rules Ar FILE` against --options.  The common
# ones are documented once, in lead.7.
page_options() {
	sed -n 's/^\.It //p' "$1" | grep '^Fl' | awk '{
		for (i = 1; i <= NF; i++)
			if ($i == "Fl") {
				if ($(i + 1) == "Fl") { print "--" $(i + 2); i++ }
				else print "-" $(i + 1)
			}
	}' | sed 's/=.*//' | sort -u
}
table_options() {
	"$1" --options | awk -F'\t' 'NR > 1 {
		if ($1 != "") print "-" $1
		if ($2 != "") print "--" $2
	}' | sort -u
}
page_options man/lead.7 >"$tmp/common"
for program in cmd/*/; do
	name=$(basename "$program")
	[ -f "man/$name.1" ] || continue
	{ page_options "man/$name.1"; cat "$tmp/common"; } | sort -u >"$tmp/page"
	table_options "$name" >"$tmp/table"
	same "$name.1 and lead.7 have just the options of the table" \
		"$tmp/table" "$tmp/page"
	page_options "man/$name.1" | comm -12 - "$tmp/common" >"$tmp/found"
	"$name" --help >"$tmp/help"
	ok "$name --help fits a screen of 80 columns" awk '
		{ gsub(/[\200-\277]/, "") } length > 80 { bad = 1; print }
		END { exit bad || NR > 48 }' "$tmp/help"
done

# Examples: in a literal display, `$ command` lines run in a copy of the
# demo's store; what follows up to the next is what it prints.  A display
# that starts with a `# not run` line only shows.
for page in man/*.[1-9] README.md; do
	tests/examples.sh "$page" >"$tmp/found" 2>&1
	result "the examples of $page do what they show" $? "$tmp/found"
done
