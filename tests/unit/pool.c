/* Pieces of work are handed on in the order they were taken. */
#include "unit.h"

#include "base/mem.h"
#include "base/pool.h"

#define PIECES 500

struct run {
	unsigned taken, given, last, started, stopped;
	bool in_order;
};

struct worker {
	unsigned piece, done;
};

static void *
start(void *shared)
{
	struct run *run = shared;

	run->started++;
	return mem_new(1, sizeof(struct worker));
}

static bool
take(void *shared, void *state)
{
	struct run *run = shared;
	struct worker *worker = state;

	worker->piece = run->taken;
	run->taken += run->taken < PIECES;
	return worker->piece < PIECES;
}

/* Some pieces take a thousand times as long as others. */
static void
work(void *shared, void *state)
{
	struct worker *worker = state;
	volatile unsigned rest = worker->piece % 7 ? 100 : 100000;

	(void)shared;
	while (rest)
		rest--;
	worker->done = worker->piece + 1;
}

static bool
give(void *shared, void *state)
{
	struct run *run = shared;
	const struct worker *worker = state;

	if (worker->piece != run->given || worker->done != run->given + 1)
		run->in_order = false;
	return run->given++ != run->last;
}

static void
stop(void *shared, void *state)
{
	struct run *run = shared;

	run->stopped++;
	mem_free(state);
}

static const struct pool_job job = {start, take, work, give, stop};

static void
results_come_in_order_from_any_number_of_threads(void **state)
{
	(void)state;
	for (unsigned threads = 0; threads <= 9; threads++) {
		struct run run = {.last = PIECES, .in_order = true};

		assert_true(pool_run(&job, &run, threads));
		assert_true(run.in_order);
		assert_int_equal(run.given, PIECES);
		assert_int_equal(run.stopped, run.started);
	}
}

static void
nothing_is_handed_on_behind_the_end(void **state)
{
	(void)state;
	for (unsigned threads = 1; threads <= 9; threads++) {
		struct run run = {.last = 40, .in_order = true};

		assert_false(pool_run(&job, &run, threads));
		assert_true(run.in_order);
		assert_int_equal(run.given, 41);
		assert_int_equal(run.stopped, run.started);
	}
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			results_come_in_order_from_any_number_of_threads),
		cmocka_unit_test(nothing_is_handed_on_behind_the_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
