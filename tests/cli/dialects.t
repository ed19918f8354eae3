#!/bin/sh
# Tables of random content in random dialects come back as they went in.
. tests/tap.sh

command -v python3 >/dev/null || skip_all 'no python3'
python3 tests/dialects.py "${DIALECT_CASES:-300}" >"$tmp/said"
result 'lead-import --as-is gives back what was written' $? "$tmp/said"
cat "$tmp/said"
