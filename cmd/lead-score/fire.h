/*
 * fire.h - can a rule hold for any lead at all?
 */
#ifndef FIRE_H
#define FIRE_H

#include "rules.h"

/*
 * False when no field can pass all the rule's tests of one column: between
 * 50..10, or is red with, one row on, is blue.  True when that cannot be told.
 */
bool fire_can(const struct rules *rules, const struct rule *rule);

#endif
