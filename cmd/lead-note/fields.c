#include "fields.h"

#include "base/lang.h"
#include "base/mem.h"
#include "lead/folded.h"

enum {
	NEEDS,
	REQUIREMENTS,
	INTERESTS,
	BUDGET,
	AUTHORITY,
	TIMELINE,
	COMPETITOR,
	RENEWAL_AT,
	OBJECTIONS_OPEN,
	ENQUIRIES_OPEN,
	TERMS_VERSION,
	TERMS_AT,
	OPPORTUNITIES,
	BANT,
	GAPS,
	NOTES_COUNT,
	LAST_NOTE,
	OWN,
};

static const char *const names[] = {
	[NEEDS] = "needs",
	[REQUIREMENTS] = "requirements",
	[INTERESTS] = "interests",
	[BUDGET] = "budget",
	[AUTHORITY] = "authority",
	[TIMELINE] = "timeline",
	[COMPETITOR] = "competitor",
	[RENEWAL_AT] = "renewal_at",
	[OBJECTIONS_OPEN] = "objections_open",
	[ENQUIRIES_OPEN] = "enquiries_open",
	[TERMS_VERSION] = "terms_version",
	[TERMS_AT] = "terms_at",
	[OPPORTUNITIES] = "opportunities",
	[BANT] = "bant",
	[GAPS] = "gaps",
	[NOTES_COUNT] = "notes_count",
	[LAST_NOTE] = "last_note",
};

/* A stretch of the room, turned into a view when all of it is written. */
struct stretch {
	size_t start, len;
};

/* The first of these columns of an entry that says something. */
static struct view
first_said(const struct entry *entry, const int columns[3])
{
	for (int i = 0; entry && i < 3; i++)
		if (entry->field[columns[i]].len)
			return entry->field[columns[i]];
	return (struct view){0};
}

static const int by_value[] = {NOTE_VALUE, NOTE_TEXT, NOTE_PRODUCT};
static const int by_product[] = {NOTE_VALUE, NOTE_PRODUCT, NOTE_TEXT};
static const int by_amount[] = {NOTE_AMOUNT, NOTE_VALUE, NOTE_TEXT};
static const int by_person[] = {NOTE_VALUE, NOTE_PERSON, NOTE_TEXT};
static const int by_due[] = {NOTE_DUE, NOTE_VALUE, NOTE_TEXT};

/* Put the names of the items of a kind that still stand, "a; b". */
static struct stretch
list(const struct known *known, enum kind kind, const int columns[3],
	struct str *room)
{
	size_t start = room->len;

	for (size_t i = 0; i < known->items_n; i++) {
		const struct item *item = &known->items[i];
		struct view name = first_said(item->first, columns);

		if (item->kind != kind || (item->flags & NOTE_DROPPED) ||
			!name.len)
			continue;
		if (room->len > start)
			str_add(room, "; ");
		str_put(room, name);
	}
	return (struct stretch){start, room->len - start};
}

/* Put the opportunities that are open, "up Planner Pro; add-on Training". */
static struct stretch
list_opportunities(const struct known *known, struct str *room)
{
	size_t start = room->len;

	for (size_t i = 0; i < known->items_n; i++) {
		const struct item *item = &known->items[i];
		struct view product = item->first->field[NOTE_PRODUCT];

		if (item->kind != KIND_OPPORTUNITY ||
			!(item->flags & NOTE_OPEN))
			continue;
		if (room->len > start)
			str_add(room, "; ");
		str_put(room, item->first->field[NOTE_VALUE]);
		if (product.len)
			str_byte(room, ' ');
		str_put(room, product);
	}
	return (struct stretch){start, room->len - start};
}

static struct stretch
count_open(const struct known *known, enum kind kind, struct str *room)
{
	size_t start = room->len;
	int64_t n = 0;

	for (size_t i = 0; i < known->items_n; i++)
		n += known->items[i].kind == kind &&
			(known->items[i].flags & NOTE_OPEN);
	str_int(room, n);
	return (struct stretch){start, room->len - start};
}

static bool
has_item(const struct known *known, enum kind kind)
{
	for (size_t i = 0; i < known->items_n; i++)
		if (known->items[i].kind == kind &&
			!(known->items[i].flags & NOTE_DROPPED))
			return true;
	return false;
}

/* What a qualifying call should find out: budget, authority, need, time. */
struct bant {
	char letter;
	const char *name;
	bool there;
};

static void
put_bant(const struct known *known, struct str *room, struct stretch *bant,
	struct stretch *gaps)
{
	const struct bant all[] = {
		{'b', "budget", known->last[KIND_BUDGET]},
		{'a', "authority", known->last[KIND_AUTHORITY]},
		{'n', "need",
			has_item(known, KIND_NEED) ||
				has_item(known, KIND_REQUIREMENT)},
		{'t', "timeline", known->last[KIND_TIMELINE]},
	};

	bant->start = room->len;
	for (size_t i = 0; i < 4; i++) {
		str_byte(room, all[i].letter);
		str_byte(room, all[i].there ? '1' : '0');
	}
	bant->len = room->len - bant->start;
	gaps->start = room->len;
	for (size_t i = 0; i < 4; i++) {
		if (all[i].there)
			continue;
		if (room->len > gaps->start)
			str_add(room, "; ");
		str_add(room, all[i].name);
	}
	gaps->len = room->len - gaps->start;
}

static struct view
last_of(const struct known *known, enum kind kind, int column)
{
	const struct entry *entry = known->last[kind];

	return entry ? entry->field[column] : (struct view){0};
}

static void
set_written(const struct known *known, struct str *room, struct view *own)
{
	struct stretch at[OWN] = {0};

	at[NEEDS] = list(known, KIND_NEED, by_value, room);
	at[REQUIREMENTS] = list(known, KIND_REQUIREMENT, by_value, room);
	at[INTERESTS] = list(known, KIND_INTEREST, by_product, room);
	at[OBJECTIONS_OPEN] = count_open(known, KIND_OBJECTION, room);
	at[ENQUIRIES_OPEN] = count_open(known, KIND_ENQUIRY, room);
	at[OPPORTUNITIES] = list_opportunities(known, room);
	put_bant(known, room, &at[BANT], &at[GAPS]);
	at[NOTES_COUNT].start = room->len;
	str_int(room, (int64_t)known->notes);
	at[NOTES_COUNT].len = room->len - at[NOTES_COUNT].start;
	for (int i = 0; i < OWN; i++)
		own[i] = view_upto(str_tail(room, at[i].start), at[i].len);
}

/* The corrections win over what the input says. */
static void
set_corrected(const struct fields *fields, const struct record *in,
	const struct known *known, struct view *own)
{
	for (size_t i = 0; i < fields->set.n; i++)
		own[fields->set_own[i]] = record_get(in, fields->set_in[i]);
	for (size_t i = 0; i < known->set_n; i++) {
		int at = header_find(&fields->set, known->set[i].column);

		if (at >= 0)
			own[fields->set_own[at]] = known->set[i].value;
	}
}

void
fields_set(const struct fields *fields, struct str *room,
	const struct record *in, const struct known *known, struct view *own)
{
	struct view *ours = own + fields->own_base;

	str_clear(room);
	set_written(known, room, ours);
	ours[BUDGET] = first_said(known->last[KIND_BUDGET], by_amount);
	ours[AUTHORITY] = first_said(known->last[KIND_AUTHORITY], by_person);
	ours[TIMELINE] = first_said(known->last[KIND_TIMELINE], by_due);
	ours[COMPETITOR] = last_of(known, KIND_COMPETITOR, NOTE_VALUE);
	ours[RENEWAL_AT] = known->renewal_at;
	ours[TERMS_VERSION] = last_of(known, KIND_TERMS, NOTE_VALUE);
	ours[TERMS_AT] = last_of(known, KIND_TERMS, NOTE_AT);
	ours[LAST_NOTE] = known->last_note;
	set_corrected(fields, in, known, own);
}

/* The columns that corrections name anywhere in the log, sorted. */
static void
find_corrected(struct fields *fields)
{
	struct view rest = fields->log->image.bytes;
	struct header found = {0};

	while (rest.len) {
		struct view line = view_upto(rest, view_find_byte(rest, '\n'));
		struct correction correction;
		struct view piece;
		struct view value = {0};
		struct view kind = {0};

		rest = view_from(rest, line.len + 1);
		if (view_find(line, VIEW("\tset\t")) == line.len)
			continue;
		for (int i = 0; view_cut(&line, '\t', &piece); i++) {
			kind = i == NOTE_KIND ? piece : kind;
			value = i == NOTE_VALUE ? piece : value;
		}
		if (view_is(kind, "set") &&
			known_read_set(value, &correction) &&
			!view_is(correction.column, "lead_id") &&
			!folded_is(correction.column))
			header_add(&found, correction.column);
	}
	/* In the order of their names, not of the log's lines. */
	while (fields->set.n < found.n) {
		struct view least = {0};

		for (size_t i = 0; i < found.n; i++) {
			struct view name = view_of(header_name(&found, i));

			if (header_find(&fields->set, name) < 0 &&
				(!least.at || view_order(name, least) < 0))
				least = name;
		}
		header_add(&fields->set, least);
	}
	header_fini(&found);
}

void
fields_own(struct fields *fields, struct flow *flow)
{
	fields->lead_id = header_find(&flow->header, VIEW("lead_id"));
	if (fields->lead_id < 0)
		die(_("the input has no column 'lead_id'; lead-import gives "
		      "one"));
	for (int i = 0; i < OWN; i++) {
		size_t at = flow_own(flow, names[i]);

		if (i == 0)
			fields->own_base = at;
	}
	find_corrected(fields);
	fields->set_own = mem_new(fields->set.n, sizeof(*fields->set_own));
	fields->set_in = mem_new(fields->set.n, sizeof(*fields->set_in));
	for (size_t i = 0; i < fields->set.n; i++) {
		const char *name = header_name(&fields->set, i);

		fields->set_in[i] = header_find(&flow->header, view_of(name));
		fields->set_own[i] = flow_own(flow, name);
	}
}

void
fields_fini(struct fields *fields)
{
	header_fini(&fields->set);
	mem_free(fields->set_own);
	mem_free(fields->set_in);
}
