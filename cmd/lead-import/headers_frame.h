/*
 * headers_frame.h - what a header names, without the words around it.
 *
 * Forms ask ("What is your name?", "Which product are you interested in?"),
 * and exports say whose it is ("Invitee Email", "Default Address City").
 */
#ifndef HEADERS_FRAME_H
#define HEADERS_FRAME_H

#include "base/str.h"

enum frame {
	FRAME_NONE,
	FRAME_QUESTION, /* it is asked for */
	FRAME_OWNER,	/* it is said whose it is */
};

/*
 * Put the key (fold.h) of what stands in the words of a frame at the end of
 * out: "name", "product", "email", "city".  FRAME_NONE puts nothing.
 */
enum frame headers_frame(struct view name, struct str *out);

#endif
