#include "forget_find.h"

#include "base/utf8.h"
#include "lead/fold.h"
#include "lead/phone.h"

#define ERASED "[erased]"
#define LEAST_DIGITS 7 /* of a number with its area */
#define MOST_DIGITS 18 /* E.164: at most 15; 00 and (0) */

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Can a byte be part of a longer number, address or id? */
static bool
goes_on(char c)
{
	return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Does a word start at i?  The n of an escaped line end belongs to none. */
static bool
starts_word(struct view text, size_t i)
{
	size_t slashes = 0;

	if (i == 0 || !goes_on(text.at[i - 1]))
		return true;
	while (slashes < i - 1 && text.at[i - 2 - slashes] == '\\')
		slashes++;
	return slashes % 2 == 1;
}

/* Bytes at the start of v that are key, in whichever case; 0: it is not. */
static size_t
same_size(struct view v, struct view key)
{
	struct view rest = v;

	while (key.len)
		if (!rest.len ||
			fold_lower((uint32_t)utf8_next(&rest)) !=
				fold_lower((uint32_t)utf8_next(&key)))
			return 0;
	return v.len - rest.len;
}

/* May a key start with this byte?  Of letters beyond ASCII both cases do. */
static bool
may_start(char c, struct view key)
{
	unsigned char byte = (unsigned char)c;
	unsigned char first = (unsigned char)key.at[0];

	return first < 0x80
		? byte < 0x80 && fold_lower(byte) == fold_lower(first)
		: byte >= 0x80;
}

static bool
find_word(struct view text, struct view key, struct view *found)
{
	for (size_t i = 0; i < text.len; i++) {
		size_t size;

		if (!may_start(text.at[i], key) || !starts_word(text, i))
			continue;
		size = same_size(view_from(text, i), key);
		if (!size)
			continue;
		*found = view_upto(view_from(text, i), size);
		if (i + size == text.len || !goes_on(text.at[i + size]))
			return true;
	}
	return false;
}

/* Is this the number, as people write them where it is from? */
static bool
is_number(struct view v, struct view key)
{
	struct str text = {0};
	struct phone facts, read;
	bool same;

	phone_look(key, &facts);
	same = phone_normalise(v, view_of(facts.country), &text, &read) ==
			PHONE_OK &&
		view_eq(str_view(&text), key);
	str_fini(&text);
	return same;
}

/* Do the digits of v end as key does?  Most do not. */
static bool
ends_alike(struct view v, struct view key)
{
	for (size_t i = 0, n = 0; n < 4 && i < v.len; i++) {
		char c = v.at[v.len - 1 - i];

		if (is_digit(c) && c != key.at[key.len - 1 - n++])
			return false;
	}
	return true;
}

/* Bytes of what may stand between the digits of a number. */
static size_t
gap_size(struct view v)
{
	size_t n = 0;

	while (n < v.len && n < 4 && memchr(" .-/()\xC2\xA0", v.at[n], 8))
		n++;
	return n;
}

/* The number at the start of v, at whose end a group of digits ends. */
static bool
take_number(struct view v, struct view key, struct view *found)
{
	size_t at = v.at[0] == '+', digits = 0;

	while (digits <= MOST_DIGITS) {
		at += gap_size(view_from(v, at));
		if (at == v.len || !is_digit(v.at[at]))
			return false;
		while (at < v.len && is_digit(v.at[at])) {
			digits++;
			at++;
		}
		*found = view_upto(v, at);
		if (digits >= LEAST_DIGITS && digits <= MOST_DIGITS &&
			ends_alike(*found, key) && is_number(*found, key))
			return true;
	}
	return false;
}

static bool
find_number(struct view text, struct view key, struct view *found)
{
	for (size_t i = 0; i < text.len; i++) {
		bool more = i && is_digit(text.at[i - 1]);
		bool plus = text.at[i] == '+';

		if (more ||
			(!plus && text.at[i] != '(' && !is_digit(text.at[i])))
			continue;
		if (starts_word(text, i) &&
			take_number(view_from(text, i), key, found))
			return true;
	}
	return false;
}

bool
forget_find(struct view text, struct view key, struct view *found)
{
	return find_word(text, key, found) ||
		(key.at[0] == '+' && key.len > LEAST_DIGITS &&
			find_number(text, key, found));
}

bool
forget_blank(struct str *text, struct view key)
{
	struct view rest = str_view(text);
	struct view found;
	struct str out = {0};

	if (!forget_find(rest, key, &found))
		return false;
	do {
		size_t at = (size_t)(found.at - rest.at);

		str_put(&out, view_upto(rest, at));
		str_add(&out, ERASED);
		rest = view_from(rest, at + found.len);
	} while (forget_find(rest, key, &found));
	str_put(&out, rest);
	str_fini(text);
	*text = out;
	return true;
}
