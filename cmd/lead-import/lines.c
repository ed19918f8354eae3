#include "lines.h"

#include "base/die.h"
#include "base/file.h"
#include "base/lang.h"
#include "base/mem.h"

#include <errno.h>
#include <unistd.h>

void
lines_open(struct lines *lines)
{
	*lines = (struct lines){.spool = file_spool()};
}

void
lines_close(struct lines *lines)
{
	close(lines->spool);
	mem_free(lines->pieces);
}

void
lines_refer(
	struct lines *lines, struct lines_file file, uint64_t from, size_t len)
{
	const struct lines_piece *last =
		lines->n ? &lines->pieces[lines->n - 1] : NULL;

	if (!len)
		return;
	if (!last || last->file.fd != file.fd ||
		last->from + (lines->size - last->at) != from) {
		lines->pieces = mem_grow(lines->pieces, &lines->cap,
			lines->n + 1, sizeof(*lines->pieces));
		lines->pieces[lines->n++] =
			(struct lines_piece){lines->size, from, file};
	}
	lines->size += len;
}

void
lines_write(struct lines *lines, const char *bytes, size_t len)
{
	struct lines_file spool = {lines->spool, _("a temporary file")};

	if (!file_write_all(lines->spool, bytes, len))
		die_errno(_("cannot write a temporary file"));
	lines_refer(lines, spool, lines->spooled, len);
	lines->spooled += len;
}

/* The piece that has the byte at an offset. */
static const struct lines_piece *
piece_at(const struct lines *lines, uint64_t at)
{
	size_t from = 0;
	size_t to = lines->n;

	while (to - from > 1) {
		size_t mid = from + (to - from) / 2;

		if (lines->pieces[mid].at <= at)
			from = mid;
		else
			to = mid;
	}
	return &lines->pieces[from];
}

size_t
lines_read(const struct lines *lines, char *bytes, size_t len, uint64_t at)
{
	const struct lines_piece *piece;
	uint64_t end;
	ssize_t n;

	if (at >= lines->size)
		return 0;
	piece = piece_at(lines, at);
	end = piece + 1 < lines->pieces + lines->n ? piece[1].at : lines->size;
	if (len > end - at)
		len = (size_t)(end - at);
	do {
		n = pread(piece->file.fd, bytes, len,
			(off_t)(piece->from + (at - piece->at)));
	} while (n < 0 && errno == EINTR);
	if (n < 0)
		die_errno("%s", piece->file.name);
	if (n == 0)
		die(_("%s has become shorter while it was read"),
			piece->file.name);
	return (size_t)n;
}
