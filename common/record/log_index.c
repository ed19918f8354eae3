#include "record/log_index.h"

#include "base/day.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/pool.h"
#include "base/utf8.h"
#include "record/log_bucket.h"
#include "record/log_sum.h"
#include "record/record.h"
#include "record/scan.h"

#define PIECE ((size_t)1 << 20) /* bytes a thread takes */
#define WORTH_THREADS ((size_t)8 << 20)
#define SAID_MOST 20 /* messages of a run; the others are counted */

/* What is wrong with a line. */
struct fault {
	uint64_t line; /* of its piece, from 0 */
	const char *what;
	bool left_out;
};

struct build {
	const struct log_source *source;
	struct log_index *index;
	size_t columns;
	struct view rest; /* not yet taken */
	struct log_runs runs;
	uint64_t lines, said;
};

struct worker {
	struct view piece;
	struct str ended; /* owned: a piece that did not end with LF */
	struct scan scan;
	struct log_place *places; /* owned */
	size_t places_n, places_cap;
	struct log_run run;   /* of these */
	struct fault *faults; /* owned */
	size_t faults_n, faults_cap;
	uint64_t lines;
};

static void *
start(void *shared)
{
	(void)shared;
	return mem_apart(sizeof(struct worker));
}

static bool
take(void *shared, void *state)
{
	struct build *build = shared;
	struct worker *worker = state;

	return view_cut_lines(&build->rest, PIECE, &worker->piece);
}

static void
add_fault(struct worker *worker, const char *what, bool left_out)
{
	worker->faults = mem_grow(worker->faults, &worker->faults_cap,
		worker->faults_n + 1, sizeof(*worker->faults));
	worker->faults[worker->faults_n++] =
		(struct fault){worker->lines, what, left_out};
}

/* Field i of the line whose first field is number first. */
static struct view
field(const struct worker *worker, size_t first, size_t i)
{
	const uint32_t *ends = worker->scan.ends + first + i;
	uint32_t from = ends[-1] + 1;

	return (struct view){worker->piece.at + from, ends[0] - from};
}

/*
 * Is a line UTF-8?  Behind the first byte of a piece that is not, each line
 * must be looked at: one entry that is broken spoils no other.
 */
static bool
is_text(const struct worker *worker, struct view line)
{
	return line.at + line.len <= worker->piece.at + worker->scan.valid ||
		utf8_valid(line) == line.len;
}

/* What is wrong with a line so that it cannot be used; NULL: nothing. */
static const char *
unusable(const struct build *build, const struct worker *worker, size_t first,
	struct view line, int64_t *moment)
{
	if (!is_text(worker, line))
		return N_("is not UTF-8");
	if (!field(worker, first, build->source->key).len)
		return N_("names no lead");
	if (!moment_read(field(worker, first, build->source->time), moment))
		return N_("has no time that can be read");
	return NULL;
}

static uint64_t
gist(const struct build *build, const struct worker *worker, size_t first,
	int64_t moment)
{
	struct record entry = {.base = worker->piece.at,
		.ends = worker->scan.ends + first,
		.fields = build->columns};

	return build->source->gist ? build->source->gist(&entry, moment) : 0;
}

static void
add_place(const struct build *build, struct worker *worker, size_t first,
	int64_t moment)
{
	const struct log_source *source = build->source;
	struct digest hash =
		log_index_hash(build->index, field(worker, first, source->key));
	uint64_t offset =
		(uint64_t)(field(worker, first, 0).at - source->bytes.at);

	worker->places = mem_grow(worker->places, &worker->places_cap,
		worker->places_n + 1, sizeof(*worker->places));
	worker->places[worker->places_n++] = log_place_make(
		hash, offset, gist(build, worker, first, moment));
}

static void
note(struct build *build, struct worker *worker, size_t first, size_t fields)
{
	uint32_t from = worker->scan.ends[(ptrdiff_t)first - 1] + 1;
	uint32_t end = worker->scan.ends[first + fields - 1];
	struct view line = {worker->piece.at + from, end - from};
	int64_t moment;
	const char *why;

	if (!line.len || view_eq(line, build->source->header))
		return;
	why = fields == build->columns
		? unusable(build, worker, first, line, &moment)
		: N_("has another number of fields than the header");
	if (why) {
		add_fault(worker, why, true);
		return;
	}
	if (log_sum_check(line) == LOG_SUM_BAD)
		add_fault(worker, N_("has a wrong sum"), false);
	add_place(build, worker, first, moment);
}

static void
work(void *shared, void *state)
{
	struct build *build = shared;
	struct worker *worker = state;
	struct view scanned = worker->piece;
	uint32_t first = 0;

	if (scanned.at[scanned.len - 1] != '\n') {
		str_clear(&worker->ended);
		str_put(&worker->ended, scanned);
		str_byte(&worker->ended, '\n');
		scanned = str_view(&worker->ended);
	}
	worker->places_n = 0;
	worker->faults_n = 0;
	scan_bytes(&worker->scan, scanned);
	for (worker->lines = 0; worker->lines < worker->scan.lines_n;
		worker->lines++) {
		uint32_t next = worker->scan.lines[worker->lines];

		note(build, worker, first, next - first);
		first = next;
	}
	log_run_order(&worker->run, worker->places, worker->places_n);
}

static void
say_faults(struct build *build, const struct worker *worker)
{
	for (size_t i = 0; i < worker->faults_n; i++) {
		const struct fault *fault = &worker->faults[i];
		struct place at = {.file = build->source->name,
			.line = build->lines + fault->line + 1};

		if (build->said++ < SAID_MOST && !build->source->silent)
			warn_at(at,
				fault->left_out ? _("left out: the entry %s")
						: _("the entry %s"),
				_(fault->what));
	}
}

static bool
give(void *shared, void *state)
{
	struct build *build = shared;
	struct worker *worker = state;

	say_faults(build, worker);
	build->lines += worker->lines;
	log_runs_add(&build->runs, &worker->run);
	return true;
}

static void
stop(void *shared, void *state)
{
	struct worker *worker = state;

	(void)shared;
	scan_fini(&worker->scan);
	str_fini(&worker->ended);
	mem_free(worker->places);
	mem_free(worker->run.places);
	mem_free(worker->faults);
	mem_free(worker);
}

enum status
log_index_make(struct log_index *index, const struct log_source *source)
{
	static const struct pool_job steps = {start, take, work, give, stop};
	struct build build = {.source = source,
		.index = index,
		.columns = view_count_byte(source->header, '\t') + 1,
		.rest = source->bytes};
	unsigned threads = source->threads;

	*index =
		(struct log_index){.bytes = source->bytes, .seed = hash_seed()};
	if (!threads)
		threads = source->bytes.len > WORTH_THREADS ? pool_cores() : 1;
	pool_run(&steps, &build, threads);
	if (build.said > SAID_MOST && !source->silent)
		warn(_("%llu more messages like these"),
			(unsigned long long)(build.said - SAID_MOST));
	log_runs_sort(&build.runs, index, threads);
	return build.said ? STATUS_PART : STATUS_DONE;
}
