# Completion for fish: all it knows it asks the programs (--options).

function __lead_options
    set -l program (commandline -opc)[1]
    $program --options 2>/dev/null | awk -F'\t' 'NR > 1 {
        if ($1 != "") print "-" $1 "\t" $5
        if ($2 != "") print "--" $2 "\t" $5 }'
end

function __lead_choices
    set -l words (commandline -opc)
    set -l before $words[-1]
    $words[1] --options 2>/dev/null | awk -F'\t' -v ask="$before" '
        NR > 1 && (ask == "-" $1 || ask == "--" $2) && $3 == "choice" {
            gsub(/\|/, "\n", $4); print $4 }'
end

for program in lead-import lead-contact lead-note lead-score lead-report
    complete -c $program -n 'string match -q -- "-*" (commandline -ct)' \
        -f -a '(__lead_options)'
    complete -c $program -a '(__lead_choices)'
end
complete -c lead-report -n 'test (count (commandline -opc)) -eq 1' \
    -f -a '(lead-report --reports 2>/dev/null)'
