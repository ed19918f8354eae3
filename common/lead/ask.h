/*
 * ask.h - what is missing for an entry, asked for on the terminal.
 */
#ifndef LEAD_ASK_H
#define LEAD_ASK_H

#include "lead/draft.h"

/* Somebody being asked; what was answered lives in it. */
struct ask {
	const struct journal *journal; /* borrowed */
	struct arena texts;	       /* owned: the answers */
	char *leads;		       /* owned: path of the file of leads */
	struct find find;
	bool ended; /* end of file: nobody answers any more */
};

void ask_begin(struct ask *ask, const struct journal *journal);
void ask_end(struct ask *ask);

/* Is there somebody to ask: not where leads, of which "-" is one, come in. */
bool ask_can(const struct opt_list *words);

/* Can it be told which leads words name?  Said when not. */
enum status ask_known(const struct ask *ask, const struct opt_list *words);

/*
 * Each asks again until the answer is good, and sets *out unless it is set
 * already.  An optional answer may be empty, which leaves NULL.
 */
void ask_text(
	struct ask *ask, const char *question, bool optional, const char **out);
void ask_word(struct ask *ask, const char *question, const struct vocab *vocab,
	bool optional, const char **out);
void ask_time(
	struct ask *ask, const char *question, bool optional, const char **out);

/* One of the lines of list (LF behind each), or anything else. */
void ask_one_of(struct ask *ask, const char *question, struct view list,
	const char **out);

/* A lead by anything that names it; *out is its lead_id. */
void ask_lead(struct ask *ask, const char **out);

#endif
