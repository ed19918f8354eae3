#include "link_value.h"

#include "base/hash.h"
#include "link_text.h"

#include <math.h>

#define WORDS_MAX 24

void
link_values_init(struct link_values *values, uint64_t seed)
{
	*values = (struct link_values){.seed = seed, .n = 1};
	values->items =
		mem_grow(NULL, &values->cap, 1024, sizeof(*values->items));
	values->items[0] = (struct link_value){0};
	values->table_size = 2048;
	values->table = mem_new(values->table_size, sizeof(*values->table));
}

void
link_values_fini(struct link_values *values)
{
	arena_fini(&values->arena);
	mem_free(values->items);
	mem_free(values->table);
	mem_free(values->tokens);
	*values = (struct link_values){0};
}

/* Twice the places, each value in its new one. */
static void
widen(struct link_values *values)
{
	size_t mask = values->table_size * 2 - 1;

	mem_free(values->table);
	values->table_size *= 2;
	values->table = mem_new(values->table_size, sizeof(*values->table));
	for (size_t i = 1; i < values->n; i++) {
		size_t at = values->items[i].hash & mask;

		while (values->table[at])
			at = (at + 1) & mask;
		values->table[at] = (uint32_t)i;
	}
}

uint32_t
link_values_add(struct link_values *values, struct view text)
{
	uint64_t hash;
	size_t at;

	if (!text.len)
		return 0;
	if (values->n * 2 >= values->table_size)
		widen(values);
	hash = hash_table(text, values->seed);
	at = hash & (values->table_size - 1);
	while (values->table[at]) {
		const struct link_value *value =
			&values->items[values->table[at]];

		if (value->hash == hash && view_eq(value->text, text))
			return values->table[at];
		at = (at + 1) & (values->table_size - 1);
	}
	values->items = mem_grow(values->items, &values->cap, values->n + 1,
		sizeof(*values->items));
	values->items[values->n] = (struct link_value){
		.text = {arena_text(&values->arena, text.at, text.len),
			text.len},
		.hash = hash,
		.letters = link_letters(text),
	};
	values->table[at] = (uint32_t)values->n;
	return (uint32_t)values->n++;
}

/* Is this word among the value's first n? */
static bool
has_word(const struct link_values *values, const struct link_value *value,
	uint16_t n, uint32_t word)
{
	for (uint16_t i = 0; i < n; i++)
		if (values->tokens[value->token + i] == word)
			return true;
	return false;
}

void
link_values_cut(struct link_values *values, struct link_values *words)
{
	for (size_t i = 1; i < values->n; i++) {
		struct link_value *value = &values->items[i];
		struct view rest = value->text, piece;

		value->token = (uint32_t)values->tokens_n;
		values->tokens = mem_grow(values->tokens, &values->tokens_cap,
			values->tokens_n + WORDS_MAX, sizeof(*values->tokens));
		while (value->tokens_n < WORDS_MAX &&
			view_cut(&rest, ' ', &piece)) {
			uint32_t word = link_values_add(words, piece);

			if (!word)
				continue;
			words->items[word].count +=
				!has_word(values, value, value->tokens_n, word);
			values->tokens[value->token + value->tokens_n++] = word;
		}
		values->tokens_n += value->tokens_n;
	}
}

void
link_values_rate(struct link_values *values, double rows)
{
	for (size_t i = 1; i < values->n; i++) {
		struct link_value *value = &values->items[i];
		double share = (double)value->count / rows;

		if (value->count)
			value->rarity = (int16_t)lround(-10 * log2(share));
	}
}
