/*
 * score.h - what lead-score can be told, and the jobs it does.
 */
#ifndef SCORE_H
#define SCORE_H

#include "base/opt.h"
#include "record/flow.h"

struct settings {
	struct common common;
	const char *rules;     /* NULL: the store's, else those we ship */
	const char *catalogue; /* NULL: the store's, else none */
	const char *assign;    /* a file of colleagues; NULL: do not */
	bool explain;
	const char *check;   /* a rules file to be looked through */
	const char *diff;    /* a rules file to be compared with another */
	const char *learn;   /* COLUMN=VALUE[|VALUE...] */
	const char *exclude; /* columns not to learn from; may be NULL */
	uint64_t max_rules;
	uint64_t folds;
	bool keep_leaks;
};

/* The filter: the operands' leads with our columns. */
enum status score_leads(const struct settings *set, char **operands);

/*
 * Say what is wrong with a rules file, with line numbers; the operands, if
 * any, tell which columns there are.  STATUS_PART when there is anything.
 */
enum status check_rules(const struct settings *set, char **operands);

/*
 * Say how the rules of new differ from those of --diff, and for how many of
 * the operands' leads, as records.
 */
enum status
diff_rules(const struct settings *set, const char *new, char **operands);

#endif
