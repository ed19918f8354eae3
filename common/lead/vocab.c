#include "lead/vocab.h"

int
vocab_find(const struct vocab *vocab, struct view v)
{
	for (int i = 0; v.len && i < vocab->n; i++) {
		const struct vocab_word *word = &vocab->word[i];

		/* Length and first byte tell most of them apart. */
		if (word->len == v.len && word->name[0] == v.at[0] &&
			memcmp(word->name, v.at, v.len) == 0)
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
