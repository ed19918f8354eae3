#include "base/view.h"

#define SHORT 128 /* bytes: see find_short() */

static unsigned char
lower(char c)
{
	return (unsigned char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

int
view_order(struct view a, struct view b)
{
	size_t n = a.len < b.len ? a.len : b.len;
	int order = n ? memcmp(a.at, b.at, n) : 0;

	return order ? order : (a.len > b.len) - (a.len < b.len);
}

bool
view_same(struct view a, struct view b)
{
	if (a.len != b.len)
		return false;
	for (size_t i = 0; i < a.len; i++)
		if (lower(a.at[i]) != lower(b.at[i]))
			return false;
	return true;
}

/* memmem() makes a table first, which pays only for longer texts. */
static size_t
find_plain(struct view v, struct view part)
{
	size_t last = v.len - part.len;

	for (size_t i = 0; i <= last; i++) {
		const char *found = memchr(v.at + i, part.at[0], last - i + 1);

		if (!found)
			break;
		i = (size_t)(found - v.at);
		if (memcmp(found, part.at, part.len) == 0)
			return i;
	}
	return v.len;
}

#if defined(__SSE2__)
#include <immintrin.h>

/*
 * Of 16 places at a time, those with the first and the last byte of part.  At
 * the end they are the last 16, of which some were looked at before.
 */
static size_t
find_short(struct view v, struct view part)
{
	const __m128i first = _mm_set1_epi8(part.at[0]);
	const __m128i last = _mm_set1_epi8(part.at[part.len - 1]);
	size_t places = v.len - part.len + 1;

	if (places < 16)
		return find_plain(v, part);
	for (size_t next = 0; next < places; next += 16) {
		size_t i = next < places - 16 ? next : places - 16;
		const char *p = v.at + i;
		__m128i a = _mm_loadu_si128((const void *)p);
		__m128i b = _mm_loadu_si128((const void *)(p + part.len - 1));
		unsigned both = (unsigned)_mm_movemask_epi8(_mm_and_si128(
			_mm_cmpeq_epi8(a, first), _mm_cmpeq_epi8(b, last)));

		for (; both; both &= both - 1) {
			size_t at = i + (size_t)__builtin_ctz(both);

			if (memcmp(v.at + at, part.at, part.len) == 0)
				return at;
		}
	}
	return v.len;
}

#else

static size_t
find_short(struct view v, struct view part)
{
	return find_plain(v, part);
}

#endif

size_t
view_find(struct view v, struct view part)
{
	const char *found;

	if (!part.len)
		return 0;
	if (v.len < part.len)
		return v.len;
	if (v.len <= SHORT)
		return find_short(v, part);
	found = memmem(v.at, v.len, part.at, part.len);
	return found ? (size_t)(found - v.at) : v.len;
}

size_t
view_find_byte(struct view v, char byte)
{
	const char *found = v.len ? memchr(v.at, byte, v.len) : NULL;

	return found ? (size_t)(found - v.at) : v.len;
}

size_t
view_count_byte(struct view v, char byte)
{
	size_t n = 0;

	for (size_t i = 0; i < v.len; i++)
		n += v.at[i] == byte;
	return n;
}

struct view
view_trim_blanks(struct view v)
{
	while (v.len && is_blank(v.at[0])) {
		v.at++;
		v.len--;
	}
	while (v.len && is_blank(v.at[v.len - 1]))
		v.len--;
	return v;
}

bool
view_cut(struct view *rest, char separator, struct view *piece)
{
	size_t end;

	if (!rest->at)
		return false;
	end = view_find_byte(*rest, separator);
	*piece = view_upto(*rest, end);
	if (end == rest->len)
		*rest = (struct view){0};
	else
		*rest = (struct view){rest->at + end + 1, rest->len - end - 1};
	return true;
}

bool
view_cut_lines(struct view *rest, size_t most, struct view *piece)
{
	size_t len = most < rest->len ? most : rest->len;

	if (!len)
		return false;
	len += view_find_byte(view_from(*rest, len - 1), '\n');
	*piece = view_upto(*rest, len);
	*rest = view_from(*rest, len);
	return true;
}

bool
view_int(struct view v, int64_t *out)
{
	bool minus = v.len && v.at[0] == '-';
	size_t i = v.len && (v.at[0] == '-' || v.at[0] == '+');
	int64_t n = 0;

	if (i == v.len)
		return false;
	for (; i < v.len; i++) {
		if (v.at[i] < '0' || v.at[i] > '9')
			return false;
		if (__builtin_mul_overflow(n, 10, &n) ||
			__builtin_sub_overflow(n, v.at[i] - '0', &n))
			return false;
	}
	if (!minus && n == INT64_MIN)
		return false;
	*out = minus ? n : -n;
	return true;
}
