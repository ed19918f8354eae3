#!/bin/sh
# Hostile text in every field, through every format: see tests/inject.py.
. tests/tap.sh
python=/usr/bin/python3
[ -x "$python" ] || skip_all 'no /usr/bin/python3'
cp tests/data/store/people.tsv tests/data/store/policy.tsv \
	tests/data/store/catalogue.tsv "$LEAD_HOME"
trap 'rm -rf "$tmp"' EXIT
exec 3<&-
"$python" tests/inject.py
