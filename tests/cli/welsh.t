#!/bin/sh
# Welsh for people; the same data for programs.
. tests/tap.sh
LEAD_LOCALE_DIR=$BUILD/locale
export LEAD_LOCALE_DIR
[ -f "$LEAD_LOCALE_DIR/cy/LC_MESSAGES/leadpipe.mo" ] ||
	skip_all 'no catalogue was built'
cat >"$tmp/leads.tsv" <<-'EOT'
	lead_id	full_name	stage	next_at	last_outcome	obtained_at
	L1	Siân	prospect	2026-11-20		2026-01-01
	L2	Rhys	disqualified		refused	2026-01-01
EOT

expect 'stages, days and headings are Welsh' 0 \
	env LANGUAGE=cy lead-report due "$tmp/leads.tsv" 3<<-'OUT'
	Dilyniannau i'w gwneud  Dydd Llun 23 Tachwedd 2026
	Addawyd 1 · Hwyr 0 · Heddiw 0

	I'w wneud  Pryd         Enw   Eu hamser nhw  Pam
	addawyd    Gwe 20 Tach  Siân          09:15  3 diwrnod yn hwyr; yma ers 326 diwrnod
OUT

expect 'a locale that was never generated will do' 0 \
	sh -c 'LC_ALL=cy_GB.UTF-8 lead-report pipeline "$1" | sed -n "1p;6p"' \
	- "$tmp/leads.tsv" 3<<-'OUT'
	Piblinell  Dydd Llun 23 Tachwedd 2026
	darpar gwsmer                  1     50%            0     0     0    1     1              0
OUT

# Which language it is: LC_ALL, LC_MESSAGES, LANG; LANGUAGE before them.
speaks() {
	lang_name=$1 want=$2
	shift 2
	env -u LC_ALL "$@" lead-report pipeline "$tmp/leads.tsv" >"$tmp/said"
	case $want in
	Welsh) ok "$lang_name" grep -q '^Piblinell ' "$tmp/said" ;;
	*) ok "$lang_name" grep -q '^Pipeline ' "$tmp/said" ;;
	esac
}
speaks 'LC_MESSAGES decides' Welsh LC_MESSAGES=cy_GB.UTF-8 LANG=en_GB.UTF-8
speaks 'LANG is the last' Welsh LC_ALL= LC_MESSAGES= LANG=cy
speaks 'LC_ALL wins' English LC_ALL=C LC_MESSAGES=cy_GB.UTF-8 LANG=cy
speaks 'LANGUAGE before all' Welsh LC_ALL=en_GB.UTF-8 LANGUAGE=cy
speaks 'nothing is English' English LANGUAGE=
speaks 'so is POSIX' English LANG=POSIX
speaks 'and a language without a catalogue' English LANG=fr_FR.UTF-8
speaks 'with no catalogues to be had' English LANG=cy LEAD_LOCALE_DIR=/no

for format in tsv csv json; do
	lead-report due -f $format "$tmp/leads.tsv" >"$tmp/en"
	LANGUAGE=cy lead-report due -f $format "$tmp/leads.tsv" >"$tmp/cy"
	same "$format is the same in any language" "$tmp/en" "$tmp/cy"
done

LANGUAGE=cy lead-report due -f html "$tmp/leads.tsv" >"$tmp/page"
ok 'a page says which language it is in' grep -q '<html lang="cy">' "$tmp/page"

err="lead-report: nid oes adroddiad 'dew'; mae today..." \
expect 'messages are Welsh too' 2 env LANGUAGE=cy lead-report dew 3</dev/null

LANGUAGE=cy lead-report due --help >"$tmp/help"
ok 'help is Welsh' grep -q 'Dangos cwsmeriaid posibl' "$tmp/help"

# A lead is no leader, a quotation no citation: ../shared's traps.
! grep -v '^#' common/po/cy.po | grep -iE 'arweinydd|dyfyniad|\bdelio\b|nodiad\b' >"$tmp/found"
result 'none of the words that others got wrong' $? "$tmp/found"

ok 'nothing is fuzzy' sh -c '! grep -q "^#, .*fuzzy" common/po/cy.po'

# Reasons and gaps are data: a stream does not depend on who made it.
printf 'axis\tpoints\tcolumn\ttest\nfit\t9\tstage\tset\ncap\t5\tfit\n' |
	sed '1s/$/\tvalue\tlabel/' >"$tmp/rules"
printf 'product\trow\tname\tvalue\trequires\na\tproduct\tA\t9\tteam\n' \
	>"$tmp/catalogue"
sed '1s/$/\tproduct_interest/;2,$s/$/\ta/' "$tmp/leads.tsv" >"$tmp/asked.tsv"
for language in en cy; do
	LANGUAGE=$language lead-score -q -r "$tmp/rules" -k "$tmp/catalogue" \
		--explain "$tmp/asked.tsv" >"$tmp/$language"
done
ok 'leads have reasons and gaps' grep -q 'held at 5.*asked for A' "$tmp/en"
same 'scored leads are the same in any language' "$tmp/en" "$tmp/cy"
