#include "listed.h"

#include "lead/company.h"
#include "lead/suppress.h"

#define OPTION 1 /* the list of -x */

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

	str_clear(&w->scratch);
	company_key(value_at(w, at->company), &w->scratch);
	return (struct suppress_query){
		.lead_id = value_at(w, at->lead_id),
		.email = value_at(w, at->email),
		.phone = value_at(w, at->phone),
		.mobile = value_at(w, at->mobile),
		.domain = value_at(w, at->domain),
		.company = str_view(&w->scratch),
	};
}

const struct suppress_entry *
listed_find(const struct intake *in, struct intake_worker *w)
{
	const struct suppress_entry *found = NULL;
	struct suppress_query query;
	size_t entries = 0;

	for (size_t i = 0; i < INTAKE_LISTS; i++)
		entries += in->suppress[i].n;
	if (!entries)
		return NULL;
	query = query_of(in, w);
	for (size_t i = 0; i < INTAKE_LISTS && !found; i++)
		found = suppress_find(&in->suppress[i], &query);
	return found;
}

void
listed_close(const struct intake *in, struct intake_worker *w)
{
	/* As schema_columns has the stops. */
	static const char *const channels[] = {"email", "call", "sms", "post"};
	const struct suppress *list = &in->suppress[OPTION];
	struct suppress_query query;

	if (!list->n)
		return;
	query = query_of(in, w);
	for (int i = 0; i < 4; i++) {
		int column = in->schema->at.stops[i];

		query.channel = view_of(channels[i]);
		if (column < 0 || view_is(w->row.out[column], "yes") ||
			!suppress_find(list, &query))
			continue;
		w->row.out[column] = VIEW("yes");
		w->row.same = false;
	}
}
