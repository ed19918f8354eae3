/*
 * text.h - a dump as UTF-8 in a file that can be read anywhere, whatever it
 * came as.
 *
 * What it came as is found in text_encoding.h.  What is not UTF-8 in a file is
 * read as Windows-1252 where it stands (see text_mend.h): so files of
 * Windows-1252, and files that mix the two, need no guess.
 */
#ifndef TEXT_H
#define TEXT_H

#include "base/str.h"

#include <time.h>

struct text {
	int fd;		      /* owned: a regular file */
	size_t start;	      /* where its text starts, behind a mark */
	size_t end;	      /* its size */
	struct timespec when; /* it was last changed */
	const char *encoding; /* borrowed: what it was, for messages */
	uint64_t lost;	      /* bytes that are none of it: now U+FFFD */
};

/*
 * Open path ("-": stdin).  encoding: NULL, or what iconv calls it.  Trouble
 * is a message and status 2; so is what is no text, such as a spreadsheet.
 */
void text_open(struct text *text, const char *path, const char *encoding);
void text_close(struct text *text);

/* Read up to len bytes from offset at on; fewer only at the end. */
size_t text_read(const struct text *text, const char *name, char *bytes,
	size_t len, size_t at);

/* Has it stayed as it was when it was opened?  If not, status 2. */
void text_check(const struct text *text, const char *name);

#endif
