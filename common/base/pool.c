#include "base/pool.h"

#include "base/die.h"
#include "base/mem.h"

#include <pthread.h>
#include <sched.h>
#include <stdint.h>
#include <string.h>

/* A worker and its piece; there are more of them than threads. */
struct worker {
	void *state;
	uint64_t number;
	struct worker *next; /* of those that are free */
};

struct pool {
	const struct pool_job *job;
	void *shared;
	struct worker *all; /* owned */
	unsigned n;
	pthread_mutex_t take; /* guards these, and job->take: */
	uint64_t taken;
	bool ended;	      /* nothing is left */
	pthread_mutex_t give; /* guards these: */
	pthread_cond_t freed; /* free or stopped has changed */
	struct worker *free;
	struct worker **done; /* owned: by number modulo n; NULL: not yet */
	uint64_t given;
	bool giving;  /* a thread hands on what is done */
	bool stopped; /* job->give said so */
};

/* Wait for a worker that is free; NULL when stopped. */
static struct worker *
get_worker(struct pool *pool)
{
	struct worker *worker = NULL;

	pthread_mutex_lock(&pool->give);
	while (!pool->stopped && !pool->free)
		pthread_cond_wait(&pool->freed, &pool->give);
	if (!pool->stopped) {
		worker = pool->free;
		pool->free = worker->next;
	}
	pthread_mutex_unlock(&pool->give);
	return worker;
}

/* Take a piece and its number. */
static bool
take(struct pool *pool, struct worker *worker)
{
	bool got;

	pthread_mutex_lock(&pool->take);
	got = !pool->ended && pool->job->take(pool->shared, worker->state);
	pool->ended = !got;
	worker->number = pool->taken;
	pool->taken += got;
	pthread_mutex_unlock(&pool->take);
	return got;
}

/* Hand on all whose turn has come; called and left with pool->give locked. */
static void
give_done(struct pool *pool)
{
	struct worker *worker;
	bool more;

	while (!pool->stopped && (worker = pool->done[pool->given % pool->n])) {
		pthread_mutex_unlock(&pool->give);
		more = pool->job->give(pool->shared, worker->state);
		pthread_mutex_lock(&pool->give);
		pool->done[pool->given++ % pool->n] = NULL;
		worker->next = pool->free;
		pool->free = worker;
		pool->stopped = !more;
		pthread_cond_broadcast(&pool->freed);
	}
}

/* The piece is done; its result is handed on by whoever does so already. */
static void
finish(struct pool *pool, struct worker *worker)
{
	pthread_mutex_lock(&pool->give);
	pool->done[worker->number % pool->n] = worker;
	if (!pool->giving) {
		pool->giving = true;
		give_done(pool);
		pool->giving = false;
	}
	pthread_mutex_unlock(&pool->give);
}

static void *
run(void *argument)
{
	struct pool *pool = argument;
	struct worker *worker;

	while ((worker = get_worker(pool)) && take(pool, worker)) {
		pool->job->work(pool->shared, worker->state);
		finish(pool, worker);
	}
	return NULL;
}

/* Threads 1.. run beside the caller, who is thread 0. */
static void
run_all(struct pool *pool, unsigned threads)
{
	pthread_t *all = mem_new(threads, sizeof(*all));

	for (unsigned i = 1; i < threads; i++) {
		int error = pthread_create(&all[i], NULL, run, pool);

		if (error)
			die("cannot start a thread: %s", strerror(error));
	}
	run(pool);
	for (unsigned i = 1; i < threads; i++)
		pthread_join(all[i], NULL);
	mem_free(all);
}

bool
pool_run(const struct pool_job *job, void *shared, unsigned threads)
{
	unsigned n = threads > 1 ? threads + (threads + 1) / 2 : 1;
	struct pool pool = {
		.job = job,
		.shared = shared,
		.all = mem_new(n, sizeof(*pool.all)),
		.n = n,
		.take = PTHREAD_MUTEX_INITIALIZER,
		.give = PTHREAD_MUTEX_INITIALIZER,
		.freed = PTHREAD_COND_INITIALIZER,
		.done = mem_new(n, sizeof(struct worker *)),
	};

	for (unsigned i = n; i-- > 0;) {
		pool.all[i].state = job->start ? job->start(shared) : NULL;
		pool.all[i].next = pool.free;
		pool.free = &pool.all[i];
	}
	run_all(&pool, threads ? threads : 1);
	for (unsigned i = 0; i < n && job->stop; i++)
		job->stop(shared, pool.all[i].state);
	mem_free(pool.done);
	mem_free(pool.all);
	return !pool.stopped;
}

unsigned
pool_cores(void)
{
	cpu_set_t set;

	if (sched_getaffinity(0, sizeof(set), &set) < 0)
		return 1;
	return (unsigned)CPU_COUNT(&set);
}
