#include "merge_plan.h"
#include "schema_field.h"

static const struct known {
	const char *column;
	enum rule rule;
	enum block block;
	const char *detail; /* the words from lax to strict; the separator */
} known[] = {
	{"lead_id", RULE_FIRST, BLOCK_NONE, NULL},
	{"partition_key", RULE_FIRST, BLOCK_NONE, NULL},
	{"match_keys", RULE_PIECES, BLOCK_NONE, " "},
	{"first_name", RULE_MOST, BLOCK_NAME, NULL},
	{"middle_name", RULE_MOST, BLOCK_NAME, NULL},
	{"last_name", RULE_MOST, BLOCK_NAME, NULL},
	{"full_name", RULE_MOST, BLOCK_NAME, NULL},
	{"street", RULE_MOST, BLOCK_ADDRESS, NULL},
	{"street2", RULE_MOST, BLOCK_ADDRESS, NULL},
	{"city", RULE_MOST, BLOCK_ADDRESS, NULL},
	{"region", RULE_MOST, BLOCK_ADDRESS, NULL},
	{"postcode", RULE_MOST, BLOCK_ADDRESS, NULL},
	{"country", RULE_MOST, BLOCK_ADDRESS, NULL},
	{"annual_revenue", RULE_MOST, BLOCK_MONEY, NULL},
	{"currency", RULE_MOST, BLOCK_MONEY, NULL},
	/* Of a block with a status the value comes first. */
	{"email", RULE_GOOD, BLOCK_EMAIL, NULL},
	{"email_status", RULE_GOOD, BLOCK_EMAIL, NULL},
	{"phone", RULE_GOOD, BLOCK_PHONE, NULL},
	{"phone_status", RULE_GOOD, BLOCK_PHONE, NULL},
	{"mobile", RULE_GOOD, BLOCK_MOBILE, NULL},
	{"mobile_status", RULE_GOOD, BLOCK_MOBILE, NULL},
	{"obtained_at", RULE_EARLY, BLOCK_SOURCE, NULL},
	{"source", RULE_EARLY, BLOCK_SOURCE, NULL},
	{"source_id", RULE_EARLY, BLOCK_SOURCE, NULL},
	{"import_id", RULE_EARLY, BLOCK_SOURCE, NULL},
	{"privacy_notice_at", RULE_FIRST, BLOCK_NONE, NULL},
	{"do_not_call", RULE_YES, BLOCK_NONE, NULL},
	{"do_not_email", RULE_YES, BLOCK_NONE, NULL},
	{"do_not_sms", RULE_YES, BLOCK_NONE, NULL},
	{"do_not_post", RULE_YES, BLOCK_NONE, NULL},
	{"lawful_basis", RULE_STRICT, BLOCK_NONE,
		"consent|soft-opt-in|contract||legitimate-interests|objected|"
		"withdrawn|refused"},
	{"subscriber", RULE_STRICT, BLOCK_NONE,
		"corporate||unknown|individual"},
	{"notes", RULE_PIECES, BLOCK_NONE, "\n"},
	{"tags", RULE_PIECES, BLOCK_NONE, "; "},
	{"products", RULE_PIECES, BLOCK_NONE, "; "},
};

/* Columns whose values are kept, though another one stays. */
static const char *const kept[MERGE_KEPT] = {
	"email", "phone", "mobile", "full_name"};

/* Second addresses and numbers, in columns of a dump's own. */
static const struct known second = {NULL, RULE_PIECES, BLOCK_NONE, "; "};

static bool
is_second(struct view column, struct headers *headers)
{
	enum kind kind = schema_kind(headers, column);

	return kind == KIND_EMAIL || kind == KIND_PHONE;
}

static const struct known *
find_known(struct view column)
{
	static const struct known other = {NULL, RULE_TEXT, BLOCK_NONE, NULL};

	for (size_t k = 0; k < sizeof(known) / sizeof(known[0]); k++)
		if (view_is(column, known[k].column))
			return &known[k];
	return &other;
}

static struct merge_part *
part_of(struct merge *merge, const struct known *rule)
{
	for (size_t p = 0; rule->block && p < merge->n; p++)
		if (merge->parts[p].block == rule->block)
			return &merge->parts[p];
	merge->parts[merge->n] = (struct merge_part){
		.rule = rule->rule,
		.block = rule->block,
		.detail = rule->detail,
	};
	return &merge->parts[merge->n++];
}

static struct view
name_of(const struct header *header, size_t column)
{
	return view_of(header_name(header, column));
}

/* Put a column where the table has it among those of its block. */
static void
add_column(struct merge_part *part, const struct header *header, size_t column)
{
	const struct known *mine = find_known(name_of(header, column));
	size_t at = part->n++;

	while (at &&
		find_known(name_of(header, part->columns[at - 1])) > mine) {
		part->columns[at] = part->columns[at - 1];
		at--;
	}
	part->columns[at] = column;
}

struct merge *
merge_new(const struct header *header, struct headers *headers)
{
	struct merge *merge = mem_new(1, sizeof(*merge));

	merge->parts = mem_new(header->n, sizeof(*merge->parts));
	for (size_t i = 0; i < header->n; i++) {
		struct view name = name_of(header, i);
		const struct known *rule = find_known(name);

		if (!rule->column && headers && is_second(name, headers))
			rule = &second;
		add_column(part_of(merge, rule), header, i);
	}
	for (size_t k = 0; k < MERGE_KEPT; k++) {
		int at = header_find(header, view_of(kept[k]));

		if (at >= 0)
			merge->kept[merge->kept_n++] = (size_t)at;
	}
	merge->notes = header_find(header, VIEW("notes"));
	return merge;
}

void
merge_free(struct merge *merge)
{
	mem_free(merge->parts);
	mem_free(merge);
}

static int
compare(size_t a, size_t b)
{
	return (a > b) - (a < b);
}

/* Some text over none, then the first in byte order: > 0 when a stays. */
static int
order_first(struct view a, struct view b)
{
	int some = compare(a.len > 0, b.len > 0);

	return some ? some : view_order(b, a);
}

static int
order_text(struct view a, struct view b)
{
	int longer = compare(a.len, b.len);

	return longer ? longer : order_first(a, b);
}

/* How far a value or its status can be relied on. */
static int
goodness(struct view value, struct view status)
{
	if (!value.len)
		return 0;
	if (view_is(status, "invalid"))
		return 1;
	return view_is(status, "ok") ? 3 : 2;
}

static int
yes_rank(struct view v)
{
	return view_is(v, "yes") ? 3 : !v.len ? 0 : view_is(v, "no") ? 1 : 2;
}

/* Where a word stands in a list; the empty place is for all not in it. */
static int
strict_rank(const char *words, struct view v)
{
	struct view rest = view_of(words), word;
	int others = 0;

	if (!v.len)
		return 0;
	for (int rank = 1; view_cut(&rest, '|', &word); rank++) {
		if (view_eq(word, v))
			return rank;
		if (!word.len)
			others = rank;
	}
	return others;
}

static size_t
filled(const struct merge_part *part, const struct view *record)
{
	size_t n = 0;

	for (size_t i = 0; i < part->n; i++)
		n += record[part->columns[i]].len > 0;
	return n;
}

/* All else being equal: each column of the block in turn. */
static int
order_rest(const struct merge_part *part, const struct view *a,
	const struct view *b)
{
	int order = 0;

	for (size_t i = 0; !order && i < part->n; i++)
		order = order_text(a[part->columns[i]], b[part->columns[i]]);
	return order;
}

/* > 0: a's stays; < 0: b's takes its place; 0: they are the same. */
static int
order_part(const struct merge_part *part, const struct view *a,
	const struct view *b)
{
	size_t first = part->columns[0];
	size_t last = part->columns[part->n - 1];
	int order = 0;

	switch (part->rule) {
	case RULE_MOST:
		order = compare(filled(part, a), filled(part, b));
		break;
	case RULE_GOOD:
		order = goodness(a[first], part->n > 1 ? a[last] : VIEW("")) -
			goodness(b[first], part->n > 1 ? b[last] : VIEW(""));
		break;
	case RULE_EARLY:
	case RULE_FIRST:
		order = order_first(a[first], b[first]);
		break;
	case RULE_YES:
		order = yes_rank(a[first]) - yes_rank(b[first]);
		break;
	case RULE_STRICT:
		order = strict_rank(part->detail, a[first]) -
			strict_rank(part->detail, b[first]);
		break;
	default:
		break;
	}
	return order ? order : order_rest(part, a, b);
}

bool
merge_choose(const struct merge_part *part, struct view *into,
	const struct view *from)
{
	if (order_part(part, into, from) >= 0)
		return false;
	for (size_t i = 0; i < part->n; i++)
		into[part->columns[i]] = from[part->columns[i]];
	return true;
}
