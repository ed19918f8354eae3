# Completion for bash: all it knows it asks the programs (--options).

# The options of a program, or the words and files that one takes.
_lead_words() {
	"$1" --options 2>/dev/null | awk -F'\t' -v ask="$2" '
		NR == 1 { next }
		ask == "" { if ($1 != "") print "-" $1
			if ($2 != "") print "--" $2; next }
		ask == "-" $1 || ask == "--" $2 {
			if ($3 == "choice") { gsub(/\|/, "\n", $4); print $4 }
			else if ($3 != "flag") print "<" $4 ">"
		}'
}

_lead() {
	local program=$1 word=$2 before=$3 words
	COMPREPLY=()
	if [[ $before == -* ]]; then
		words=$(_lead_words "$program" "$before")
		case $words in
		'<'*'FILE>' | '<'*'RULES>' | '<'*'MAP>' | '<'*'LEADS>' | \
			'<REJECTS>' | '<TRACE>' | '<PAIRS>' | '<CATALOGUE>' | \
			'<SUPPRESS>' | '<CONTACTS>' | '<NOTES>' | '<PEOPLE>')
			mapfile -t COMPREPLY < <(compgen -f -- "$word")
			return ;;
		'<DIR>')
			mapfile -t COMPREPLY < <(compgen -d -- "$word")
			return ;;
		'<'*) return ;;
		?*)
			mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
			return ;;
		esac
	fi
	if [[ $word == -* ]]; then
		words=$(_lead_words "$program" '')
	elif [[ ${program##*/} == lead-report && $COMP_CWORD == 1 ]]; then
		words=$("$program" --reports 2>/dev/null | cut -f1)
	else
		mapfile -t COMPREPLY < <(compgen -f -- "$word")
		return
	fi
	mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
}

complete -o filenames -F _lead \
	lead-import lead-contact lead-note lead-score lead-report
