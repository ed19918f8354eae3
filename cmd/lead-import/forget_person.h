/*
 * forget_person.h - the addresses and numbers of a lead, which identify a
 * person.
 *
 * First those that it is known by.  Then what a dump had besides: second ones
 * in columns of its own ("secondary_email"), and in the notes, where an import
 * puts them behind "also: ".
 */
#ifndef FORGET_PERSON_H
#define FORGET_PERSON_H

#include "record/sheet.h"

#define PERSON_KNOWN 5

struct person_columns {
	int known[PERSON_KNOWN]; /* lead_id first; -1: there is none */
	int country, notes;	 /* the same */
	bool *beside;		 /* owned: by column */
};

void person_columns(struct person_columns *columns, const struct sheet *leads);
void person_fini(struct person_columns *columns);

/* What is done with each; key is borrowed until it returns. */
typedef void person_each(void *data, struct view key);

typedef void person_walk(const struct person_columns *columns,
	const struct sheet *leads, size_t row, person_each *each, void *data);

/* Those that the lead is known by, as they are written. */
person_walk person_known;

/* The others, as the store would write them. */
person_walk person_beside;

#endif
