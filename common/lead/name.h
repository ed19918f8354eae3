/*
 * name.h - names of people, their parts and their capitals.
 */
#ifndef LEAD_NAME_H
#define LEAD_NAME_H

#include "base/str.h"

/* The parts of a name: views into the text it was read from. */
struct name {
	struct view salutation; /* Mr, Dr, Y Parch */
	struct view first;
	struct view middle;   /* may be several words */
	struct view particle; /* "van der" of "Berg, Jan van der": goes before
			       * last; else empty, and last has them */
	struct view last;     /* "van der Berg", "ap Rhys" */
	struct view suffix;   /* Jr, PhD, OBE */
};

/*
 * Take a whole name apart: "Dr Siân M. ap Rhys PhD", "Berg, Jan van der".
 * One word alone is a first name.
 */
void name_split(struct view full, struct name *out);

/*
 * Put a name or a part of one at the end of out with blanks collapsed.  Only
 * if it is all capitals or all small letters does it get capitals where they
 * belong: "o'brien-JONES" stays, "O'BRIEN-JONES" gives "O'Brien-Jones",
 * "MCDONALD" "McDonald", "jan van der berg" "Jan van der Berg".
 */
void name_normalise(struct view in, struct str *out);

/* Join the parts to a full name at the end of out, without the salutation. */
void name_join(const struct name *name, struct str *out);

/*
 * Does it look like the name of a person: two to five words, of letters
 * only, the first a common first name or a title, none a word of trade?
 */
bool name_is_person(struct view in);

#endif
