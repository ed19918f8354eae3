/*
 * pieces.h - the pieces of any number of texts, each once: the notes or the
 * tags of all rows that are one lead, in time that grows with their number.
 */
#ifndef PIECES_H
#define PIECES_H

#include "base/mem.h"
#include "base/view.h"

/* {0} has no text yet; pieces_fini(). */
struct pieces {
	struct view first; /* borrowed: the text as it stands, until united */
	bool united;	   /* there was another: pieces of both are in all */
	struct view *all;  /* owned; each borrowed */
	size_t n, cap;
	struct view *left; /* owned: those with "[erased]", see pieces_add() */
	size_t left_n, left_cap;
	uint32_t *slots; /* owned: numbers in all, from 1; open addressing */
	size_t slots_n;	 /* a power of two */
	uint64_t seed;
};

void pieces_clear(struct pieces *pieces);
void pieces_fini(struct pieces *pieces);

/*
 * Add the pieces of a text between separators, which must stay where it is.
 * Returns whether pieces_text() is another now.  "[erased] is ill" is what is
 * left of "Ann is ill", which does not come back (--forget).
 */
bool pieces_add(struct pieces *pieces, struct view text, struct view separator);

/* Cut the next piece off a text, without blanks; false at the end. */
bool pieces_cut(struct view *text, struct view separator, struct view *piece);

/* Leave out a piece, if it is one of them. */
void
pieces_drop(struct pieces *pieces, struct view piece, struct view separator);

/*
 * The text: that which was added when there was but one, else all pieces in
 * the order of bytes.
 */
struct view pieces_text(const struct pieces *pieces, struct view separator,
	struct arena *arena);

#endif
