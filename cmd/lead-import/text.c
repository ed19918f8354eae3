#include "text.h"

#include "base/die.h"
#include "base/file.h"
#include "base/lang.h"
#include "base/utf8.h"

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

/*
 * UTF-16 without a mark: ASCII has a NUL in every other place, and so has at
 * least the line end among letters that are not.
 */
static const char *
by_nuls(const char *bytes, size_t len)
{
	size_t nuls[2] = {0};
	bool ended[2] = {false};

	for (size_t i = 0; i < len; i++) {
		size_t pair = i ^ 1;

		if (bytes[i])
			continue;
		nuls[i % 2]++;
		ended[i % 2] |= pair < len &&
			(bytes[pair] == '\n' || bytes[pair] == '\r');
	}
	for (size_t odd = 0; odd < 2; odd++)
		if (nuls[!odd] * 20 <= nuls[odd] &&
			(nuls[odd] * 3 > len ||
				(ended[odd] && nuls[odd] * 50 > len)))
			return odd ? "UTF-16LE" : "UTF-16BE";
	return NULL;
}

static bool
is_letter(char c)
{
	return (c | 32) >= 'a' && (c | 32) <= 'z';
}

/*
 * The encoding of old Macs, whose lines end with a CR alone: between letters
 * stand letters, where Windows-1252 has marks, and none where that has them.
 */
static const char *
by_letters(const char *bytes, size_t len)
{
	size_t mac = 0;

	if (memchr(bytes, '\n', len) || !memchr(bytes, '\r', len) ||
		utf8_valid((struct view){bytes, len}) == len)
		return NULL;
	for (size_t i = 1; i + 1 < len; i++) {
		unsigned char c = (unsigned char)bytes[i];
		/* Quotes, in either. */
		bool quote =
			(c >= 0x91 && c <= 0x94) || (c >= 0xD2 && c <= 0xD5);

		if (c < 0x80 || quote || !is_letter(bytes[i - 1]) ||
			!is_letter(bytes[i + 1]))
			continue;
		if (c >= 0xC0)
			return NULL;
		mac += c < 0xA0;
	}
	return mac ? "MACINTOSH" : NULL;
}

/* What is no text at all, though people export it: how it starts. */
static const struct {
	struct view start;
	const char *what;
} others[] = {
	{{"PK\3\4", 4}, N_("a spreadsheet (xlsx, ods) or another archive")},
	{{"\xD0\xCF\x11\xE0", 4}, N_("a spreadsheet (xls)")},
	{{"\x1F\x8B", 2}, N_("compressed (gzip)")},
	{{"BZh91AY&SY", 10}, N_("compressed (bzip2)")},
	{{"\xFD"
	  "7zXZ",
		 5},
		N_("compressed (xz)")},
	{{"%PDF-", 5}, N_("a document (PDF)")},
	{{"SQLite format 3", 15}, N_("a database (SQLite)")},
};

static void
refuse_others(struct view start, const char *name)
{
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		if (view_starts(start, others[i].start))
			die(_("%s: is no text, but %s: save it as CSV"), name,
				_(others[i].what));
}

/* The encoding of the file, and how long the mark in front is. */
static const char *
find_encoding(const struct text *text, const char *name, size_t *mark)
{
	char bytes[LOOK];
	size_t len = text_read(text, name, bytes, sizeof(bytes), 0);
	struct view v = {bytes, len};
	const char *found;

	refuse_others(v, name);
	*mark = 3;
	if (view_starts(v, VIEW("\xEF\xBB\xBF")))
		return NULL;
	*mark = 2;
	if (view_starts(v, VIEW("\xFF\xFE")))
		return "UTF-16LE";
	if (view_starts(v, VIEW("\xFE\xFF")))
		return "UTF-16BE";
	*mark = 0;
	found = by_nuls(bytes, len);
	return found ? found : by_letters(bytes, len);
}

struct conversion {
	iconv_t iconv;
	int to;
	const char *name;
	char in[PIECE];
	size_t held; /* bytes of in that are not converted yet */
	uint64_t lost;
};

/* Convert what is held; an impossible byte becomes U+FFFD. */
static void
convert(struct conversion *c, bool last)
{
	char out[4 * PIECE];
	char *from = c->in;
	char *into = out;
	size_t room = sizeof(out);

	while (c->held &&
		iconv(c->iconv, &from, &c->held, &into, &room) == (size_t)-1) {
		if (errno == EINVAL && !last)
			break; /* the rest comes with the next piece */
		if (errno == E2BIG || room < 4)
			break;
		memcpy(into, "\xEF\xBF\xBD", 3);
		into += 3;
		room -= 3;
		c->lost++;
		from++;
		c->held--;
	}
	memmove(c->in, from, c->held);
	if (!file_write_all(c->to, out, (size_t)(into - out)))
		die_errno(_("cannot write a temporary file"));
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
	if (encoding && !is_utf8(encoding))
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

/* C1 control characters: nobody writes them, bad conversions make them. */
static bool
has_c1(struct view v)
{
	const char *p = v.at;
	const char *end = v.at + v.len;

	while (p < end && (p = memchr(p, 0xC2, (size_t)(end - p)))) {
		p++;
		if (p < end && (unsigned char)*p < 0xA0)
			return true;
	}
	return false;
}

/* How many bytes of v are ASCII, and not NUL, before one that is not. */
static size_t
ascii_size(struct view v)
{
	const uint64_t ones = UINT64_C(0x0101010101010101);
	size_t n = 0;
	uint64_t x;

	for (; n + sizeof(x) <= v.len; n += sizeof(x)) {
		memcpy(&x, v.at + n, sizeof(x));
		/* a byte of NUL borrows, and one beyond ASCII has the bit */
		if (((x - ones) | x) & ones << 7)
			break;
	}
	while (n < v.len && (unsigned char)(v.at[n] - 1) < 0x7F)
		n++;
	return n;
}

bool
text_is_clean(struct view v)
{
	return ascii_size(v) == v.len ||
		(utf8_valid(v) == v.len && !memchr(v.at, '\0', v.len) &&
			!has_c1(v));
}

/* Windows-1252 where it differs from Latin-1; 0: no such character. */
static const uint16_t windows[32] = {0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026,
	0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0, 0,
	0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122,
	0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178};

/* The character that a byte, or a C1 control of that number, stands for. */
static uint32_t
by_windows(uint32_t byte)
{
	if (byte < 0x80 || byte >= 0xA0)
		return byte;
	return windows[byte - 0x80] ? windows[byte - 0x80] : 0xFFFD;
}

bool
text_mend(struct view v, struct str *out)
{
	bool mended = false;

	while (v.len) {
		size_t plain = ascii_size(v);
		unsigned char byte;
		int32_t c;

		str_bytes(out, v.at, plain);
		v = view_from(v, plain);
		if (!v.len)
			break;
		byte = (unsigned char)v.at[0];
		c = byte ? utf8_next(&v) : 0;
		mended |= c < 0xA0;
		if (c)
			utf8_put(out, by_windows(c > 0 ? (uint32_t)c : byte));
		else
			v = view_from(v, 1);
	}
	return mended;
}
