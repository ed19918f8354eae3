#include "record/log_index.h"

#include "base/day.h"
#include "base/hash.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/pool.h"
#include "record/log_sum.h"
#include "record/scan.h"

#include <sys/mman.h>
#include <unistd.h>

#define PIECE ((size_t)1 << 20) /* bytes a thread takes */
#define WORTH_THREADS ((size_t)8 << 20)
#define BUCKET 8		/* entries: one line of the processor's cache */
#define LARGE ((size_t)4 << 20) /* bytes that are worth large pages */
#define CACHE_LINE 64
#define LINE_USUAL 256 /* bytes of an entry, and what is read with it */
#define OFFSET_BITS 40
#define OFFSET_MASK ((UINT64_C(1) << OFFSET_BITS) - 1)
#define SAID_MOST 20 /* messages of a run; the others are counted */

struct spot {
	uint64_t hash, offset;
};

/* What a piece of the log was found to hold. */
struct chunk {
	struct spot *spots; /* owned */
	size_t n;
};

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
	struct chunk *chunks;
	size_t chunks_n, chunks_cap;
	uint64_t lines, said;
};

struct worker {
	struct view piece;
	struct str ended; /* owned: a piece that did not end with LF */
	struct scan scan;
	struct spot *spots; /* owned */
	size_t spots_n, spots_cap;
	struct fault *faults; /* owned */
	size_t faults_n, faults_cap;
	uint64_t lines;
};

static void *
start(void *shared)
{
	(void)shared;
	return mem_new(1, sizeof(struct worker));
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

	return view_from(view_upto(worker->piece, ends[0]), from);
}

/* What is wrong with a line so that it cannot be used; NULL: nothing. */
static const char *
unusable(const struct build *build, const struct worker *worker, size_t first,
	size_t fields)
{
	int64_t moment;

	if (fields != build->columns)
		return N_("has another number of fields than the header");
	if (worker->scan.ends[first + fields - 1] > worker->scan.valid)
		return N_("is not UTF-8");
	if (!field(worker, first, build->source->key).len)
		return N_("names no lead");
	if (!moment_read(field(worker, first, build->source->time), &moment))
		return N_("has no time that can be read");
	return NULL;
}

static void
note(struct build *build, struct worker *worker, size_t first, size_t fields)
{
	uint32_t from = worker->scan.ends[(ptrdiff_t)first - 1] + 1;
	uint32_t end = worker->scan.ends[first + fields - 1];
	struct view line = {worker->piece.at + from, end - from};
	const char *why;

	if (!line.len || view_eq(line, build->source->header))
		return;
	why = unusable(build, worker, first, fields);
	if (why) {
		add_fault(worker, why, true);
		return;
	}
	if (log_sum_check(line) == LOG_SUM_BAD)
		add_fault(worker, N_("has a wrong sum"), false);
	worker->spots = mem_grow(worker->spots, &worker->spots_cap,
		worker->spots_n + 1, sizeof(*worker->spots));
	worker->spots[worker->spots_n++] = (struct spot){
		log_index_hash(
			build->index, field(worker, first, build->source->key)),
		(uint64_t)(worker->piece.at - build->source->bytes.at) + from};
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
	worker->spots_n = 0;
	worker->faults_n = 0;
	scan_bytes(&worker->scan, scanned);
	for (worker->lines = 0; worker->lines < worker->scan.lines_n;
		worker->lines++) {
		uint32_t next = worker->scan.lines[worker->lines];

		note(build, worker, first, next - first);
		first = next;
	}
}

static void
say_faults(struct build *build, const struct worker *worker)
{
	for (size_t i = 0; i < worker->faults_n; i++) {
		const struct fault *fault = &worker->faults[i];
		struct place at = {.file = build->source->name,
			.line = build->lines + fault->line + 1};

		if (build->said++ < SAID_MOST)
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
	struct chunk chunk = {NULL, worker->spots_n};

	say_faults(build, worker);
	build->lines += worker->lines;
	if (!chunk.n)
		return true;
	chunk.spots = mem_new(chunk.n, sizeof(*chunk.spots));
	memcpy(chunk.spots, worker->spots, chunk.n * sizeof(*chunk.spots));
	build->chunks = mem_grow(build->chunks, &build->chunks_cap,
		build->chunks_n + 1, sizeof(*build->chunks));
	build->chunks[build->chunks_n++] = chunk;
	build->index->n += chunk.n;
	return true;
}

static void
stop(void *shared, void *state)
{
	struct worker *worker = state;

	(void)shared;
	scan_fini(&worker->scan);
	str_fini(&worker->ended);
	mem_free(worker->spots);
	mem_free(worker->faults);
	mem_free(worker);
}

static size_t
bucket_of(const struct log_index *index, uint64_t hash)
{
	return index->bits ? hash >> (64 - index->bits) : 0;
}

/* Large pages, where there are any, spare the processor looking for small. */
static void *
new_large(size_t n, size_t size)
{
	void *out = mem_new(n, size);
	uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
	uintptr_t start = ((uintptr_t)out + page - 1) & ~(page - 1);

	if (n * size > LARGE)
		(void)madvise((void *)start, (uintptr_t)out + n * size - start,
			MADV_HUGEPAGE);
	return out;
}

/* Sort the spots of all chunks into buckets, by counting; frees them. */
static void
sort(struct build *build)
{
	struct log_index *index = build->index;
	size_t buckets;

	while (index->n >> index->bits > BUCKET)
		index->bits++;
	buckets = (size_t)1 << index->bits;
	index->starts = new_large(buckets + 1, sizeof(*index->starts));
	index->places = new_large(index->n, sizeof(*index->places));
	for (size_t c = 0; c < build->chunks_n; c++)
		for (size_t i = 0; i < build->chunks[c].n; i++)
			index->starts[bucket_of(
				index, build->chunks[c].spots[i].hash)]++;
	/* Each becomes the end of its bucket, then moves to its start. */
	for (size_t i = 1; i <= buckets; i++)
		index->starts[i] += index->starts[i - 1];
	for (size_t c = build->chunks_n; c-- > 0;) {
		struct spot *spots = build->chunks[c].spots;

		for (size_t i = build->chunks[c].n; i-- > 0;)
			index->places[--index->starts[bucket_of(
				index, spots[i].hash)]] =
				spots[i].hash << OFFSET_BITS | spots[i].offset;
		mem_free(spots);
	}
	mem_free(build->chunks);
}

enum status
log_index_make(struct log_index *index, const struct log_source *source)
{
	static const struct pool_job steps = {start, take, work, give, stop};
	struct build build = {.source = source,
		.index = index,
		.columns = 1,
		.rest = source->bytes};
	unsigned threads = source->threads;

	*index =
		(struct log_index){.bytes = source->bytes, .seed = hash_seed()};
	for (size_t i = 0; i < source->header.len; i++)
		build.columns += source->header.at[i] == '\t';
	if (!threads)
		threads = source->bytes.len > WORTH_THREADS ? pool_cores() : 1;
	pool_run(&steps, &build, threads);
	if (build.said > SAID_MOST)
		warn(_("%llu more messages like these"),
			(unsigned long long)(build.said - SAID_MOST));
	sort(&build);
	return build.said ? STATUS_PART : STATUS_DONE;
}

uint64_t
log_index_hash(const struct log_index *index, struct view key)
{
	return hash_table(key, index->seed);
}

/* The lines of a bucket that may be meant. */
static void
expect_lines(const struct log_index *index, uint64_t hash)
{
	size_t bucket = bucket_of(index, hash);

	for (size_t i = index->starts[bucket]; i < index->starts[bucket + 1];
		i++) {
		uint64_t place = index->places[i];
		const char *line = index->bytes.at + (place & OFFSET_MASK);

		if ((place ^ hash << OFFSET_BITS) >> OFFSET_BITS)
			continue;
		for (size_t k = 0; k < LINE_USUAL; k += CACHE_LINE)
			__builtin_prefetch(line + k);
	}
}

void
log_index_expect(const struct log_index *index, uint64_t hash, int step)
{
	size_t bucket = bucket_of(index, hash);

	switch (step) {
	case 0:
		__builtin_prefetch(&index->starts[bucket]);
		break;
	case 1:
		__builtin_prefetch(&index->places[index->starts[bucket]]);
		__builtin_prefetch(
			&index->places[index->starts[bucket] + BUCKET]);
		break;
	default:
		expect_lines(index, hash);
		break;
	}
}

bool
log_index_next(const struct log_index *index, uint64_t hash, size_t *at,
	struct view *rest)
{
	size_t bucket = bucket_of(index, hash);
	size_t i = index->starts[bucket] + *at;

	for (; i < index->starts[bucket + 1]; i++) {
		uint64_t place = index->places[i];

		if ((place ^ hash << OFFSET_BITS) >> OFFSET_BITS)
			continue;
		*rest = view_from(index->bytes, place & OFFSET_MASK);
		*at = i + 1 - index->starts[bucket];
		return true;
	}
	return false;
}

void
log_index_fini(struct log_index *index)
{
	mem_free(index->starts);
	mem_free(index->places);
	*index = (struct log_index){0};
}
