#include "link_chunk.h"

#include "base/mem.h"
#include "base/pool.h"

struct run {
	const struct link_chunks *chunks;
	uint64_t next;
};

struct piece {
	uint64_t from, to;
};

static void *
start(void *shared)
{
	(void)shared;
	return mem_apart(sizeof(struct piece));
}

static bool
take(void *shared, void *worker)
{
	struct run *run = shared;
	struct piece *piece = worker;

	if (run->next >= run->chunks->n)
		return false;
	piece->from = run->next;
	piece->to = piece->from + run->chunks->step;
	if (piece->to > run->chunks->n)
		piece->to = run->chunks->n;
	run->next = piece->to;
	return true;
}

static void
work(void *shared, void *worker)
{
	const struct run *run = shared;
	const struct piece *piece = worker;

	run->chunks->work(run->chunks->shared, piece->from, piece->to);
}

static bool
give(void *shared, void *worker)
{
	(void)shared;
	(void)worker;
	return true;
}

static void
stop(void *shared, void *worker)
{
	(void)shared;
	mem_free(worker);
}

void
link_chunks_run(const struct link_chunks *chunks)
{
	static const struct pool_job job = {start, take, work, give, stop};
	struct run run = {.chunks = chunks};

	pool_run(&job, &run, chunks->jobs);
}
