#include "text_mend.h"

#include "base/utf8.h"

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
