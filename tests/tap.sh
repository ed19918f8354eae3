# tap.sh - read by every shell test: `. tests/tap.sh`.  A test runs from the
# project's root, prints TAP, and has an empty folder of its own, $tmp.
#
#	expect 'name' STATUS COMMAND... 3<<-'OUT' <<-'IN'
#
# runs the command on the second here-document and compares status, stdout
# with descriptor 3, and stderr with $err.  A trailing "..." in err compares
# only what stands before it; err='*' takes anything.
#
#	ok 'name' COMMAND...		the command succeeds
#	same 'name' WANTED GOT		two files are equal
#	skip_all 'why'			nothing of this file can run here
#
# $PATH starts with the programs under test; the clock stands at $LEAD_NOW.

BUILD=${BUILD:-$PWD/build/release}
PATH=$BUILD:$PATH
LC_ALL=C.UTF-8
LEAD_NOW=2026-11-23T09:15:00Z
TZ=Europe/London
tmp=$(mktemp -d)
LEAD_HOME=$tmp/home
XDG_STATE_HOME=$tmp/state
export PATH LC_ALL LEAD_NOW TZ LEAD_HOME XDG_STATE_HOME tmp BUILD
unset LANGUAGE LANG NO_COLOR
mkdir "$LEAD_HOME"
tap_n=0
tap_failed=0

tap_end() {
	rm -rf "$tmp"
	echo "1..$tap_n"
	[ "$tap_failed" -eq 0 ] || exit 1
}
trap tap_end EXIT

skip_all() {
	trap - EXIT
	rm -rf "$tmp"
	echo "1..0 # SKIP $*"
	exit 0
}

# result NAME GOOD [FILE]: a TAP line; FILE says what went wrong.
result() {
	tap_n=$((tap_n + 1))
	if [ "$2" -eq 0 ]; then
		echo "ok $tap_n - $1"
		return
	fi
	tap_failed=1
	echo "not ok $tap_n - $1"
	[ "${3:-}" ] && sed 's/^/# /' "$3" | head -40
	return 0
}

expect() {
	tap_name=$1 tap_want=$2
	shift 2
	"$@" >"$tmp/.out" 2>"$tmp/.err" 3<&-
	tap_got=$?
	cat <&3 >"$tmp/.want"
	: >"$tmp/.why"
	[ "$tap_got" -eq "$tap_want" ] ||
		echo "status $tap_got, wanted $tap_want" >>"$tmp/.why"
	cmp -s "$tmp/.want" "$tmp/.out" ||
		diff -u "$tmp/.want" "$tmp/.out" >>"$tmp/.why"
	tap_said=$(cat "$tmp/.err")
	case ${err-} in
	'*') ;;
	*...) case $tap_said in
		"${err%...}"*) ;;
		*) echo "said: $tap_said" >>"$tmp/.why" ;;
		esac ;;
	*) [ "$tap_said" = "${err-}" ] ||
		echo "said: $tap_said" >>"$tmp/.why" ;;
	esac
	[ ! -s "$tmp/.why" ]
	result "$tap_name" $? "$tmp/.why"
	err=
}

ok() {
	tap_name=$1
	shift
	"$@" >"$tmp/.why" 2>&1
	result "$tap_name" $? "$tmp/.why"
}

same() {
	diff -u "$2" "$3" >"$tmp/.why" 2>&1
	result "$1" $? "$tmp/.why"
}
