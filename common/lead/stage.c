#include "lead/stage.h"

#include "base/lang.h"

static const struct vocab_word stages[] = {
	[STAGE_NEW] = {WORD("new"), STAGE_EARLY, N_("nothing tried yet")},
	[STAGE_ATTEMPTING] = {WORD("attempting"), STAGE_EARLY,
		N_("tried, not reached")},
	[STAGE_CONTACTED] = {WORD("contacted"), STAGE_EARLY, N_("reached")},
	[STAGE_PROSPECT] = {WORD("prospect"),
		STAGE_NEEDS_DATE | STAGE_NEEDS_AGENDA,
		N_("agreed to further contact: agenda and date")},
	[STAGE_CONVERTED] = {WORD("converted"), STAGE_CLOSED,
		N_("handed on as a sale or an opportunity")},
	[STAGE_NURTURE] = {WORD("nurture"), STAGE_NEEDS_DATE,
		N_("not now: try again at a date")},
	[STAGE_DISQUALIFIED] = {WORD("disqualified"),
		STAGE_CLOSED | STAGE_NEEDS_REASON, N_("out, with a reason")},
};

const struct vocab stage_words = VOCAB("stage", stages);

static const struct vocab_word reasons[] = {
	{WORD("no-need"), 0, N_("does not need it")},
	{WORD("no-budget"), 0, N_("cannot pay for it")},
	{WORD("no-authority"), 0, N_("cannot decide, nor lead us to who can")},
	{WORD("bad-timing"), 0, N_("not now")},
	{WORD("price"), 0, N_("too dear")},
	{WORD("competitor"), 0, N_("chose another supplier")},
	{WORD("incumbent-contract"), 0, N_("bound to another supplier")},
	{WORD("missing-feature"), 0, N_("we lack what they need")},
	{WORD("poor-fit"), 0, N_("not our kind of customer")},
	{WORD("too-small"), 0, N_("too small for us")},
	{WORD("out-of-territory"), 0, N_("where we do not sell")},
	{WORD("unresponsive"), 0, N_("does not answer")},
	{WORD("unreachable"), 0, N_("no address that works")},
	{WORD("bad-data"), 0, N_("the record is wrong")},
	{WORD("duplicate"), 0, N_("another record is the same lead")},
	{WORD("existing-customer"), 0, N_("buys from us already")},
	{WORD("opted-out"), REASON_FOR_GOOD, N_("told us not to contact them")},
	{WORD("other"), REASON_NEEDS_TEXT, N_("say what, as text")},
};

const struct vocab reason_words = VOCAB("reason", reasons);
