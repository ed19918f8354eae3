#include "lead/word.h"

int
words_find(const struct words *words, struct view v)
{
	for (int i = 0; i < words->n; i++) {
		const char *name = words->word[i].name;

		/* The first byte tells most of them apart. */
		if (v.len && v.at[0] == name[0] && view_is(v, name))
			return i;
	}
	return -1;
}

unsigned
words_flags(const struct words *words, struct view v)
{
	int i = words_find(words, v);

	return i < 0 ? 0 : words->word[i].flags;
}

const char *
words_name(const struct words *words, int i)
{
	return i < 0 ? "" : words->word[i].name;
}

void
words_write(const struct words *words, struct str *out)
{
	for (int i = 0; i < words->n; i++) {
		if (i)
			str_add(out, ", ");
		str_add(out, words->word[i].name);
	}
}
