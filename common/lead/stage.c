#include "lead/stage.h"

#include "base/lang.h"

static const struct vocab_word stages[] = {
	[STAGE_NEW] = {"new", STAGE_EARLY, N_("nothing tried yet")},
	[STAGE_ATTEMPTING] = {"attempting", STAGE_EARLY,
		N_("tried, not reached")},
	[STAGE_CONTACTED] = {"contacted", STAGE_EARLY, N_("reached")},
	[STAGE_PROSPECT] = {"prospect", STAGE_NEEDS_DATE | STAGE_NEEDS_AGENDA,
		N_("agreed to further contact: agenda and date")},
	[STAGE_CONVERTED] = {"converted", STAGE_CLOSED,
		N_("handed on as a sale or an opportunity")},
	[STAGE_NURTURE] = {"nurture", STAGE_NEEDS_DATE,
		N_("not now: try again at a date")},
	[STAGE_DISQUALIFIED] = {"disqualified",
		STAGE_CLOSED | STAGE_NEEDS_REASON, N_("out, with a reason")},
};

const struct vocab stage_words = VOCAB("stage", stages);

static const struct vocab_word reasons[] = {
	{"no-need", 0, N_("does not need it")},
	{"no-budget", 0, N_("cannot pay for it")},
	{"no-authority", 0, N_("cannot decide, nor lead us to who can")},
	{"bad-timing", 0, N_("not now")},
	{"price", 0, N_("too dear")},
	{"competitor", 0, N_("chose another supplier")},
	{"incumbent-contract", 0, N_("bound to another supplier")},
	{"missing-feature", 0, N_("we lack what they need")},
	{"poor-fit", 0, N_("not our kind of customer")},
	{"too-small", 0, N_("too small for us")},
	{"out-of-territory", 0, N_("where we do not sell")},
	{"unresponsive", 0, N_("does not answer")},
	{"unreachable", 0, N_("no address that works")},
	{"bad-data", 0, N_("the record is wrong")},
	{"duplicate", 0, N_("another record is the same lead")},
	{"existing-customer", 0, N_("buys from us already")},
	{"opted-out", REASON_FOR_GOOD, N_("told us not to contact them")},
	{"other", REASON_NEEDS_TEXT, N_("say what, as text")},
};

const struct vocab reason_words = VOCAB("reason", reasons);
