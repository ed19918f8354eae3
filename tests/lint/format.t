#!/bin/sh
# clang-format decides the layout of code; lines fit 80 columns.
. tests/tap.sh
export LC_ALL=C
command -v clang-format >/dev/null || skip_all 'no clang-format'

find cmd common tests -name '*.[ch]' ! -name '*_table.c' |
	xargs clang-format --dry-run -Werror >"$tmp/found" 2>&1
result 'code is as clang-format has it' $? "$tmp/found"

for file in $(find cmd common tests Makefile -name '*.[ch]' -o -name '*.sh'); do
	expand "$file" | awk -v file="$file" '{ gsub(/[\200-\277]/, "") }
		length > 80 { print file ":" FNR ": " length }'
done | grep -v '_table\.' >"$tmp/found"
[ ! -s "$tmp/found" ]
result 'lines fit 80 columns' $? "$tmp/found"
