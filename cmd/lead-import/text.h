/*
 * text.h - a dump as UTF-8 in a file that can be read anywhere, whatever it
 * came as.
 *
 * Told apart are: a byte order mark (UTF-8, UTF-16), else NULs at second
 * places (UTF-16), else the letters and line ends of old Macs, else UTF-8.
 * What is not UTF-8 in a file is read as Windows-1252 where it stands (see
 * text_mend()): so files of Windows-1252, and files that mix the two, need no
 * guess.
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

/* Is it UTF-8 without NUL, so that text_mend() has nothing to do? */
bool text_is_clean(struct view v);

/*
 * Put v at the end of out: NULs dropped; what is not UTF-8, and the control
 * characters U+0080 to U+009F that came of taking it for Latin-1, read as
 * Windows-1252.  Returns whether that made a difference: it was not clean.
 */
bool text_mend(struct view v, struct str *out);

#endif
