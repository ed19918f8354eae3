/*
 * audit.h - a log looked over, line by line: --check.
 */
#ifndef LEAD_AUDIT_H
#define LEAD_AUDIT_H

#include "lead/bulk.h"
#include "lead/history.h"

struct audit {
	const struct journal *journal; /* borrowed */
	/* What is wrong with the words of an entry; as bulk's. */
	enum bulk_verdict (*check)(
		struct draft *draft, struct bulk_fault *fault);
	/*
	 * Look at the whole history of a lead and say() what is wrong; may
	 * be NULL.
	 */
	void (*history)(struct audit *audit, const struct history *history);
	/* Its own: */
	struct view *lines; /* owned: of the log */
	size_t lines_n, lines_cap;
	struct view *leads; /* owned */
	size_t leads_n, leads_cap;
	uint64_t found;
};

/* Say all that is wrong: STATUS_PART when something is. */
enum status audit_run(struct audit *audit);

/* Say that an entry of the log is wrong; column may be -1. */
void
audit_say(struct audit *audit, struct view line, int column, const char *what);

/* STATUS_PART, said, when the log has no entry of that id. */
enum status audit_find(const struct journal *journal, const char *id);

/*
 * Append an entry that voids another of the log; none, said, when one does
 * already.  STATUS_PART, said, when there is no such entry, or it voids one
 * itself.
 */
enum status audit_undo(const struct journal *journal, const char *id);

#endif
