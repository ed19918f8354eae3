#include "schema.h"

#include "mended.h"

#include "base/lang.h"
#include "base/mem.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

static bool
can_join(enum kind kind)
{
	return kind == KIND_NOTE || kind == KIND_TAGS || kind == KIND_STREET ||
		kind == KIND_STOP || kind == KIND_PERMIT ||
		kind == KIND_STOP_DATE || kind == KIND_STOP_ALL ||
		kind == KIND_BOUNCED;
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

/* Known columns go first, in our order: mark those that are to be there. */
static void
add_known(struct schema *schema, const bool *present)
{
	for (size_t i = 0; columns[i].name; i++)
		if (columns[i].core || present[i])
			header_add(&schema->out, view_of(columns[i].name));
}

static size_t
column_number(const struct column *column)
{
	return (size_t)(column - columns);
}

/* Which of our columns a meaning leads to, and how; NULL: none. */
static const struct column *
destination(struct view canonical, enum kind *kind, bool *keep)
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

static void
mark(bool *present, const char *name)
{
	present[column_number(columns_find(view_of(name)))] = true;
}

/* What fields of a kind fill in besides their own column. */
static const struct {
	enum kind kind;
	const char *name;
} besides[] = {
	{KIND_EMAIL, "email_status"},
	{KIND_EMAIL, "domain"},
	{KIND_PHONE, "phone_status"},
	{KIND_WEBSITE, "domain"},
	{KIND_MONEY, "currency"},
	{KIND_CONSENT, "do_not_email"},
	{KIND_STOP_ALL, "do_not_email"},
	{KIND_STOP_ALL, "do_not_sms"},
	{KIND_STOP_ALL, "do_not_post"},
};

/* The columns that the fields of a dump need. */
static void
mark_present(const struct meaning *meanings, size_t n, bool ours, bool *present)
{
	for (size_t i = 0; i < n; i++) {
		enum kind kind = KIND_TEXT;
		bool keep;
		const struct column *column = ours
			? columns_find(meanings[i].column)
			: destination(meanings[i].column, &kind, &keep);

		if (!column)
			continue;
		present[column_number(column)] = true;
		for (size_t j = 0; j < COUNT(besides); j++)
			if (kind == besides[j].kind)
				mark(present, besides[j].name);
	}
}

/* How many columns -r wrote in front: file, line, reason. */
static size_t
reject_columns(const struct dump *dump)
{
	const struct csv_layout *layout = &dump->layout;

	return dump->ours && layout->width > 3 &&
			view_is(layout->names[0], "file") &&
			view_is(layout->names[1], "line")
		? 3
		: 0;
}

static void
plan_field(struct schema *schema, struct dump_plan *plan,
	const struct dump *dump, const struct meaning *meaning, size_t i)
{
	struct field_plan *f = &plan->fields[i];
	const struct column *column;
	struct str name = {0};
	bool keep = false;

	*f = (struct field_plan){
		.to = -1, .keep = -1, .mapped = meaning->known};
	column = destination(meaning->column, &f->kind, &keep);
	own_name(dump->layout.names[i], meaning, i, &name);
	memcpy(f->currency, meaning->currency, sizeof(f->currency));
	if (i >= dump->columns) {
		f->kind = KIND_DROP;
	} else if (plan->ours) {
		f->to = header_add(&schema->out, str_view(&name));
	} else if (i < reject_columns(dump) ||
		(meaning->asked && !meaning->column.len)) {
		f->kind = KIND_DROP;
	} else if (!column) {
		f->to = meaning->asked
			? header_add(&schema->out, str_view(&name))
			: own_column(schema, plan, i, str_view(&name));
	} else {
		f->to = header_find(&schema->out, view_of(column->name));
		if (is_taken(plan, i, f->to) && !can_join(f->kind)) {
			str_clear(&name);
			headers_snake(dump->layout.names[i], &name);
			keep = f->fallback = plan->fallbacks = true;
		}
		if (keep)
			f->keep = own_column(schema, plan, i, str_view(&name));
		if (f->kind == KIND_COUNTRY && plan->country < 0)
			plan->country = (int)i;
		if (f->kind == KIND_WEBSITE && plan->website < 0)
			plan->website = (int)i;
	}
	str_fini(&name);
}

/*
 * Which fields go first to a column that several mean: those that mean it by
 * itself before second ones ("Secondary Email", "Lead Owner.id"), of either
 * the vendor's own headers before others.
 */
static unsigned
turn_of(const struct meaning *meaning)
{
	const struct route *route = columns_route(meaning->column);

	return (route && route->keep ? 2U : 0U) + !meaning->native;
}

static void
plan_fields(struct schema *schema, struct dump_plan *plan,
	const struct dump *dump, const struct meaning *meanings)
{
	plan->fields = mem_new(plan->n + 1, sizeof(*plan->fields));
	for (size_t i = 0; i < plan->n; i++)
		plan->fields[i].to = plan->fields[i].keep = -1;
	for (unsigned turn = 0; turn < 4; turn++)
		for (size_t i = 0; i < plan->n; i++)
			if (turn_of(&meanings[i]) == turn)
				plan_field(schema, plan, dump, &meanings[i], i);
	if (plan->by_file && reject_columns(dump)) {
		/* Rejects are from the file that they were rejected of. */
		plan->fields[0].kind = KIND_FILE;
		plan->fields[0].to = header_find(&schema->out, VIEW("source"));
		plan->fields[0].fallback = plan->fallbacks = true;
	}
}

/* Leave out what was not known, if told to. */
static void
drop_unmapped(struct dump_plan *plan, struct meaning *meanings)
{
	for (size_t i = 0; i < plan->n; i++)
		if (!columns_route(meanings[i].column) &&
			!columns_find(meanings[i].column))
			meanings[i] = (struct meaning){.asked = true};
}

struct view
schema_source(struct view path)
{
	size_t start = path.len;
	struct view base;
	size_t dot;

	while (start && path.at[start - 1] != '/')
		start--;
	base = view_from(path, start);
	dot = view_find_byte(base, '.');
	return view_upto(base, dot ? dot : base.len);
}

/* The vendor, or the file's name, unless -s names it. */
static void
name_source(struct dump_plan *plan, const struct dump *dump,
	const struct settings *set)
{
	plan->by_file = !set->source &&
		(!plan->vendor.len || view_is(plan->vendor, "leadpipe"));
	if (plan->by_file)
		str_put(&plan->source, schema_source(view_of(dump->name)));
	else if (set->source)
		str_add(&plan->source, set->source);
	else
		str_put(&plan->source, plan->vendor);
}

/* In our own TSV names mean what they say. */
static void
mean_themselves(const struct dump *dump, struct meaning *meanings)
{
	for (size_t i = 0; i < dump->layout.width; i++)
		meanings[i] = (struct meaning){
			.column = dump->layout.names[i],
			.known = true,
			.asked = true,
			.native = true,
		};
}

static void
find_columns(struct schema *schema)
{
	struct schema_columns *at = &schema->at;
	const struct {
		int *at;
		const char *name;
	} wanted[] = {{&at->lead_id, "lead_id"}, {&at->source, "source"},
		{&at->source_id, "source_id"},
		{&at->obtained_at, "obtained_at"},
		{&at->first_name, "first_name"},
		{&at->middle_name, "middle_name"},
		{&at->last_name, "last_name"}, {&at->full_name, "full_name"},
		{&at->company, "company"},
		{&at->company_number, "company_number"},
		{&at->currency, "currency"}, {&at->email, "email"},
		{&at->email_status, "email_status"}, {&at->phone, "phone"},
		{&at->phone_status, "phone_status"}, {&at->mobile, "mobile"},
		{&at->website, "website"}, {&at->domain, "domain"},
		{&at->country, "country"}, {&at->subscriber, "subscriber"},
		{&at->lawful_basis, "lawful_basis"},
		{&at->import_id, "import_id"}, {&at->stops[0], "do_not_email"},
		{&at->stops[1], "do_not_call"}, {&at->stops[2], "do_not_sms"},
		{&at->stops[3], "do_not_post"}, {&at->notes, "notes"},
		{&at->partition_key, "partition_key"},
		{&at->match_keys, "match_keys"}};

	for (size_t i = 0; i < COUNT(wanted); i++)
		*wanted[i].at =
			header_find(&schema->out, view_of(wanted[i].name));
}

static void
need_header(const struct dump *dump)
{
	if (dump->layout.width && !dump->layout.header_line &&
		!dump->layout.named_by_hand)
		die(_("%s: has no header: name its columns with --columns"
		      " first_name,last_name,email,..."),
			dump->name);
}

static bool
is_own_stream(const struct dump *dump)
{
	return dump->ours && !view_is(dump->layout.names[0], "file");
}

void
schema_make(struct schema *schema, const struct settings *set,
	const struct dump *dumps, size_t n, bool known)
{
	struct meaning **meanings = mem_new(n, sizeof(*meanings));
	bool present[64] = {false};

	*schema = (struct schema){.n = n, .headers = headers_load(set->map)};
	schema->plans = mem_new(n, sizeof(*schema->plans));
	for (size_t i = 0; i < n; i++) {
		struct dump_plan *plan = &schema->plans[i];
		size_t extra = reject_columns(&dumps[i]);

		need_header(&dumps[i]);
		plan->n = dumps[i].layout.width;
		plan->country = plan->website = -1;
		plan->known = known && i == 0;
		plan->ours = is_own_stream(&dumps[i]);
		meanings[i] = mem_new(plan->n + 1, sizeof(**meanings));
		if (plan->ours)
			mean_themselves(&dumps[i], meanings[i]);
		else
			headers_find(schema->headers,
				dumps[i].layout.names + extra, plan->n - extra,
				meanings[i] + extra, &plan->vendor);
		if (set->drop_unmapped && !plan->known)
			drop_unmapped(plan, meanings[i]);
		if (extra)
			mended_drop(
				&dumps[i], set->common.max_record, meanings[i]);
		if (view_is(plan->vendor, "google"))
			mark(present, "notes"); /* of fields with several */
		name_source(plan, &dumps[i], set);
		mark_present(meanings[i], plan->n, plan->ours, present);
	}
	if (set->import_id)
		mark(present, "import_id");
	add_known(schema, present);
	for (size_t i = 0; i < n; i++) {
		struct dump_plan *plan = &schema->plans[i];

		plan_fields(schema, plan, &dumps[i], meanings[i]);
		mem_free(meanings[i]);
	}
	mem_free(meanings);
	if (set->keys) {
		header_add(&schema->out, VIEW("partition_key"));
		header_add(&schema->out, VIEW("match_keys"));
	}
	if (schema->out.n > HEADER_MAX)
		die(_("more than %d columns: --drop-unmapped leaves out those"
		      " that are not known"),
			HEADER_MAX);
	find_columns(schema);
	if (!set->keys)
		schema->at.partition_key = schema->at.match_keys = -1;
}

void
schema_fini(struct schema *schema)
{
	for (size_t i = 0; i < schema->n; i++) {
		mem_free(schema->plans[i].fields);
		str_fini(&schema->plans[i].source);
	}
	mem_free(schema->plans);
	header_fini(&schema->out);
	headers_free(schema->headers);
}
