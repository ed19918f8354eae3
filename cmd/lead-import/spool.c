#include "spool.h"

#include "base/die.h"
#include "base/lang.h"

#include <errno.h>
#include <unistd.h>

#define BLOCK ((size_t)1 << 20)
#define NEAR ((size_t)8192) /* read at first to find one row */

void
spool_open(struct spool *spool, const struct intake *in)
{
	*spool = (struct spool){.in = in};
}

void
spool_close(struct spool *spool)
{
	str_fini(&spool->bytes);
	str_fini(&spool->one);
}

/* Put up to len bytes of the spool at offset at behind what out has. */
static bool
read_at(const struct spool *spool, struct str *out, size_t len, uint64_t at)
{
	ssize_t n;

	str_reserve(out, len);
	do {
		n = pread(
			spool->in->spool, out->data + out->len, len, (off_t)at);
	} while (n < 0 && errno == EINTR);
	if (n < 0)
		die_errno(_("cannot read a temporary file"));
	out->len += (size_t)n;
	return n > 0;
}

/* Have at least one whole line unread in bytes. */
static void
fill(struct spool *spool)
{
	struct str *b = &spool->bytes;

	while (!b->len ||
		!memchr(b->data + spool->at, '\n', b->len - spool->at)) {
		size_t had;

		if (spool->at)
			memmove(b->data, b->data + spool->at,
				b->len - spool->at);
		b->len -= spool->at;
		spool->at = 0;
		had = b->len;
		if (!read_at(spool, b, BLOCK, spool->next))
			die(_("a temporary file has become shorter"));
		spool->next += b->len - had;
	}
}

struct view
spool_next(struct spool *spool, uint32_t n, uint32_t *got)
{
	const char *from;
	const char *at;
	const char *end;

	fill(spool);
	from = at = spool->bytes.data + spool->at;
	end = spool->bytes.data + spool->bytes.len;
	for (*got = 0; *got < n; ++*got) {
		const char *lf = memchr(at, '\n', (size_t)(end - at));

		if (!lf)
			break;
		at = lf + 1;
	}
	spool->at += (size_t)(at - from);
	return (struct view){from, (size_t)(at - from)};
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
			die(_("a temporary file has become shorter"));
	} while (!line_of(str_view(&spool->one), row % INTAKE_MARK, &line));
	return line;
}
