#!/bin/sh
# lead-import --as-is against other people's CSV, where it is at hand:
# $LEAD_DATA, or ../shared/data.  Each comment has the figures; pollock and
# realworld are of HPI-Information-Systems/Pollock.
. tests/tap.sh

data=${LEAD_DATA:-../shared/data}
[ -f "$data/scripts/csv_score.py" ] || skip_all "no $data"
command -v python3 >/dev/null || skip_all 'no python3'

cat >"$tmp/quiet" <<-'END'
	#!/bin/sh
	exec lead-import --as-is -q -r /dev/null
END
cat >"$tmp/loud" <<-'END'
	#!/bin/sh
	exec lead-import --as-is -r /dev/null
END
chmod +x "$tmp/quiet" "$tmp/loud"

# score FOLDER HEADER RECORD CELL ROWP: the means are at least these.
score() {
	python3 "$data/scripts/csv_score.py" "$data/csv/$1" "$tmp/quiet" |
		sed -n "s/^ALL */# $1: /p" >"$tmp/score"
	cat "$tmp/score"
	awk -v header="$2" -v record="$3" -v cell="$4" -v rowP="$5" '{
		for (i = 3; i < NF; i++) got[$i] = $(i + 1)
	}
	END {
		exit !(got["header"] >= header && got["record"] >= record &&
			got["cell"] >= cell && got["rowP"] >= rowP)
	}' "$tmp/score"
	result "$1: header $2, record $3, cell $4, right rows $5" $? "$tmp/score"
}
# Where the rows are not all right, the clean form is not what the file says.
# One file has no header, and its clean form has the first row for one, where
# the clean forms of realworld have col_0 and so on, as --as-is does.
score pollock .97 .96 .98 .9998
# One file has the word 'missing' in 21 rows where its clean form has nothing,
# though it keeps '-', and others 'NA'.
score realworld .90 .97 .98 .999

for set in csv-spectrum csv-test-data; do
	python3 "$data/scripts/csv_json_eval.py" "$data/csv/$set" "$tmp/loud" \
		>"$tmp/score"
	sed -n "s/^[0-9]* of/# $set: &/p" "$tmp/score"
	ok "$set: every file as it should be" sh -c '! grep FAIL "$tmp/score"'
done

for file in "$data"/csv/encodings/*; do
	[ "${file##*/}" = expected.tsv ] && continue
	"$tmp/quiet" <"$file" >"$tmp/got"
	same "${file##*/}" "$data/csv/encodings/expected.tsv" "$tmp/got"
done

# Each header line as it was seen, and what its columns must become.
mapped() {
	lead-import -q --show-map "$data/crm-headers/$1.csv" | tail -n +2 |
		cut -f2 >"$tmp/got"
	shift
	for column; do
		grep -qx "$column" "$tmp/got" || {
			echo "no $column"
			return 1
		}
	done
}
person='first_name last_name email company'
for file in apollo_contacts google_contacts_new outlook_classic \
	linkedin_connections linkedin_connections_old; do
	# shellcheck disable=SC2086
	ok "maps $file" mapped $file $person job_title
done
ok 'maps hubspot_contacts_a' mapped hubspot_contacts_a source_id first_name \
	last_name email phone status obtained_at lead_source
ok 'maps hubspot_contacts_b' mapped hubspot_contacts_b company country owner
ok 'maps google_contacts_old' mapped google_contacts_old full_name email \
	first_name last_name middle_name phone street city postcode country
ok 'maps facebook_lead_ads' mapped facebook_lead_ads source_id full_name \
	phone email campaign obtained_at
ok 'maps companies_house_basic' mapped companies_house_basic company \
	company_number street city region postcode country
ok 'maps pipedrive_people' mapped pipedrive_people source_id full_name email \
	phone company last_activity
ok 'maps salesforce_leads_report' mapped salesforce_leads_report owner \
	first_name last_name job_title company lead_source street email
