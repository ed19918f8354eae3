/*
 * forget_gather.h - the keys of the person of a lead, from what the store
 * knows.
 */
#ifndef FORGET_GATHER_H
#define FORGET_GATHER_H

#include "forget_file.h"

/*
 * Find the one lead that has the key asked for, or what went into it
 * (merges.h), and take all keys and names of the person.  What another lead
 * has too identifies nobody, but for those that the lead is known by: they
 * are the person's though they stand in the notes of others.  Several leads
 * are named, and status 2.
 */
void forget_gather(
	struct forget *forget, const char *leads_path, const char *parts_path);

#endif
