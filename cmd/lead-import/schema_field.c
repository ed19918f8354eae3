#include "schema_field.h"

#include "base/mem.h"

static bool
can_join(enum kind kind)
{
	return kind == KIND_NOTE || kind == KIND_TAGS || kind == KIND_STREET ||
		kind == KIND_STOP || kind == KIND_PERMIT ||
		kind == KIND_STOP_DATE || kind == KIND_STOP_ALL ||
		kind == KIND_PERMIT_ALL || kind == KIND_REFUSAL ||
		kind == KIND_PREFERENCE || kind == KIND_BOUNCED;
}

/* Is a value of the kind put down as it stands, if there is nothing odd? */
static bool
is_text(enum kind kind)
{
	return kind == KIND_TEXT || kind == KIND_COMPANY || kind == KIND_NOTE;
}

/* Has another field of the dump gone to this column? */
static bool
is_taken(const struct dump_plan *plan, size_t field, int column)
{
	for (size_t i = 0; i < plan->n; i++)
		if (i != field &&
			(plan->fields[i].to == column ||
				plan->fields[i].keep == column))
			return true;
	return false;
}

/*
 * A column of the dump's own for field i: snake case, x_ before a name of
 * ours, a number behind one that the dump has twice.
 */
static int
own_column(struct schema *schema, const struct dump_plan *plan, size_t i,
	struct view name)
{
	struct str text = {0};
	size_t len;
	int column;

	if (columns_find(name) || columns_reserved(name))
		str_add(&text, "x_");
	str_put(&text, name);
	len = text.len;
	for (int n = 2;; n++) {
		column = header_add(&schema->out, str_view(&text));
		if (!is_taken(plan, i, column))
			break;
		text.len = len;
		str_printf(&text, "_%d", n);
	}
	str_fini(&text);
	return column;
}

/* The name under which a field is kept that has no column of ours. */
static void
own_name(struct view header, const struct meaning *meaning, size_t i,
	struct str *out)
{
	str_clear(out);
	if (meaning->column.len)
		str_put(out, meaning->column);
	else if (view_trim(header).len)
		headers_snake(header, out);
	else
		str_printf(out, "column_%zu", i + 1);
}

const struct column *
schema_destination(struct view canonical, enum kind *kind, bool *keep)
{
	const struct route *route = columns_route(canonical);
	const struct column *column =
		columns_find(route ? view_of(route->column) : canonical);

	if (column) {
		*kind = route ? route->kind : column->kind;
		*keep = route && route->keep;
	}
	return column;
}

enum kind
schema_kind(struct headers *headers, struct view name)
{
	struct meaning meaning = {0};
	enum kind kind = KIND_TEXT;
	struct view vendor = {0};
	bool keep;

	headers_find(headers, &name, 1, &meaning, &vendor);
	schema_destination(meaning.column, &kind, &keep);
	return kind;
}

size_t
schema_reject_columns(const struct dump *dump)
{
	return dump->ours && dump->layout.width > 3 &&
			view_is(dump->names[0], "file") &&
			view_is(dump->names[1], "line")
		? 3
		: 0;
}

/* The first fields that tell of others. */
static void
note_place(struct dump_plan *plan, enum kind kind, size_t i)
{
	int *place = kind == KIND_COUNTRY ? &plan->country
		: kind == KIND_WEBSITE	  ? &plan->website
		: kind == KIND_COMPANY	  ? &plan->company
					  : NULL;

	if (place && *place < 0)
		*place = (int)i;
}

/* Has a street's header stood there before?  It is another address. */
static bool
is_second_street(
	const struct dump_plan *plan, const struct dump *dump, size_t i)
{
	for (size_t j = 0; j < i && plan->fields[i].kind == KIND_STREET; j++)
		if (plan->fields[j].kind == KIND_STREET &&
			view_same(dump->names[i], dump->names[j]))
			return true;
	return false;
}

/*
 * Field i goes to a column of ours.  What would be lost so, since another has
 * gone there or it was a question, is kept under the header's own name.
 */
static void
plan_ours(struct schema *schema, struct dump_plan *plan, struct view header,
	const struct column *column, struct view name, bool keep, bool again,
	size_t i)
{
	struct field_plan *f = &plan->fields[i];
	struct str snake = {0};

	f->to = header_find(&schema->out, view_of(column->name));
	if (is_taken(plan, i, f->to) && (!can_join(f->kind) || again))
		keep = f->fallback = plan->fallbacks = true;
	if (f->fallback || f->asks || f->kind == KIND_PREFERENCE) {
		headers_snake(header, &snake);
		name = str_view(&snake);
	}
	if (keep || f->asks)
		f->keep = own_column(schema, plan, i, name);
	note_place(plan, f->kind, i);
	str_fini(&snake);
}

static void
plan_field(struct schema *schema, struct dump_plan *plan,
	const struct dump *dump, const struct meaning *meaning, size_t i)
{
	struct field_plan *f = &plan->fields[i];
	const struct column *column;
	struct str name = {0};
	bool keep = false;

	*f = (struct field_plan){.to = -1,
		.keep = -1,
		.mapped = meaning->known,
		.asks = meaning->asks};
	column = schema_destination(meaning->column, &f->kind, &keep);
	if (!column && !plan->ours)
		f->kind = columns_own_kind(meaning->column);
	own_name(dump->names[i], meaning, i, &name);
	memcpy(f->currency, meaning->currency, sizeof(f->currency));
	if (i >= dump->columns || i < schema_reject_columns(dump) ||
		(meaning->asked && !meaning->column.len && !plan->ours))
		f->kind = KIND_DROP;
	else if (plan->ours || (!column && meaning->asked))
		f->to = header_add(&schema->out, str_view(&name));
	else if (!column)
		f->to = own_column(schema, plan, i, str_view(&name));
	else
		plan_ours(schema, plan, dump->names[i], column, str_view(&name),
			keep, is_second_street(plan, dump, i), i);
	f->kept = f->kind == KIND_DATE ? KIND_DATE
				       : columns_own_kind(meaning->column);
	f->plain =
		f->to >= 0 && f->keep < 0 && !plan->several && is_text(f->kind);
	str_fini(&name);
}

/*
 * Which fields go first to a column that several mean: those that mean it by
 * itself before those that say whose it is ("Billing Email"), and these
 * before second ones ("Secondary Email", "Lead Owner.id"); of each the vendor's
 * own headers before others.  Our own stay in their order.
 */
#define TURNS 6

static unsigned
turn_of(const struct dump_plan *plan, const struct meaning *meaning)
{
	const struct route *route = columns_route(meaning->column);
	unsigned turn = route && route->keep ? 2 : meaning->framed;

	if (plan->ours)
		return 0;
	return 2 * turn + (plan->vendor.len && !meaning->native);
}

void
schema_plan_fields(struct schema *schema, struct dump_plan *plan,
	const struct dump *dump, const struct meaning *meanings)
{
	plan->fields = mem_new(plan->n + 1, sizeof(*plan->fields));
	for (size_t i = 0; i < plan->n; i++)
		plan->fields[i].to = plan->fields[i].keep = -1;
	for (unsigned turn = 0; turn < TURNS; turn++)
		for (size_t i = 0; i < plan->n; i++)
			if (turn_of(plan, &meanings[i]) == turn)
				plan_field(schema, plan, dump, &meanings[i], i);
	if (plan->by_file && schema_reject_columns(dump)) {
		/* Rejects are from the file that they were rejected of. */
		plan->fields[0].kind = KIND_FILE;
		plan->fields[0].to = header_find(&schema->out, VIEW("source"));
		plan->fields[0].fallback = plan->fallbacks = true;
	}
}
