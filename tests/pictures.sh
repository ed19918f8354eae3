#!/bin/sh
# README's pictures, from the sample dumps and the sample store: what a
# terminal shows, and a page.  Needs chromium.
set -eu
cd "$(dirname "$0")/.."
PATH=${BUILD:-$PWD/build/release}:$PATH
LEAD_NOW=2026-11-23T09:15:00Z
TZ=Europe/London
LEAD_HOME=$(mktemp -d)
export PATH LEAD_NOW TZ LEAD_HOME
trap 'rm -rf "$LEAD_HOME"' EXIT
cp tests/data/store/* "$LEAD_HOME"
lead-import -q -b legitimate-interests -r "$LEAD_HOME/rejects.tsv" \
	tests/data/dumps/*.csv >"$LEAD_HOME/leads.tsv"

# shot NAME WIDTH HEIGHT URL
shot() {
	tests/chromium.sh --window-size="$2,$3" --force-device-scale-factor=1 \
		--screenshot="$PWD/man/$1.png" "$4"
	[ -s "man/$1.png" ]
}

COLUMNS=104 script -qec 'lead-report -n 5' /dev/null >"$LEAD_HOME/ansi"
python3 - "$LEAD_HOME/ansi" >"$LEAD_HOME/terminal.html" <<'PY'
import html, re, sys
text = html.escape(open(sys.argv[1], newline="").read().replace("\r", ""))
names = {"1": "b", "2": "f", "31": "r", "32": "g", "33": "y", "36": "c"}
text = re.sub(r"\x1b\[(\d*)m", lambda m: "<i class=%s>" % names[m.group(1)]
              if m.group(1) in names else "</i>", text)
print("""<!DOCTYPE html><meta charset="utf-8"><style>
body{margin:0;background:#10151b;padding:18px 22px}
pre{font:14px/1.38 'DejaVu Sans Mono',monospace;color:#d6dee6;margin:0}
i{font-style:normal}.b{font-weight:bold;color:#fff}.f{color:#7d8a97}
.r{color:#f2877b}.g{color:#6cd28c}.y{color:#e6b45c}.c{color:#4fc3b5}
</style><pre>$ lead-report
%s</pre>""" % text)
PY
shot terminal 960 720 "file://$LEAD_HOME/terminal.html"

lead-report pipeline --store -f html -o "$LEAD_HOME/page.html"
shot page 1180 1290 "file://$LEAD_HOME/page.html"
lead-report brief prydderch --store -f html -o "$LEAD_HOME/brief.html" ||
	:
shot brief 1180 1560 "file://$LEAD_HOME/brief.html"
