#include "lead/screen.h"

#include "base/day.h"
#include "base/die.h"
#include "base/file.h"
#include "base/lang.h"
#include "base/mem.h"
#include "lead/phone.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define PIECE 262144 /* bytes read at once */

/* The digits behind a "+" as an integer; 0: not a number. */
static uint64_t
number_of(struct view e164)
{
	uint64_t n = 0;

	/* E.164: at most 15 digits */
	if (e164.len < 2 || e164.len > 16 || e164.at[0] != '+')
		return 0;
	for (size_t i = 1; i < e164.len; i++) {
		if (e164.at[i] < '0' || e164.at[i] > '9')
			return 0;
		n = n * 10 + (uint64_t)(e164.at[i] - '0');
	}
	return n;
}

/* "01632960001" or "441632960001", the usual form of the lists; else 0. */
static uint64_t
number_quick(struct view v)
{
	uint64_t n = 0;

	if (v.len != 11 || v.at[0] != '0' || v.at[1] == '0')
		return 0;
	for (size_t i = 1; i < v.len; i++) {
		if (v.at[i] < '0' || v.at[i] > '9')
			return 0;
		n = n * 10 + (uint64_t)(v.at[i] - '0');
	}
	return UINT64_C(440000000000) + n;
}

static void
number_add(struct screen *screen, struct view line, struct str *scratch)
{
	struct phone facts;
	uint64_t n = number_quick(line);

	for (size_t i = 0; !n && i < line.len; i++)
		if (line.at[i] == '\t' || line.at[i] == ',' ||
			line.at[i] == ';')
			line = view_upto(line, i);
	line = n ? line : view_trim(line);
	if (!line.len)
		return;
	if (!n) {
		str_clear(scratch);
		if (phone_normalise(line, VIEW("GB"), scratch, &facts) ==
			PHONE_OK)
			n = number_of(str_view(scratch));
	}
	if (!n) {
		screen->bad++;
		screen->last_bad = screen->lines;
		return;
	}
	screen->numbers = mem_grow(screen->numbers, &screen->cap, screen->n + 1,
		sizeof(*screen->numbers));
	screen->numbers[screen->n++] = n;
}

static int
number_order(const void *a, const void *b)
{
	const uint64_t *left = a, *right = b;

	return (*left > *right) - (*left < *right);
}

static void
screen_sort(struct screen *screen)
{
	/* lists are shipped in order, as a rule */
	for (size_t i = 1; i < screen->n; i++)
		if (screen->numbers[i - 1] > screen->numbers[i]) {
			qsort(screen->numbers, screen->n,
				sizeof(*screen->numbers), number_order);
			return;
		}
}

/* "# date: 2026-11-02" */
static void
date_line(struct screen *screen, struct view line)
{
	line = view_trim(view_from(line, 1));
	if (!view_same(view_upto(line, 5), VIEW("date:")))
		return;
	if (day_read(view_trim(view_from(line, 5)), &screen->date))
		screen->dated = true;
	else
		screen->bad_date = screen->lines;
}

/* A line of a list. */
static void
line_load(struct screen *screen, struct view line, struct str *scratch)
{
	screen->lines++;
	if (line.len && line.at[0] == '#')
		date_line(screen, line);
	else
		number_add(screen, line, scratch);
}

/*
 * Take whole lines off the front of bytes, and at the end of the file the
 * last one; how many bytes that were.
 */
static size_t
lines_load(struct screen *screen, struct view bytes, bool last,
	struct str *scratch)
{
	struct view rest = bytes, line;

	while (rest.len) {
		size_t end = view_find_byte(rest, '\n');

		if (end == rest.len && !last)
			break;
		line = view_upto(rest, end);
		if (line.len && line.at[line.len - 1] == '\r')
			line.len--;
		line_load(screen, line, scratch);
		rest = view_from(rest, end + 1);
	}
	return bytes.len - rest.len;
}

/* Read the list in pieces: it may be far larger than what is kept of it. */
static void
file_read(struct screen *screen, int fd, const char *path)
{
	struct str bytes = {0}, scratch = {0};
	ssize_t n;

	do {
		size_t taken;

		str_reserve(&bytes, PIECE);
		n = file_read_all(fd, bytes.data + bytes.len, PIECE);
		if (n < 0)
			die_errno("%s", path);
		bytes.len += (size_t)n;
		taken = lines_load(
			screen, str_view(&bytes), n < PIECE, &scratch);
		bytes.len -= taken;
		memmove(bytes.data, bytes.data + taken, bytes.len);
	} while (n == PIECE);
	str_fini(&scratch);
	str_fini(&bytes);
}

void
screen_load(struct screen *screen, const char *path)
{
	struct stat st;
	int fd;

	*screen = (struct screen){0};
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0) {
		if (errno != ENOENT)
			die_errno("%s", path);
		return;
	}
	if (fstat(fd, &st) != 0)
		die_errno("%s", path);
	screen->there = true;
	screen->date = moment_day(st.st_mtime);
	/* most lines are eleven digits and a line end */
	screen->numbers = mem_grow(screen->numbers, &screen->cap,
		(size_t)st.st_size / 12 + 1, sizeof(*screen->numbers));
	file_read(screen, fd, path);
	(void)close(fd);
	screen_sort(screen);
}

void
screen_check(struct screen *screen, const char *path)
{
	struct place at = {.file = path, .line = screen->bad_date};

	if (!screen->there)
		return;
	if (screen->bad_date) {
		warn_at(at,
			_("no date; write '# date: 2026-11-02': the list "
			  "counts as missing"));
		screen->there = false;
	} else if (!screen->n && (screen->bad || !screen->dated)) {
		warn_at(at,
			_("no line starts with a telephone number: the "
			  "list counts as missing"));
		screen->there = false;
	} else if (screen->bad && screen->last_bad > 1) {
		/* The first may be a header. */
		at.line = screen->last_bad;
		warn_at(at,
			_("no telephone number; %llu such lines are "
			  "passed over"),
			(unsigned long long)screen->bad);
	}
}

void
screen_fini(struct screen *screen)
{
	mem_free(screen->numbers);
	*screen = (struct screen){0};
}

bool
screen_has(const struct screen *screen, struct view e164)
{
	uint64_t n = number_of(e164);

	return n && screen->n &&
		bsearch(&n, screen->numbers, screen->n, sizeof(n),
			number_order) != NULL;
}

bool
screen_is_stale(const struct screen *screen, int32_t today, int days)
{
	return !screen->there || today - screen->date > days ||
		(screen->dated && screen->date > today + 1);
}
