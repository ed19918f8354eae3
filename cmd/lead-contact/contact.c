#include "contact.h"

#include "base/day.h"
#include "base/lang.h"
#include "duration.h"
#include "lead/channel.h"
#include "lead/outcome.h"
#include "lead/stage.h"
#include "lead/store.h"
#include "lead/target.h"
#include "permit.h"
#include "record/log_id.h"
#include "standing.h"

/* Is enough said, and does it fit together? */
static void
check_words(const struct program *program, const struct settings *set)
{
	int channel = draft_word(program, &channel_words, set->channel);
	int outcome = draft_word(program, &outcome_words, set->outcome);
	int direction = draft_word(program, &direction_words, set->direction);
	unsigned flags = outcome < 0 ? 0 : outcome_words.word[outcome].flags;

	if (!set->leads.n)
		opt_usage(program, _("--log is missing: which lead?"));
	draft_word(program, &stage_words, set->stage);
	draft_word(program, &reason_words, set->reason);
	if (outcome >= 0 && channel < 0 && !(flags & OUTCOME_WITHDRAWS))
		opt_usage(program, _("--channel is missing: how was it?"));
	if (outcome >= 0 && (flags & OUTCOME_CONSENTS) &&
		channel >= CHANNELS_GATED)
		opt_usage(program,
			_("opt-in needs the channel it is for: --channel"));
	if (channel >= 0 && channel != CHANNEL_INTERNAL && outcome < 0 &&
		direction != DIRECTION_IN &&
		!(channel_words.word[channel].flags & CHANNEL_IN))
		opt_usage(program, _("--outcome is missing: how did it go?"));
	if (channel < 0 && outcome < 0 && !set->stage && !set->next &&
		!set->action && !set->message)
		opt_usage(program,
			_("nothing to log: --channel and "
			  "--outcome are missing"));
	if (set->id && (set->leads.n > 1 || !log_id_is(view_of(set->id))))
		opt_usage(program,
			set->leads.n > 1
				? _("--id names one entry, but there are "
				    "several leads")
				: _("--id: letters, digits and - _ . : only"));
}

/* Everything but id and lead. */
struct common_fields {
	struct draft draft;
	struct str at, logged_at, next, duration; /* owned */
};

static struct view
read_duration(const struct program *program, const struct settings *set,
	struct common_fields *out)
{
	int64_t seconds;

	if (!set->duration)
		return (struct view){0};
	if (!duration_read(view_of(set->duration), &seconds))
		opt_usage(program,
			_("--duration: '%s' is not one; write 12m, 1h5m or "
			  "1:30"),
			set->duration);
	str_int(&out->duration, seconds);
	return str_view(&out->duration);
}

static void
fill(const struct program *program, const struct settings *set,
	const struct journal *journal, struct common_fields *out)
{
	struct view *field = out->draft.field;

	moment_write(journal->now, &out->logged_at);
	field[CONTACT_LOGGED_AT] = str_view(&out->logged_at);
	field[CONTACT_AT] = set->when
		? draft_time(program, journal,
			  &(struct draft_time){"when", set->when, true},
			  &out->at)
		: field[CONTACT_LOGGED_AT];
	field[CONTACT_USER] = view_of(journal_user());
	field[CONTACT_CHANNEL] =
		view_of(set->channel ? set->channel : "internal");
	field[CONTACT_OUTCOME] = view_of(set->outcome);
	field[CONTACT_DIRECTION] = view_of(set->direction);
	if (!view_is(field[CONTACT_CHANNEL], "internal"))
		field[CONTACT_DIRECTION] = view_of(vocab_name(
			&direction_words, (int)gist_of(field, 0).direction));
	field[CONTACT_DURATION] = read_duration(program, set, out);
	field[CONTACT_PERSON] = view_of(set->person);
	field[CONTACT_TEXT] = view_of(set->message);
	field[CONTACT_NEXT_AT] = draft_time(program, journal,
		&(struct draft_time){"next", set->next, false}, &out->next);
	field[CONTACT_NEXT_ACTION] = view_of(set->action);
	field[CONTACT_AGENDA] = view_of(set->agenda);
	field[CONTACT_STAGE] = view_of(set->stage);
	field[CONTACT_REASON] = view_of(set->reason);
	field[CONTACT_OVERRIDE] = view_of(set->override);
}

enum status
contact_log(const struct program *program, const struct settings *set,
	struct journal *journal)
{
	char *leads = store_path(&set->common, "leads.tsv");
	struct common_fields fields = {0};
	struct targets targets = {0};
	struct str lines = {0};
	enum status status;

	check_words(program, set);
	fill(program, set, journal, &fields);
	status = targets_find(&targets, &set->leads, &set->common, leads);
	if (status == STATUS_DONE)
		status = permit_all(
			&(struct permit){&fields.draft, &targets, journal});
	if (status == STATUS_DONE && targets.n) {
		draft_write_all(
			&fields.draft, journal, set->id, &targets, &lines);
		status = journal_commit(journal, str_view(&lines));
	}
	targets_fini(&targets);
	str_fini(&lines);
	str_fini(&fields.at);
	str_fini(&fields.logged_at);
	str_fini(&fields.next);
	str_fini(&fields.duration);
	mem_free(leads);
	return status;
}
