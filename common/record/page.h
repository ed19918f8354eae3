/*
 * page.h - some bytes of a stream made ready: records as they are written,
 * their fields found, the faulty one at the end told.
 */
#ifndef RECORD_PAGE_H
#define RECORD_PAGE_H

#include "base/str.h"
#include "record/scan.h"

struct page {
	struct view bytes; /* whole records: of the caller's bytes or canon */
	struct scan scan;  /* of bytes */
	struct str canon;  /* owned */
	/* What is wrong with the record behind the last one; NULL: nothing. */
	const char *fault;
	size_t fault_field; /* and in which of its fields, from 0 */
};

/*
 * Make bytes, which end with LF, ready: bring other escapes into the written
 * form (raw: a backslash is just a backslash) and check the UTF-8.  The page
 * lives until the bytes change.
 */
void page_read(struct page *page, struct view bytes, bool raw);

void page_fini(struct page *page);

#endif
