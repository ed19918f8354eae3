/*
 * forget_find.h - where something that identifies a person stands in text
 * that is written with escapes (field.h), as a word of its own.
 *
 * Letters are the same in either case.  A telephone number is found however
 * it is written: "+442920180000" as "029 2018 0000", too.
 */
#ifndef FORGET_FIND_H
#define FORGET_FIND_H

#include "base/str.h"

/* Is key, which is not empty, in text?  Then *found is where. */
bool forget_find(struct view text, struct view key, struct view *found);

/* Put "[erased]" wherever key stands; false: it stands nowhere. */
bool forget_blank(struct str *text, struct view key);

#endif
