#include "record/log_bucket.h"

#include "base/mem.h"
#include "base/pool.h"

#define BUCKET 4 /* entries */
#define CACHE_LINE 64
#define LINE_USUAL 256 /* bytes of an entry, and what is read with it */

#define HASH_BITS 24 /* of log_place's where; the others are the offset */
#define OFFSET_BITS (64 - HASH_BITS)
#define OFFSET_MASK ((UINT64_C(1) << OFFSET_BITS) - 1)

struct log_place
log_place_make(struct digest hash, uint64_t offset, uint64_t gist)
{
	return (struct log_place){.key = hash.low,
		.where = hash.high >> OFFSET_BITS << OFFSET_BITS | offset,
		.gist = gist};
}

static size_t
part_of(const struct log_place *place)
{
	return place->where >> (64 - LOG_PARTS_BITS);
}

static const char *
line_of(const struct log_index *index, const struct log_place *place)
{
	return index->bytes.at + (place->where & OFFSET_MASK);
}

static size_t
bucket_of(const struct log_index *index, uint64_t hash)
{
	return hash >> (64 - index->bits);
}

void
log_run_order(struct log_run *run, const struct log_place *places, size_t n)
{
	uint32_t *ends = run->ends;
	uint32_t end = 0;

	run->places = mem_grow(run->places, &run->cap, n, sizeof(*places));
	memset(run->ends, 0, sizeof(run->ends));
	for (size_t i = 0; i < n; i++)
		ends[part_of(&places[i])]++;
	/* Each becomes the start of its part, then moves to its end. */
	for (size_t part = 0; part < LOG_PARTS; part++) {
		uint32_t of_part = ends[part];

		ends[part] = end;
		end += of_part;
	}
	for (size_t i = 0; i < n; i++)
		run->places[ends[part_of(&places[i])]++] = places[i];
}

/* Room for n places: each new block has as much as all before it. */
static struct log_place *
reserve(struct log_runs *runs, size_t n)
{
	struct log_place *at;

	if (n > runs->room) {
		runs->room = runs->places > n ? runs->places : n;
		runs->blocks = mem_grow(runs->blocks, &runs->blocks_cap,
			runs->blocks_n + 1, sizeof(*runs->blocks));
		runs->blocks[runs->blocks_n++] =
			mem_large(runs->room, sizeof(*at));
		runs->next = runs->blocks[runs->blocks_n - 1];
	}
	at = runs->next;
	runs->next += n;
	runs->room -= n;
	runs->places += n;
	return at;
}

void
log_runs_add(struct log_runs *runs, const struct log_run *run)
{
	size_t n = run->ends[LOG_PARTS - 1];
	struct log_run copy = *run;

	if (!n)
		return;
	copy.places = reserve(runs, n);
	memcpy(copy.places, run->places, n * sizeof(*copy.places));
	runs->all = mem_grow(
		runs->all, &runs->cap, runs->n + 1, sizeof(*runs->all));
	runs->all[runs->n++] = copy;
}

/* All parts of all runs being sorted. */
struct sorting {
	const struct log_runs *runs;
	struct log_index *index;
	uint32_t starts[LOG_PARTS]; /* of the parts' places */
	size_t next;		    /* part to be taken */
};

struct worker {
	size_t part;
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
	struct sorting *sorting = shared;
	struct worker *worker = state;

	worker->part = sorting->next++;
	return worker->part < LOG_PARTS;
}

/* Call each() for all places of a part. */
static void
walk(const struct sorting *sorting, size_t part,
	void (*each)(struct log_index *index, const struct log_place *place))
{
	for (size_t i = 0; i < sorting->runs->n; i++) {
		const struct log_run *run = &sorting->runs->all[i];
		uint32_t from = part ? run->ends[part - 1] : 0;

		for (uint32_t k = from; k < run->ends[part]; k++)
			each(sorting->index, &run->places[k]);
	}
}

static void
count(struct log_index *index, const struct log_place *place)
{
	index->starts[bucket_of(index, place->where)]++;
}

static void
put(struct log_index *index, const struct log_place *place)
{
	index->places[--index->starts[bucket_of(index, place->where)]] = *place;
}

static void
work(void *shared, void *state)
{
	struct sorting *sorting = shared;
	struct worker *worker = state;
	struct log_index *index = sorting->index;
	size_t buckets = (size_t)1 << (index->bits - LOG_PARTS_BITS);
	uint32_t *starts = &index->starts[worker->part * buckets];
	uint32_t end = sorting->starts[worker->part];

	memset(starts, 0, buckets * sizeof(*starts));
	walk(sorting, worker->part, count);
	/* Each becomes the end of its bucket, then moves to its start. */
	for (size_t i = 0; i < buckets; i++)
		starts[i] = end += starts[i];
	walk(sorting, worker->part, put);
}

static bool
give(void *shared, void *state)
{
	(void)shared;
	(void)state;
	return true;
}

static void
stop(void *shared, void *state)
{
	(void)shared;
	mem_free(state);
}

static void
free_runs(struct log_runs *runs)
{
	for (size_t i = 0; i < runs->blocks_n; i++)
		mem_free(runs->blocks[i]);
	mem_free(runs->blocks);
	mem_free(runs->all);
}

void
log_runs_sort(struct log_runs *runs, struct log_index *index, unsigned threads)
{
	static const struct pool_job steps = {start, take, work, give, stop};
	struct sorting sorting = {.runs = runs, .index = index};
	size_t buckets;

	index->n = runs->places;
	index->bits = LOG_PARTS_BITS;
	while (index->bits < HASH_BITS && index->n >> index->bits > BUCKET)
		index->bits++;
	buckets = (size_t)1 << index->bits;
	index->starts = mem_large(buckets + 1, sizeof(*index->starts));
	index->starts[buckets] = (uint32_t)index->n;
	index->places = mem_large(index->n, sizeof(*index->places));
	for (size_t i = 0; i < runs->n; i++)
		for (size_t part = 1; part < LOG_PARTS; part++)
			sorting.starts[part] += runs->all[i].ends[part - 1];
	pool_run(&steps, &sorting, threads);
	free_runs(runs);
}

struct digest
log_index_hash(const struct log_index *index, struct view key)
{
	return hash_wide(key, index->seed);
}

/* The places of a bucket, and how many there are. */
static const struct log_place *
bucket_places(const struct log_index *index, struct digest hash, size_t *n)
{
	const uint32_t *start = &index->starts[bucket_of(index, hash.high)];

	*n = start[1] - start[0];
	return &index->places[start[0]];
}

/*
 * All in one function: a compiler sees no effect in one that only asks for
 * memory, and leaves out its call.
 */
void
log_index_expect(const struct log_index *index, struct digest hash, int step)
{
	const struct log_place *places;
	size_t n;

	if (step == 0) {
		__builtin_prefetch(&index->starts[bucket_of(index, hash.high)]);
		return;
	}
	places = bucket_places(index, hash, &n);
	if (step == 1) {
		for (size_t i = 0; i < n; i += CACHE_LINE / sizeof(*places))
			__builtin_prefetch(&places[i]);
		return;
	}
	for (size_t i = 0; i < n; i++) {
		const char *line = line_of(index, &places[i]);

		if (places[i].key != hash.low || places[i].gist & LOG_GIST_ALL)
			continue;
		for (size_t k = 0; k < LINE_USUAL; k += CACHE_LINE)
			__builtin_prefetch(line + k);
	}
}

const struct log_place *
log_index_next(const struct log_index *index, struct digest hash, size_t *at)
{
	size_t n;
	const struct log_place *places = bucket_places(index, hash, &n);

	while (*at < n) {
		const struct log_place *place = &places[(*at)++];

		if (place->key == hash.low)
			return place;
	}
	return NULL;
}

struct view
log_index_line(const struct log_index *index, const struct log_place *place)
{
	return view_from(index->bytes, place->where & OFFSET_MASK);
}

void
log_index_fini(struct log_index *index)
{
	mem_free(index->starts);
	mem_free(index->places);
	*index = (struct log_index){0};
}
