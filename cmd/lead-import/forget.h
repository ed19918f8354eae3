/*
 * forget.h - --forget: a person is erased from the whole store (UK GDPR 17).
 *
 * The leads that have the key go, and all that the two logs say of them; what
 * others' lines say stays, but for the key.  What is left is a digest of each
 * address and number in suppress.tsv, so that the person is not imported and
 * contacted again.  Afterwards no file of the store holds the lead_id, an
 * address or a number of theirs: that is looked at, and what is found is
 * said.  What was cut short is done by the same command again.
 */
#ifndef FORGET_H
#define FORGET_H

#include "settings.h"

enum status forget_run(const struct settings *set);

#endif
