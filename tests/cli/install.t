#!/bin/sh
# Installed, completed, taken away again.
. tests/tap.sh
case $BUILD in */release) ;; *) skip_all 'only the release build is installed' ;; esac

ok 'make install' make -s install DESTDIR="$tmp/root" PREFIX=/usr/local
share=$tmp/root/usr/local/share
PATH=$tmp/root/usr/local/bin:$PATH
cp tests/data/store/* "$LEAD_HOME"
lead-import -q -r "$tmp/rejects.tsv" tests/data/dumps/*.csv \
	>"$LEAD_HOME/leads.tsv" 2>/dev/null
ok 'the programs find each other there' sh -c \
	"command -v lead-report | grep -q '^$tmp' &&
	lead-report due --store -f tsv 2>/dev/null | grep -q overdue"
LEAD_LOCALE_DIR=$share/locale LANGUAGE=cy lead-report due --store \
	>"$tmp/cy" 2>/dev/null
ok 'Welsh is there' grep -q Dilyniannau "$tmp/cy"
for page in 1/lead-report.1 5/lead-record.5 7/lead.7; do
	ok "so is man$page" [ -s "$share/man/man$page" ]
done

# bash WORDS...: what completes the last of them.
complete_bash() {
	bash -c '. "$1"; shift
		_lead "$1" "${@: -1}" "${@: -2:1}"
		printf "%s\n" "${COMPREPLY[@]}"' - \
		"$share/bash-completion/completions/lead-report" "$@"
}
COMP_CWORD=1
export COMP_CWORD
complete_bash lead-report pip >"$tmp/got"
ok 'bash completes a report' grep -qx pipeline "$tmp/got"
complete_bash lead-report --fo >"$tmp/got"
ok 'bash completes an option' grep -qx -- --format "$tmp/got"
complete_bash lead-report -f h >"$tmp/got"
ok 'bash completes a choice' grep -qx html "$tmp/got"
if command -v fish >/dev/null; then
	HOME=$tmp fish -c "source $share/fish/vendor_completions.d/lead-report.fish
		complete -C 'lead-report --fo'; complete -C 'lead-report pip'
		complete -C 'lead-report -f h'" >"$tmp/got" 2>&1
	for word in --format pipeline html; do
		ok "fish completes $word" grep -q -- "^$word" "$tmp/got"
	done
fi
if command -v zsh >/dev/null; then
	ok 'zsh can read its file' zsh -n "$share/zsh/site-functions/_lead"
fi

ok 'make uninstall' make -s uninstall DESTDIR="$tmp/root" PREFIX=/usr/local
find "$tmp/root" -type f >"$tmp/left"
ok 'nothing is left' [ ! -s "$tmp/left" ]
