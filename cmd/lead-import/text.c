#include "text.h"

#include "text_encoding.h"

#include "base/die.h"
#include "base/file.h"
#include "base/lang.h"

#include <errno.h>
#include <iconv.h>
#include <sys/stat.h>
#include <unistd.h>

#define LOOK 16384  /* bytes that tell the encoding */
#define PIECE 65536 /* bytes converted at a time */

/* Copy all that fd still gives into a spool. */
static int
spool(int fd, const char *name)
{
	char bytes[PIECE];
	int to = file_spool();

	for (;;) {
		ssize_t n = file_read_all(fd, bytes, sizeof(bytes));

		if (n < 0)
			die_errno("%s", name);
		if (n == 0)
			return to;
		if (!file_write_all(to, bytes, (size_t)n))
			die_errno(_("cannot write a temporary file"));
	}
}

/* The encoding of the file, and how long the mark in front is. */
static const char *
find_encoding(const struct text *text, const char *name, size_t *mark)
{
	char bytes[LOOK];
	struct view start = {
		bytes, text_read(text, name, bytes, sizeof(bytes), 0)};
	const char *other = text_other(start);

	if (other)
		die(_("%s: is no table, but %s: save it as CSV"), name,
			_(other));
	return text_encoding(start, mark);
}

struct conversion {
	iconv_t iconv;
	int to;
	const char *name;
	char in[PIECE];
	size_t held; /* bytes of in that are not converted yet */
	char out[PIECE], *into;
	size_t room; /* in out, from into on */
	uint64_t lost;
};

static void
write_out(struct conversion *c)
{
	if (c->into &&
		!file_write_all(c->to, c->out, (size_t)(c->into - c->out)))
		die_errno(_("cannot write a temporary file"));
	c->into = c->out;
	c->room = sizeof(c->out);
}

/* An impossible byte becomes U+FFFD. */
static void
replace(struct conversion *c)
{
	memcpy(c->into, "\xEF\xBF\xBD", 3);
	c->into += 3;
	c->room -= 3;
	c->lost++;
}

/* Convert what is held. */
static void
convert(struct conversion *c, bool last)
{
	char *from = c->in;

	while (c->held &&
		iconv(c->iconv, &from, &c->held, &c->into, &c->room) ==
			(size_t)-1) {
		if (errno == E2BIG || c->room < 4) {
			write_out(c);
			continue;
		}
		if (errno == EINVAL && !last)
			break; /* the rest comes with the next piece */
		replace(c);
		from++;
		c->held--;
	}
	memmove(c->in, from, c->held);
	write_out(c);
	/* Some encodings keep a letter back, for a mark that may follow it. */
	if (last &&
		iconv(c->iconv, NULL, NULL, &c->into, &c->room) == (size_t)-1)
		die_errno("%s", c->name);
	write_out(c);
}

/* Put the whole file through iconv into a spool. */
static void
transcode(
	struct text *text, const char *name, const char *encoding, size_t from)
{
	struct conversion c = {.name = name};
	size_t n;

	c.iconv = iconv_open("UTF-8", encoding);
	if (c.iconv == (iconv_t)-1)
		die(_("unknown encoding '%s'; see iconv --list"), encoding);
	c.to = file_spool();
	write_out(&c);
	do {
		n = text_read(text, name, c.in + c.held, PIECE - c.held, from);
		from += n;
		c.held += n;
		convert(&c, n == 0);
	} while (n);
	iconv_close(c.iconv);
	text->lost = c.lost;
	close(text->fd);
	text->fd = c.to;
}

static struct stat
look_at(int fd, const char *name)
{
	struct stat st;

	if (fstat(fd, &st) < 0)
		die_errno("%s", name);
	return st;
}

static bool
is_utf8(const char *encoding)
{
	return view_same(view_of(encoding), VIEW("utf-8")) ||
		view_same(view_of(encoding), VIEW("utf8"));
}

void
text_open(struct text *text, const char *path, const char *encoding)
{
	const char *name = file_name(path);
	const char *found;
	struct stat st;
	size_t mark;

	*text = (struct text){.fd = file_open(path), .encoding = "UTF-8"};
	st = look_at(text->fd, name);
	if (!S_ISREG(st.st_mode) || lseek(text->fd, 0, SEEK_CUR) != 0) {
		int fd = spool(text->fd, name);

		close(text->fd);
		text->fd = fd;
	}
	found = find_encoding(text, name, &mark);
	/* "UTF-16" does not say which; the mark does, and it is passed over. */
	if (encoding && !is_utf8(encoding) &&
		!(mark && view_same(view_of(encoding), VIEW("UTF-16"))))
		found = encoding;
	if (found) {
		transcode(text, name, found, mark);
		text->encoding = found;
		mark = 0;
	}
	st = look_at(text->fd, name);
	text->start = mark;
	text->end = (size_t)st.st_size;
	text->when = st.st_mtim;
}

void
text_check(const struct text *text, const char *name)
{
	struct stat st = look_at(text->fd, name);

	if ((size_t)st.st_size != text->end ||
		st.st_mtim.tv_sec != text->when.tv_sec ||
		st.st_mtim.tv_nsec != text->when.tv_nsec)
		die(_("%s was changed while it was read"), name);
}

void
text_close(struct text *text)
{
	close(text->fd);
}

size_t
text_read(const struct text *text, const char *name, char *bytes, size_t len,
	size_t at)
{
	size_t got = 0;

	while (got < len) {
		ssize_t n = pread(
			text->fd, bytes + got, len - got, (off_t)(at + got));

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			die_errno("%s", name);
		if (n == 0)
			break;
		got += (size_t)n;
	}
	return got;
}
