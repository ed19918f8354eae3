#include "one.h"

#include "base/lang.h"
#include "lead/email.h"
#include "lead/phone.h"
#include "lead/store.h"

/* Classes of matches: by what only one can have, or by a part of a name. */
enum { EXACT, PARTLY };

#define LISTED 20

void
one_open(struct job *job)
{
	const struct header *header = &job->flow.header;
	struct one *one = mem_new(1, sizeof(*one));

	job->own = one;
	one->names = mem_new(header->n, sizeof(*one->names));
	for (size_t i = 0; i < header->n; i++)
		one->names[i] = header_name(header, i);
	list_open(&one->list, job, one->names, header->n);
	one->list.by = -1;
	one->list.most = LISTED;
	one->lead_id = job_need(job, "lead_id", "lead-import");
	one->email = job_column(job, "email");
	one->phone = job_column(job, "phone");
	one->mobile = job_column(job, "mobile");
	one->full_name = job_column(job, "full_name");
	one->company = job_column(job, "company");
	one->seeks = seek_make(&one->seek, view_of(job->set->key));
}

static bool
is_address(struct view field, struct view key)
{
	return field.len && view_same(field, key);
}

/* Digits of what was typed against those of a number in E.164. */
static bool
is_number(struct view field, struct view key)
{
	struct str e164 = {0};
	struct phone facts;
	bool same;

	if (!field.len)
		return false;
	if (view_eq(field, key))
		return true;
	same = phone_normalise(key, VIEW("GB"), &e164, &facts) == PHONE_OK &&
		view_eq(field, str_view(&e164));
	str_fini(&e164);
	return same;
}

static bool
has(const struct one *one, struct view field)
{
	return one->seeks && seek_in(&one->seek, field) < field.len;
}

void
one_record(struct job *job, void *state, const struct record *in)
{
	const struct one *one = job->own;
	struct view key = view_of(job->set->key);
	struct rows_key rank = {.order = record_order(in)};

	if (view_eq(record_get(in, one->lead_id), key) ||
		is_address(record_get(in, one->email), key) ||
		is_number(record_get(in, one->phone), key) ||
		is_number(record_get(in, one->mobile), key))
		rank.part[0] = EXACT;
	else if (has(one, record_get(in, one->full_name)) ||
		has(one, record_get(in, one->company)))
		rank.part[0] = PARTLY;
	else
		return;
	list_offer(&one->list, state, in, &rank);
}

void
one_settle(struct job *job)
{
	struct one *one = job->own;

	list_settle(&one->list);
}

struct view
one_get(const struct one *one, const char *name)
{
	for (size_t i = 0; one->row && i < one->list.n; i++)
		if (strcmp(one->names[i], name) == 0)
			return row_field(one->row, i);
	return (struct view){"", 0};
}

/* Say which leads there are to choose from. */
static void
say_several(struct one *one, const char *key)
{
	const struct rows *rows = list_rows(&one->list, 0);

	warn(_("'%s' is several leads; take one of these:"), key);
	for (size_t i = 0; i < rows->n; i++) {
		one->row = &rows->all[i];
		warn("%.*s  %.*s, %.*s", VIEW_ARGS(one_get(one, "lead_id")),
			VIEW_ARGS(one_get(one, "full_name")),
			VIEW_ARGS(one_get(one, "company")));
	}
	one->row = NULL;
}

static bool
choose(struct job *job)
{
	struct one *one = job->own;
	uint64_t exact = 0;
	uint64_t partly = 0;

	if (list_parts(&one->list)) {
		exact = list_count(&one->list, 0, EXACT);
		partly = list_count(&one->list, 0, PARTLY);
	}
	if (exact == 1 || (!exact && partly == 1)) {
		one->row = &list_rows(&one->list, 0)->all[0];
		return true;
	}
	job->status = STATUS_PART;
	if (exact + partly)
		say_several(one, job->set->key);
	else
		warn(_("there is no lead '%s'"), job->set->key);
	return false;
}

bool
one_load(struct job *job)
{
	struct one *one = job->own;
	struct view id;

	if (!choose(job))
		return false;
	id = one_get(one, "lead_id");
	notebook_open_notes(&one->notes, job);
	notebook_open_contacts(&one->contacts, job);
	history_load(&one->told, &one->notes.log, id);
	history_load(&one->met, &one->contacts.log, id);
	known_of(&one->told, &one->known);
	people_load(&one->people, &job->set->common);
	catalogue_load(&one->catalogue, job->set->catalogue, &job->set->common,
		job->now);
	one->product = catalogue_find(&one->catalogue, one_get(one, "product"));
	if (!one->product && one->catalogue.n == 1)
		one->product = &one->catalogue.products[0];
	return true;
}

void
one_close(struct job *job)
{
	struct one *one = job->own;

	if (one->notes.path) {
		notebook_close(&one->notes);
		notebook_close(&one->contacts);
		history_fini(&one->told);
		history_fini(&one->met);
		known_fini(&one->known);
		people_fini(&one->people);
		catalogue_fini(&one->catalogue);
	}
	mem_free(one->names);
	list_close(&one->list);
	mem_free(one);
}
