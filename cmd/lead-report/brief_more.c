#include "brief.h"

#include "base/lang.h"
#include "build.h"
#include "wilson.h"

#define HISTORY 15 /* entries shown */

static const struct doc_column product_columns[] = {
	{"feature", N_("Feature"), DOC_TEXT, DOC_GROW | DOC_STRONG},
	{"benefit", N_("Benefit"), DOC_TEXT, DOC_GROW},
	{"value", N_("Value"), DOC_TEXT, DOC_GROW},
	{"proof", N_("Proof"), DOC_TEXT, DOC_GROW | DOC_SPARE},
};

static const struct doc_column objection_columns[] = {
	{"objection", N_("Objection"), DOC_TEXT, DOC_STRONG},
	{"said", N_("What they said"), DOC_TEXT, DOC_GROW},
	{"answer", N_("Our answer"), DOC_TEXT, DOC_GROW},
	{"worked_rate", N_("Accepted"), DOC_RATE, 0},
	{"worked_low", "", DOC_RATE, DOC_DATA},
	{"worked_high", "", DOC_RATE, DOC_DATA},
	{"worked_n", N_("of"), DOC_COUNT, 0},
};

static const struct doc_column offer_columns[] = {
	{"kind", N_("Kind"), DOC_WORD, 0},
	{"product", N_("Product"), DOC_TEXT, DOC_STRONG},
	{"text", N_("Note"), DOC_TEXT, DOC_GROW},
	{"price", N_("Price"), DOC_MONEY, 0},
};

static const struct doc_column history_columns[] = {
	{"at", N_("When"), DOC_TIME, 0},
	{"what", N_("What"), DOC_WORD, 0},
	{"outcome", N_("Outcome"), DOC_WORD, 0},
	{"text", N_("Note"), DOC_TEXT, DOC_GROW},
	{"user", N_("User"), DOC_TEXT, DOC_SPARE},
};

void
brief_words(const struct one *one, struct str *out)
{
	static const char *const columns[] = {"industry", "needs",
		"requirements", "interests", "job_title", "product_interest"};

	for (size_t i = 0; i < sizeof(columns) / sizeof(*columns); i++) {
		str_put(out, one_get(one, columns[i]));
		str_byte(out, ' ');
	}
}

struct view
brief_named(const struct one *one, enum product_row row, struct view name)
{
	const struct product_fact *fact;
	size_t at = 0;

	while ((fact = catalogue_next(&one->catalogue, one->product, row, &at)))
		if (view_same(fact->name, name))
			return fact->text;
	return (struct view){"", 0};
}

void
brief_put_product(const struct one *one, struct doc *doc)
{
	const struct product_fact *fact;
	struct str words = {0};
	size_t at = 0;

	if (!one->product)
		return;
	brief_words(one, &words);
	build_section(doc, "product",
		doc_text(doc, _("What %.*s does for them"),
			VIEW_ARGS(one->product->itself
					? one->product->itself->name
					: one->product->key)),
		product_columns,
		sizeof(product_columns) / sizeof(*product_columns));
	while ((fact = catalogue_next(
			&one->catalogue, one->product, PRODUCT_FEATURE, &at))) {
		if (!product_is_for(fact, str_view(&words)))
			continue;
		build_cell(doc, fact->text.len ? fact->text : fact->name);
		build_cell(doc, brief_named(one, PRODUCT_BENEFIT, fact->name));
		build_cell(doc, brief_named(one, PRODUCT_VALUE, fact->name));
		build_cell(doc, brief_named(one, PRODUCT_PROOF, fact->name));
	}
	str_fini(&words);
}

/*
 * How often objections of this value were settled by an answer that was
 * accepted, over all leads.
 */
static struct wilson
worked(const struct one *one, struct view value, uint64_t *settled)
{
	struct view rest = one->notes.log.image.bytes;
	struct view line;
	uint64_t accepted = 0;

	*settled = 0;
	while (rest.len && view_cut(&rest, '\n', &line)) {
		struct view field[NOTE_COLUMNS];
		size_t n = 0;

		while (n < NOTE_COLUMNS && view_cut(&line, '\t', &field[n]))
			n++;
		if (n < NOTE_COLUMNS ||
			!view_is(field[NOTE_KIND], "objection") ||
			!view_eq(field[NOTE_VALUE], value))
			continue;
		accepted += view_is(field[NOTE_STATUS], "accepted");
		*settled += view_is(field[NOTE_STATUS], "accepted") ||
			view_is(field[NOTE_STATUS], "answered") ||
			view_is(field[NOTE_STATUS], "conceded");
	}
	return wilson_of(accepted, *settled);
}

void
brief_put_objections(const struct one *one, struct doc *doc)
{
	build_section(doc, "objections", _("Objections that stand"),
		objection_columns,
		sizeof(objection_columns) / sizeof(*objection_columns));
	for (size_t i = 0; i < one->known.items_n; i++) {
		const struct item *item = &one->known.items[i];
		struct view value = item->first->field[NOTE_VALUE];
		struct wilson wilson;
		uint64_t n;

		if (item->kind != KIND_OBJECTION || !(item->flags & NOTE_OPEN))
			continue;
		wilson = worked(one, value, &n);
		build_field(doc, value);
		build_field(doc, item->first->field[NOTE_TEXT]);
		build_cell(doc,
			one->product
				? brief_named(one, PRODUCT_OBJECTION, value)
				: (struct view){"", 0});
		build_rate(doc, wilson.rate);
		build_rate(doc, wilson.low);
		build_rate(doc, wilson.high);
		if (n)
			build_count(doc, n);
		else
			build_cell(doc, VIEW(""));
	}
}

/* What to ask when the catalogue has no question for a gap. */
static const char *
usual_question(struct view gap)
{
	static const char *const questions[][2] = {
		{"budget", N_("What have they set aside for it?")},
		{"authority", N_("Who decides, and who else must agree?")},
		{"need", N_("What do they need it for?")},
		{"timeline", N_("By when must it be there?")},
	};

	for (size_t i = 0; i < sizeof(questions) / sizeof(*questions); i++)
		if (view_is(gap, questions[i][0]))
			return _(questions[i][1]);
	return NULL;
}

static void
put_terms(const struct one *one, struct doc *doc)
{
	const struct product_fact *fact;
	size_t at = 0;

	build_facts(doc, "terms", _("Terms"));
	build_fact(doc, "terms_version", _("They have"),
		one_get(one, "terms_version"), DOC_TEXT);
	build_fact(doc, "terms_at", _("since"), one_get(one, "terms_at"),
		DOC_TIME);
	while (one->product &&
		(fact = catalogue_next(
			 &one->catalogue, one->product, PRODUCT_TERMS, &at))) {
		build_cell(doc, VIEW("terms"));
		build_cell(doc, fact->name);
		build_cell(doc, fact->text);
	}
}

void
brief_put_questions(const struct one *one, struct doc *doc)
{
	struct view rest = one_get(one, "gaps");
	struct view gap;

	put_terms(one, doc);
	build_prose(doc, "questions", _("Still to ask"));
	while (rest.len && view_cut(&rest, ';', &gap)) {
		struct view question = {"", 0};

		gap = view_trim(gap);
		if (one->product)
			question = brief_named(one, PRODUCT_QUESTION, gap);
		if (!question.len)
			question = view_of(usual_question(gap));
		build_paragraph(doc, question.len ? question : gap);
	}
}

void
brief_put_offers(const struct one *one, struct doc *doc)
{
	static const struct {
		enum product_row row;
		const char *kind;
	} offers[] = {{PRODUCT_UP, "up"}, {PRODUCT_CROSS, "cross"},
		{PRODUCT_ADD_ON, "add-on"},
		{PRODUCT_ALTERNATIVE, "alternative"}};

	build_section(doc, "offers", _("What else could be sold"),
		offer_columns, sizeof(offer_columns) / sizeof(*offer_columns));
	for (size_t i = 0; i < one->known.items_n; i++) {
		const struct item *item = &one->known.items[i];

		if (item->kind != KIND_OPPORTUNITY ||
			!(item->flags & NOTE_OPEN))
			continue;
		build_field(doc, item->first->field[NOTE_VALUE]);
		build_field(doc, item->first->field[NOTE_PRODUCT]);
		build_field(doc, item->first->field[NOTE_TEXT]);
		build_field(doc, item->first->field[NOTE_AMOUNT]);
	}
	for (size_t i = 0; one->product && i < 4; i++) {
		const struct product_fact *fact;
		size_t at = 0;

		while ((fact = catalogue_next(&one->catalogue, one->product,
				offers[i].row, &at))) {
			const struct product *other =
				catalogue_find(&one->catalogue, fact->name);

			build_cell(doc, view_of(offers[i].kind));
			build_cell(doc,
				other && other->itself ? other->itself->name
						       : fact->name);
			build_cell(doc,
				other && other->itself ? other->itself->text
						       : fact->text);
			build_cell(doc,
				other && other->itself ? other->itself->value
						       : (struct view){"", 0});
		}
	}
}

static void
put_contact(struct doc *doc, const struct entry *entry)
{
	build_field(doc, entry->field[CONTACT_AT]);
	build_field(doc, entry->field[CONTACT_CHANNEL]);
	build_field(doc, entry->field[CONTACT_OUTCOME]);
	build_field(doc,
		entry->field[CONTACT_TEXT].len
			? entry->field[CONTACT_TEXT]
			: entry->field[CONTACT_NEXT_ACTION]);
	build_field(doc, entry->field[CONTACT_USER]);
}

static void
put_note(struct doc *doc, const struct entry *entry)
{
	build_field(doc, entry->field[NOTE_AT]);
	build_field(doc, entry->field[NOTE_KIND]);
	build_field(doc, entry->field[NOTE_STATUS]);
	build_field(doc, brief_said(entry));
	build_field(doc, entry->field[NOTE_USER]);
}

void
brief_put_history(const struct one *one, struct doc *doc)
{
	size_t met = one->met.n;
	size_t told = one->told.n;
	struct doc_section *section = build_section(doc, "history",
		_("What happened"), history_columns,
		sizeof(history_columns) / sizeof(*history_columns));
	size_t n;

	section->empty = _("Nothing yet.");
	for (n = 0; n < HISTORY && met + told; n++) {
		const struct entry *contact =
			met ? one->met.entry[met - 1] : NULL;
		const struct entry *note =
			told ? one->told.entry[told - 1] : NULL;

		if (contact && (!note || contact->at >= note->at)) {
			put_contact(doc, contact);
			met--;
		} else if (note) {
			put_note(doc, note);
			told--;
		}
	}
	doc->sections[doc->n - 1].more = met + told;
}
