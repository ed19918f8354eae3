#include "spool.h"

#include "base/die.h"
#include "base/lang.h"

#define NEAR ((size_t)8192) /* read at first to find one row */

void
spool_open(struct spool *spool, const struct intake *in)
{
	*spool = (struct spool){.in = in};
}

void
spool_close(struct spool *spool)
{
	str_fini(&spool->rows);
	str_fini(&spool->one);
}

/* Put up to len bytes at an offset behind what out has; false at the end. */
static bool
read_at(const struct spool *spool, struct str *out, size_t len, uint64_t at)
{
	size_t n;

	str_reserve(out, len);
	n = lines_read(&spool->in->lines, out->data + out->len, len, at);
	out->len += n;
	return n > 0;
}

struct view
spool_rows(struct spool *spool, uint32_t from, uint32_t to)
{
	const struct intake *in = spool->in;
	uint64_t at = in->marks[from / INTAKE_MARK];
	uint64_t end =
		to < in->rows ? in->marks[to / INTAKE_MARK] : in->lines.size;
	struct str *rows = &spool->rows;

	str_clear(rows);
	while (rows->len < end - at)
		if (!read_at(spool, rows, end - at - rows->len, at + rows->len))
			die(_("leads were changed while they were read"));
	return str_view(rows);
}

/* Line number n of bytes, from 0, if it is there with its end. */
static bool
line_of(struct view bytes, uint32_t n, struct view *line)
{
	for (;; n--) {
		size_t end = view_find_byte(bytes, '\n');

		if (end == bytes.len)
			return false;
		*line = view_upto(bytes, end);
		if (n == 0)
			return true;
		bytes = (struct view){bytes.at + end + 1, bytes.len - end - 1};
	}
}

struct view
spool_row(struct spool *spool, uint32_t row)
{
	uint64_t at = spool->in->marks[row / INTAKE_MARK];
	struct view line;

	str_clear(&spool->one);
	do {
		size_t len = spool->one.len ? spool->one.len : NEAR;

		if (!read_at(spool, &spool->one, len, at + spool->one.len))
			die(_("leads were changed while they were read"));
	} while (!line_of(str_view(&spool->one), row % INTAKE_MARK, &line));
	return line;
}
