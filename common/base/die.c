#include "base/die.h"

#include "base/str.h"
#include "base/visible.h"

#include <errno.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void say(struct place at, const char *format, va_list args, int error)
	__attribute__((format(printf, 2, 0)));

static void
say(struct place at, const char *format, va_list args, int error)
{
	struct str text = {0};
	struct str line = {0};
	ssize_t said;

	str_printf(&text, "%s: ", program_invocation_short_name);
	if (at.file)
		str_printf(&text, "%s:", at.file);
	if (at.line)
		str_printf(&text, "%llu:", (unsigned long long)at.line);
	if (at.file || at.line)
		str_byte(&text, ' ');
	if (at.column)
		str_printf(&text, "%s: ", at.column);
	str_vprintf(&text, format, args);
	if (error)
		str_printf(&text, ": %s", strerror(error));
	visible_write(str_view(&text), &line);
	str_byte(&line, '\n');
	said = write(STDERR_FILENO, line.data, line.len);
	(void)said; /* nobody is left to tell */
	str_fini(&line);
	str_fini(&text);
}

void
warn(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	say((struct place){0}, format, args, 0);
	va_end(args);
}

void
warn_at(struct place at, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	say(at, format, args, 0);
	va_end(args);
}

void
warn_errno(const char *format, ...)
{
	int error = errno;
	va_list args;

	va_start(args, format);
	say((struct place){0}, format, args, error);
	va_end(args);
}

/*
 * One thread alone has the last word, and ends the program: two would say the
 * same thing twice, and exit() is for one.
 */
static void
last_words(void)
{
	static atomic_flag said = ATOMIC_FLAG_INIT;

	while (atomic_flag_test_and_set(&said))
		(void)pause();
}

void
die(const char *format, ...)
{
	va_list args;

	last_words();
	va_start(args, format);
	say((struct place){0}, format, args, 0);
	va_end(args);
	exit(STATUS_FAIL);
}

void
die_at(struct place at, const char *format, ...)
{
	va_list args;

	last_words();
	va_start(args, format);
	say(at, format, args, 0);
	va_end(args);
	exit(STATUS_FAIL);
}

void
die_errno(const char *format, ...)
{
	int error = errno;
	va_list args;

	last_words();
	va_start(args, format);
	say((struct place){0}, format, args, error);
	va_end(args);
	exit(STATUS_FAIL);
}
