/*
 * prompt.h - one question on the terminal: the only file that knows readline.
 *
 * Questions go to stderr, answers come from the terminal, and are remembered
 * in $XDG_STATE_HOME/leadpipe/NAME (else ~/.local/state), mode 0600.
 */
#ifndef BASE_PROMPT_H
#define BASE_PROMPT_H

#include "base/str.h"

/* Is there somebody to ask?  stdin and stderr are a terminal. */
bool prompt_can(void);

/* What TAB offers. */
struct prompt_choices {
	/*
	 * Put the choices for what was typed at the end of out, LF behind
	 * each, in the form in which they are to stand in the answer: none
	 * need to begin with what was typed.  May be NULL.
	 */
	void (*list)(void *self, struct view typed, struct str *out);
	void *self;
};

/*
 * Ask, and put the answer at the end of out, in one line, without blanks at
 * its ends.  False when there is none: end of file.
 */
bool prompt_ask(const char *question, const struct prompt_choices *choices,
	struct str *out);

/* Remember answers in, and from, the history of this name. */
void prompt_begin(const char *name);
void prompt_end(const char *name);

#endif
