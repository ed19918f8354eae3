/*
 * render.h - a document in the format that was asked for.
 */
#ifndef REPORT_RENDER_H
#define REPORT_RENDER_H

#include "doc.h"
#include "settings.h"

/* Put the document at the end of out. */
void render(const struct doc *doc, const struct settings *set, struct str *out);

#endif
