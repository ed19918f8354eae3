/*
 * forget_file.h - the keys of a person who is to be forgotten, and what of a
 * file has to go.
 */
#ifndef FORGET_FILE_H
#define FORGET_FILE_H

#include "base/mem.h"
#include "base/view.h"

struct forget {
	struct view *keys; /* owned: as the store writes them */
	size_t n, cap;
	size_t asked; /* of them the command line's: the first */
	struct arena arena;
	uint64_t leads, entries; /* what was found */
	bool failed;
};

void forget_fini(struct forget *forget);

/* Add the key that was asked for; one that goes with it. */
void forget_key(struct forget *forget, struct view key);
void forget_also(struct forget *forget, struct view key);

/* Take a key off again, unless it is the one asked for. */
void forget_spare(struct forget *forget, struct view key);

/* Is a value the key that was asked for? */
bool forget_is_key(const struct forget *forget, struct view value);

/* Does a line name none of the keys?  For log_erase(). */
bool forget_wants(void *forget, struct view line);

/*
 * Write a file anew without the lines that name a key, and with more behind;
 * as a whole, atomically.  Its first line always stays.
 */
void forget_rewrite(struct forget *forget, const char *path, struct view more);

/* Look through the files of a directory; says where a key still is. */
bool forget_remains(const struct forget *forget, const char *directory);

#endif
