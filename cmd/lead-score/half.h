/*
 * half.h - halving by time and doubling of odds, in whole numbers, so that
 * every machine gets the same.
 */
#ifndef HALF_H
#define HALF_H

#include <stdint.h>

#define HALF_ONE (UINT64_C(1) << 63) /* the unit of half_power() */

/* 2^-(n/d) in units of 2^-63, good to nine digits.  d must not be 0. */
uint64_t half_power(uint64_t n, uint64_t d);

/* points * 2^-(n/d), rounded to the nearest whole number, a half away from 0.
 * d must not be 0. */
int64_t half_of(int64_t points, uint64_t n, uint64_t d);

#endif
