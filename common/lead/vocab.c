#include "lead/vocab.h"

int
vocab_find(const struct vocab *vocab, struct view v)
{
	for (int i = 0; v.len && i < vocab->n; i++) {
		const char *name = vocab->word[i].name;

		/* The first byte tells most of them apart. */
		if (v.at[0] == name[0] && strncmp(name, v.at, v.len) == 0 &&
			!name[v.len])
			return i;
	}
	return -1;
}

unsigned
vocab_flags(const struct vocab *vocab, struct view v)
{
	int i = vocab_find(vocab, v);

	return i < 0 ? 0 : vocab->word[i].flags;
}

const char *
vocab_name(const struct vocab *vocab, int i)
{
	return i < 0 ? "" : vocab->word[i].name;
}

void
vocab_write(const struct vocab *vocab, struct str *out)
{
	for (int i = 0; i < vocab->n; i++) {
		if (i)
			str_add(out, ", ");
		str_add(out, vocab->word[i].name);
	}
}
