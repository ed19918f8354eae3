#include "forget_gather.h"

#include "forget_person.h"
#include "link/link_id.h"

#include "base/lang.h"

/* Looks for the key that was asked for among those of a lead. */
struct look {
	const struct forget *forget;
	bool hit;
};

static void
look_at(void *data, struct view key)
{
	struct look *look = data;

	look->hit |= forget_is_key(look->forget, key);
}

/* Does a lead have the key?  Where none is known by it, besides its own. */
static bool
is_hit(const struct forget *forget, const struct sheet *leads, size_t row,
	const struct person_columns *columns)
{
	struct look look = {.forget = forget};

	person_known(columns, leads, row, look_at, &look);
	if (!look.hit && forget->beside)
		person_beside(columns, leads, row, look_at, &look);
	return look.hit;
}

/* Several have the key: say who, and leave it to the user. */
static void
name_several(const struct forget *forget, const struct sheet *leads,
	const struct person_columns *columns)
{
	int name = header_find(&leads->header, VIEW("full_name"));

	for (size_t row = 0; row < leads->n; row++)
		if (is_hit(forget, leads, row, columns))
			warn("%.*s %.*s",
				VIEW_ARGS(sheet_get(
					leads, row, columns->known[0])),
				VIEW_ARGS(sheet_get(leads, row, name)));
	die(_("--forget: several leads have this key: name one by its"
	      " lead_id"));
}

static void
add_key(void *forget, struct view key)
{
	forget_also(forget, key);
}

static void
spare_key(void *forget, struct view key)
{
	forget_spare(forget, key);
}

/* What the store knows of leads, and of those that were merged (merges.h). */
struct persons {
	struct sheet leads, parts;
	struct person_columns of_leads, of_parts;
	int into; /* of parts: the lead that each is in */
};

static void
load(struct persons *p, const char *leads_path, const char *parts_path)
{
	(void)sheet_load_if(&p->parts, parts_path);
	(void)sheet_load_if(&p->leads, leads_path);
	person_columns(&p->of_leads, &p->leads);
	person_columns(&p->of_parts, &p->parts);
	p->into = header_find(&p->parts.header, VIEW("merged_into"));
}

static void
unload(struct persons *p)
{
	person_fini(&p->of_leads);
	person_fini(&p->of_parts);
	sheet_fini(&p->leads);
	sheet_fini(&p->parts);
}

/* The key of what was merged means the lead that it went into. */
static void
find_merged(struct forget *forget, const struct persons *p)
{
	for (size_t row = 0; row < p->parts.n; row++) {
		struct view into = sheet_get(&p->parts, row, p->into);

		if (is_hit(forget, &p->parts, row, &p->of_parts) ||
			forget_is_key(forget, into)) {
			forget_key(forget, into);
			forget->merged = true;
		}
	}
}

/* How many leads have the key; *several: they are not of one lead_id. */
static uint64_t
count_hits(const struct forget *forget, const struct persons *p, bool *several)
{
	struct view first = {0};
	uint64_t n = 0;

	*several = false;
	for (size_t row = 0; row < p->leads.n; row++) {
		struct view id =
			sheet_get(&p->leads, row, p->of_leads.known[0]);

		if (!is_hit(forget, &p->leads, row, &p->of_leads))
			continue;
		*several |= n && !view_eq(id, first);
		first = id;
		n++;
	}
	return n;
}

/*
 * Who is not among the leads may be in the logs, by the lead_id that is made
 * of an address or a number alone.
 */
static void
add_made(struct forget *forget)
{
	static const struct view names[] = {{"email", 5}, {"phone", 5}};
	struct view key = forget->keys[0];
	bool address = view_find_byte(key, '@') < key.len;
	struct view fields[] = {
		address ? key : (struct view){0},
		address ? (struct view){0} : key,
	};
	struct link_scratch scratch = {0};
	struct link_columns at;
	struct str id = {0};

	link_columns_find(&at, names, 2);
	if (link_lead_id(&at, fields, &id, &scratch))
		add_key(forget, str_view(&id));
	str_fini(&id);
	link_scratch_fini(&scratch);
}

/*
 * Take over what else identifies the person, of what went into the lead, too.
 * walk: what the lead is known by, or what is besides.
 */
static void
gather(struct forget *forget, const struct persons *p, person_walk *walk)
{
	int name = header_find(&p->leads.header, VIEW("full_name"));
	int part_name = header_find(&p->parts.header, VIEW("full_name"));

	for (size_t row = 0; row < p->leads.n; row++)
		if (is_hit(forget, &p->leads, row, &p->of_leads)) {
			walk(&p->of_leads, &p->leads, row, add_key, forget);
			forget_name(forget, sheet_get(&p->leads, row, name));
		}
	for (size_t row = 0; row < p->parts.n; row++)
		if (forget_has(forget, sheet_get(&p->parts, row, p->into))) {
			walk(&p->of_parts, &p->parts, row, add_key, forget);
			forget_name(
				forget, sheet_get(&p->parts, row, part_name));
		}
}

static void
look_for(void *data, struct view key)
{
	struct look *look = data;

	look->hit |= forget_has(look->forget, key);
}

/*
 * A lead that is an address and nobody, as of a list of who unsubscribed, is
 * the person's when the address is.
 */
static void
gather_bare(struct forget *forget, const struct persons *p)
{
	const struct header *header = &p->leads.header;
	int name = header_find(header, VIEW("full_name"));
	int company = header_find(header, VIEW("company"));

	for (size_t row = 0; row < p->leads.n; row++) {
		struct look look = {.forget = forget};

		if (sheet_get(&p->leads, row, name).len ||
			sheet_get(&p->leads, row, company).len ||
			is_hit(forget, &p->leads, row, &p->of_leads))
			continue;
		person_known(&p->of_leads, &p->leads, row, look_for, &look);
		if (!look.hit)
			continue;
		add_key(forget,
			sheet_get(&p->leads, row, p->of_leads.known[0]));
		forget->leads++;
	}
}

/* What another lead has too identifies nobody. */
static void
spare(struct forget *forget, const struct persons *p, person_walk *walk)
{
	for (size_t row = 0; row < p->leads.n; row++)
		if (!is_hit(forget, &p->leads, row, &p->of_leads) &&
			!forget_has(forget,
				sheet_get(
					&p->leads, row, p->of_leads.known[0])))
			walk(&p->of_leads, &p->leads, row, spare_key, forget);
}

/* Nor does another's name, or one that is a company's. */
static void
spare_names(struct forget *forget, const struct persons *p)
{
	int name = header_find(&p->leads.header, VIEW("full_name"));
	int company = header_find(&p->leads.header, VIEW("company"));

	for (size_t row = 0; row < p->leads.n; row++) {
		forget_spare_name(forget, sheet_get(&p->leads, row, company));
		if (!is_hit(forget, &p->leads, row, &p->of_leads))
			forget_spare_name(
				forget, sheet_get(&p->leads, row, name));
	}
}

void
forget_gather(
	struct forget *forget, const char *leads_path, const char *parts_path)
{
	struct persons p;
	bool several = false;

	load(&p, leads_path, parts_path);
	for (int beside = 0; beside < 2 && !forget->leads; beside++) {
		forget->beside = beside;
		find_merged(forget, &p);
		forget->leads = count_hits(forget, &p, &several);
	}
	if (several)
		name_several(forget, &p.leads, &p.of_leads);
	gather(forget, &p, person_known);
	spare(forget, &p, person_known);
	if (!forget->leads && !forget->merged)
		add_made(forget);
	forget->sure = forget->n;
	gather(forget, &p, person_beside);
	gather_bare(forget, &p);
	spare(forget, &p, person_known);
	spare(forget, &p, person_beside);
	spare_names(forget, &p);
	unload(&p);
}
