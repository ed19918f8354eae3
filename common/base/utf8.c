#include "base/utf8.h"

/* Continuation bytes of a lead byte, and the range of the first of them. */
struct lead_byte {
	unsigned char first, last; /* lead bytes of this kind */
	unsigned char more;	   /* continuation bytes */
	unsigned char low, high;   /* what the first of them may be */
};

/* RFC 3629, section 4. */
static const struct lead_byte leads[] = {
	{0xC2, 0xDF, 1, 0x80, 0xBF},
	{0xE0, 0xE0, 2, 0xA0, 0xBF},
	{0xE1, 0xEC, 2, 0x80, 0xBF},
	{0xED, 0xED, 2, 0x80, 0x9F},
	{0xEE, 0xEF, 2, 0x80, 0xBF},
	{0xF0, 0xF0, 3, 0x90, 0xBF},
	{0xF1, 0xF3, 3, 0x80, 0xBF},
	{0xF4, 0xF4, 3, 0x80, 0x8F},
};

/* First and last character of a run that is wider or narrower than 1. */
struct run {
	uint32_t first, last;
};

/* Zero columns: combining marks, zero-width and format characters. */
static const struct run narrow[] = {
	{0x0300, 0x036F},
	{0x0483, 0x0489},
	{0x0591, 0x05BD},
	{0x0610, 0x061A},
	{0x064B, 0x065F},
	{0x0E31, 0x0E31},
	{0x0E34, 0x0E3A},
	{0x0E47, 0x0E4E},
	{0x1AB0, 0x1AFF},
	{0x1DC0, 0x1DFF},
	{0x200B, 0x200F},
	{0x202A, 0x202E},
	{0x2060, 0x206F},
	{0x20D0, 0x20FF},
	{0xFE00, 0xFE0F},
	{0xFE20, 0xFE2F},
	{0xFEFF, 0xFEFF},
};

/* Two columns: East Asian wide and full-width, and emoji (UAX 11). */
static const struct run wide[] = {
	{0x1100, 0x115F},
	{0x2E80, 0x303E},
	{0x3041, 0x33FF},
	{0x3400, 0x4DBF},
	{0x4E00, 0x9FFF},
	{0xA000, 0xA4CF},
	{0xAC00, 0xD7A3},
	{0xF900, 0xFAFF},
	{0xFE30, 0xFE6F},
	{0xFF00, 0xFF60},
	{0xFFE0, 0xFFE6},
	{0x1F300, 0x1F64F},
	{0x1F680, 0x1F6FF},
	{0x1F900, 0x1F9FF},
	{0x20000, 0x3FFFD},
};

static bool
in_runs(uint32_t character, const struct run *runs, size_t n)
{
	for (size_t i = 0; i < n && runs[i].first <= character; i++)
		if (character <= runs[i].last)
			return true;
	return false;
}

/* Bytes of the valid character at p, 0 when there is none. */
static size_t
character_size(const unsigned char *p, size_t len)
{
	if (p[0] < 0x80)
		return 1;
	for (size_t i = 0; i < sizeof(leads) / sizeof(*leads); i++) {
		const struct lead_byte *lead = &leads[i];

		if (p[0] < lead->first || p[0] > lead->last)
			continue;
		if (len <= lead->more || p[1] < lead->low || p[1] > lead->high)
			return 0;
		for (size_t k = 2; k <= lead->more; k++)
			if ((p[k] & 0xC0) != 0x80)
				return 0;
		return (size_t)lead->more + 1;
	}
	return 0;
}

size_t
utf8_size(struct view v)
{
	return v.len ? character_size((const unsigned char *)v.at, v.len) : 0;
}

/* How many bytes from p are ASCII, by 32 and eight at a time. */
static size_t
ascii_run(const unsigned char *p, size_t len)
{
	uint64_t w[4];
	size_t i = 0;

	for (; len - i >= sizeof(w); i += sizeof(w)) {
		memcpy(w, p + i, sizeof(w));
		if ((w[0] | w[1] | w[2] | w[3]) & UINT64_C(0x8080808080808080))
			break;
	}
	while (len - i >= 8) {
		uint64_t eight;

		memcpy(&eight, p + i, 8);
		if (eight & UINT64_C(0x8080808080808080))
			break;
		i += 8;
	}
	while (i < len && p[i] < 0x80)
		i++;
	return i;
}

size_t
utf8_valid(struct view v)
{
	const unsigned char *p = (const unsigned char *)v.at;
	size_t i = 0;

	while (i < v.len) {
		size_t size;

		i += ascii_run(p + i, v.len - i);
		if (i == v.len)
			break;
		size = character_size(p + i, v.len - i);
		if (!size)
			break;
		i += size;
	}
	return i;
}

int32_t
utf8_next(struct view *rest)
{
	static const unsigned char mask[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
	const unsigned char *p = (const unsigned char *)rest->at;
	size_t size = character_size(p, rest->len);
	uint32_t out = p[0];

	rest->at += size ? size : 1;
	rest->len -= size ? size : 1;
	if (!size)
		return -1;
	out &= mask[size];
	for (size_t k = 1; k < size; k++)
		out = out << 6 | (p[k] & 0x3FU);
	return (int32_t)out;
}

void
utf8_put(struct str *s, uint32_t c)
{
	if (c < 0x80) {
		str_byte(s, (char)c);
		return;
	}
	if (c < 0x800) {
		str_byte(s, (char)(0xC0 | c >> 6));
	} else if (c < 0x10000) {
		str_byte(s, (char)(0xE0 | c >> 12));
		str_byte(s, (char)(0x80 | (c >> 6 & 0x3F)));
	} else {
		str_byte(s, (char)(0xF0 | c >> 18));
		str_byte(s, (char)(0x80 | (c >> 12 & 0x3F)));
		str_byte(s, (char)(0x80 | (c >> 6 & 0x3F)));
	}
	str_byte(s, (char)(0x80 | (c & 0x3F)));
}

int
utf8_width(uint32_t c)
{
	if (c < 0x300)
		return 1;
	if (in_runs(c, narrow, sizeof(narrow) / sizeof(*narrow)))
		return 0;
	return in_runs(c, wide, sizeof(wide) / sizeof(*wide)) ? 2 : 1;
}

size_t
utf8_columns(struct view v)
{
	size_t columns = 0;

	while (v.len) {
		int32_t c = utf8_next(&v);

		columns += c < 0 ? 1 : (size_t)utf8_width((uint32_t)c);
	}
	return columns;
}

/* The character that v ends with. */
static struct view
last_character(struct view v)
{
	size_t start = v.len - 1;

	while (start && ((unsigned char)v.at[start] & 0xC0) == 0x80)
		start--;
	return view_from(v, start);
}

/* How many bytes of a character that shows nothing v starts, or ends, with. */
static size_t
unseen(struct view v, bool at_end)
{
	/*
	 * No-break space, soft hyphen, the spaces and direction marks of
	 * U+2000, word joiner, ideographic space, byte order mark.
	 */
	static const struct {
		int32_t first, last;
	} marks[] = {{0xA0, 0xA0}, {0xAD, 0xAD}, {0x2000, 0x200F},
		{0x2028, 0x202F}, {0x205F, 0x2064}, {0x3000, 0x3000},
		{0xFEFF, 0xFEFF}};
	struct view rest;
	int32_t c;

	if (!v.len || (unsigned char)v.at[at_end ? v.len - 1 : 0] < 0x80)
		return 0;
	v = at_end ? last_character(v) : v;
	rest = v;
	c = utf8_next(&rest);
	if (at_end && rest.len)
		return 0; /* not all of it is a character */
	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		if (c >= marks[i].first && c <= marks[i].last)
			return v.len - rest.len;
	return 0;
}

struct view
utf8_trim(struct view v)
{
	size_t before;

	do {
		before = v.len;
		v = view_trim(v);
		v = view_from(v, unseen(v, false));
		if (v.len)
			v.len -= unseen(v, true);
	} while (v.len != before);
	return v;
}
