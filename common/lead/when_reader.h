/*
 * when_reader.h - a time being read, word by word: what the files of when.h
 * share.
 */
#ifndef LEAD_WHEN_READER_H
#define LEAD_WHEN_READER_H

#include "lead/when.h"

#define WHEN_WORDS 8
#define WHEN_LETTERS 64
#define WHEN_HOUR_SECONDS 3600

/* The words of the text, and how far they are understood. */
struct when_reader {
	const struct when_base *base;
	int32_t today;
	char letters[WHEN_LETTERS];
	struct view word[WHEN_WORDS];
	size_t n, at;
	/* What is understood: */
	bool has_day, has_second, has_moment;
	int32_t day, second;
	int64_t moment;
};

/* Word i, or an empty one behind the last. */
static inline struct view
when_word(const struct when_reader *r, size_t i)
{
	return i < r->n ? r->word[i] : (struct view){0};
}

/* Cut at most 4 digits off the front of *v; how many there were. */
size_t when_cut_number(struct view *v, int *out);

/* Cut a byte that is one of any off the front of *v. */
bool when_cut_byte(struct view *v, const char *any);

/* Read words from r->at on: a day, or a moment; a time of the day. */
bool when_read_day(struct when_reader *r);
bool when_read_time(struct when_reader *r);

#endif
