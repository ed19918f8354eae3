/*
 * closed_groups.h - what leads that are made of several rows close.
 */
#ifndef CLOSED_GROUPS_H
#define CLOSED_GROUPS_H

#include "closed.h"
#include "groups.h"

/*
 * Note what such leads close, before anything is settled: a row that refuses
 * may have no address by itself; and rows that have different ones make them
 * addresses of one lead, which close together.
 */
void closed_groups(struct groups *groups, struct closed *closed);

#endif
