#include "link_block.h"

#include "base/hash.h"

#define COMMON 30 /* a word in more values than this says too little alone */

unsigned
link_rules_find(
	const struct link_table *table, struct link_rule rules[LINK_RULES])
{
	const struct link_fields *fields = table->fields;
	unsigned given = (unsigned)table->given;
	unsigned family = (unsigned)table->family;
	unsigned n = 0;

	for (unsigned f = 0; f < fields->n; f++) {
		enum link_kind kind = fields->items[f].kind;

		rules[n++] = (struct link_rule){LINK_RULE_FIELD, f, f};
		if (kind == LINK_COMPANY || kind == LINK_STREET)
			rules[n++] = (struct link_rule){LINK_RULE_WORDS, f, f};
		if (kind == LINK_MAIL)
			rules[n++] =
				(struct link_rule){LINK_RULE_MAILBOX, f, f};
	}
	if (table->given >= 0 && table->family >= 0) {
		rules[n++] =
			(struct link_rule){LINK_RULE_EITHER, given, family};
		rules[n++] = (struct link_rule){LINK_RULE_BEGIN, given, family};
	}
	for (unsigned a = 0; a < fields->n; a++)
		for (unsigned b = a + 1; b < fields->n; b++)
			rules[n++] = (struct link_rule){LINK_RULE_TWO, a, b};
	return n;
}

uint32_t
link_rule_mask(const struct link_rule *rule)
{
	return UINT32_C(1) << rule->a | UINT32_C(1) << rule->b;
}

/* What a table is walked with: a lead and where its keys go. */
struct walk {
	struct link_block *block;
	const struct link_table *table;
	uint32_t lead;
};

static void
add(const struct walk *walk, uint64_t key)
{
	struct link_block *block = walk->block;

	block->items = mem_grow(
		block->items, &block->cap, block->n + 1, sizeof(*block->items));
	block->items[block->n++] = (struct link_keyed){key, walk->lead};
}

static const struct link_values *
values_of(const struct walk *walk, unsigned f)
{
	return &walk->table->values[walk->table->fields->items[f].values];
}

/* A field's first value; NULL when it is empty. */
static const struct link_value *
value_of(const struct walk *walk, unsigned f)
{
	uint32_t number = link_cell(
		walk->table, walk->lead, walk->table->fields->items[f].slot);

	return number ? &values_of(walk, f)->items[number] : NULL;
}

/* One key of two hashes, in their order. */
static uint64_t
both(uint64_t a, uint64_t b)
{
	uint64_t two[2] = {a, b};

	return hash_table((struct view){(const char *)two, sizeof(two)}, 0);
}

static void
add_field(const struct walk *walk, unsigned f)
{
	const struct link_field *field = &walk->table->fields->items[f];
	const struct link_values *values = values_of(walk, f);

	for (unsigned s = 0; s < field->slots; s++) {
		uint32_t number =
			link_cell(walk->table, walk->lead, field->slot + s);

		if (number)
			add(walk, values->items[number].hash);
	}
}

static void
add_words(const struct walk *walk, unsigned f)
{
	const struct link_value *value = value_of(walk, f);
	const struct link_values *words = walk->table->words;
	const uint32_t *word;

	if (!value || !value->tokens_n)
		return;
	word = &values_of(walk, f)->tokens[value->token];
	for (unsigned i = 0; i < value->tokens_n; i++) {
		const struct link_value *one = &words->items[word[i]];

		if (one->count <= COMMON)
			add(walk, one->hash);
		for (unsigned j = 0; j < value->tokens_n && j < 12; j++) {
			uint64_t other = words->items[word[j]].hash;

			if (one->hash < other && i < 12)
				add(walk, both(one->hash, other));
		}
	}
}

static void
add_mailbox(const struct walk *walk, unsigned f)
{
	const struct link_value *value = value_of(walk, f);
	size_t at = value ? view_find_byte(value->text, '@') : 0;

	if (at > 4)
		add(walk, hash_table(view_upto(value->text, at), 0));
}

static void
add_names(const struct walk *walk, const struct link_rule *rule)
{
	const struct link_value *a = value_of(walk, rule->a);
	const struct link_value *b = value_of(walk, rule->b);

	if (!a || !b)
		return;
	if (rule->kind == LINK_RULE_BEGIN)
		add(walk,
			both(hash_table(view_upto(a->text, 2), 0),
				hash_table(view_upto(b->text, 3), 0)));
	else if (rule->kind == LINK_RULE_EITHER && b->hash < a->hash)
		add(walk, both(b->hash, a->hash));
	else
		add(walk, both(a->hash, b->hash));
}

static void
add_keys(const struct walk *walk, const struct link_rule *rule)
{
	switch (rule->kind) {
	case LINK_RULE_FIELD:
		add_field(walk, rule->a);
		break;
	case LINK_RULE_WORDS:
		add_words(walk, rule->a);
		break;
	case LINK_RULE_MAILBOX:
		add_mailbox(walk, rule->a);
		break;
	default:
		add_names(walk, rule);
		break;
	}
}

size_t
link_block_end(const struct link_block *block, size_t from)
{
	size_t end = from + 1;

	while (end < block->n &&
		block->items[end].key == block->items[from].key)
		end++;
	return end;
}

/* Find the size of the largest blocks whose pairs are within the budget. */
static void
limit(struct link_block *block, uint64_t budget)
{
	uint64_t blocks[LINK_BLOCK_MAX + 1] = {0};
	size_t end;

	for (size_t from = 0; from < block->n; from = end) {
		end = link_block_end(block, from);
		if (end - from <= LINK_BLOCK_MAX)
			blocks[end - from]++;
		else if (end - from > block->largest)
			block->largest = end - from;
	}
	block->most = 1;
	for (size_t size = 2; size <= LINK_BLOCK_MAX; size++) {
		uint64_t pairs = blocks[size] * size * (size - 1) / 2;

		if (block->pairs + pairs > budget)
			break;
		block->pairs += pairs;
		block->most = size;
	}
	for (size_t size = LINK_BLOCK_MAX; size > block->most; size--)
		if (blocks[size] && !block->largest)
			block->largest = size;
}

void
link_block_make(struct link_block *block, const struct link_table *table,
	struct link_rule rule, const uint32_t *covered, uint64_t budget)
{
	struct walk walk = {block, table, 0};

	*block = (struct link_block){.rule = rule};
	for (; walk.lead < table->leads->n; walk.lead++)
		if (rule.kind != LINK_RULE_TWO ||
			!(covered[walk.lead] & link_rule_mask(&rule)))
			add_keys(&walk, &rule);
	link_sort_keyed(block->items, block->n);
	limit(block, budget);
}

void
link_block_fini(struct link_block *block)
{
	mem_free(block->items);
	*block = (struct link_block){0};
}
