/* What a confined program can no longer do. */
#include "unit.h"

#include "base/confine.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum { WRITES_HERE = 1, WRITES_THERE = 2, EXECUTES = 4, READS = 8 };

static bool
can_open(const char *path, int flags)
{
	int fd = open(path, flags, 0600);

	if (fd >= 0)
		close(fd);
	return fd >= 0;
}

/* In a child, since there is no way back: what it can do when confined. */
static int
abilities(const char *path)
{
	static char *const no_words[] = {NULL};
	pid_t child = fork();
	int status = 0;

	if (child == 0) {
		int able = 0;

		confine(path);
		able |= can_open("here/new", O_WRONLY | O_CREAT) * WRITES_HERE;
		able |= can_open("there/new", O_WRONLY | O_CREAT) *
			WRITES_THERE;
		able |= can_open("/etc/passwd", O_RDONLY) * READS;
		if (access("/bin/true", X_OK) == 0 && fork() == 0) {
			execve("/bin/true", no_words, no_words);
			_exit(1);
		}
		if (wait(&status) > 0 && status == 0)
			able |= EXECUTES;
		_exit(able);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static void
a_confined_program_writes_only_beside_its_output(void **state)
{
	char dir[] = "/tmp/confine-XXXXXX";

	(void)state;
	if (syscall(SYS_landlock_create_ruleset, NULL, 0,
		    LANDLOCK_CREATE_RULESET_VERSION) < 1)
		skip();
	assert_non_null(mkdtemp(dir));
	assert_int_equal(chdir(dir), 0);
	assert_int_equal(mkdir("here", 0700), 0);
	assert_int_equal(mkdir("there", 0700), 0);
	assert_int_equal(abilities("here/out"), READS | WRITES_HERE);
	assert_int_equal(abilities(NULL), READS);
	assert_int_equal(abilities("out"), READS | WRITES_HERE | WRITES_THERE);
	(void)unlink("here/new");
	(void)unlink("there/new");
	(void)rmdir("here");
	(void)rmdir("there");
	(void)rmdir(dir);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			a_confined_program_writes_only_beside_its_output),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
