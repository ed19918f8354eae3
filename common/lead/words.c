#include "lead/words.h"

/* As view_order(), against a C string, without its length. */
static int
order(struct view v, const char *text)
{
	for (size_t i = 0; i < v.len; i++) {
		int d = (unsigned char)v.at[i] - (unsigned char)text[i];

		if (d || !text[i])
			return d ? d : 1;
	}
	return text[v.len] ? -1 : 0;
}

bool
words_have(struct words words, struct view v)
{
	size_t low = 0, high = words.n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int d = order(v, words.list[middle]);

		if (!d)
			return true;
		if (d < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return false;
}
