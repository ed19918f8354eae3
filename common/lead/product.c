#include "lead/product.h"

#include "base/lang.h"
#include "lead/fold.h"
#include "lead/store.h"
#include "record/field.h"

#include <stdlib.h>

#define NEEDS_MOST 16 /* conditions of one row */

const char *const product_row_names[PRODUCT_ROWS] = {
	[PRODUCT_ITSELF] = "product",
	[PRODUCT_FEATURE] = "feature",
	[PRODUCT_BENEFIT] = "benefit",
	[PRODUCT_VALUE] = "value",
	[PRODUCT_PROOF] = "proof",
	[PRODUCT_OBJECTION] = "objection",
	[PRODUCT_ALTERNATIVE] = "alternative",
	[PRODUCT_TERMS] = "terms",
	[PRODUCT_UP] = "up",
	[PRODUCT_CROSS] = "cross",
	[PRODUCT_ADD_ON] = "add-on",
	[PRODUCT_QUESTION] = "question",
};

struct reader {
	struct catalogue *to;
	const struct sheet *sheet;
	int product, row, name, text, value, fors, requires; /* columns */
	size_t at;
	int64_t now;
};

/* A field in plain text, kept in the arena. */
static struct view
get(struct reader *in, int column)
{
	struct str scratch = {0};
	struct view v = view_trim(
		field_plain(sheet_get(in->sheet, in->at, column), &scratch));
	struct view kept = {arena_text(&in->to->arena, v.at, v.len), v.len};

	str_fini(&scratch);
	return kept;
}

static void
say(struct reader *in, const char *column, const char *what, struct view value)
{
	in->to->wrong++;
	warn_at(sheet_place(in->sheet, in->at, column), "%s: '%.*s'", what,
		VIEW_ARGS(value));
}

static void
read_fors(struct reader *in, struct product_fact *fact)
{
	struct view all = get(in, in->fors), rest = all, part;
	size_t n = view_count_byte(all, '|') + 1;

	fact->fors = arena_new(&in->to->arena, n * sizeof(*fact->fors));
	while (view_cut(&rest, '|', &part))
		if (view_trim(part).len)
			fact->fors[fact->fors_n++] = view_trim(part);
}

/* Cut the next word off the front. */
static struct view
word(struct view *rest)
{
	struct view v = view_trim(*rest);
	size_t end = view_find_byte(v, ' ');

	*rest = view_trim(view_from(v, end));
	return view_upto(v, end);
}

/* Read "employees 10..500", "country in GB|IE" or "budget". */
static const char *
read_need(struct reader *in, struct view text, struct product_need *need)
{
	struct view rest = text, test;

	need->text = text;
	need->column = word(&rest);
	if (!header_is_name(need->column))
		return _("no column's name first");
	if (!rest.len)
		return test_read(&need->test, VIEW("set"), rest, &in->to->arena,
			in->now);
	if (view_find_byte(rest, ' ') == rest.len &&
		view_find(rest, VIEW("..")) < rest.len)
		return test_read(&need->test, VIEW("between"), rest,
			&in->to->arena, in->now);
	test = word(&rest);
	return test_read(&need->test, test, rest, &in->to->arena, in->now);
}

static bool
read_needs(struct reader *in, struct product_fact *fact)
{
	struct view rest = get(in, in->requires), part;
	const char *wrong;

	if (!rest.len)
		return true;
	fact->needs =
		arena_new(&in->to->arena, NEEDS_MOST * sizeof(*fact->needs));
	while (view_cut(&rest, ';', &part)) {
		part = view_trim(part);
		if (!part.len)
			continue;
		if (fact->needs_n == NEEDS_MOST) {
			say(in, "requires", _("too many conditions"), part);
			return false;
		}
		wrong = read_need(in, part, &fact->needs[fact->needs_n]);
		if (wrong) {
			say(in, "requires", wrong, part);
			return false;
		}
		fact->needs_n++;
	}
	return true;
}

static bool
read_kind(struct reader *in, struct product_fact *fact)
{
	struct view name = get(in, in->row);

	for (int i = 0; i < PRODUCT_ROWS; i++) {
		if (!view_is(name, product_row_names[i]))
			continue;
		fact->row = (enum product_row)i;
		return true;
	}
	say(in, "row", _("no such kind of row"), name);
	return false;
}

static void
read_row(struct reader *in)
{
	struct catalogue *to = in->to;
	struct product_fact fact = {
		.product = get(in, in->product),
		.line = in->sheet->rows[in->at].line,
	};

	if (!read_kind(in, &fact))
		return;
	if (!fact.product.len) {
		say(in, "product", _("no product is named"), fact.product);
		return;
	}
	fact.name = get(in, in->name);
	fact.text = get(in, in->text);
	fact.value = get(in, in->value);
	read_fors(in, &fact);
	if (!read_needs(in, &fact))
		return;
	to->facts = mem_grow(
		to->facts, &to->facts_cap, to->facts_n + 1, sizeof(*to->facts));
	to->facts[to->facts_n++] = fact;
}

/* Products in the order of their own rows, then facts in that of products. */
static int
by_product(const void *a, const void *b)
{
	const struct product_fact *left = a, *right = b;
	int order = view_order(left->product, right->product);

	return order ? order
		     : (left->line > right->line) - (left->line < right->line);
}

static int
by_line(const void *a, const void *b)
{
	const struct product *left = a, *right = b;
	uint64_t l = left->itself->line, r = right->itself->line;

	return (l > r) - (l < r);
}

static void
add_product(struct catalogue *to, size_t first, size_t n)
{
	struct product product = {
		.key = to->facts[first].product, .first = first, .n = n};

	for (size_t i = first; i < first + n && !product.itself; i++)
		if (to->facts[i].row == PRODUCT_ITSELF)
			product.itself = &to->facts[i];
	if (!product.itself) {
		to->wrong++;
		warn_at((struct place){to->name, to->facts[first].line,
				"product"},
			_("no row 'product' for '%.*s'"),
			VIEW_ARGS(product.key));
		return;
	}
	to->products = mem_grow(
		to->products, &to->cap, to->n + 1, sizeof(*to->products));
	to->products[to->n++] = product;
}

/* Do the rows that name another product name one there is? */
static void
check_links(struct catalogue *to)
{
	for (size_t i = 0; i < to->facts_n; i++) {
		const struct product_fact *fact = &to->facts[i];

		if (fact->row != PRODUCT_ALTERNATIVE &&
			fact->row != PRODUCT_UP && fact->row != PRODUCT_CROSS &&
			fact->row != PRODUCT_ADD_ON)
			continue;
		if (catalogue_find(to, fact->name))
			continue;
		to->wrong++;
		warn_at((struct place){to->name, fact->line, "name"},
			_("no such product: '%.*s'"), VIEW_ARGS(fact->name));
	}
}

void
catalogue_read(
	struct catalogue *catalogue, const struct sheet *sheet, int64_t now)
{
	struct reader in = {
		.to = catalogue,
		.sheet = sheet,
		.product = sheet_need(sheet, "product"),
		.row = sheet_need(sheet, "row"),
		.name = sheet_need(sheet, "name"),
		.text = header_find(&sheet->header, VIEW("text")),
		.value = header_find(&sheet->header, VIEW("value")),
		.fors = header_find(&sheet->header, VIEW("for")),
		.requires = header_find(&sheet->header, VIEW("requires")),
		.now = now,
	};

	catalogue->name = sheet->name;
	for (in.at = 0; in.at < sheet->n; in.at++)
		read_row(&in);
	if (catalogue->facts_n)
		qsort(catalogue->facts, catalogue->facts_n,
			sizeof(*catalogue->facts), by_product);
	for (size_t i = 0, end; i < catalogue->facts_n; i = end) {
		for (end = i; end < catalogue->facts_n &&
			view_eq(catalogue->facts[end].product,
				catalogue->facts[i].product);
			end++)
			;
		add_product(catalogue, i, end - i);
	}
	if (catalogue->n)
		qsort(catalogue->products, catalogue->n,
			sizeof(*catalogue->products), by_line);
	check_links(catalogue);
}

void
catalogue_load(struct catalogue *catalogue, const char *path,
	const struct common *common, int64_t now)
{
	char *stored = path ? NULL : store_path(common, "catalogue.tsv");
	struct sheet sheet;

	*catalogue = (struct catalogue){.name = "catalogue.tsv"};
	if (path)
		sheet_load(&sheet, path);
	else
		(void)sheet_load_if(&sheet, stored);
	if (sheet.header.n) {
		catalogue_read(catalogue, &sheet, now);
		if (!path)
			catalogue->name = "catalogue.tsv";
	}
	sheet_fini(&sheet);
	mem_free(stored);
}

void
catalogue_fini(struct catalogue *catalogue)
{
	arena_fini(&catalogue->arena);
	mem_free(catalogue->facts);
	mem_free(catalogue->products);
	*catalogue = (struct catalogue){0};
}

const struct product *
catalogue_find(const struct catalogue *catalogue, struct view key)
{
	for (size_t i = 0; i < catalogue->n; i++)
		if (view_eq(catalogue->products[i].key, key))
			return &catalogue->products[i];
	for (size_t i = 0; i < catalogue->n; i++) {
		const struct product *product = &catalogue->products[i];

		if (view_same(product->key, key) ||
			view_same(product->itself->name, key))
			return product;
	}
	return NULL;
}

const struct product_fact *
catalogue_next(const struct catalogue *catalogue, const struct product *product,
	enum product_row row, size_t *at)
{
	while (*at < product->n) {
		const struct product_fact *fact =
			&catalogue->facts[product->first + (*at)++];

		if (fact->row == row)
			return fact;
	}
	return NULL;
}

bool
product_mentions(struct view text, struct view words)
{
	struct str key = {0};
	size_t words_at;
	bool found;

	/* " text " and " words ", so that only whole words match. */
	str_byte(&key, ' ');
	fold_key(text, &key);
	str_byte(&key, ' ');
	words_at = key.len;
	str_byte(&key, ' ');
	fold_key(words, &key);
	str_byte(&key, ' ');
	found = key.len > words_at + 2 &&
		view_find(view_upto(str_view(&key), words_at),
			str_tail(&key, words_at)) < words_at;
	str_fini(&key);
	return found;
}

bool
product_is_for(const struct product_fact *fact, struct view text)
{
	if (!fact->fors_n)
		return true;
	for (size_t i = 0; i < fact->fors_n; i++)
		if (product_mentions(text, fact->fors[i]))
			return true;
	return false;
}
