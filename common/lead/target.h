/*
 * target.h - the leads that something is logged for: named on the command
 * line, or all those on stdin.
 */
#ifndef LEAD_TARGET_H
#define LEAD_TARGET_H

#include "base/mem.h"
#include "base/opt.h"
#include "lead/find.h"

struct target {
	struct view lead_id; /* of the arena */
	struct view line;    /* its record as written; empty when not known */
	const struct header *header; /* the columns of line */
};

struct targets {
	struct target *all; /* owned */
	size_t n, cap;
	struct arena texts;  /* owned */
	struct find find;    /* the file that was searched */
	struct header piped; /* owned: columns of stdin */
};

/*
 * Find all that words name in the file of leads at path; "-" is every lead
 * on stdin.  STATUS_PART, said, when one matches none or several: those are
 * listed on stderr.
 */
enum status targets_find(struct targets *targets, const struct opt_list *words,
	const struct common *common, const char *path);

/* A field of a target by the column's name; empty when not known. */
struct view target_get(const struct target *target, const char *column);

void targets_fini(struct targets *targets);

#endif
