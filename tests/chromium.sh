#!/bin/sh
# chromium.sh OPTIONS... URL: headless, with a profile of its own, no network.
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
timeout 60 chromium --headless --no-sandbox --disable-gpu --disable-quic \
	--no-first-run --disable-background-networking \
	--disable-component-update --disable-sync --hide-scrollbars \
	--user-data-dir="$profile" "$@" 2>/dev/null
