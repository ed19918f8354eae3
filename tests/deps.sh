#!/bin/sh
# deps.sh [build]: install the Debian packages that building (and, without
# the word, testing) needs and that are missing here, saying what is done;
# through sudo when we are not root.
set -eu

build='gcc make libc6-dev libcsv-dev libreadline-dev libutf8proc-dev
	libpsl-dev libxxhash-dev libsmartcols-dev gettext'
check='clang clang-format libclang-rt-14-dev libcmocka-dev perl mandoc strace
	e2fsprogs mount util-linux python3 python3-phonenumbers
	python3-icalendar groff poppler-utils msmtp cmark-gfm'

[ "${1:-}" = build ] && check=
missing=
for package in $build $check; do
	dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null |
		grep -qx installed || missing="$missing $package"
done
[ "$missing" ] || exit 0

if ! command -v apt-get >/dev/null; then
	echo "deps: not a Debian system; please install:$missing" >&2
	exit 1
fi
sudo=
[ "$(id -u)" -eq 0 ] || sudo=sudo
echo "deps: installing with apt-get:$missing" >&2
$sudo apt-get update -q >/dev/null
# shellcheck disable=SC2086
DEBIAN_FRONTEND=noninteractive $sudo apt-get install -q -y \
	--no-install-recommends $missing >/dev/null
