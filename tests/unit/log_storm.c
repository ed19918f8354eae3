/*
 * A log in a storm: many writers, readers and an eraser at once; writers
 * killed at any moment.  The short form; $TORTURE is the real one, $SOAK
 * that many times more.
 */
#include "unit.h"

#include "log_shim.h"

#include "base/file.h"
#include "record/log.h"
#include "record/log_sum.h"

#include <signal.h>
#include <sys/wait.h>
#include <time.h>

#define HEADER "id\tat\ttext\tsum"
#define WRITERS_MOST 64
#define VICTIM 60000 /* bytes of the longest record of who is killed */

static char folder[] = "/tmp/lead-storm-XXXXXX";
static char path[64];
static const struct log journal = {
	.path = path, .header = VIEW(HEADER), .quiet = true};
static long scale = 1; /* $SOAK */
static bool torture;

/* How much wind. */
struct storm {
	int writers, readers;
	long records; /* of each writer */
	bool eraser;
	size_t longest; /* bytes of a record */
};

/* Record n of a writer: "3 17", with text of a length that varies. */
static void
write_fields(int writer, long n, size_t longest, struct str *out)
{
	size_t len =
		(size_t)((n * 7919 + writer * 104729) % 997) * longest / 997;

	str_clear(out);
	/* Every third one may be erased. */
	str_printf(out, "%c%d %ld\t2026-11-23\t", n % 3 ? 'k' : 'e', writer, n);
	for (size_t i = 0; i < len; i++)
		str_byte(out, (char)('a' + (i + (size_t)n) % 26));
}

static enum log_fate
fate(void *self, struct view line, struct str *instead)
{
	(void)self;
	(void)instead;
	return line.at[0] == 'e' ? LOG_GOES : LOG_STAYS;
}

static void
be_writer(const struct storm *storm, int writer)
{
	struct str fields = {0};

	for (long n = 1; n <= storm->records; n++) {
		write_fields(writer, n, storm->longest, &fields);
		if (log_append(&journal, str_view(&fields)) != STATUS_DONE)
			_exit(1);
	}
	_exit(0);
}

static void
be_eraser(void)
{
	struct log_erase erase = {.fate = fate};

	for (;;)
		if (log_erase(&journal, &erase) != STATUS_DONE)
			_exit(1);
}

/* What a look at the log found of each writer. */
struct look {
	long kept[WRITERS_MOST];
	bool good;
};

static bool
read_name(struct view id, int *writer, long *n)
{
	size_t blank = view_find_byte(id, ' ');
	int64_t w, k;

	if (!view_int(view_from(view_upto(id, blank), 1), &w) ||
		!view_int(view_from(id, blank + 1), &k) || w < 0 ||
		w >= WRITERS_MOST)
		return false;
	*writer = (int)w;
	*n = k;
	return true;
}

/*
 * Every line is whole, and a writer's kept records stand in their order with
 * none left out.
 */
static void
look_at(struct look *look)
{
	long last[WRITERS_MOST] = {0};
	struct log_image image;
	struct view rest, line;

	*look = (struct look){.good = log_read(&journal, &image)};
	rest = image.bytes;
	while (look->good && rest.len && view_cut(&rest, '\n', &line)) {
		int writer = 0;
		long n = 0;

		if (!line.len || view_eq(line, journal.header))
			continue;
		look->good = log_sum_check(line) == LOG_SUM_GOOD &&
			read_name(view_upto(line, view_find_byte(line, '\t')),
				&writer, &n);
		if (!look->good || line.at[0] == 'e')
			continue;
		look->good = n == last[writer] + 1 + (last[writer] % 3 == 2);
		last[writer] = n;
		look->kept[writer]++;
	}
	log_image_fini(&image);
}

static void
be_reader(const struct storm *storm)
{
	struct look old = {0};
	struct look now;

	for (;;) {
		look_at(&now);
		for (int i = 0; i < storm->writers; i++)
			if (now.kept[i] < old.kept[i])
				_exit(1);
		if (!now.good)
			_exit(1);
		old = now;
	}
}

/* A child that faults must die, not go on with the tests as cmocka would. */
static pid_t
fork_plain(void)
{
	static const int faults[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE};
	pid_t pid = fork();

	for (size_t i = 0; !pid && i < 4; i++)
		(void)signal(faults[i], SIG_DFL);
	return pid;
}

static pid_t
start(const struct storm *storm, int what)
{
	pid_t pid = fork_plain();

	if (pid)
		return pid;
	if (what < storm->writers)
		be_writer(storm, what);
	else if (what < storm->writers + storm->readers)
		be_reader(storm);
	be_eraser();
	return 0;
}

/* Let it blow; whether all stood. */
static bool
blow(const struct storm *storm)
{
	pid_t pids[2 * WRITERS_MOST];
	int n = storm->writers + storm->readers + storm->eraser;
	struct look look;
	bool good = true;
	int status;

	(void)unlink(path);
	for (int i = 0; i < n; i++)
		pids[i] = start(storm, i);
	for (int i = 0; i < storm->writers; i++) {
		waitpid(pids[i], &status, 0);
		good = good && status == 0;
	}
	for (int i = storm->writers; i < n; i++) {
		kill(pids[i], SIGKILL);
		waitpid(pids[i], &status, 0);
		good = good && WIFSIGNALED(status) &&
			WTERMSIG(status) == SIGKILL;
	}
	look_at(&look);
	for (int i = 0; i < storm->writers; i++)
		good = good &&
			look.kept[i] == storm->records - storm->records / 3;
	return good && look.good;
}

static void
nothing_is_lost_doubled_or_half_read(void **state)
{
	struct storm storm = {8, 2, 100, true, 300};

	(void)state;
	if (torture)
		storm = (struct storm){64, 4, 4000 * scale, true, 300};
	shim.mutant = MUTANT_NONE;
	assert_true(blow(&storm));
}

static bool
is_caught(enum mutant mutant, const struct storm *storm)
{
	int log = dup(2);
	int null = open("/dev/null", O_WRONLY);
	bool good = true;

	dup2(null, 2);
	shim.mutant = mutant;
	for (int i = 0; i < 200 && good; i++)
		good = blow(storm);
	shim.mutant = MUTANT_NONE;
	dup2(log, 2);
	close(log);
	close(null);
	return !good;
}

static void
a_log_without_locks_is_found_out(void **state)
{
	const struct storm storm = {8, 2, 100, true, 8000};

	(void)state;
	assert_true(is_caught(MUTANT_NO_LOCK, &storm));
}

static void
a_log_that_trusts_its_name_is_found_out(void **state)
{
	const struct storm storm = {8, 0, 150, true, 300};

	(void)state;
	assert_true(is_caught(MUTANT_NO_INODE_CHECK, &storm));
}

/* Append until killed; say the number of each record that is acknowledged. */
static void
be_victim(int writer, long from, size_t longest, int acknowledge)
{
	struct str fields = {0};

	for (long n = from;; n++) {
		write_fields(writer, n, longest, &fields);
		if (log_append(&journal, str_view(&fields)) != STATUS_DONE)
			_exit(1);
		(void)syscall(SYS_write, acknowledge, &n, sizeof(n));
	}
}

/*
 * Is this line record n, whole?  A writer that was killed just before the sum
 * leaves a line as if it had been written by hand.
 */
static bool
is_record(struct view line, long n)
{
	struct str fields = {0};
	bool good;

	write_fields(0, n, VICTIM, &fields);
	good = view_starts(line, str_view(&fields)) &&
		log_sum_check(line) != LOG_SUM_BAD;
	if (!good)
		print_error("record %ld, %zu bytes: '%.40s', sum %d\n", n,
			line.len, line.at, (int)log_sum_check(line));
	str_fini(&fields);
	return good;
}

/* The number that is in the log last, and whether all is whole. */
static bool
last_there(long *last)
{
	struct log_image image;
	struct view rest, line;
	bool good = log_read(&journal, &image);

	*last = 0;
	rest = image.bytes;
	while (good && rest.len && view_cut(&rest, '\n', &line))
		if (line.len && !view_eq(line, journal.header))
			good = is_record(line, ++*last);
	log_image_fini(&image);
	return good;
}

/* One life: the highest number that was acknowledged, at least from - 1. */
static long
live_and_die(long from)
{
	struct timespec wait = {0, (long)(random() % 3000) * 1000};
	long acknowledged = from - 1;
	int ends[2];
	pid_t pid;
	long n;

	assert_int_equal(pipe(ends), 0);
	pid = fork_plain();
	if (!pid)
		be_victim(0, from, VICTIM, ends[1]);
	close(ends[1]);
	nanosleep(&wait, NULL);
	kill(pid, SIGKILL);
	waitpid(pid, NULL, 0);
	while (read(ends[0], &n, sizeof(n)) == sizeof(n))
		acknowledged = n;
	close(ends[0]);
	return acknowledged;
}

static void
who_is_killed_has_said_the_truth(void **state)
{
	long lives = torture ? 1000 * scale : 60;
	long last = 0;

	(void)state;
	(void)unlink(path);
	for (long i = 0; i < lives; i++) {
		long acknowledged = live_and_die(last + 1);

		assert_true(last_there(&last));
		assert_true(last >= acknowledged);
		/* Not for ever: a log of records of 60 KB grows fast. */
		if (i % 25 == 24) {
			(void)unlink(path);
			last = 0;
		}
	}
}

static int
begin(void **state)
{
	const char *soak = getenv("SOAK");
	int64_t times;

	(void)state;
	torture = getenv("TORTURE") || soak;
	if (soak && view_int(view_of(soak), &times) && times > 0)
		scale = (long)times;
	if (!mkdtemp(folder))
		return -1;
	(void)snprintf(path, sizeof(path), "%s/log.tsv", folder);
	return 0;
}

static int
end(void **state)
{
	struct str command = {0};
	int got;

	(void)state;
	str_printf(&command, "rm -rf %s", folder);
	got = system(str_text(&command));
	str_fini(&command);
	return got;
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_is_lost_doubled_or_half_read),
		cmocka_unit_test(a_log_without_locks_is_found_out),
		cmocka_unit_test(a_log_that_trusts_its_name_is_found_out),
		cmocka_unit_test(who_is_killed_has_said_the_truth),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
