/*
 * text_encoding.h - what a file is, by how it starts.
 *
 * Told apart are: a byte order mark (UTF-8, UTF-16), else NULs at second
 * places (UTF-16), else the letters and line ends of old Macs, else UTF-8.
 */
#ifndef TEXT_ENCODING_H
#define TEXT_ENCODING_H

#include "base/view.h"

/* What it is if it is no text, to be translated; or NULL. */
const char *text_other(struct view start);

/*
 * What iconv calls the encoding, NULL for UTF-8; *mark: how many bytes in
 * front are a byte order mark.
 */
const char *text_encoding(struct view start, size_t *mark);

#endif
