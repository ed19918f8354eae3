#!/bin/sh
# The usual pipeline on the sample dumps, in a throwaway copy of the store:
# what README shows.
set -eu
cd "$(dirname "$0")/.."
PATH=${BUILD:-$PWD/build/release}:$PATH
LEAD_NOW=${LEAD_NOW-2026-11-23T09:15:00Z}
LEAD_HOME=$(mktemp -d)
export PATH LEAD_NOW LEAD_HOME
trap 'rm -rf "$LEAD_HOME"' EXIT
cp tests/data/store/* "$LEAD_HOME"

echo '$ lead-import dumps/*.csv | lead-contact | lead-note | lead-score |
> lead-report due'
lead-import -r "$LEAD_HOME/rejects.tsv" tests/data/dumps/*.csv | lead-contact |
	lead-note | lead-score | lead-report due
