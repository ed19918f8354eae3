/*
 * kind.h - kinds of notes, and the statuses each may have.
 *
 * Needs, requirements, enquiries, objections, ... are typed, so that what is
 * open can be counted and what is missing can be asked for.
 */
#ifndef LEAD_KIND_H
#define LEAD_KIND_H

#include "lead/vocab.h"

enum kind {
	KIND_INTEREST,
	KIND_NEED,
	KIND_REQUIREMENT,
	KIND_IMPACT,
	KIND_BUDGET,
	KIND_AUTHORITY,
	KIND_TIMELINE,
	KIND_PROCESS,
	KIND_COMPETITOR,
	KIND_ENQUIRY,
	KIND_OBJECTION,
	KIND_PRESENTED,
	KIND_ALTERNATIVE,
	KIND_OPPORTUNITY,
	KIND_TERMS,
	KIND_AGREEMENT,
	KIND_COMPLAINT,
	KIND_NOTIFIED,
	KIND_SET,
	KIND_GENERAL,
};

enum kind_flag {
	KIND_ITEM = 1, /* several at once, each with its own status */
	KIND_NEEDS_VALUE = 2,
};

extern const struct vocab kind_words;

enum status_flag { NOTE_OPEN = 1, NOTE_DROPPED = 2 };

/* The statuses of a kind; the first is meant when none is given. */
extern const struct vocab *const kind_statuses[];

/* What an opportunity is: the values of that kind. */
extern const struct vocab opportunity_words;

#endif
