/*
 * stage.h - the stages of a lead, and why one is ended.
 *
 *	new -> attempting -> contacted -> prospect -> converted
 *
 * and, from any of them, nurture (later) or disqualified (never).  The first
 * three follow from what was tried; the others are somebody's decision and
 * are logged.  A prospect has agreed to further contact with a definite
 * agenda and date (the standard for qualifying sales leads, P9).
 */
#ifndef LEAD_STAGE_H
#define LEAD_STAGE_H

#include "lead/vocab.h"

enum stage {
	STAGE_NEW,
	STAGE_ATTEMPTING,
	STAGE_CONTACTED,
	STAGE_PROSPECT,
	STAGE_CONVERTED,
	STAGE_NURTURE,
	STAGE_DISQUALIFIED,
};

enum stage_flag {
	STAGE_EARLY = 1,	/* computed from what was tried */
	STAGE_CLOSED = 2,	/* to leave it is a reopening */
	STAGE_NEEDS_DATE = 4,	/* next_at, and it is to come */
	STAGE_NEEDS_AGENDA = 8, /* what is to be talked about */
	STAGE_NEEDS_REASON = 16,
};

extern const struct vocab stage_words;

enum reason_flag {
	REASON_NEEDS_TEXT = 1, /* "other" says nothing by itself */
	REASON_FOR_GOOD = 2,   /* never to be reopened */
};

extern const struct vocab reason_words;

#endif
