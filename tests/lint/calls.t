#!/bin/sh
# Calls that have no place here, by what the programs really import.
. tests/tap.sh

# A shell that is given data, the locale in data, buffers without a size.
forbidden='system popen strtod strtof strtold atof atoi atol strtol strtoul
	strtoll strtoull sprintf vsprintf strcpy strcat strncpy strncat stpcpy
	gets strtok scanf fscanf sscanf __isoc99_scanf __isoc99_sscanf
	__isoc99_fscanf wordexp mktemp tmpnam tempnam tmpfile setenv_all
	asctime ctime localtime gmtime strftime isalpha isdigit isspace toupper
	tolower signal vfork alloca printf puts fopen fgets fputs fprintf'
for program in cmd/*/; do
	name=$(basename "$program")
	[ -f "$program/main.c" ] || continue
	found=
	for object in "$BUILD"/cmd/"$name"/*.o; do
		for call in $(nm -u "$object" | awk '{ print $2 }'); do
			case " $(echo $forbidden) " in
			*" $call "*) found="$found ${object##*/}:$call" ;;
			esac
		done
	done
	echo "$found" >"$tmp/found"
	[ ! "$found" ]
	result "$name calls nothing forbidden" $? "$tmp/found"
done
found=
for object in "$BUILD"/common/*/*.o; do
	for call in $(nm -u "$object" | awk '{ print $2 }'); do
		case " $(echo $forbidden) " in
		*" $call "*) found="$found ${object##*/}:$call" ;;
		esac
	done
done
echo "$found" >"$tmp/found"
[ ! "$found" ]
result 'common/ calls nothing forbidden' $? "$tmp/found"

grep -n 'LC_ALL\b' $(find cmd common -name '*.c') |
	grep -v '"LC_ALL"' >"$tmp/found"
[ ! -s "$tmp/found" ]
result 'the locale of data is never set' $? "$tmp/found"
