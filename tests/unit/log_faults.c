/* A log when calls fail: each one, once or for ever, and every two of them. */
#include "unit.h"

#include "log_shim.h"

#include "base/file.h"
#include "record/log.h"

#include <dirent.h>
#include <signal.h>
#include <sys/resource.h>

#define HEADER "id\tat\tsum"
#define OLD HEADER "\nold1\t1\t\nold2\t2\t\n"

static char folder[] = "/tmp/lead-faults-XXXXXX";
static char path[64];
static const struct log journal = {
	.path = path, .header = VIEW(HEADER), .quiet = true};

/* What a file holds before a call is tried. */
static const char *const starts[] = {
	NULL,		 /* there is none */
	"",		 /* an empty one */
	OLD,		 /* whole records */
	OLD "torn\t",	 /* a writer was killed */
	OLD "hand\t3\t", /* whole, but for its LF */
	"torn",		 /* nothing is whole */
};

enum action { APPEND, APPEND_ALL, ERASE, READ, ACTIONS };

static enum log_fate
all_but_old1(void *self, struct view line, struct str *instead)
{
	(void)self;
	(void)instead;
	return view_starts(line, VIEW("old1\t")) ? LOG_GOES : LOG_STAYS;
}

static bool read_all; /* the last READ saw both old records */

static enum status
look(void)
{
	struct log_image image;
	bool good = log_read(&journal, &image);

	read_all = view_find(image.bytes, VIEW("old1")) < image.bytes.len &&
		view_find(image.bytes, VIEW("old2")) < image.bytes.len;
	log_image_fini(&image);
	return good ? STATUS_DONE : STATUS_FAIL;
}

static enum status
act(enum action action)
{
	struct log_erase erase = {.fate = all_but_old1};

	switch (action) {
	case APPEND:
		return log_append(&journal, VIEW("new\t9"));
	case APPEND_ALL:
		return log_append_all(&journal, VIEW("new\t9\t\nnew2\t9\t\n"));
	case READ:
		return look();
	default:
		return log_erase(&journal, &erase);
	}
}

static void
clean(void)
{
	DIR *all = opendir(folder);
	struct dirent *entry;
	struct str name = {0};

	while ((entry = readdir(all))) {
		str_clear(&name);
		str_printf(&name, "%s/%s", folder, entry->d_name);
		if (entry->d_name[0] != '.')
			(void)unlink(str_text(&name));
	}
	str_fini(&name);
	closedir(all);
}

static void
start_with(const char *text)
{
	int fd;

	clean();
	if (!text)
		return;
	fd = (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT, 0600);
	assert_true(syscall(SYS_write, fd, text, strlen(text)) ==
		(long)strlen(text));
	close(fd);
}

static int
count_descriptors(void)
{
	DIR *all = opendir("/proc/self/fd");
	int n = 0;

	while (readdir(all))
		n++;
	closedir(all);
	return n;
}

/* How often a record is in the log, as a reader sees it. */
static int
count(const char *id)
{
	struct log_image image;
	struct view rest, line;
	int n = 0;

	memset(&shim.fail, 0, sizeof(shim.fail));
	if (!log_read(&journal, &image))
		return -1;
	rest = image.bytes;
	while (rest.len && view_cut(&rest, '\n', &line))
		n += view_eq(view_upto(line, view_find_byte(line, '\t')),
			view_of(id));
	log_image_fini(&image);
	return n;
}

/* Is what is there now what the status promised?  NULL: yes. */
static const char *
broken(enum action action, const char *start, enum status status)
{
	bool had_old = start && strstr(start, "old1");
	int fresh = count("new");
	int fresh2 = count("new2");
	int old1 = count("old1");

	if (had_old && count("old2") != 1)
		return "a record was lost";
	if (start && strstr(start, "hand") && count("hand") != 1)
		return "a record without LF was lost";
	if (action == ERASE)
		return status == STATUS_DONE && old1 ? "was not erased"
			: status == STATUS_FAIL && had_old && !old1
			? "was erased, and is said not to be"
			: NULL;
	if (had_old && old1 != 1)
		return "a record was lost or doubled";
	if (action == READ)
		return status == STATUS_DONE && had_old && !read_all
			? "a reader missed a record"
			: NULL;
	if (action == APPEND_ALL && fresh != fresh2)
		return "some of all were appended";
	if (status == STATUS_DONE && fresh != 1)
		return "an acknowledged record is not there";
	if (status == STATUS_FAIL && fresh != 0)
		return "a record is there that is said not to be";
	return fresh > 1 ? "a record is doubled" : NULL;
}

/* One run; whether the promise held. */
static bool
try(enum action action, const char *start, const char **why)
{
	long first = shim.fail[0];
	long second = shim.fail[1];
	int open_before = count_descriptors();
	enum status status;

	start_with(start);
	shim.calls = 0;
	shim.fail[0] = first;
	shim.fail[1] = second;
	status = act(action);
	shim.fail[0] = shim.fail[1] = 0;
	*why = broken(action, start, status);
	if (!*why && count_descriptors() != open_before)
		*why = "a descriptor was left open";
	/* The next writer finds nothing that it could not mend. */
	if (!*why &&
		(log_append(&journal, VIEW("next\t1")) != STATUS_DONE ||
			count("next") != 1))
		*why = "the next append does not work";
	if (!*why)
		*why = broken(action, start, status);
	shim.fail[0] = first;
	shim.fail[1] = second;
	return !*why;
}

static long runs, violations;
static bool torture; /* $TORTURE: all of it, not a sample */

static void
report(enum action action, const char *start, const char *why)
{
	violations++;
	if (shim.mutant == MUTANT_NONE)
		print_error("action %d on '%s', calls %ld %ld%s fail with %d "
			    "after %ld bytes: %s\n",
			(int)action, start ? start : "(none)", shim.fail[0],
			shim.fail[1], shim.after ? "..." : "", shim.error,
			shim.part, why);
}

/* A mutant is caught once and for all. */
static bool
found_out(void)
{
	return shim.mutant != MUTANT_NONE && violations;
}

/* All faults of one kind at one place, then with a second one behind it. */
static void
fail_everywhere(enum action action, const char *start, long calls)
{
	static const int errors[] = {
		EIO, ENOSPC, EDQUOT, ENOMEM, EINVAL, EPERM, ENOLCK, EBADF};
	static const long parts[] = {0, 7, 1, 2, 20, 3, 12};
	const char *why;

	for (long k = 1; k <= calls && !found_out(); k++)
		for (size_t e = 0; e < (torture ? 8 : 2); e++)
			for (size_t p = 0; p < (torture ? 7 : 2); p++)
				for (shim.after = 0; shim.after < 2;
					shim.after++) {
					shim.fail[0] = k;
					shim.fail[1] = 0;
					shim.error = errors[e];
					shim.part = parts[p];
					runs++;
					if (!try(action, start, &why))
						report(action, start, why);
				}
	shim.after = 0;
	/* A signal comes: what was begun is gone on with, or undone. */
	for (long k = 1; k <= calls && !found_out(); k++) {
		shim.fail[0] = k;
		shim.fail[1] = 0;
		shim.error = EINTR;
		shim.part = k % 2 ? 0 : 5;
		runs++;
		if (!try(action, start, &why))
			report(action, start, why);
	}
	for (long k = 1; k <= calls && !found_out(); k++)
		for (long second = k + 1; second <= calls + 6;
			second += torture ? 1 : 2) {
			shim.fail[0] = k;
			shim.fail[1] = second;
			shim.error = EIO;
			shim.part = 3;
			runs++;
			if (!try(action, start, &why))
				report(action, start, why);
		}
}

static void
run_all(void)
{
	int log = dup(2);
	int null = (int)syscall(SYS_openat, AT_FDCWD, "/dev/null", O_WRONLY);

	runs = violations = 0;
	if (shim.mutant != MUTANT_NONE)
		dup2(null, 2); /* a mutant complains a lot */
	for (int action = 0; action < ACTIONS; action++)
		for (size_t i = 0; i < sizeof(starts) / sizeof(*starts); i++) {
			start_with(starts[i]);
			memset(&shim.fail, 0, sizeof(shim.fail));
			shim.calls = 0;
			(void)act((enum action)action);
			dup2(null, 2);
			fail_everywhere(
				(enum action)action, starts[i], shim.calls);
			dup2(log, 2);
		}
	close(null);
	close(log);
}

static void
no_fault_breaks_the_promise(void **state)
{
	(void)state;
	shim.mutant = MUTANT_NONE;
	run_all();
	print_message("%ld runs\n", runs);
	assert_int_equal(violations, 0);
	assert_true(runs > (torture ? 30000 : 4000));
}

static void
a_log_that_does_not_roll_back_is_found_out(void **state)
{
	(void)state;
	shim.mutant = MUTANT_NO_ROLL_BACK;
	run_all();
	shim.mutant = MUTANT_NONE;
	assert_true(violations > 0);
}

/* A full file system, byte by byte. */
static void
a_short_write_is_taken_back(void **state)
{
	struct rlimit old, now;
	size_t whole;
	struct stat st;

	(void)state;
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &old), 0);
	start_with(OLD);
	assert_int_equal(act(APPEND), STATUS_DONE);
	assert_int_equal(stat(path, &st), 0);
	whole = (size_t)st.st_size;
	for (size_t limit = sizeof(OLD) - 1; limit <= whole; limit++) {
		enum status status;

		start_with(OLD);
		now = old;
		now.rlim_cur = limit;
		assert_int_equal(setrlimit(RLIMIT_FSIZE, &now), 0);
		status = act(APPEND);
		assert_int_equal(setrlimit(RLIMIT_FSIZE, &old), 0);
		assert_int_equal(
			status, limit < whole ? STATUS_FAIL : STATUS_DONE);
		assert_int_equal(stat(path, &st), 0);
		assert_int_equal((size_t)st.st_size,
			limit < whole ? sizeof(OLD) - 1 : whole);
	}
}

static int
begin(void **state)
{
	(void)state;
	torture = getenv("TORTURE");
	if (!mkdtemp(folder))
		return -1;
	(void)snprintf(path, sizeof(path), "%s/log.tsv", folder);
	return setenv("LEAD_NOW", "2026-11-23T09:15:00Z", 1);
}

static int
end(void **state)
{
	(void)state;
	clean();
	return rmdir(folder);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_fault_breaks_the_promise),
		cmocka_unit_test(a_log_that_does_not_roll_back_is_found_out),
		cmocka_unit_test(a_short_write_is_taken_back),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
