#include "lead/fold.h"

#include "base/utf8.h"

#include <utf8proc.h>

/*
 * Letters that Unicode does not take apart but people write without their
 * stroke or as two.
 */
static const struct {
	uint32_t letter;
	char plain[3];
} plain_letters[] = {
	{0x00C6, "ae"}, /* Æ */
	{0x00D0, "d"},	/* Ð */
	{0x00D8, "o"},	/* Ø */
	{0x00DE, "th"}, /* Þ */
	{0x00DF, "ss"}, /* ß */
	{0x00E6, "ae"}, /* æ */
	{0x00F0, "d"},	/* ð */
	{0x00F8, "o"},	/* ø */
	{0x00FE, "th"}, /* þ */
	{0x0110, "d"},	/* Đ */
	{0x0111, "d"},	/* đ */
	{0x0126, "h"},	/* Ħ */
	{0x0127, "h"},	/* ħ */
	{0x0130, "i"},	/* İ */
	{0x0131, "i"},	/* ı */
	{0x0141, "l"},	/* Ł */
	{0x0142, "l"},	/* ł */
	{0x0152, "oe"}, /* Œ */
	{0x0153, "oe"}, /* œ */
	{0x0166, "t"},	/* Ŧ */
	{0x0167, "t"},	/* ŧ */
	{0x1E9E, "ss"}, /* ẞ */
};

/* What a byte is to a key: 0 a separator, 1 dropped, else what it becomes. */
static const char ascii_key[129] = "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
				   "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
				   "\0\0\0\0\0\0\0\1\0\0\0\0\0\0\0\0"
				   "0123456789\0\0\0\0\0\0"
				   "\0abcdefghijklmno"
				   "pqrstuvwxyz\0\0\0\0\0"
				   "\1abcdefghijklmno"
				   "pqrstuvwxyz\0\0\0\0\0";

/* The key as it grows; space: a separator is owed before the next letter. */
struct key {
	struct str *out; /* borrowed */
	size_t start;
	bool space;
};

static void
key_gap(struct key *key)
{
	if (key->space && key->out->len > key->start)
		str_byte(key->out, ' ');
	key->space = false;
}

static bool
is_apostrophe(int32_t c)
{
	return c == 0x2018 || c == 0x2019 || c == 0x02BC || c == 0x00B4 ||
		c == 0x02BB || c == 0x2032;
}

static const char *
plain_letter(int32_t c)
{
	size_t n = sizeof(plain_letters) / sizeof(*plain_letters);

	for (size_t i = 0; i < n; i++)
		if (plain_letters[i].letter == (uint32_t)c)
			return plain_letters[i].plain;
	return NULL;
}

/* One character of a decomposition. */
static void
key_piece(struct key *key, int32_t c)
{
	const char *plain;

	/* a mark; or an apostrophe, as in U+0149 */
	if ((c >= 0x300 && c <= 0x36F) || is_apostrophe(c))
		return;
	if (c < 0x80) {
		char k = ascii_key[c];

		if (k > 1) {
			key_gap(key);
			str_byte(key->out, k);
		} else if (!k) {
			key->space = true;
		}
		return;
	}
	plain = plain_letter(c);
	if (plain) {
		key_gap(key);
		str_add(key->out, plain);
		return;
	}
	if (utf8proc_category(c) <= UTF8PROC_CATEGORY_NO &&
		utf8proc_category(c) != UTF8PROC_CATEGORY_CN) {
		key_gap(key);
		utf8_put(key->out, (uint32_t)c);
	} else {
		key->space = true;
	}
}

static void
key_character(struct key *key, int32_t c)
{
	utf8proc_int32_t pieces[24];
	utf8proc_ssize_t n;
	int boundary = 0;

	if (c < 0) {
		key->space = true;
		return;
	}
	/* soft hyphen, zero-width characters, byte order mark */
	if (is_apostrophe(c) || c == 0xAD || (c >= 0x200B && c <= 0x200D) ||
		c == 0x2060 || c == 0xFEFF)
		return;
	if (plain_letter(c)) {
		key_piece(key, c);
		return;
	}
	n = utf8proc_decompose_char(c, pieces, sizeof(pieces) / sizeof(*pieces),
		UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD,
		&boundary);
	if (n < 0 || (size_t)n > sizeof(pieces) / sizeof(*pieces)) {
		key->space = true;
		return;
	}
	for (utf8proc_ssize_t i = 0; i < n; i++)
		key_piece(key, pieces[i]);
}

/* Write the key of the ASCII that in starts with; how many bytes that is. */
static size_t
key_ascii(struct view in, struct key *key)
{
	struct str *out = key->out;
	bool space = key->space;
	size_t i = 0, n;
	char *to;

	/* a separator before it is all that makes a byte longer */
	str_reserve(out, in.len + 1);
	to = out->data;
	n = out->len;
	for (; i < in.len && (unsigned char)in.at[i] < 0x80; i++) {
		char k = ascii_key[(unsigned char)in.at[i]];

		if (k > 1) {
			if (space && n > key->start)
				to[n++] = ' ';
			space = false;
			to[n++] = k;
		} else {
			space |= !k;
		}
	}
	out->len = n;
	key->space = space;
	return i;
}

#define EACH(byte) (UINT64_C(0x0101010101010101) * (byte))

/* Eight bytes as small letters, if all are letters of ASCII. */
static bool
small_letters(uint64_t *w)
{
	uint64_t small = *w | EACH(0x20);
	/* In each high bit: is it at least 'a', is it behind 'z'? */
	uint64_t least = (small & EACH(0x7F)) + EACH(0x80 - 'a');
	uint64_t behind = (small & EACH(0x7F)) + EACH(0x80 - 'z' - 1);

	*w = small;
	return !((~least | behind | small) & EACH(0x80));
}

/* Write a word of 4 to 7 letters of ASCII; false: it is none. */
static bool
key_short_word(struct view in, struct str *out)
{
	size_t last = in.len - 4;
	uint32_t half[2];
	uint64_t w;

	memcpy(&half[0], in.at, 4);
	memcpy(&half[1], in.at + last, 4);
	w = (uint64_t)half[1] << 32 | half[0];
	if (!small_letters(&w))
		return false;
	half[0] = (uint32_t)w;
	half[1] = (uint32_t)(w >> 32);
	str_reserve(out, 8);
	memcpy(out->data + out->len, &half[0], 4);
	memcpy(out->data + out->len + last, &half[1], 4);
	out->len += in.len;
	return true;
}

/* Write a word of 4 to 16 letters of ASCII; false: it is none. */
static bool
key_word(struct view in, struct str *out)
{
	size_t last = in.len - 8;
	uint64_t w[2];

	if (in.len < 4 || in.len > 16)
		return false;
	if (in.len < 8)
		return key_short_word(in, out);
	memcpy(&w[0], in.at, 8);
	memcpy(&w[1], in.at + last, 8);
	if (!small_letters(&w[0]) || !small_letters(&w[1]))
		return false;
	str_reserve(out, 16);
	memcpy(out->data + out->len, &w[0], 8);
	memcpy(out->data + out->len + last, &w[1], 8);
	out->len += in.len;
	return true;
}

void
fold_key(struct view in, struct str *out)
{
	struct key key = {.out = out, .start = out->len};

	if (key_word(in, out))
		return;
	while (in.len) {
		in = view_from(in, key_ascii(in, &key));
		if (in.len)
			key_character(&key, utf8_next(&in));
	}
}

uint32_t
fold_lower(uint32_t c)
{
	if (c < 0x80)
		return c >= 'A' && c <= 'Z' ? c + 32 : c;
	return (uint32_t)utf8proc_tolower((utf8proc_int32_t)c);
}

uint32_t
fold_upper(uint32_t c)
{
	if (c < 0x80)
		return c >= 'a' && c <= 'z' ? c - 32 : c;
	return (uint32_t)utf8proc_toupper((utf8proc_int32_t)c);
}

bool
fold_is_lower(uint32_t c)
{
	if (c < 0x80)
		return c >= 'a' && c <= 'z';
	return utf8proc_category((utf8proc_int32_t)c) == UTF8PROC_CATEGORY_LL;
}

bool
fold_is_upper(uint32_t c)
{
	if (c < 0x80)
		return c >= 'A' && c <= 'Z';
	return utf8proc_category((utf8proc_int32_t)c) == UTF8PROC_CATEGORY_LU;
}

/* White space beyond ASCII: 1 a blank, 2 nothing at all, 0 neither. */
static int
wide_blank(int32_t c)
{
	if (c == 0x85 || c == 0xA0 || c == 0x1680 ||
		(c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
		c == 0x202F || c == 0x205F || c == 0x3000)
		return 1;
	if (c == 0x200B || c == 0x2060 || c == 0xFEFF)
		return 2;
	return 0;
}

uint32_t
fold_typed(uint32_t c)
{
	static const struct {
		uint32_t first, last, as;
	} meant[] = {{0xAD, 0xAD, 0}, {0x180E, 0x180E, 0}, {0x200C, 0x200F, 0},
		{0x2010, 0x2014, '-'}, {0x2018, 0x2019, '\''},
		{0x202A, 0x202E, 0}, {0x2061, 0x206F, 0}, {0x2212, 0x2212, '-'},
		{0x3002, 0x3002, '.'}, {0xFE00, 0xFE0F, 0}};
	int blank = wide_blank((int32_t)c);

	if (c < 0x80)
		return c;
	if (blank)
		return blank == 1 ? ' ' : 0;
	if (c >= 0xFF01 && c <= 0xFF5E)
		return c - 0xFF01 + '!';
	for (size_t i = 0; i < sizeof(meant) / sizeof(*meant); i++)
		if (c >= meant[i].first && c <= meant[i].last)
			return meant[i].as;
	return c;
}

void
fold_blanks(struct view in, struct str *out)
{
	size_t start = out->len;
	bool blank = false;

	str_reserve(out, in.len);
	while (in.len) {
		unsigned char byte = (unsigned char)in.at[0];
		struct view rest = in;
		int32_t c = byte;
		int kind;

		if (byte < 0x80) {
			kind = byte <= ' ' || byte == 0x7F;
			rest = (struct view){in.at + 1, in.len - 1};
		} else {
			c = utf8_next(&rest);
			kind = wide_blank(c);
		}
		if (kind == 1)
			blank = true;
		if (!kind) {
			if (blank && out->len > start)
				str_byte(out, ' ');
			blank = false;
			str_bytes(out, in.at, in.len - rest.len);
		}
		in = rest;
	}
}
