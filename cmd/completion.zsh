#compdef lead-import lead-contact lead-note lead-score lead-report
# Completion for zsh: all it knows it asks the programs (--options).

_lead() {
	local program=$words[1] line help action
	local -a specs field

	for line in ${(f)"$($program --options 2>/dev/null | sed 1d)"}; do
		# letter, name, kind, argument, help; (p) keeps empty ones
		field=("${(@ps:\t:)line}")
		help=${${field[5]//\[/\\[}//\]/\\]}
		action=":${field[4]//[:|]/ }:_files"
		case $field[3] in
		flag) action= ;;
		choice) action=":choice:(${field[4]//|/ })" ;;
		esac
		[[ -n $field[1] ]] && specs+=("*-$field[1][$help]$action")
		[[ -n $field[2] ]] && specs+=("*--$field[2][$help]$action")
	done
	if [[ ${program:t} == lead-report ]]; then
		specs+=("1:report:($($program --reports 2>/dev/null | cut -f1))")
	fi
	specs+=('*:file:_files')
	_arguments -s -S : $specs
}

_lead "$@"
