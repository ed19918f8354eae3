/*
 * recall.h - values made lately, since a dump says the same over and over:
 * towns, companies, dates.
 *
 * One for each thread.  A value is kept when it comes the second time: many
 * never do.  Two slots share a place, of which the older one is overwritten by
 * the next value that falls there: forgetting is harmless, what is kept is
 * compared in full.
 */
#ifndef RECALL_H
#define RECALL_H

#include "base/str.h"

#define RECALL_SLOTS 32768
#define RECALL_TEXT 52 /* of the input and what was made of it, together */
#define RECALL_STEP 8  /* bytes copied at once, some of them in vain */

struct recall {
	uint32_t *tags; /* owned: of the slots, the later first; see recall.c */
	struct recall_slot {
		uint8_t in;   /* bytes of the input; 0: nothing is here */
		uint8_t made; /* where what was made of it starts in text: */
		uint8_t end;  /* at 0 if that begins with the input; its end */
		uint8_t salt; /* what was done to it */
		uint8_t answer; /* what else is to be known */
		char text[RECALL_TEXT + RECALL_STEP - 1];
	} * slots; /* owned: each a line of the processor's cache */
};

void recall_init(struct recall *recall);
void recall_fini(struct recall *recall);

/*
 * The slot of an input and a salt (what is done to it).  Found: it holds the
 * answer, recall_put() gives what was made.  Else, it is to be filled by
 * recall_keep(); NULL: not yet.
 */
struct recall_slot *
recall_find(struct recall *recall, struct view in, uint8_t salt, bool *found);

/* Say that an input will be asked for soon: memory is slow. */
void recall_expect(const struct recall *recall, struct view in, uint8_t salt);

/* slot may be NULL: nothing is kept. */
void recall_keep(struct recall_slot *slot, struct view in, struct view made,
	uint8_t salt, uint8_t answer);

/* Put what was made at the end of out. */
static inline void
recall_put(const struct recall_slot *slot, struct str *out)
{
	size_t len = (size_t)(slot->end - slot->made);
	const char *from = slot->text + slot->made;
	char *to;

	str_reserve(out, RECALL_TEXT + RECALL_STEP);
	to = out->data + out->len;
	for (size_t i = 0; i < len; i += RECALL_STEP)
		memcpy(to + i, from + i, RECALL_STEP);
	out->len += len;
}

#endif
