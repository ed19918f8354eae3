#include "note.h"

#include "base/lang.h"
#include "lead/audit.h"
#include "lead/folded.h"
#include "lead/known.h"
#include "lead/policy.h"
#include "lead/store.h"
#include "lead/twin.h"
#include "record/field.h"

/* The kind of the note: set by --set, else said. */
static int
kind_of(const struct program *program, const struct note_settings *set)
{
	if (set->set && set->kind)
		opt_usage(program,
			_("--set is a kind of its own: leave "
			  "--kind out"));
	if (set->set)
		return KIND_SET;
	if (!set->kind && set->message)
		return KIND_GENERAL;
	if (!set->kind)
		opt_usage(program, _("--kind is missing: what is it about?"));
	return draft_word(program, &kind_words, set->kind);
}

/* A column that may be corrected: a lead's own, not one we compute. */
static void
check_set(const struct program *program, const char *text)
{
	struct correction correction;

	if (!known_read_set(view_of(text), &correction))
		opt_usage(program, _("--set: '%s' is not COLUMN=VALUE"), text);
	if (view_is(correction.column, "lead_id"))
		opt_usage(program, _("--set: a lead_id is never changed"));
	if (folded_is(correction.column))
		opt_usage(program,
			_("--set: '%.*s' is computed from the logs: log what "
			  "has changed it"),
			VIEW_ARGS(correction.column));
}

/* A status is one of its kind's, if that has any. */
static void
check_status(const struct program *program, int kind, const char *status)
{
	if (status && !kind_statuses[kind]->n)
		opt_usage(program,
			_("--status: a note of kind '%s' has none: leave it "
			  "out"),
			vocab_name(&kind_words, kind));
	draft_word(program, kind_statuses[kind], status);
}

/* A sum of money as it was given. */
bool
note_money_read(const char *text, struct money *out)
{
	return money_read(view_of(text), NUMBER_POINT, out) && out->minor >= 0;
}

static struct money
money_of(const struct program *program, const char *amount)
{
	struct money money;

	if (!note_money_read(amount, &money))
		opt_usage(program,
			_("--amount: '%s' is not a sum of money; write "
			  "'12000 GBP'"),
			amount);
	return money;
}

void
note_take_set(const struct program *program, struct note_settings *set)
{
	if (set->sets.n > 1)
		opt_usage(program,
			_("--set: a note corrects one column; write another "
			  "for '%s'"),
			set->sets.items[1]);
	set->set = set->sets.n ? set->sets.items[0] : NULL;
}

bool
note_is_meant(const struct note_settings *set)
{
	return set->leads.n || set->kind || set->product || set->value ||
		set->status || set->person || set->amount || set->due ||
		set->message || set->when || set->ref || set->set;
}

void
note_check(const struct program *program, const struct note_settings *set,
	const struct journal *journal)
{
	const struct draft_time times[] = {
		{"when", set->when, true}, {"due", set->due, false}};
	int kind = draft_word(program, &kind_words, set->kind);

	if (set->set)
		check_set(program, set->set);
	if (kind == KIND_SET && set->value)
		check_set(program, set->value);
	if (kind >= 0)
		check_status(program, kind, set->status);
	draft_time_check(program, journal, &times[0]);
	draft_time_check(program, journal, &times[1]);
	if (set->amount)
		(void)money_of(program, set->amount);
}

static void
check_words(const struct program *program, const struct note_settings *set)
{
	int kind;

	draft_check(program, &set->leads, set->id);
	kind = kind_of(program, set);
	if (set->set)
		return;
	check_status(program, kind, set->status);
	if ((kind_words.word[kind].flags & KIND_NEEDS_VALUE) && !set->value)
		opt_usage(program,
			_("--value is missing for a note of kind "
			  "'%s'"),
			vocab_name(&kind_words, kind));
	if (kind == KIND_OPPORTUNITY &&
		vocab_find(&opportunity_words, view_of(set->value)) < 0)
		opt_usage(program,
			_("--value: an opportunity is sell, up, "
			  "cross, add-on or renewal"));
	/* That a colleague was told says enough. */
	if (kind != KIND_NOTIFIED && !set->message && !set->value &&
		!set->product && !set->amount && !set->person && !set->due &&
		!set->status)
		opt_usage(program,
			_("nothing to note: add --value or "
			  "--message"));
}

/* The texts that a draft's fields are views of. */
struct texts {
	struct draft_begun begun;
	struct str due, amount, currency; /* owned */
};

/* The amount, and its currency: said, or that of the store's country. */
static void
read_amount(const struct program *program, const struct note_settings *set,
	struct draft *draft, struct texts *texts)
{
	struct money money;

	if (!set->amount)
		return;
	money = money_of(program, set->amount);
	str_add(&texts->currency, money.currency);
	if (!texts->currency.len) {
		char *path = store_path(&set->common, "policy.tsv");
		struct policy policy;

		policy_load(&policy, path);
		str_put(&texts->currency,
			money_of_country(policy.text[POLICY_COUNTRY]));
		policy_fini(&policy);
		mem_free(path);
	}
	money_write_amount(money, &texts->amount);
	draft->field[NOTE_AMOUNT] = str_view(&texts->amount);
	draft->field[NOTE_CURRENCY] = str_view(&texts->currency);
}

static void
fill(const struct program *program, const struct note_settings *set,
	const struct journal *journal, struct draft *draft, struct texts *texts)
{
	struct view *field = draft->field;
	int kind = kind_of(program, set);

	draft_begin(draft, program, journal, set->when, &texts->begun);
	field[NOTE_KIND] = view_of(vocab_name(&kind_words, kind));
	field[NOTE_STATUS] = view_of(set->status);
	if (!set->status && kind_statuses[kind]->n)
		field[NOTE_STATUS] =
			view_of(vocab_name(kind_statuses[kind], 0));
	field[NOTE_PRODUCT] = view_of(set->product);
	field[NOTE_PERSON] = view_of(set->person);
	read_amount(program, set, draft, texts);
	field[NOTE_VALUE] = view_of(set->set ? set->set : set->value);
	field[NOTE_DUE] = draft_time(program, journal,
		&(struct draft_time){"due", set->due, false}, &texts->due);
	field[NOTE_TEXT] = view_of(set->message);
	field[NOTE_REF] = view_of(set->ref);
}

/* What is being noted. */
struct note {
	const struct note_settings *set;
	const struct journal *journal;
	struct draft draft;
};

/*
 * One note for each target.  Records on stdin, such as those of what
 * lead-report has sent, may say themselves whom and what a note is about.
 */
static enum status
write_notes(void *self, const struct targets *targets, struct str *lines)
{
	struct note *it = self;
	struct view *field = it->draft.field;
	struct str person = {0};
	struct str ref = {0};

	for (size_t i = 0; i < targets->n; i++) {
		const struct target *target = &targets->all[i];
		struct targets one = {.all = &targets->all[i], .n = 1};

		str_clear(&person);
		str_clear(&ref);
		if (!it->set->person)
			field[NOTE_PERSON] = field_plain(
				target_get(target, "person"), &person);
		if (!it->set->ref)
			field[NOTE_REF] =
				field_plain(target_get(target, "ref"), &ref);
		draft_write_all(
			&it->draft, it->journal, it->set->id, &one, lines);
	}
	str_fini(&person);
	str_fini(&ref);
	return it->set->id ? twins_refuse(it->journal, str_view(lines),
				     it->set->when != NULL)
			   : STATUS_DONE;
}

enum status
note_log(const struct program *program, const struct note_settings *set,
	struct journal *journal)
{
	struct note it = {.set = set, .journal = journal};
	struct texts texts = {0};
	enum status status;

	note_check(program, set, journal);
	check_words(program, set);
	fill(program, set, journal, &it.draft, &texts);
	status = set->ref ? audit_find(journal, set->ref) : STATUS_DONE;
	if (status == STATUS_DONE)
		status = journal_log(journal, &set->leads,
			&(struct draft_writer){&it, write_notes});
	draft_begun_fini(&texts.begun);
	str_fini(&texts.due);
	str_fini(&texts.amount);
	str_fini(&texts.currency);
	return status;
}
