/*
 * label.h - the words of our vocabularies in the reader's language.
 *
 * Data stays as it is; only what people read is translated.
 */
#ifndef REPORT_LABEL_H
#define REPORT_LABEL_H

#include "base/view.h"

/*
 * "voicemail" as the reader calls it; a word that is none of ours (and so may
 * be hostile text) comes back as it is.  Borrowed from gettext or the caller.
 */
struct view label_word(struct view word);

#endif
