#include "link_more.h"

#include "base/base32.h"
#include "base/mem.h"

#define HALF 36 /* bits of a digest's lower half that are written */

/* By enum link_key_kind. */
static const char letters[LINK_KINDS + 1] = "ESMPNRLI";

void
link_more_write(const struct link_key *keys, unsigned n, struct str *out)
{
	size_t start = out->len;

	for (unsigned i = 0; i < n; i++) {
		struct digest d = keys[i].digest;
		uint64_t low = (d.high & 15) << HALF | d.low >> (64 - HALF);
		char text[20];

		if (keys[i].kind == LINK_ID)
			continue;
		if (out->len > start)
			str_byte(out, ' ');
		str_byte(out, letters[keys[i].kind]);
		base32_put(d.high >> 4, 12, text);
		base32_put(low, 8, text + 12);
		str_bytes(out, text, sizeof(text));
	}
}

/* The kind that a letter stands for, or -1. */
static int
kind_of(char letter)
{
	const char *at = letter ? strchr(letters, letter) : NULL;

	return at ? (int)(at - letters) : -1;
}

static bool
read_key(struct view text, struct link_key *key)
{
	uint64_t high = 0, low = 0;
	int kind = text.len == 21 ? kind_of(text.at[0]) : -1;

	if (kind < 0 || kind == LINK_ID)
		return false;
	for (size_t i = 1; i < 21; i++) {
		int digit = base32_value(text.at[i]);

		if (digit < 0)
			return false;
		if (i <= 12)
			high = high << 5 | (uint64_t)digit;
		else
			low = low << 5 | (uint64_t)digit;
	}
	key->kind = (enum link_key_kind)kind;
	key->digest.high = high << 4 | low >> HALF;
	key->digest.low = low << (64 - HALF);
	return true;
}

void
link_more_add(struct link_more *more, struct link_key key)
{
	more->keys = mem_grow(
		more->keys, &more->cap, more->n + 1, sizeof(*more->keys));
	more->keys[more->n++] = key;
}

void
link_more_read(struct link_more *more, struct view text)
{
	struct view piece;
	struct link_key key;

	more->n = 0;
	while (view_cut(&text, ' ', &piece)) {
		if (read_key(piece, &key))
			link_more_add(more, key);
	}
}

bool
link_more_lacks(const struct link_more *more, struct link_key key)
{
	if (more->n &&
		(key.kind == LINK_PHONE || key.kind == LINK_NAME ||
			key.kind == LINK_ROLE))
		return false;
	for (size_t i = 0; i < more->n; i++)
		if (more->keys[i].digest.high == key.digest.high &&
			more->keys[i].digest.low >> (64 - HALF) ==
				key.digest.low >> (64 - HALF))
			return false;
	return true;
}

void
link_more_fini(struct link_more *more)
{
	mem_free(more->keys);
	*more = (struct link_more){0};
}
