#include "schema_field.h"

#include "base/mem.h"

static bool
can_join(enum kind kind)
{
	return kind == KIND_NOTE || kind == KIND_TAGS || kind == KIND_STREET ||
		kind == KIND_STOP || kind == KIND_PERMIT ||
		kind == KIND_STOP_DATE || kind == KIND_STOP_ALL ||
		kind == KIND_PERMIT_ALL || kind == KIND_REFUSAL ||
		kind == KIND_PREFERENCE || kind == KIND_REMARK ||
		kind == KIND_BOUNCED;
}

/* Is a value of the kind put down as it stands, if there is nothing odd? */
static bool
is_text(enum kind kind)
{
	return kind == KIND_TEXT || kind == KIND_COMPANY || kind == KIND_NOTE;
}

/* A dump whose fields are planned. */
struct planning {
	struct schema *schema;
	struct dump_plan *plan;
	const struct dump *dump;
	const struct meaning *meanings;
	struct claim *claims; /* owned: by column of the output */
	size_t claims_n, cap;
};

/* What a dump has of a column. */
struct claim {
	bool taken;	/* a field goes there */
	unsigned twins; /* and others, to columns with a number behind */
};

static struct claim *
claim_of(struct planning *p, int column)
{
	size_t n = (size_t)column + 1;

	if (p->claims_n < n) {
		p->claims = mem_grow(p->claims, &p->cap, n, sizeof(*p->claims));
		memset(p->claims + p->claims_n, 0,
			(n - p->claims_n) * sizeof(*p->claims));
		p->claims_n = n;
	}
	return &p->claims[column];
}

/*
 * A column of the dump's own for field i: snake case, x_ before a name of
 * ours, a number behind one that the dump has twice.
 */
static int
own_column(struct planning *p, struct view name)
{
	struct header *out = &p->schema->out;
	struct str text = {0};
	size_t len;
	int first, column;

	if (columns_find(name) || columns_reserved(name))
		str_add(&text, "x_");
	str_put(&text, name);
	len = text.len;
	first = column = header_add(out, str_view(&text));
	while (claim_of(p, column)->taken) {
		text.len = len;
		str_printf(&text, "_%u", ++claim_of(p, first)->twins + 1);
		column = header_add(out, str_view(&text));
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
is_second_street(const struct planning *p, size_t i)
{
	const struct field_plan *fields = p->plan->fields;

	for (size_t j = 0; j < i && fields[i].kind == KIND_STREET; j++)
		if (fields[j].kind == KIND_STREET &&
			view_same(p->dump->names[i], p->dump->names[j]))
			return true;
	return false;
}

/*
 * Field i goes to a column of ours.  What would be lost so, since another has
 * gone there or it was a question, is kept under the header's own name.
 */
static void
plan_ours(struct planning *p, size_t i, const struct column *column,
	struct view name, bool keep)
{
	struct field_plan *f = &p->plan->fields[i];
	bool joins = can_join(f->kind) && !is_second_street(p, i);
	struct str snake = {0};

	f->to = header_find(&p->schema->out, view_of(column->name));
	if (claim_of(p, f->to)->taken && !joins)
		keep = f->fallback = p->plan->fallbacks = true;
	if (f->fallback || f->asks || f->kind == KIND_PREFERENCE) {
		headers_snake(p->dump->names[i], &snake);
		name = str_view(&snake);
	}
	if (keep || f->asks)
		f->keep = own_column(p, name);
	note_place(p->plan, f->kind, i);
	if (p->plan->region < 0 && strcmp(column->name, "region") == 0)
		p->plan->region = (int)i;
	str_fini(&snake);
}

static void
plan_field(struct planning *p, size_t i)
{
	const struct meaning *meaning = &p->meanings[i];
	struct field_plan *f = &p->plan->fields[i];
	const struct column *column;
	struct str name = {0};
	bool keep = false, ours = p->plan->ours;

	*f = (struct field_plan){.to = -1,
		.keep = -1,
		.label = f->label,
		.mapped = meaning->known,
		.asks = meaning->asks};
	column = schema_destination(meaning->column, &f->kind, &keep);
	if (!column && !ours)
		f->kind = columns_own_kind(meaning->column);
	own_name(p->dump->names[i], meaning, i, &name);
	memcpy(f->currency, meaning->currency, sizeof(f->currency));
	/* "(m)" may be metres; who counts people counts thousands at most. */
	if (meaning->scale &&
		(f->kind == KIND_MONEY || meaning->scale[0] == 'k'))
		f->scale = meaning->scale;
	if (i >= p->dump->columns || i < schema_reject_columns(p->dump) ||
		(meaning->asked && !meaning->column.len && !ours))
		f->kind = KIND_DROP;
	else if (ours || (!column && meaning->asked))
		f->to = header_add(&p->schema->out, str_view(&name));
	else if (!column)
		f->to = own_column(p, str_view(&name));
	else
		plan_ours(p, i, column, str_view(&name), keep);
	if (f->to >= 0)
		claim_of(p, f->to)->taken = true;
	if (f->keep >= 0)
		claim_of(p, f->keep)->taken = true;
	f->kept = f->kind == KIND_DATE ? KIND_DATE
				       : columns_own_kind(meaning->column);
	f->plain = f->to >= 0 && f->keep < 0 && !p->plan->several &&
		is_text(f->kind);
	str_fini(&name);
}

/* "Phone 1 - Label" stands before "Phone 1 - Value": its place, + 1. */
static int
label_of(const struct dump *dump, size_t i)
{
	struct view name = view_trim(dump->names[i]), before;
	size_t at = view_find(name, VIEW(" - ")) + 3;

	if (!i || at >= name.len ||
		!view_same(view_from(name, at), VIEW("value")))
		return 0;
	before = view_trim(dump->names[i - 1]);
	if (!view_eq(view_upto(before, at), view_upto(name, at)))
		return 0;
	before = view_from(before, at);
	return view_same(before, VIEW("label")) ||
			view_same(before, VIEW("type"))
		? (int)i
		: 0;
}

/* "Email (Home)", "Personal Email": those at work go before. */
static bool
is_private(struct view name)
{
	static const char *const words[] = {"home", "personal", "private"};

	for (; name.len; name = view_from(name, 1))
		for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
			if (view_same(view_upto(name, strlen(words[i])),
				    view_of(words[i])))
				return true;
	return false;
}

/*
 * Which fields go first to a column that several mean: those that mean it by
 * itself before those that say whose it is ("Billing Email") or that it is
 * private, and these
 * before second ones ("Secondary Email", "Lead Owner.id"); of each the vendor's
 * own headers before others.  Our own stay in their order.
 */
#define TURNS 6

static unsigned
turn_of(const struct dump_plan *plan, const struct meaning *meaning,
	struct view name)
{
	const struct route *route = columns_route(meaning->column);
	bool later = meaning->framed ||
		(view_is(meaning->column, "email") && is_private(name));
	unsigned turn = route && route->keep ? 2 : later;

	if (plan->ours)
		return 0;
	return 2 * turn + (plan->vendor.len && !meaning->native);
}

void
schema_plan_fields(struct schema *schema, struct dump_plan *plan,
	const struct dump *dump, const struct meaning *meanings)
{
	struct planning p = {schema, plan, dump, meanings, NULL, 0, 0};

	plan->fields = mem_new(plan->n + 1, sizeof(*plan->fields));
	for (size_t i = 0; i < plan->n; i++)
		plan->fields[i].label = label_of(dump, i);
	for (unsigned turn = 0; turn < TURNS; turn++)
		for (size_t i = 0; i < plan->n; i++)
			if (turn_of(plan, &meanings[i], dump->names[i]) == turn)
				plan_field(&p, i);
	mem_free(p.claims);
	if (plan->by_file && schema_reject_columns(dump)) {
		/* Rejects are from the file that they were rejected of. */
		plan->fields[0].kind = KIND_FILE;
		plan->fields[0].to = header_find(&schema->out, VIEW("source"));
		plan->fields[0].fallback = plan->fallbacks = true;
	}
}
