/* What could be sold, and for which colleague it is. */
#include "base/lang.h"
#include "build.h"
#include "items.h"
#include "reports.h"

static const struct doc_column columns[] = {
	{"kind", N_("Kind"), DOC_WORD, 0},
	{"product", N_("Product"), DOC_TEXT, DOC_STRONG},
	{"amount", N_("Amount"), DOC_MONEY, 0},
	{"currency", N_("Currency"), DOC_TEXT, DOC_DATA},
	{"text", N_("Note"), DOC_TEXT, DOC_GROW},
	{"at", N_("Since"), DOC_TIME, DOC_SPARE},
	{"by", N_("Found by"), DOC_TEXT, DOC_SPARE},
	ITEMS_LEAD_COLUMNS,
	{"note_id", N_("Note"), DOC_TEXT, DOC_DATA},
};

static bool
is_handoff(const struct job *job)
{
	return view_is(view_of(job->report->name), "handoff");
}

static bool
sells(const struct person *person, struct view country, struct view product)
{
	return (!country.len || people_has(person->territory, country)) &&
		(!product.len || people_has(person->products, product));
}

/*
 * Whose it is: the first colleague who sells the product where the lead is,
 * else the lead's owner.  False when that is who found it.
 */
static bool
recipient(const struct items *items, const struct record *in,
	const struct view *field, struct view *user)
{
	struct view country = record_get(in, items->country);

	*user = items_get(items, in, ITEMS_OWNER);
	for (size_t i = 0; i < items->people.n; i++) {
		const struct person *person = &items->people.all[i];

		if (sells(person, country, field[NOTE_PRODUCT])) {
			*user = person->user;
			break;
		}
	}
	return !view_eq(*user, field[NOTE_USER]);
}

/* Does a note say that this colleague was told of it since? */
static bool
is_notified(const struct items_state *mine, const struct entry *opportunity,
	struct view user)
{
	for (size_t i = 0; i < mine->history.n; i++) {
		const struct entry *entry = mine->history.entry[i];
		struct view ref = entry->field[NOTE_REF];
		struct view person = entry->field[NOTE_PERSON];

		if (view_is(entry->field[NOTE_KIND], "notified") &&
			entry->at >= opportunity->at &&
			(!ref.len ||
				view_eq(ref, opportunity->field[NOTE_ID])) &&
			(!person.len || view_eq(person, user)))
			return true;
	}
	return false;
}

static void
offer(const struct job *job, struct items_state *mine, const struct record *in,
	size_t number)
{
	const struct items *items = job->own;
	const struct item *item = &mine->known.items[number];
	const struct view *field = item->first->field;
	struct view fields[] = {field[NOTE_VALUE], field[NOTE_PRODUCT],
		item->last->field[NOTE_AMOUNT].len
			? item->last->field[NOTE_AMOUNT]
			: field[NOTE_AMOUNT],
		field[NOTE_CURRENCY], field[NOTE_TEXT], field[NOTE_AT],
		field[NOTE_USER]};
	struct rows_key key = {.order = record_order(in)};
	struct view by = record_get(in, items->list.by);
	struct str *line;
	int64_t amount = 0;

	if (is_handoff(job) &&
		(!recipient(items, in, field, &by) ||
			is_notified(mine, item->first, by)))
		return;
	(void)view_int(
		view_upto(fields[2], view_find_byte(fields[2], '.')), &amount);
	key.part[1] = -amount;
	key.part[2] = item->first->at;
	key.part[3] = (int64_t)number;
	line = list_offer_line(&items->list, mine->set, by, &key);
	if (!line)
		return;
	items_put(items, in, fields, sizeof(fields) / sizeof(*fields), line);
	str_byte(line, '\t');
	str_put(line, field[NOTE_ID]);
}

static void
record(struct job *job, void *state, const struct record *in)
{
	struct items_state *mine = state;

	items_load(job->own, mine, in);
	for (size_t i = 0; i < mine->known.items_n; i++)
		if (mine->known.items[i].kind == KIND_OPPORTUNITY &&
			(mine->known.items[i].flags & NOTE_OPEN))
			offer(job, mine, in, i);
}

static void
write_opportunities(struct job *job, struct doc *doc, size_t i)
{
	const struct items *items = job->own;
	const struct items_section what = {job->report->name,
		is_handoff(job) ? _("There is nothing to hand on.")
				: _("No opportunity is open."),
		columns, sizeof(columns) / sizeof(*columns)};
	uint64_t n = 0;

	doc->title = is_handoff(job) ? _("Opportunities for you")
				     : _("Open opportunities");
	doc->subtitle = job->set->user;
	items_write(items, doc, i, &what);
	for (size_t p = 0; p < list_parts(&items->list); p++)
		if (i == JOB_ALL || i == p)
			n += list_count(&items->list, p, 0);
	build_figure(doc, "opportunities", _("Opportunities"), n, DOC_GOOD);
}

const struct report report_opportunities = {
	.name = "opportunities",
	.purpose = N_("what could be sold"),
	.flags = REPORT_PARTS,
	.open = items_open,
	.start = items_start,
	.record = record,
	.stop = items_stop,
	.settle = list_report_settle,
	.parts = list_report_parts,
	.part = list_report_part,
	.write = write_opportunities,
	.close = items_close,
};

const struct report report_handoff = {
	.name = "handoff",
	.purpose = N_("opportunities for the colleague each is for, once"),
	.flags = REPORT_PARTS | REPORT_EACH,
	.open = items_open,
	.start = items_start,
	.record = record,
	.stop = items_stop,
	.settle = list_report_settle,
	.parts = list_report_parts,
	.part = list_report_part,
	.write = write_opportunities,
	.close = items_close,
};
