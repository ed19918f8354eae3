/*
 * scan.h - where the fields and records of some bytes end, found 64 bytes at
 * a time.
 */
#ifndef RECORD_SCAN_H
#define RECORD_SCAN_H

#include "base/view.h"

#define SCAN_STEP 64

/*
 * ends[i] is the offset of the TAB or LF behind field i; ends[-1] is there
 * and one before the first byte, so that a field is always
 * ends[i-1]+1 .. ends[i].  lines[k] is the number of fields up to and with
 * those of line k.
 */
struct scan {
	uint32_t *ends;	 /* owned, with one more in front */
	uint32_t *lines; /* owned */
	uint32_t *odd; /* owned: where 64 bytes with a backslash or CR start */
	size_t ends_n, lines_n, odd_n;
	size_t ends_cap, lines_cap, odd_cap;
	size_t valid; /* bytes from the start that are valid UTF-8 */
};

/* Scan bytes that end with LF, less than 4 GiB. */
void scan_bytes(struct scan *scan, struct view bytes);

/* What a processor must be able to do for it: nothing, AVX2, AVX-512 VBMI2. */
enum scan_way { SCAN_PLAIN, SCAN_WIDE, SCAN_WIDEST };

/* The best way that this processor can go. */
enum scan_way scan_best(void);

/* Scan by one way: for tests, which hold one against the other. */
void scan_bytes_by(struct scan *scan, struct view bytes, enum scan_way way);

void scan_fini(struct scan *scan);

#endif
