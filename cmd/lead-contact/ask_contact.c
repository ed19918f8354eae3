#include "ask_contact.h"

#include "base/die.h"
#include "base/lang.h"
#include "lead/channel.h"
#include "lead/outcome.h"
#include "lead/stage.h"
#include "permit.h"

/* Show the gate's verdict for the one lead that is meant; is it a no? */
static bool
show_verdict(struct ask *ask, const struct settings *set)
{
	int channel = vocab_find(&channel_words, view_of(set->channel));
	struct targets targets = {0};
	struct str verdict = {0};
	bool no;

	if (channel < 0 || channel >= CHANNELS_GATED || set->leads.n != 1)
		return false;
	if (targets_find(&targets, &set->leads, &set->common, ask->leads) ==
			STATUS_DONE &&
		permit_verdict(ask->journal, &targets.all[0],
			(enum channel)channel, &verdict))
		warn(_("the gate says %s"), str_text(&verdict));
	no = view_starts(str_view(&verdict), VIEW("no:"));
	str_fini(&verdict);
	targets_fini(&targets);
	return no;
}

/* Of what the gate says no to, only a reason is worth another question. */
static bool
ask_override(struct ask *ask, struct settings *set)
{
	if (!permit_needs_leave(view_of(set->outcome)))
		return true;
	ask_text(ask, _("against the gate's no, why: "), true, &set->override);
	return set->override;
}

/* What a stage needs, if one is to be entered. */
static void
ask_stage(struct ask *ask, struct settings *set)
{
	unsigned needs = vocab_flags(&stage_words, view_of(set->stage));
	unsigned reason;

	if (needs & STAGE_NEEDS_AGENDA)
		ask_text(ask, _("agenda: "), false, &set->agenda);
	if (needs & STAGE_NEEDS_REASON)
		ask_word(
			ask, _("reason: "), &reason_words, false, &set->reason);
	reason = vocab_flags(&reason_words, view_of(set->reason));
	ask_text(ask, _("what was said: "), !(reason & REASON_NEEDS_TEXT),
		&set->message);
	ask_time(ask, _("next, when: "), !(needs & STAGE_NEEDS_DATE),
		&set->next);
}

bool
ask_contact_has_all(const struct settings *set)
{
	unsigned needs = vocab_flags(&stage_words, view_of(set->stage));

	if (!set->leads.n || (!set->stage && !set->message && !set->outcome) ||
		(set->outcome && !set->channel))
		return false;
	return (set->agenda || !(needs & STAGE_NEEDS_AGENDA)) &&
		(set->reason || !(needs & STAGE_NEEDS_REASON)) &&
		(set->next || !(needs & STAGE_NEEDS_DATE));
}

void
ask_contact(struct ask *ask, struct settings *set)
{
	const char *lead = NULL;
	bool no = false;

	if (!set->leads.n) {
		ask_lead(ask, &lead);
		if (lead)
			opt_list_add(&set->leads, lead);
	}
	if (!set->stage || set->outcome)
		ask_word(ask, _("channel: "), &channel_words, false,
			&set->channel);
	if (!set->direction || strcmp(set->direction, "out") == 0)
		no = show_verdict(ask, set);
	if (set->channel && strcmp(set->channel, "internal") != 0)
		ask_word(ask, _("outcome: "), &outcome_words,
			set->direction && strcmp(set->direction, "in") == 0,
			&set->outcome);
	if (no && !ask_override(ask, set))
		return;
	ask_stage(ask, set);
	if (set->next)
		ask_text(ask, _("next, what: "), true, &set->action);
}
