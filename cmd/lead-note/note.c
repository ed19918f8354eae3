#include "note.h"

#include "base/day.h"
#include "base/lang.h"
#include "lead/folded.h"
#include "lead/known.h"
#include "lead/money.h"
#include "lead/policy.h"
#include "lead/store.h"
#include "record/field.h"
#include "record/log_id.h"

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

static void
check_words(const struct program *program, const struct note_settings *set)
{
	int kind;

	if (!set->leads.n)
		opt_usage(program, _("--log is missing: which lead?"));
	kind = kind_of(program, set);
	if (set->set) {
		check_set(program, set->set);
		return;
	}
	if (set->status)
		draft_word(program, kind_statuses[kind], set->status);
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
	if (set->id && (set->leads.n > 1 || !log_id_is(view_of(set->id))))
		opt_usage(program,
			set->leads.n > 1
				? _("--id names one entry, but there are "
				    "several leads")
				: _("--id: letters, digits and - _ . : only"));
}

/* The texts that a draft's fields are views of. */
struct texts {
	struct str at, logged_at, due, amount, currency;
};

/* The amount, and its currency: said, or that of the store's country. */
static void
read_amount(const struct program *program, const struct note_settings *set,
	struct draft *draft, struct texts *texts)
{
	struct money money;

	if (!set->amount)
		return;
	if (!money_read(view_of(set->amount), NUMBER_POINT, &money))
		opt_usage(program,
			_("--amount: '%s' is not a sum of money; write "
			  "'12000 GBP'"),
			set->amount);
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

	moment_write(journal->now, &texts->logged_at);
	field[NOTE_LOGGED_AT] = str_view(&texts->logged_at);
	field[NOTE_AT] = set->when
		? draft_time(program, journal,
			  &(struct draft_time){"when", set->when, true},
			  &texts->at)
		: field[NOTE_LOGGED_AT];
	field[NOTE_USER] = view_of(journal_user());
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

/*
 * One note for each target.  Records on stdin, such as those of what
 * lead-report has sent, may say themselves whom and what a note is about.
 */
static void
write_notes(struct draft *draft, const struct note_settings *set,
	const struct journal *journal, const struct targets *targets,
	struct str *lines)
{
	struct str person = {0};
	struct str ref = {0};

	for (size_t i = 0; i < targets->n; i++) {
		const struct target *target = &targets->all[i];
		struct targets one = {.all = &targets->all[i], .n = 1};

		str_clear(&person);
		str_clear(&ref);
		if (!set->person)
			draft->field[NOTE_PERSON] = field_plain(
				target_get(target, "person"), &person);
		if (!set->ref)
			draft->field[NOTE_REF] =
				field_plain(target_get(target, "ref"), &ref);
		draft_write_all(draft, journal, set->id, &one, lines);
	}
	str_fini(&person);
	str_fini(&ref);
}

enum status
note_log(const struct program *program, const struct note_settings *set,
	struct journal *journal)
{
	char *leads = store_path(&set->common, "leads.tsv");
	struct targets targets = {0};
	struct draft draft = {0};
	struct texts texts = {0};
	struct str lines = {0};
	enum status status;

	check_words(program, set);
	fill(program, set, journal, &draft, &texts);
	status = targets_find(&targets, &set->leads, &set->common, leads);
	if (status == STATUS_DONE && targets.n) {
		write_notes(&draft, set, journal, &targets, &lines);
		status = journal_commit(journal, str_view(&lines));
	}
	targets_fini(&targets);
	str_fini(&lines);
	str_fini(&texts.at);
	str_fini(&texts.logged_at);
	str_fini(&texts.due);
	str_fini(&texts.amount);
	str_fini(&texts.currency);
	mem_free(leads);
	return status;
}
