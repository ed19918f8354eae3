#include "contact.h"

#include "base/lang.h"
#include "duration.h"
#include "gist.h"
#include "lead/channel.h"
#include "lead/outcome.h"
#include "lead/stage.h"
#include "lead/twin.h"
#include "permit.h"

bool
contact_is_meant(const struct settings *set)
{
	return set->leads.n || set->channel || set->direction || set->outcome ||
		set->when || set->duration || set->person || set->next ||
		set->action || set->agenda || set->stage || set->reason ||
		set->message || set->override;
}

void
contact_check(const struct program *program, const struct settings *set,
	const struct journal *journal)
{
	const struct draft_time times[] = {
		{"when", set->when, true}, {"next", set->next, false}};
	int64_t seconds;

	draft_word(program, &channel_words, set->channel);
	draft_word(program, &outcome_words, set->outcome);
	draft_word(program, &direction_words, set->direction);
	draft_word(program, &stage_words, set->stage);
	draft_word(program, &reason_words, set->reason);
	draft_time_check(program, journal, &times[0]);
	draft_time_check(program, journal, &times[1]);
	if (set->duration && !duration_read(view_of(set->duration), &seconds))
		opt_usage(program,
			_("--duration: '%s' is not one; write 12m, 1h5m or "
			  "1:30"),
			set->duration);
}

/* Is enough said, and does it fit together? */
static void
check_words(const struct program *program, const struct settings *set)
{
	int channel = vocab_find(&channel_words, view_of(set->channel));
	int outcome = vocab_find(&outcome_words, view_of(set->outcome));
	int direction = vocab_find(&direction_words, view_of(set->direction));
	unsigned flags = outcome < 0 ? 0 : outcome_words.word[outcome].flags;

	draft_check(program, &set->leads, set->id);
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
}

/* Everything but id and lead. */
struct common_fields {
	struct draft draft;
	struct draft_begun begun;
	struct str next, duration; /* owned */
};

static struct view
read_duration(const struct settings *set, struct common_fields *out)
{
	int64_t seconds;

	if (!set->duration || !duration_read(view_of(set->duration), &seconds))
		return (struct view){0};
	str_int(&out->duration, seconds);
	return str_view(&out->duration);
}

static void
fill(const struct program *program, const struct settings *set,
	const struct journal *journal, struct common_fields *out)
{
	struct view *field = out->draft.field;

	draft_begin(&out->draft, program, journal, set->when, &out->begun);
	field[CONTACT_CHANNEL] =
		view_of(set->channel ? set->channel : "internal");
	field[CONTACT_OUTCOME] = view_of(set->outcome);
	field[CONTACT_DIRECTION] = view_of(set->direction);
	if (!view_is(field[CONTACT_CHANNEL], "internal"))
		field[CONTACT_DIRECTION] = view_of(vocab_name(
			&direction_words, (int)gist_of(field, 0).direction));
	field[CONTACT_DURATION] = read_duration(set, out);
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

/* What is being logged. */
struct contact {
	const struct settings *set;
	const struct journal *journal;
	struct common_fields fields;
};

static enum status
write_contacts(void *self, const struct targets *targets, struct str *lines)
{
	struct contact *it = self;
	enum status status = permit_all(
		&(struct permit){&it->fields.draft, targets, it->journal});

	if (status != STATUS_DONE)
		return status;
	draft_write_all(
		&it->fields.draft, it->journal, it->set->id, targets, lines);
	return it->set->id ? twins_refuse(it->journal, str_view(lines),
				     it->set->when != NULL)
			   : STATUS_DONE;
}

enum status
contact_log(const struct program *program, const struct settings *set,
	struct journal *journal)
{
	struct contact it = {.set = set, .journal = journal};
	enum status status;

	contact_check(program, set, journal);
	check_words(program, set);
	fill(program, set, journal, &it.fields);
	status = journal_log(journal, &set->leads,
		&(struct draft_writer){&it, write_contacts});
	draft_begun_fini(&it.fields.begun);
	str_fini(&it.fields.next);
	str_fini(&it.fields.duration);
	return status;
}
