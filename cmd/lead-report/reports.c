#include "reports.h"

#include "base/lang.h"

static const struct report *const reports[] = {
	&report_today,
	&report_due,
	&report_queue,
	&report_brief,
	&report_proposal,
	&report_pipeline,
	&report_sources,
	&report_reasons,
	&report_activity,
	&report_opportunities,
	&report_handoff,
	&report_objections,
	&report_enquiries,
	&report_competitors,
	&report_compliance,
	&report_lint,
	&report_subject,
	&report_table,
};

const struct report *
reports_find(const char *name)
{
	for (size_t i = 0; i < sizeof(reports) / sizeof(*reports); i++)
		if (view_is(view_of(name), reports[i]->name))
			return reports[i];
	return NULL;
}

void
reports_names(struct str *out)
{
	for (size_t i = 0; i < sizeof(reports) / sizeof(*reports); i++)
		str_printf(out, "%s%s", i ? ", " : "", reports[i]->name);
}

void
reports_list(struct str *out)
{
	for (size_t i = 0; i < sizeof(reports) / sizeof(*reports); i++)
		str_printf(out, "%s\t%s\n", reports[i]->name,
			_(reports[i]->purpose));
}
