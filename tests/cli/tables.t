#!/bin/sh
# Small tables written by hand: what is said of those that are none.
. tests/tap.sh

table() {
	printf "$1" >"$tmp/table"
}
bad() {
	name=$1 err="lead-score: $tmp/table$2"
	expect "$name" 2 lead-score -q -k "$tmp/table" 3</dev/null <<-'IN'
	lead_id
	IN
}
bad 'one that is missing' ': No such file or directory'
table ''
bad 'an empty one' ': empty: not even a header line'
table '# product\n\n# row\n'
bad 'one of comments alone' ': empty: not even a header line'
table 'product\tproduct\n'
bad 'a column twice' ":1: column 'product' stands there twice"
table 'product\trow\n'
bad 'a column too few' ": no column 'name'"
table 'product\trow\tname\n# x\ty\tz\tw\np\tproduct\tP\n\np\tup\tq\tr\n'
bad 'a field too many' ':5: 4 fields, but the header has 3'
table 'product\trow\tname\np\tproduct\tP\np\tup\t\377\n'
bad 'bytes that are no text' ':3: not valid UTF-8...'
table 'product\trow\tname\np\tproduct\tP\np\tup\ta\\qb\n'
bad 'an escape that is none' ':3: unknown escape...'
table '# by hand\nproduct\trow\tname\tvalue\n\np\tproduct\tP'
expect 'short rows, blank lines, no LF at the end: all are good' 0 \
	sh -c 'lead-score -q -k "$1" | tail -1 | cut -f2' - "$tmp/table" \
	3<<-'OUT' <<-'IN'
	P
OUT
	lead_id	product_interest
	L1	P
IN
