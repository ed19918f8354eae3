#!/bin/sh
# Calls that have no place here, by what the objects really import.
. tests/tap.sh

# A shell that is given data, the locale in data, buffers without a size,
# stdio, whose faults nobody looks at.
forbidden='system popen strtod strtof strtold atof atoi atol strtol strtoul
	strtoll strtoull sprintf vsprintf strcpy strcat strncpy strncat stpcpy
	gets strtok scanf fscanf sscanf isoc99_scanf isoc99_sscanf
	isoc99_fscanf wordexp mktemp tmpnam tempnam tmpfile asctime ctime
	localtime gmtime strftime isalpha isdigit isspace toupper tolower
	signal vfork alloca printf puts putchar fopen fgets fputs fprintf'

# imports DIR: OBJECT CALL for each object of DIR that has its source still.
imports() {
	for source in "$1"/*.c; do
		object=$BUILD/${source%.c}.o
		[ -f "$object" ] && echo "$object"
	done | xargs nm -A -u | awk '{
		call = $NF
		sub(/@.*/, "", call)
		if (call ~ /^__.*_chk$/) call = substr(call, 3, length(call) - 6)
		sub(/^__/, "", call)
		sub(/:.*/, "", $1)
		print $1, call
	}'
}

for dir in cmd/*/ cmd/*/*/ common/*/; do
	dir=${dir%/}
	ls "$dir"/*.c >/dev/null 2>&1 || continue
	imports "$dir" >"$tmp/imports"
	awk -v list="$forbidden" 'BEGIN {
		n = split(list, word, /[ \t\n]+/)
		for (i = 1; i <= n; i++) bad[word[i]] = 1
	} $2 in bad' "$tmp/imports" >"$tmp/found"
	[ -s "$tmp/imports" ] && [ ! -s "$tmp/found" ]
	result "$dir calls nothing forbidden" $? "$tmp/found"
done

grep -n 'LC_ALL\b' $(find cmd common -name '*.c') |
	grep -v '"LC_ALL"' >"$tmp/found"
[ ! -s "$tmp/found" ]
result 'the locale of data is never set' $? "$tmp/found"
