#include "lead/lexicon.h"

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

const void *
lexicon_find(struct lexicon lexicon, struct view v)
{
	size_t low = 0, high = lexicon.n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const void *row =
			(const char *)lexicon.rows + middle * lexicon.size;
		int d = order(v, *(const char *const *)row);

		if (!d)
			return row;
		if (d < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}
