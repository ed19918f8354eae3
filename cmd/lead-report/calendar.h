/*
 * calendar.h - follow-ups as an iCalendar file (RFC 5545).
 *
 * One event for each row that has a lead_id and a next_at.  The UID is the
 * lead's and the SEQUENCE grows with its last contact, so that a calendar
 * that has the event already moves it.
 */
#ifndef REPORT_CALENDAR_H
#define REPORT_CALENDAR_H

#include "doc.h"

/* Put the calendar at the end of out; how many events it has. */
size_t calendar_write(const struct doc *doc, struct str *out);

/* A property's text value: escaped, and folded with what stands before. */
void calendar_property(const char *name, struct view plain, struct str *out);

#endif
