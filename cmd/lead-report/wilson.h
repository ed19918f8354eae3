/*
 * wilson.h - how sure a rate is.
 */
#ifndef REPORT_WILSON_H
#define REPORT_WILSON_H

#include <stdint.h>

/* Parts of 10,000; all -1 when there were no trials. */
struct wilson {
	int64_t rate, low, high;
};

/*
 * The rate of hits among n trials and its 95 % interval (E. B. Wilson,
 * "Probable inference", JASA 22 (1927) 209-212; z = 1.959964).  hits <= n.
 */
struct wilson wilson_of(uint64_t hits, uint64_t n);

#endif
