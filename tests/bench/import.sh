#!/bin/sh
# lead-import on a dump in three forms, plain, all-quoted and CRLF, and on one
# of stray quotes: beside libcsv alone, and beside DuckDB doing less (job J1 of
# ../shared/bench: rename, trim, lower case) where it is in $DUCKDB (a folder
# with node_modules/@duckdb).  Seconds are the best of three, wall and cpu; both
# write to files in one folder, libcsv alone and --as-is to nowhere.  The same
# on the dump that ../shared/bench makes, where it is: there a third of the
# people refuse, a fifth of the numbers cannot be read, and many names have
# letters beyond ASCII.
# Then the memory for all rows and for a quarter of them, and what each row
# between them took: the table of identities, since records are not held.  The
# same where each row stands twice.
set -eu
rows=${BENCH_ROWS:-1000000}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
PATH=$BUILD:$PATH
LEAD_HOME=$tmp
export LEAD_HOME

awk -v rows="$rows" -v tmp="$tmp" 'BEGIN {
	srand(1)
	split("Nia Siôn Mair Gareth Priya Wei Amelia Tomos", first)
	split("Rees Huws Green Patel Davies Evans Wright Owen", last)
	split("Acme|Redwood|Gower|Sterling|Cambrian|Oakfield", firm, "|")
	split("Ltd plc LLP Limited Cyf Partners", form)
	split("Cardiff Swansea Newport Conwy Barry Bangor", town)
	head = "Lead ID,First Name,Last Name,E-mail Address,Phone Number," \
		"Company Name,Job Title,Town/City,Postcode,Country,Industry," \
		"No. of Employees,Annual Revenue (GBP),Lead Source,Stage," \
		"Owner,Created Date,Web Site,Consent,Notes"
	quoted = head
	gsub(/,/, "\",\"", quoted)
	print head >(tmp "/plain.csv")
	print "\"" quoted "\"" >(tmp "/quoted.csv")
	printf "%s\r\n", head >(tmp "/crlf.csv")
	print head >(tmp "/stray.csv")
	for (i = 0; i < rows; i++) {
		f = first[int(rand() * 8) + 1]
		l = last[int(rand() * 8) + 1]
		c = firm[int(rand() * 6) + 1] " " int(rand() * 1000) " " \
			form[int(rand() * 6) + 1]
		n = int(i * (rand() < 0.03 ? rand() : 1))
		line = sprintf("L%08d,%s,%s,%s.%d@example.net,029 %08d,%s," \
			"Manager,%s,CF%d %dAA,United Kingdom,Logistics,%d,%d," \
			"event,interested,sam,2026-%02d-%02d," \
			"https://www.f%d.example,yes,asked for a quote on the" \
			" new range", i, f, l, tolower(l), n, n, c,
			town[int(rand() * 6) + 1], rand() * 90 + 1,
			rand() * 9, rand() * 900, rand() * 1e7,
			rand() * 12 + 1, rand() * 28 + 1, rand() * 5000)
		quoted = line
		gsub(/,/, "\",\"", quoted)
		print line >(tmp "/plain.csv")
		print "\"" quoted "\"" >(tmp "/quoted.csv")
		printf "%s\r\n", line >(tmp "/crlf.csv")
		sub(/Manager/, "5\" \"pipe\" man", line)
		print line >(tmp "/stray.csv")
	}
}'

if [ -f ../shared/bench/gen.c ]; then
	cc -O2 -w -o "$tmp/gen" ../shared/bench/gen.c
	"$tmp/gen" "$rows" 1 csv >"$tmp/mixed.csv"
	python3 - "$tmp/mixed" <<-'PYTHON'
		import csv, sys

		name = sys.argv[1]
		with open(name + ".csv", newline="") as dump, \
			open(name + "-quoted.csv", "w", newline="") as quoted, \
			open(name + "-crlf.csv", "w", newline="") as crlf:
		    one = csv.writer(quoted, quoting=csv.QUOTE_ALL,
		        lineterminator="\n")
		    other = csv.writer(crlf, lineterminator="\r\n")
		    for row in csv.reader(dump):
		        one.writerow(row)
		        other.writerow(row)
	PYTHON
fi

# best COMMAND...: the least wall and cpu seconds of three runs
best() {
	for try in 1 2 3; do
		sync # what is still to be written would take its share
		/usr/bin/time -f '%e %U %S' "$@" 2>&1 >/dev/null | tail -n 1
	done | awk '{ cpu = $2 + $3
		if (NR == 1 || $1 < w) w = $1
		if (NR == 1 || cpu < c) c = cpu }
		END { printf "%.2f %.2f\n", w, c }'
}

for form in plain quoted crlf stray mixed mixed-quoted mixed-crlf; do
	file=$tmp/$form.csv
	[ -f "$file" ] || continue
	alone=$(best sh -c "\"$BUILD/bench/libcsv\" <\"$file\"")
	asis=$(best lead-import -q --as-is -r /dev/null "$file")
	whole=$(best sh -c "lead-import -q -c GB -r /dev/null \"$file\" \
		>\"$tmp/out.tsv\"")
	echo "# $form, $rows rows (wall, cpu): libcsv alone $alone;" \
		"--as-is $asis; whole import $whole"
	[ "$form" = stray ] && continue
	[ -d "${DUCKDB:-/none}/node_modules" ] || continue
	cp ../shared/bench/peers/duck.mjs "$DUCKDB/duck.mjs"
	duck=$(best env T=2 OUT="$tmp/duck.tsv" node "$DUCKDB/duck.mjs" j1 \
		"$file")
	echo "# $form: DuckDB, J1, two threads $duck"
done

# most COMMAND...: the memory that it had, in kilobytes
most() {
	/usr/bin/time -f %M "$@" 2>&1 >/dev/null | tail -n 1
}
# memory NAME: of a quarter of the rows and of all, with what a row took
memory() {
	some=$(most lead-import -q -c GB -r /dev/null "$tmp/part.csv")
	all=$(most lead-import -q -c GB -r /dev/null "$tmp/plain.csv")
	awk -v rows="$(($(wc -l <"$tmp/plain.csv") - 1))" -v some="$some" \
		-v all="$all" -v name="$1" 'BEGIN {
		printf "# memory, %s: %d kB for %d rows, %d kB for %d:" \
			" %.0f bytes a row\n", name, some, rows / 4, all, rows,
			(all - some) * 1024 / (rows * 3 / 4)
	}'
}
head -n $((rows / 4 + 1)) "$tmp/plain.csv" >"$tmp/part.csv"
memory 'hardly any twice'
for file in "$tmp/part.csv" "$tmp/plain.csv"; do
	tail -n +2 "$file" >"$tmp/again"
	cat "$tmp/again" >>"$file"
done
memory 'each twice'
