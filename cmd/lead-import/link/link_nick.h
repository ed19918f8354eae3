/*
 * link_nick.h - short and Welsh forms of first names.
 */
#ifndef LINK_NICK_H
#define LINK_NICK_H

#include "base/view.h"

/*
 * Are two folded first names commonly the same person's: bob and robert,
 * dafydd and david?  From general knowledge, English and Welsh.
 */
bool link_same_nick(struct view a, struct view b);

/* Is it known at all?  Asked once of each name, it saves asking of pairs. */
bool link_has_nick(struct view name);

#endif
