/*
 * chart.h - a section drawn as inline SVG.
 *
 * Widths are percentages and text keeps its size, so that a chart is as
 * readable on a telephone as on paper.  Colours come from the style sheet.
 */
#ifndef REPORT_CHART_H
#define REPORT_CHART_H

#include "doc.h"

/* Put the section's chart, if it has one, at the end of out. */
void chart_write(const struct doc *doc, const struct doc_section *section,
	struct str *out);

#endif
