#include "report.h"

#include "base/day.h"
#include "base/lang.h"
#include "bins.h"

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
	size_t copies = past->n - past->groups_n;

	str_printf(out, _("learned for %s from %zu leads, %zu won (%.1f %%)"),
		r->target, past->n, past->won_n, percent(past->won_n, past->n));
	if (past->open)
		str_printf(out, _("; %zu without an outcome left out"),
			past->open);
	if (copies)
		str_printf(out,
			ngettext("; %zu is a copy of another one",
				"; %zu are copies of another one", copies),
			copies);
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
		  "calibration error %.3f (tenths by win_probability; true "
		  "chances would show %.3f)\n"
		  "lift %.2f (win rate of the best tenth by that of all)\n"),
		m->auc, m->auc_error, m->log_loss, base_loss(m), m->brier,
		m->calibration, m->calibration_luck, m->lift10);
}

/* Where ages count, the same leads are others on another day. */
static void
write_now(const struct past *past, struct str *out)
{
	for (size_t i = 0; i < past->columns_n; i++) {
		if (past->columns[i].use != PAST_USED ||
			bins_kind(&past->columns[i]) != BINS_MOMENTS)
			continue;
		str_add(out, _("dates count by how far they are from "));
		moment_write(past->now, out);
		str_byte(out, '\n');
		return;
	}
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

/* "filled in for 3127 leads, of which 56.2 % won, empty for ...". */
static void
write_filled(const struct leak_split *f, struct str *out)
{
	str_printf(out,
		_("of %zu leads it is filled in for %.1f %% were won, of %zu "
		  "others %.1f %%"),
		f->n, percent(f->won, f->n), f->other_n,
		percent(f->other_won, f->other_n));
}

/* "of 849 leads for which it is 'Ringing' 2.7 % were won, of 3283 ...". */
static void
write_value(const struct leak *leak, struct str *out)
{
	const struct leak_split *split = &leak->value;

	str_printf(out,
		_("of %zu leads for which it is '%.*s' %.1f %% were won, of "
		  "%zu for which it is something else %.1f %%"),
		split->n, VIEW_ARGS(leak->text), percent(split->won, split->n),
		split->other_n, percent(split->other_won, split->other_n));
}

static void
write_leak(const struct leak *leak, size_t n, struct str *out)
{
	const char *name = leak->column->name;

	str_printf(out,
		leak_is_sure(leak) ? _("%s leaks the outcome: ")
				   : _("%s is suspect: "),
		name);
	switch (leak->why) {
	case LEAK_ALONE:
		str_printf(out, _("alone it has an AUC of %.3f (n %zu)"),
			leak->auc, n);
		if (leak->others > 0)
			str_printf(out, _(", all others together %.3f"),
				leak->others);
		break;
	case LEAK_FILLED:
	case SUSPECT_FILLED:
		write_filled(&leak->filled, out);
		break;
	case LEAK_VALUE:
		write_value(leak, out);
		break;
	case LEAK_JUDGED:
		write_filled(&leak->filled, out);
		str_printf(out, _("; among the former it has an AUC of %.3f"),
			leak->within);
		break;
	case SUSPECT_NAMED:
		str_printf(out,
			_("by its name it is written late, and alone it has "
			  "an AUC of %.3f (n %zu)"),
			leak->within, leak->filled.n);
		break;
	case SUSPECT_WITH:
		str_printf(out,
			_("it is filled in for the same %zu leads as %s"),
			leak->filled.n, leak->with->name);
		break;
	case LEAK_NONE:
		break;
	}
}

static void
write_leaks(const struct report *r, struct str *out)
{
	for (size_t i = 0; i < r->leaks_n; i++) {
		const struct leak *leak = &r->leaks[i];

		write_leak(leak, r->past->n, out);
		if (!leak_is_sure(leak))
			str_add(out, _("; kept: is it known in time?"));
		else
			str_add(out,
				r->keep_leaks ? _("; kept, as told")
					      : _("; left out"));
		str_byte(out, '\n');
	}
	if (r->trusted)
		str_printf(out,
			_("without what is suspect: AUC %.3f (standard error "
			  "%.3f), log loss %.3f\n"),
			r->trusted->all.auc, r->trusted->all.auc_error,
			r->trusted->all.log_loss);
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
	write_now(r->past, out);
	if (r->later)
		write_later(r->later, out);
	write_leaks(r, out);
	write_unused(r, PAST_NAMES, _("taken for names, left out: "), out);
	write_unused(r, PAST_DATES,
		_("dates not as in lead-record(5), left out: "), out);
	write_unused(r, PAST_EXCLUDED, _("excluded: "), out);
}
