#!/bin/sh
# clang-format decides the layout of code; lines fit 80 columns.
. tests/tap.sh
export LC_ALL=C
command -v clang-format >/dev/null || skip_all 'no clang-format'

find cmd common tests -name '*.[ch]' ! -name '*_table.c' |
	xargs clang-format --dry-run -Werror >"$tmp/found" 2>&1
result 'code is as clang-format has it' $? "$tmp/found"

find cmd common tests Makefile -name '*.[ch]' -o -name '*.sh' |
	grep -v '_table\.' | xargs awk '{
		gsub(/[\200-\277]/, "") # the rest of a character of UTF-8
		width = 0
		n = split($0, part, "\t")
		for (i = 1; i < n; i++)
			width = int((width + length(part[i])) / 8 + 1) * 8
		width += length(part[n])
	}
	width > 80 { print FILENAME ":" FNR ": " width }' >"$tmp/found"
[ ! -s "$tmp/found" ]
result 'lines fit 80 columns' $? "$tmp/found"
