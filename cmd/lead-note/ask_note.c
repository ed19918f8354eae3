#include "ask_note.h"

#include "base/die.h"
#include "base/lang.h"
#include "lead/kind.h"
#include "lead/store.h"
#include "note.h"
#include "record/sheet.h"

/* The products of the store's catalogue, LF behind each. */
static void
list_products(const struct common *common, struct str *out)
{
	char *path = store_path(common, "catalogue.tsv");
	struct sheet sheet = {0};

	if (sheet_load_if(&sheet, path)) {
		int product = header_find(&sheet.header, VIEW("product"));
		int row = header_find(&sheet.header, VIEW("row"));

		for (size_t i = 0; i < sheet.n; i++)
			if (view_is(sheet_get(&sheet, i, row), "product")) {
				str_put(out, sheet_get(&sheet, i, product));
				str_byte(out, '\n');
			}
	}
	sheet_fini(&sheet);
	mem_free(path);
}

static void
ask_product(struct ask *ask, struct note_settings *set)
{
	struct str products = {0};

	if (set->product)
		return;
	list_products(&set->common, &products);
	ask_one_of(ask, _("product: "), str_view(&products), &set->product);
	str_fini(&products);
}

static void
ask_amount(struct ask *ask, const char **out)
{
	struct money money;

	while (!*out && !ask->ended) {
		ask_text(ask, _("amount: "), true, out);
		if (!*out || note_money_read(*out, &money))
			return;
		warn(_("'%s' is not a sum of money; write '12000 GBP'"), *out);
		*out = NULL;
	}
}

/* The kinds that are about a product, a sum, a time. */
static void
ask_details(struct ask *ask, struct note_settings *set, enum kind kind)
{
	if (kind == KIND_INTEREST || kind == KIND_OPPORTUNITY ||
		kind == KIND_PRESENTED || kind == KIND_ALTERNATIVE)
		ask_product(ask, set);
	if (kind == KIND_OPPORTUNITY)
		ask_word(ask, _("which: "), &opportunity_words, false,
			&set->value);
	else
		ask_text(ask, _("in a word: "),
			!(kind_words.word[kind].flags & KIND_NEEDS_VALUE),
			&set->value);
	if (kind == KIND_BUDGET)
		ask_amount(ask, &set->amount);
	if (kind == KIND_TIMELINE || kind == KIND_COMPETITOR)
		ask_time(ask, _("until: "), true, &set->due);
	if (kind_statuses[kind]->n)
		ask_word(ask, _("status: "), kind_statuses[kind], true,
			&set->status);
	/* How something stands now, which was noted before, is enough. */
	ask_text(ask, _("what was said: "),
		set->value || set->amount ||
			vocab_find(kind_statuses[kind], view_of(set->status)) >
				0,
		&set->message);
}

void
ask_note(struct ask *ask, struct note_settings *set)
{
	const char *lead = NULL;
	int kind;

	if (!set->leads.n) {
		ask_lead(ask, &lead);
		if (lead)
			opt_list_add(&set->leads, lead);
	}
	if (set->set)
		return;
	ask_word(ask, _("kind: "), &kind_words, false, &set->kind);
	kind = vocab_find(&kind_words, view_of(set->kind));
	if (kind >= 0)
		ask_details(ask, set, (enum kind)kind);
}
