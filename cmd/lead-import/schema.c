#include "schema.h"

#include "mended.h"
#include "schema_field.h"
#include "seen.h"

#include "base/file.h"
#include "base/lang.h"
#include "base/mem.h"
#include "lead/store.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

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

static void
mark(bool *present, const char *name)
{
	present[column_number(columns_find(view_of(name)))] = true;
}

/*
 * What fields of a kind fill in besides their own column: second addresses
 * and numbers, and extensions, go into the notes.
 */
static const struct {
	enum kind kind;
	const char *name;
} besides[] = {
	{KIND_EMAIL, "email_status"},
	{KIND_EMAIL, "domain"},
	{KIND_EMAIL, "notes"},
	{KIND_PHONE, "notes"},
	{KIND_FULL_NAME, "notes"}, /* "Ann Rees, Director" */
	{KIND_PHONE, "phone_status"},
	{KIND_WEBSITE, "domain"},
	{KIND_MONEY, "currency"},
	{KIND_CONSENT, "do_not_email"},
	{KIND_BASIS, "do_not_email"},
};

/* May a field of a kind stop every channel? */
static bool
stops_all(enum kind kind)
{
	return kind == KIND_STOP_ALL || kind == KIND_PERMIT_ALL ||
		kind == KIND_REFUSAL || kind == KIND_PREFERENCE ||
		kind == KIND_REMARK || kind == KIND_TAGS ||
		kind == KIND_PHONE || kind == KIND_EMAIL || kind == KIND_NOTE ||
		kind == KIND_CONSENT;
}

static void
mark_besides(enum kind kind, bool *present)
{
	for (size_t i = 0; i < COUNT(besides); i++)
		if (kind == besides[i].kind)
			mark(present, besides[i].name);
	for (size_t i = 0; columns[i].name && stops_all(kind); i++)
		if (columns[i].kind == KIND_STOP)
			present[i] = true;
}

/* The columns that the fields of a dump need. */
static void
mark_present(const struct meaning *meanings, size_t n, bool ours, bool *present)
{
	for (size_t i = 0; i < n; i++) {
		enum kind kind = KIND_TEXT;
		bool keep;
		const struct column *column = ours
			? columns_find(meanings[i].column)
			: schema_destination(meanings[i].column, &kind, &keep);

		if (!column)
			continue;
		present[column_number(column)] = true;
		mark_besides(kind, present);
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
			.column = dump->names[i],
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
		{&at->country, "country"}, {&at->job_title, "job_title"},
		{&at->subscriber, "subscriber"},
		{&at->lawful_basis, "lawful_basis"},
		{&at->import_id, "import_id"},
		{&at->stops[STOP_EMAIL], "do_not_email"},
		{&at->stops[STOP_CALL], "do_not_call"},
		{&at->stops[STOP_SMS], "do_not_sms"},
		{&at->stops[STOP_POST], "do_not_post"}, {&at->notes, "notes"},
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
	return dump->ours && !view_is(dump->names[0], "file");
}

/* What the headers of a dump mean: owned. */
static struct meaning *
find_meanings(struct schema *schema, const struct settings *set,
	const struct dump *dump, struct dump_plan *plan)
{
	size_t extra = schema_reject_columns(dump);
	struct meaning *meanings = mem_new(plan->n + 1, sizeof(*meanings));

	if (plan->ours)
		mean_themselves(dump, meanings);
	else
		headers_find(schema->headers, dump->names + extra,
			plan->n - extra, meanings + extra, &plan->vendor);
	if (set->drop_unmapped && !plan->known)
		drop_unmapped(plan, meanings);
	if (extra)
		mended_drop(dump, set->common.max_record, meanings);
	if (!plan->ours)
		seen_find(dump, set, meanings);
	return meanings;
}

/* Plan for a dump, but for its fields; returns what they mean, owned. */
static struct meaning *
plan_dump(struct schema *schema, const struct settings *set,
	const struct dump *dump, size_t i, bool *present)
{
	struct dump_plan *plan = &schema->plans[i];
	struct meaning *meanings;

	need_header(dump);
	plan->n = dump->layout.width;
	plan->country = plan->region = plan->website = plan->company = -1;
	plan->ours = is_own_stream(dump);
	meanings = find_meanings(schema, set, dump, plan);
	plan->several = view_is(plan->vendor, "google");
	if (plan->several)
		mark(present, "notes");
	name_source(plan, dump, set);
	mark_present(meanings, plan->n, plan->ours, present);
	return meanings;
}

/* Columns that are no email, but whose names mean one: our own have these. */
static void
find_emails(struct schema *schema)
{
	schema->emails = mem_new(schema->out.n, sizeof(*schema->emails));
	for (size_t i = 0; i < schema->out.n; i++) {
		struct view name = view_of(header_name(&schema->out, i));

		if ((int)i != schema->at.email &&
			schema_kind(schema->headers, name) == KIND_EMAIL)
			schema->emails[schema->emails_n++] = (int)i;
	}
}

/* Columns where people may have written what they like. */
static void
find_unknown(struct schema *schema)
{
	bool *seen = mem_new(schema->out.n, sizeof(*seen));

	schema->unknown = mem_new(schema->out.n, sizeof(*schema->unknown));
	for (size_t i = 0; i < schema->n; i++)
		for (size_t k = 0; k < schema->plans[i].n; k++) {
			const struct field_plan *f =
				&schema->plans[i].fields[k];

			if (schema->plans[i].ours || f->mapped ||
				f->kind != KIND_TEXT || f->to < 0 ||
				seen[f->to])
				continue;
			seen[f->to] = true;
			schema->unknown[schema->unknown_n++] = f->to;
		}
	mem_free(seen);
}

/* What is there beside the dumps' own columns. */
static void
add_keys(struct schema *schema, const struct settings *set)
{
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

/* The list of -x closes channels; of known leads the contact log does. */
static void
mark_stops(bool *present, const struct settings *set, bool known)
{
	char *log = store_path(&set->common, "contacts.tsv");
	bool closes = set->suppress || (known && file_exists(log));

	for (size_t i = 0; columns[i].name && closes; i++)
		present[i] |= columns[i].kind == KIND_STOP;
	mem_free(log);
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
		schema->plans[i].known = known && i == 0;
		meanings[i] = plan_dump(schema, set, &dumps[i], i, present);
	}
	if (set->import_id)
		mark(present, "import_id");
	mark_stops(present, set, known);
	add_known(schema, present);
	for (size_t i = 0; i < n; i++) {
		schema_plan_fields(
			schema, &schema->plans[i], &dumps[i], meanings[i]);
		mem_free(meanings[i]);
	}
	mem_free(meanings);
	add_keys(schema, set);
	find_emails(schema);
	find_unknown(schema);
}

void
schema_fini(struct schema *schema)
{
	for (size_t i = 0; i < schema->n; i++) {
		mem_free(schema->plans[i].fields);
		str_fini(&schema->plans[i].source);
	}
	mem_free(schema->plans);
	mem_free(schema->emails);
	mem_free(schema->unknown);
	header_fini(&schema->out);
	headers_free(schema->headers);
}
