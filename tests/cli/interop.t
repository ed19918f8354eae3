#!/bin/sh
# Miller and PostgreSQL read the stream, and give the same bytes back.
. tests/tap.sh
PATH=$BUILD/bench:$PATH

# Values that have broken others: quotes, backslashes, line ends, markers of
# absence, numbers that are none, letters beyond ASCII.
{
	printf 'lead_id\tvalue\tempty\n'
	n=0
	while IFS= read -r value; do
		n=$((n + 1))
		printf 'L%03d\t%s\t\n' "$n" "$value"
	done <<-'VALUES'
	plain
	"quoted"
	half "quoted
	it's
	a,b;c|d
	back\\slash
	two\nlines
	tab\there
	return\rhere
	\\N
	NULL
	null
	\\.
	0044 029 2018 0123
	007
	1e5
	01/02
	TRUE
	=1+1
	+44
	-7
	@x
	 leading blank
	trailing blank 
	Siân ŵ ŷ 日本 €
	{"json": [1, 2]}
	<b>&amp;</b>
	$(id)
	%s%n
	'; drop table leads; --
	VALUES
} >"$tmp/nasty.tsv"
pass "$tmp/nasty.tsv" >"$tmp/leads.tsv"
ok 'the sample is a stream' [ "$(wc -l <"$tmp/leads.tsv")" -eq 31 ]

if command -v mlr >/dev/null; then
	mlr --tsvlite cat "$tmp/leads.tsv" >"$tmp/mlr.tsv"
	same 'Miller copies it byte for byte' "$tmp/leads.tsv" "$tmp/mlr.tsv"
else
	echo '# no Miller here: not tried'
fi

# A throwaway cluster on a socket of its own; initdb refuses to run as root.
pg=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -1)
if [ ! "$pg" ] || { [ "$(id -u)" -eq 0 ] && ! id postgres >/dev/null 2>&1; }
then
	echo '# no PostgreSQL server here: not tried'
	exit 0
fi
as() {
	if [ "$(id -u)" -eq 0 ]; then
		setpriv --reuid postgres --regid postgres --clear-groups "$@"
	else
		"$@"
	fi
}
chmod 755 "$tmp"
mkdir "$tmp/pg"
chmod 777 "$tmp/pg"
as "$pg/initdb" -D "$tmp/pg/db" -A trust -E UTF8 --locale C -N \
	>"$tmp/pg.log" 2>&1
as "$pg/pg_ctl" -D "$tmp/pg/db" -w -l "$tmp/pg/log" \
	-o "-k $tmp/pg -c listen_addresses=''" start >>"$tmp/pg.log" 2>&1
sql() { as psql -X -q -h "$tmp/pg" -d postgres -v ON_ERROR_STOP=1 "$@"; }
chmod 644 "$tmp/leads.tsv"
sql -c 'create table leads (n serial, lead_id text, value text, empty text,
	size text)' >>"$tmp/pg.log" 2>&1
sql -c "\\copy leads (lead_id, value, empty, size) from '$tmp/leads.tsv' \
with (format text, header match, null '')" >>"$tmp/pg.log" 2>&1
sql -c "\\copy (select lead_id, value, empty, size from leads order by n) to \
stdout with (format text, header, null '')" >"$tmp/pg.tsv" 2>>"$tmp/pg.log"
same 'PostgreSQL gives the same bytes back' "$tmp/leads.tsv" "$tmp/pg.tsv"
ok 'PostgreSQL sees empty as null' [ "$(sql -At \
	-c 'select count(*) from leads where empty is null')" = 30 ]
as "$pg/pg_ctl" -D "$tmp/pg/db" -m immediate stop >/dev/null 2>&1
