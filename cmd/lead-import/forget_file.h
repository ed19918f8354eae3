/*
 * forget_file.h - the keys of a person who is to be forgotten, and what of a
 * file has to go.
 */
#ifndef FORGET_FILE_H
#define FORGET_FILE_H

#include "base/mem.h"
#include "base/view.h"
#include "record/log.h"

#define FORGET_OWN 5 /* columns whose key makes a line the person's own */

struct forget {
	struct view *keys; /* owned: as the store writes them */
	size_t n, cap;
	size_t asked; /* of them the command line's: the first */
	size_t sure;  /* of them those that are not taken off again */
	struct arena arena;
	struct view *names; /* owned: what the person is called */
	size_t names_n, names_cap;
	int own[FORGET_OWN]; /* of the file in hand; -1: it has none */
	bool *free; /* owned: of each of its columns, may it have any words? */
	size_t free_n, free_cap;
	bool keep_own;		 /* leave the person's own lines as they are */
	bool beside;		 /* the key was among second addresses */
	bool merged;		 /* the key was found in merges.tsv */
	uint64_t leads, entries; /* what was found */
	uint64_t others;	 /* lines of others that named them */
};

void forget_fini(struct forget *forget);

/* Add the key that was asked for; one that goes with it. */
void forget_key(struct forget *forget, struct view key);
void forget_also(struct forget *forget, struct view key);

/* Take a key off again, unless it is one of the first that are sure. */
void forget_spare(struct forget *forget, struct view key);

/*
 * Add a whole name, which is blanked where others write what they like; one
 * word alone is none.  Or take it off, since it means somebody else as well.
 */
void forget_name(struct forget *forget, struct view name);
void forget_spare_name(struct forget *forget, struct view name);

/* Is a value the key that was asked for? */
bool forget_is_key(const struct forget *forget, struct view value);

/* Does any of the keys equal a value? */
bool forget_has(const struct forget *forget, struct view value);

/* The file in hand has these columns. */
void forget_header(struct forget *forget, struct view header);

/*
 * What becomes of a line, for log_erase(): the person's own, by its lead_id,
 * goes; in others' each key and name is replaced.
 */
enum log_fate forget_line(void *forget, struct view line, struct str *instead);

/*
 * Write a file anew so, with more behind; as a whole, atomically, and only
 * when that changes it.  Its first line always stays.
 */
void forget_rewrite(struct forget *forget, const char *path, struct view more);

/* Look through the files of a directory; says where a key still is. */
bool forget_remains(const struct forget *forget, const char *directory);

#endif
