#!/bin/sh
# lead-score with 20 rules beside other tools doing the same (job J2): wall
# and processor time, the best of ROUNDS rounds in turn, and peak memory, of
# which 14 MiB are the clock's own.
set -eu
cd "$(dirname "$0")/../.."
PATH=${BUILD:-$PWD/build/release}:$PATH
peers=../shared/bench/peers
rows=${BENCH_ROWS:-1000000} rounds=${ROUNDS:-3}
[ -d "$peers" ] || { echo "no $peers: skipped"; exit 0; }
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

cc -O2 -w ../shared/bench/gen.c -o "$tmp/gen"
"$tmp/gen" "$rows" 1 rawtsv >"$tmp/l1.tsv"

# DuckDB comes from npm, into a folder that is kept between runs.
node_home=${TMPDIR:-/tmp}/leadpipe-bench-node
if command -v npm >/dev/null && [ ! -d "$node_home/node_modules" ]; then
	mkdir -p "$node_home"
	(cd "$node_home" && npm install @duckdb/node-api >/dev/null 2>&1) ||
		rm -rf "$node_home/node_modules"
fi
cp "$peers/duck.mjs" "$node_home/" 2>/dev/null || true

# The job of the peers, as rules.
tr '~' '\t' >"$tmp/rules.tsv" <<'EOT'
axis~points~column~test~value~label
fit~5~employees~between~10..50~small
fit~10~employees~between~50..250~medium
fit~15~employees~at-least~250~large
ability~10~revenue~at-least~1000000~1 M
ability~10~revenue~at-least~10000000~10 M
fit~10~country~is~United Kingdom~home
fit~5~country~in~Ireland|France|Germany|Netherlands~near
fit~10~industry~in~Software|Manufacturing|Construction|Logistics~ours
fit~-5~industry~is~Education~not ours
fit~10~title~contains~Director~director
fit~5~title~contains~Manager~manager
fit~15~title~starts~Chief~chief
fit~-20~title~contains~Intern~intern
interest~10~source~in~referral|web|event~warm
interest~-10~source~is~purchased list~cold
interest~5~phone~set~~phone
interest~5~email~set~~e-mail
fit~-5~email~contains~@gmail.~private
interest~5~consent~is~yes~consent
interest~10~notes~contains~budget~budget
grade~60~~~~A
grade~40~~~~B
grade~20~~~~C
grade~~~~~D
EOT

# tool NAME [WRAPPER...]: run it, by way of a wrapper.
tool() {
	name=$1
	shift
	case $name in
	lead-score) set -- "$@" lead-score -qr "$tmp/rules.tsv" "$tmp/l1.tsv" ;;
	one-thread) set -- "$@" lead-score -qj1 -r "$tmp/rules.tsv" \
		"$tmp/l1.tsv" ;;
	mawk) set -- "$@" mawk -f "$peers/j2.awk" "$tmp/l1.tsv" ;;
	duckdb) set -- "$@" node "$node_home/duck.mjs" j2 "$tmp/l1.tsv" ;;
	python) set -- "$@" python3 "$peers/j2.py" "$tmp/l1.tsv" ;;
	miller) set -- "$@" sh "$peers/j2.mlr.sh" "$tmp/l1.tsv" ;;
	esac
	"$@"
}
there() {
	case $1 in
	duckdb) [ -d "$node_home/node_modules" ] ;;
	miller) command -v mlr >/dev/null ;;
	python) command -v python3 >/dev/null ;;
	mawk) command -v mawk >/dev/null ;;
	esac
}

tool mawk >"$tmp/mawk"
tool lead-score | awk -F'\t' 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i }
	{ printf "%s\t%s\n", $at["score"], $at["grade"] }' >"$tmp/ours"
cut -f21,22 "$tmp/mawk" | cmp - "$tmp/ours"
tool lead-score | cut -f1-20 >"$tmp/ours"
cut -f1-20 "$tmp/mawk" | cmp - "$tmp/ours"
echo "scores and grades of $rows leads are those of mawk"

cat >"$tmp/clock.py" <<'EOT'
# Runs a command; prints wall, processor seconds and peak kilobytes.
import os, resource, subprocess, sys, time
start = time.perf_counter()
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
wall = time.perf_counter() - start
use = resource.getrusage(resource.RUSAGE_CHILDREN)
print('%.3f %.3f %d' % (wall, use.ru_utime + use.ru_stime, use.ru_maxrss))
EOT
for round in $(seq "$rounds"); do
	for name in lead-score one-thread mawk duckdb python miller; do
		case $name in
		lead-score | one-thread) ;;
		miller) [ "$round" -eq 1 ] && there miller || continue ;;
		*) there "$name" || continue ;;
		esac
		echo "$name $(tool "$name" python3 "$tmp/clock.py")"
	done
done >"$tmp/times"
awk '{
	if (!($1 in wall)) order[++n] = $1
	if (!($1 in wall) || $2 < wall[$1]) wall[$1] = $2
	if (!($1 in cpu) || $3 < cpu[$1]) cpu[$1] = $3
	if ($4 > memory[$1]) memory[$1] = $4
} END {
	best = 1e9
	for (i = 1; i <= n; i++) {
		t = order[i]
		printf "%-11s %7.3f s wall %7.3f s processor %6.1f MiB\n", t,
			wall[t], cpu[t], memory[t] / 1024
		if (i > 2 && wall[t] < best) { best = wall[t]; name = t }
	}
	printf "lead-score is %.1f times as fast as %s, the fastest other; " \
		"wanted: 10, and memory under 32 MiB\n",
		best / wall["lead-score"], name
}' "$tmp/times"
