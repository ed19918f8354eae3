/*
 * outcome.h - how a contact went, and what follows.
 *
 * Reached and attempt are as other systems count them (HubSpot, Frappe,
 * EspoCRM, SuiteCRM: see outcomes.tsv).  Since the Data (Use and Access) Act
 * 2025 a call that was not answered is a call, so every attempt is logged.
 */
#ifndef LEAD_OUTCOME_H
#define LEAD_OUTCOME_H

#include "lead/vocab.h"

enum outcome_flag {
	OUTCOME_REACHED = 1,   /* they were spoken with, or wrote back */
	OUTCOME_ATTEMPT = 2,   /* counts as an attempt when it went out */
	OUTCOME_WITHDRAWS = 4, /* consent: the channel's, or all of them */
	OUTCOME_CONSENTS = 8,  /* to the channel it names */
	OUTCOME_DEAD = 16,     /* the address it went to is no good */
	OUTCOME_GONE = 32,     /* nor, when it names none, any we have */
	OUTCOME_IN = 64,       /* direction in, unless told otherwise */
	OUTCOME_LATER = 128,   /* what came of something sent before */
};

extern const struct vocab outcome_words;

#endif
