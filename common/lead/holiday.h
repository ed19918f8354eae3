/*
 * holiday.h - bank holidays of England and Wales, by rule.
 *
 * The rules are those since 1978 (Banking and Financial Dealings Act 1971,
 * schedule 1, and the yearly proclamations); a day proclaimed for one year
 * only, as for a coronation, is not known.
 */
#ifndef LEAD_HOLIDAY_H
#define LEAD_HOLIDAY_H

#include <stdbool.h>
#include <stdint.h>

/*
 * Is a day (see base/day.h) a bank holiday, or the substitute of one that
 * falls on a weekend?  The weekend day itself is none then.
 */
bool holiday_is(int32_t day);

/* Easter Sunday of a year of the Gregorian calendar. */
int32_t holiday_easter(int year);

#endif
