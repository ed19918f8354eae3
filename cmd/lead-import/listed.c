#include "listed.h"

#include "refused.h"

#include "lead/also.h"
#include "lead/company.h"
#include "lead/email.h"
#include "lead/suppress.h"

/* The column of the output, or nothing when it has none. */
static struct view
value_at(const struct intake_worker *w, int column)
{
	return column < 0 ? (struct view){0} : w->row.out[column];
}

/* What the row's lead is known by; its company's key is in w->scratch. */
static struct suppress_query
query_of(const struct intake *in, struct intake_worker *w)
{
	const struct schema_columns *at = &in->schema->at;
	struct view notes = value_at(w, at->notes);

	/* It is asked for each channel: most notes have no such line. */
	if (!also_any(notes))
		notes.len = 0;
	str_clear(&w->scratch);
	company_key(value_at(w, at->company), &w->scratch);
	return (struct suppress_query){
		.lead_id = value_at(w, at->lead_id),
		.email = value_at(w, at->email),
		.phone = value_at(w, at->phone),
		.mobile = value_at(w, at->mobile),
		.domain = value_at(w, at->domain),
		.company = str_view(&w->scratch),
		.notes = notes,
	};
}

static size_t
entries_of(const struct intake *in)
{
	size_t entries = 0;

	for (size_t i = 0; i < INTAKE_LISTS; i++)
		entries += in->suppress[i].n;
	return entries;
}

static const struct suppress_entry *
find(const struct intake *in, const struct suppress_query *query)
{
	const struct suppress_entry *found = NULL;

	for (size_t i = 0; i < INTAKE_LISTS && !found; i++)
		found = suppress_find(&in->suppress[i], query);
	return found;
}

/* The entry for one of the addresses in a text that is not the row's own. */
static const struct suppress_entry *
find_among(const struct intake *in, struct intake_worker *w, struct view text,
	struct view channel)
{
	const struct suppress_entry *found = NULL;
	struct suppress_query query = {.channel = channel};
	struct view own = value_at(w, in->schema->at.email);

	while (!found && email_next(&text, &w->scratch)) {
		query.email = str_view(&w->scratch);
		if (!view_eq(query.email, own) && !email_is_role(query.email))
			found = find(in, &query);
	}
	return found;
}

/*
 * The same for all of the row's other addresses that are in fields of the
 * record it was made of, or in columns of their own.
 */
static const struct suppress_entry *
find_other(const struct intake *in, struct intake_worker *w,
	const struct dump_plan *plan, struct view channel)
{
	const struct csv *csv = &w->chunk.csv;
	const struct schema *schema = in->schema;
	const struct suppress_entry *found = NULL;

	for (size_t i = 0; i < csv->n && !plan->ours && !found; i++)
		if (plan->fields[i].kind == KIND_EMAIL)
			found = find_among(in, w, csv->fields[i], channel);
	for (size_t i = 0; i < schema->emails_n && !found; i++)
		found = find_among(
			in, w, w->row.out[schema->emails[i]], channel);
	return found;
}

static void
stop(const struct intake *in, struct intake_worker *w, enum stop channel)
{
	int column = in->schema->at.stops[channel];

	if (column < 0 || view_is(w->row.out[column], "yes"))
		return;
	w->row.out[column] = VIEW("yes");
	w->row.same = false;
	w->stopped = true;
}

static void
stop_all(const struct intake *in, struct intake_worker *w, unsigned stops)
{
	for (enum stop i = 0; i < STOPS; i++)
		if (stops >> i & 1)
			stop(in, w, i);
}

const struct suppress_entry *
listed_look(const struct intake *in, struct intake_worker *w,
	const struct dump_plan *plan)
{
	static const char *const channels[STOPS] = {
		[STOP_EMAIL] = "email",
		[STOP_CALL] = "call",
		[STOP_SMS] = "sms",
		[STOP_POST] = "post",
	};
	const struct suppress_entry *entry = NULL, *other = NULL;
	struct suppress_query query;

	if (plan->known)
		stop_all(in, w,
			refused_stops(in->refused, &w->history,
				value_at(w, in->schema->at.lead_id)));
	if (!entries_of(in))
		return NULL;
	query = query_of(in, w);
	if (!plan->known)
		entry = find(in, &query);
	for (enum stop i = 0; i < STOPS && !entry; i++) {
		query.channel = view_of(channels[i]);
		if (find(in, &query))
			stop(in, w, i);
	}
	if (!entry)
		other = find_other(in, w, plan, (struct view){0});
	if (entry || other)
		stop_all(in, w, ALL);
	else if (find_other(in, w, plan, view_of(channels[STOP_EMAIL])))
		stop(in, w, STOP_EMAIL);
	if (plan->known)
		return NULL;
	return entry ? entry : other;
}
