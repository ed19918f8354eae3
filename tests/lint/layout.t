#!/bin/sh
# The house: its rooms, the floors, the sizes, one door for each library.
. tests/tap.sh

# empty NAME FILE: the list of findings is empty.
empty() {
	[ ! -s "$2" ]
	result "$1" $? "$2"
}

sources() { find cmd common tests -name '*.[ch]' | sort; }
found=$tmp/found

ls -A | grep -vxE 'cmd|common|man|tests|Makefile|README\.md|LICENSE|\..*|build' \
	>"$found"
empty 'the top level has only what it should' "$found"

# Floors: an include that names a floor points down or stays.
floor_rank='BEGIN { rank["base"] = 1; rank["record"] = 2; rank["lead"] = 3 }'
find common -name '*.[ch]' | xargs awk "$floor_rank"'
	FNR == 1 { split(FILENAME, part, "/"); mine = rank[part[2]] }
	/^#include "/ {
		split($2, inc, /["\/]/)
		if (!(inc[2] in rank) || rank[inc[2]] > mine)
			print FILENAME ":" FNR ": " $0
	}' >"$found"
empty 'includes in common/ point down' "$found"

find cmd -name '*.[ch]' | sort >"$tmp/files"
xargs grep -n '^#include "' <"$tmp/files" | awk -F'"' '
	NR == FNR { there[$0]; next }
	$2 !~ /^(base|record|lead)\// {
		dir = $1
		sub(/[^\/]*$/, "", dir)
		if (!((dir $2) in there))
			print
	}' "$tmp/files" - >"$found"
empty 'a program includes its own files and common/' "$found"

# Foreign headers live behind one file each.
for header in csv.h readline/readline.h utf8proc.h libpsl.h xxhash.h \
	libsmartcols/libsmartcols.h; do
	grep -lE "^#include <$header>" $(find cmd common -name '*.[ch]') |
		sed 1d | sed "s|\$|: <$header> has a file already|"
done >"$found"
empty 'one file sees each library' "$found"

find cmd common -name '*.[ch]' | xargs wc -l | awk '
	$2 == "total" { next }
	/\/main\.c$/ && $1 > 150 || /\.h$/ && $1 > 120 || $1 > 400 {
		print $2 ": " $1 " lines"
	}' | grep -v '_table\.[ch]:' >"$found"
empty 'files are no longer than an idea (tables aside)' "$found"

find cmd common -name '*.c' | xargs awk '
	FNR == 1 { start = 0 }
	/^\{/ { start = FNR; name = prev }
	/^}/ && start {
		if (FNR - start - 1 > 60)
			print FILENAME ":" start ": " FNR - start - 1 " lines: " name
		start = 0
	}
	/^[a-z].*\(/ { prev = $0 }' >"$found"
empty 'functions fit a screen' "$found"

find cmd common -name '*.c' | xargs awk '
	/^\{/ { inside = 1 }
	/^}/ { inside = 0 }
	inside && /^\t\t\t\t\t+(if|for|while|switch) / {
		print FILENAME ":" FNR ": " $0
	}' >"$found"
empty 'nesting is at most four deep' "$found"

awk '{ gsub(/"[^"]*"/, "") }
	/\/\// && !/https?:\/\// {
		print FILENAME ":" FNR ": " $0
	}' $(sources) >"$found"
empty 'no // comments' "$found"
grep -nE '\b(TODO|FIXME|XXX)\b' $(sources) Makefile >"$found"
empty 'nothing is left to do by its own words' "$found"

# A variable at file scope outside main.c is const.
find cmd common -name '*.c' ! -name main.c | xargs awk '
	/^static [^(]*(=|;)/ && !/const/ && !/^static (inline|void|bool)/ {
		print FILENAME ":" FNR ": " $0
	}' >"$found"
empty 'no globals outside main.c' "$found"

for program in cmd/*/; do
	name=$(basename "$program")
	[ -f "$program/main.c" ] || echo "$name: no main.c"
	[ -f "man/$name.1" ] || echo "$name: no man page"
	ls tests/cli/$name*.t >/dev/null 2>&1 || echo "$name: no test"
done >"$found"
empty 'a program has its main.c, page and test' "$found"

awk 'FNR == 1 && !/^\/\*/ && FILENAME !~ /version.h/ {
	print FILENAME ": does not begin with what it is for"
}' common/*/*.h >"$found"
empty 'every header of common/ begins with what it is for' "$found"
