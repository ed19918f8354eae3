/*
 * lang.h - the language we speak to people in.
 *
 * Only messages are translated, never data: LC_MESSAGES and LC_CTYPE are the
 * only categories ever set.
 */
#ifndef BASE_LANG_H
#define BASE_LANG_H

#include <libintl.h>

/* Marks a text for translation: _() looks it up now, N_() later. */
#define _(text) gettext(text)
#define N_(text) text

/*
 * Start up.  Does nothing, and costs nothing, when the environment asks for
 * no language but English.
 */
void lang_start(void);

#endif
