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

/* Where a row that has a mark begins, or the lines end. */
static uint64_t
offset_of(const struct intake *in, uint32_t row)
{
	return row < in->rows ? in->marks[row / INTAKE_MARK] : in->lines.size;
}

struct view
spool_rows(struct spool *spool, uint32_t from, uint32_t to)
{
	uint64_t at = offset_of(spool->in, from);
	uint64_t end = offset_of(spool->in, to);
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

/* How much to read next of the rows up to a mark. */
static size_t
step(size_t had, uint64_t left)
{
	uint64_t want = had ? had : NEAR;

	return (size_t)(want < left ? want : left);
}

struct view
spool_row(struct spool *spool, uint32_t row)
{
	uint32_t first = row / INTAKE_MARK * INTAKE_MARK;
	uint64_t at = offset_of(spool->in, first);
	uint64_t end = offset_of(spool->in, first + INTAKE_MARK);
	struct str *one = &spool->one;
	struct view line;

	str_clear(one);
	do {
		size_t len = step(one->len, end - at - one->len);

		if (!len || !read_at(spool, one, len, at + one->len))
			die(_("leads were changed while they were read"));
	} while (!line_of(str_view(one), row - first, &line));
	return line;
}
