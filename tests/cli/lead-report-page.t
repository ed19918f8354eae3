#!/bin/sh
# Pages in a real browser: nothing overflows, charts are drawn, text is text.
. tests/tap.sh
command -v chromium >/dev/null || skip_all 'no chromium'
cp tests/data/store/people.tsv tests/data/store/policy.tsv \
	tests/data/store/catalogue.tsv "$LEAD_HOME"

# Long words, long names, hostile text and none at all.
long=$(printf 'x%.0s' $(seq 150))
{
	printf 'lead_id\tfull_name\tcompany\tphone\temail\towner\tstage\t'
	printf 'stage_at\tnext_at\tnext_action\tgate_call\tsource\tvalue\t'
	printf 'attempts\treached\tscore\tproduct\n'
	for i in $(seq 30); do
		set -- new attempting contacted prospect converted disqualified
		shift $((i % 6))
		printf 'L%s\tSiân %s\t%s Ltd\t+442920180123\t%s@ty.example\t' \
			"$i" "$long" "$long" "$long"
		printf 'sam\t%s\t2026-0%s-01\t2026-11-2%s\t' "$1" \
			$((i % 9 + 1)) $((i % 4))
		printf '<script>document.title="live"</script> %s\t' "$long"
		printf 'no:tps\t%s\t1200\t%s\t%s\t50\tplanner\n' "$long" $((i % 5)) \
			$((i % 2))
	done
} >"$tmp/leads.tsv"

# What the browser made of it, written into the page by a script that only
# this test adds (the page's own policy would not let it run).
cat >"$tmp/measure" <<-'JS'
	<script>addEventListener("load", () => {
		const wide = innerWidth, bad = [];
		const scrolls = e => document.body.className == "page table" &&
			e.closest(".scroll");
		for (const e of document.querySelectorAll("body *")) {
			const r = e.getBoundingClientRect();
			// A plain listing may be wide: its box scrolls, not the page.
			if (r.width && r.right > wide + 1 && !scrolls(e))
				bad.push(e.tagName + "." + e.className);
		}
		const bars = [...document.querySelectorAll("svg .part0")]
			.filter(e => e.getBoundingClientRect().width > 0);
		const scroll = document.documentElement.scrollWidth > wide;
		document.body.textContent = "FACTS; overflow " + bad.length +
			" of " + wide + "; scroll " + scroll + "; bars " +
			(bars.length > 0) + "; title " + document.title +
			"; " + bad.slice(0, 5).join(" ");
	})</script>
JS

# look REPORT WIDTH: the facts, in $tmp/facts.
look() {
	lead-report $1 -f html "$tmp/leads.tsv" >"$tmp/page.html"
	{
		sed '/Content-Security-Policy/d' "$tmp/page.html"
		cat "$tmp/measure"
	} >"$tmp/measured.html"
	tests/chromium.sh --window-size="$2",900 --dump-dom \
		"file://$tmp/measured.html" | grep '<body.*FACTS' |
		tr ';' '\n' | sed 's/^ //' >"$tmp/facts"
}

for report in due pipeline sources table; do
	for width in 500 1280; do
		look "$report" "$width"
		ok "$report at $width: nothing overflows" \
			grep -qx "overflow 0 of $width" "$tmp/facts"
		ok "$report at $width: nothing scrolls sideways" \
			grep -qx 'scroll false' "$tmp/facts"
		case $report in
		pipeline | sources)
			ok "$report at $width: the chart is drawn" \
				grep -qx 'bars true' "$tmp/facts" ;;
		esac
		grep -q 'title live' "$tmp/facts"
		result "$report at $width: text is not script" $((!$?)) \
			"$tmp/facts"
	done
done

look 'brief L1' 500
ok 'brief: nothing overflows' grep -q 'overflow 0 of 500' "$tmp/facts"
look 'proposal L1' 500
ok 'proposal: nothing overflows' grep -q 'overflow 0 of 500' "$tmp/facts"

# The policy holds: the same page with a script of ours does not run it.
sed 's|</body>|<script>document.title="ran"</script></body>|' \
	"$tmp/page.html" >"$tmp/strict.html"
tests/chromium.sh --dump-dom "file://$tmp/strict.html" |
	grep -q '<title>ran</title>'
result 'the page lets no script run' $((!$?))
