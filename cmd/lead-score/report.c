#include "report.h"

#include "base/day.h"
#include "base/lang.h"

#include <math.h>

static double
percent(size_t part, size_t all)
{
	return all ? 100.0 * (double)part / (double)all : 0;
}

static void
write_leads(const struct report *r, struct str *out)
{
	const struct past *past = r->past;

	str_printf(out, _("learned for %s from %zu leads, %zu won (%.1f %%)"),
		r->target, past->n, past->won_n, percent(past->won_n, past->n));
	if (past->open)
		str_printf(out, _("; %zu without an outcome left out"),
			past->open);
	if (past->groups_n < past->n)
		str_printf(out, _("; %zu are copies of another one"),
			past->n - past->groups_n);
	str_byte(out, '\n');
}

/* What the share of winners alone would score. */
static double
base_loss(const struct measure *m)
{
	double p = (double)m->won / (double)m->n;

	return -p * log(p) - (1 - p) * log(1 - p);
}

static void
write_measure(const struct measure *m, struct str *out)
{
	str_printf(out,
		_("AUC %.3f (standard error %.3f)\n"
		  "log loss %.3f (%.3f by the win rate alone)\n"
		  "Brier score %.4f\n"
		  "calibration error %.3f (tenths by chance)\n"
		  "lift %.2f (win rate of the best tenth by that of all)\n"),
		m->auc, m->auc_error, m->log_loss, base_loss(m), m->brier,
		m->calibration, m->lift10);
}

static void
write_later(const struct later *later, struct str *out)
{
	const struct measure *m = &later->measure;

	str_printf(out, _("learned before and tried from %s "), later->column);
	moment_write(later->from, out);
	str_printf(out,
		_(": n %zu, AUC %.3f (standard error %.3f), log loss %.3f, "
		  "win rate %.1f %% after %.1f %%\n"),
		m->n, m->auc, m->auc_error, m->log_loss, percent(m->won, m->n),
		100 * later->won_before);
}

static void
write_leaks(const struct report *r, struct str *out)
{
	for (size_t i = 0; i < r->leaks_n; i++) {
		const struct leak *leak = &r->leaks[i];

		str_printf(out,
			_("%s leaks the outcome: alone it has an AUC of %.3f"),
			leak->column->name, leak->auc);
		if (leak->others > 0)
			str_printf(out, _(", all others together %.3f"),
				leak->others);
		str_add(out,
			r->keep_leaks ? _("; kept, as told") : _("; left out"));
		str_byte(out, '\n');
	}
}

static void
write_unused(const struct report *r, enum past_use use, const char *why,
	struct str *out)
{
	size_t n = 0;

	for (size_t i = 0; i < r->past->columns_n; i++) {
		const struct past_column *column = &r->past->columns[i];

		if (column->use != use)
			continue;
		str_add(out, n++ ? " " : why);
		str_add(out, column->name);
	}
	if (n)
		str_byte(out, '\n');
}

void
report_write(const struct report *r, struct str *out)
{
	write_leads(r, out);
	if (r->crossed) {
		str_printf(out,
			_("on leads not learned from (%u parts in turn, "
			  "n %zu, copies in one part):\n"),
			r->folds, r->crossed->all.n);
		write_measure(&r->crossed->all, out);
	}
	if (r->later)
		write_later(r->later, out);
	write_leaks(r, out);
	write_unused(r, PAST_NAMES, _("taken for names, left out: "), out);
	write_unused(r, PAST_DATES,
		_("dates not as in lead-record(5), left out: "), out);
	write_unused(r, PAST_EXCLUDED, _("excluded: "), out);
}
