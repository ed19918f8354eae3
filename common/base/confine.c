#include "base/confine.h"

#include "base/str.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

/* gcov writes its counts when the program ends: that build turns this off. */
#ifndef CONFINE
#define CONFINE 1
#endif

/* What is given up: the rights of Landlock's first version but reading. */
#define GIVEN_UP                                                               \
	(LANDLOCK_ACCESS_FS_EXECUTE | IN_DIRECTORY |                           \
		LANDLOCK_ACCESS_FS_MAKE_CHAR | LANDLOCK_ACCESS_FS_MAKE_DIR |   \
		LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO |  \
		LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM |  \
		LANDLOCK_ACCESS_FS_REMOVE_DIR)

/* What replacing a file takes, in the directory it is in. */
#define IN_DIRECTORY                                                           \
	(LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_MAKE_REG |         \
		LANDLOCK_ACCESS_FS_REMOVE_FILE)

static int
open_directory_of(const char *path)
{
	const char *slash = strrchr(path, '/');
	struct str dir = {0};
	int fd;

	if (slash)
		str_bytes(&dir, path, (size_t)(slash - path) + 1);
	else
		str_byte(&dir, '.');
	fd = open(str_text(&dir), O_PATH | O_DIRECTORY | O_CLOEXEC);
	str_fini(&dir);
	return fd;
}

static void
allow_directory(int rules, const char *path)
{
	struct landlock_path_beneath_attr beneath = {
		.allowed_access = IN_DIRECTORY,
		.parent_fd = open_directory_of(path),
	};

	if (beneath.parent_fd < 0)
		return;
	(void)syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH,
		&beneath, 0);
	(void)close(beneath.parent_fd);
}

void
confine(const char *path)
{
	struct landlock_ruleset_attr give_up = {.handled_access_fs = GIVEN_UP};
	int rules;

	if (!CONFINE)
		return;
	rules = (int)syscall(
		SYS_landlock_create_ruleset, &give_up, sizeof(give_up), 0);
	if (rules < 0)
		return;
	if (path)
		allow_directory(rules, path);
	/* Landlock asks for this of all but root: set-user-id is off. */
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0)
		(void)syscall(SYS_landlock_restrict_self, rules, 0);
	(void)close(rules);
}
