#include "learn.h"

#include "base/day.h"
#include "base/die.h"
#include "base/file.h"
#include "base/lang.h"
#include "base/pool.h"
#include "card_write.h"
#include "report.h"

#include <stdlib.h>

/* Below these there is nothing to learn that one could believe. */
#define LEAST_LEADS 100
#define LEAST_EACH 25  /* won, and lost */
#define LEAST_AUC 0.60 /* hardly better than a coin */

/* Grades: the best fifth, the next three tenths, the others. */
#define GRADE_A 0.20
#define GRADE_B 0.50

struct learner {
	const struct settings *set;
	struct past past;
	uint8_t *fold;	    /* owned */
	struct leak *leaks; /* owned */
	struct crossed crossed, trusted;
	struct later later;
	struct report report;
};

static struct past_target
read_target(const struct settings *set)
{
	struct view text = view_of(set->learn);
	size_t equals = view_find_byte(text, '=');

	if (!equals || equals + 1 >= text.len)
		die(_("--learn %s: not of the form COLUMN=VALUE"), set->learn);
	return (struct past_target){view_upto(text, equals),
		view_from(text, equals + 1), set->exclude};
}

static bool
is_thin(const struct past *past)
{
	size_t lost = past->n - past->won_n;

	if (past->n >= LEAST_LEADS && past->won_n >= LEAST_EACH &&
		lost >= LEAST_EACH)
		return false;
	warn(_("too few to learn from: %zu won and %zu lost; at least %d leads "
	       "are needed, %d of each"),
		past->won_n, lost, LEAST_LEADS, LEAST_EACH);
	return true;
}

static bool
has_signal(const struct measure *m)
{
	if (m->auc >= LEAST_AUC && m->auc - 2 * m->auc_error > 0.5)
		return true;
	warn(_("no signal: on leads not learned from AUC is %.3f (standard "
	       "error %.3f, n %zu); a coin has 0.5, and %.2f is the least "
	       "that is worth a scorecard"),
		m->auc, m->auc_error, m->n, LEAST_AUC);
	return false;
}

/* Put text at the end of out as lines that start with '#'. */
static void
write_comment(struct view text, struct str *out)
{
	struct view line;

	while (view_cut(&text, '\n', &line)) {
		if (!line.len)
			continue;
		str_add(out, "# ");
		str_put(out, line);
		str_byte(out, '\n');
	}
}

static int
by_points(const void *a, const void *b)
{
	const struct predicted *left = a, *right = b;

	return (left->points < right->points) - (left->points > right->points);
}

static void
write_grades(
	const struct learner *on, const struct trial *trial, struct str *out)
{
	size_t n = on->past.n;
	struct predicted *all = mem_new(n, sizeof(*all));
	int64_t a, b;

	for (size_t row = 0; row < n; row++)
		all[row] = trial_predict(trial, &on->past, row);
	qsort(all, n, sizeof(*all), by_points);
	a = (int64_t)all[(size_t)(GRADE_A * (double)n)].points;
	b = (int64_t)all[(size_t)(GRADE_B * (double)n)].points;
	str_printf(out, "grade\t%lld\t\t\t\tA\n", (long long)a);
	if (b < a)
		str_printf(out, "grade\t%lld\t\t\t\tB\n", (long long)b);
	str_add(out, "grade\t\t\t\t\tC\n");
	mem_free(all);
}

/* Learn from all leads and write that, with what is known of its worth. */
static void
write_card(struct learner *on)
{
	struct wanted wanted = {(unsigned)on->set->max_rules, true};
	uint8_t *in = mem_new(on->past.n, 1);
	struct str out = {0}, text = {0};
	struct trial trial;
	struct output to;

	memset(in, 1, on->past.n);
	trial_learn(&trial, &on->past, in, wanted);
	/* As sure as the leads not learned from allow, not surer. */
	trial.scale.offset += on->crossed.shrink.offset / trial.scale.slope;
	trial.scale.slope *= on->crossed.shrink.slope;
	report_write(&on->report, &text);
	str_add(&out, "axis\tpoints\tcolumn\ttest\tvalue\tlabel\n");
	write_comment(str_view(&text), &out);
	card_write_rules(&trial.choice, &trial.bins, &out);
	card_write_scale(&trial.scale, &out);
	write_grades(on, &trial, &out);
	output_open(&to, on->set->common.output);
	output_write(&to, str_view(&out));
	output_close(&to);
	trial_fini(&trial);
	mem_free(in);
	str_fini(&text);
	str_fini(&out);
}

static void
say_report(const struct learner *on)
{
	struct str text = {0};
	struct view rest, line;

	report_write(&on->report, &text);
	rest = str_view(&text);
	while (view_cut(&rest, '\n', &line))
		if (line.len)
			warn("%.*s", VIEW_ARGS(line));
	str_fini(&text);
}

/* What the card would be worth without the columns that are suspect. */
static void
try_trusted(struct learner *on, struct wanted wanted)
{
	const struct leak *leaks = on->leaks;
	size_t n = on->report.leaks_n;

	if (!n || leak_is_sure(&leaks[n - 1]))
		return;
	for (size_t i = 0; i < n; i++)
		if (!leak_is_sure(&leaks[i]))
			leaks[i].column->use = PAST_LEAK;
	trial_cross(&on->trusted, &on->past, on->fold, (unsigned)on->set->folds,
		wanted);
	for (size_t i = 0; i < n; i++)
		if (!leak_is_sure(&leaks[i]))
			leaks[i].column->use = PAST_USED;
	on->report.trusted = &on->trusted;
}

static bool
learn(struct learner *on)
{
	unsigned folds = (unsigned)on->set->folds;
	struct wanted wanted = {(unsigned)on->set->max_rules, true};

	if (is_thin(&on->past))
		return false;
	on->fold = split_folds(&on->past, folds);
	on->report.leaks_n = leak_find(
		&on->past, on->fold, folds, on->set->keep_leaks, &on->leaks);
	on->report.leaks = on->leaks;
	trial_cross(&on->crossed, &on->past, on->fold, folds, wanted);
	on->report.crossed = &on->crossed;
	try_trusted(on, wanted);
	if (trial_later(&on->later, &on->past, wanted))
		on->report.later = &on->later;
	if (!on->set->common.quiet)
		say_report(on);
	if (!has_signal(&on->crossed.all))
		return false;
	write_card(on);
	return true;
}

/* There are no more pieces of work than folds. */
static unsigned
threads(const struct settings *set)
{
	uint64_t n = set->common.jobs ? set->common.jobs : pool_cores();

	return (unsigned)(n < set->folds ? n : set->folds);
}

enum status
learn_rules(const struct settings *set, char **operands)
{
	struct past_target target = read_target(set);
	struct arena arena = {0};
	struct learner on = {.set = set,
		.past = {.arena = &arena,
			.now = moment_now(set->common.as_of),
			.threads = threads(set)}};
	bool done;

	if (set->folds < 2 || set->folds > FOLDS_MOST)
		die(_("--folds: from 2 to %d"), FOLDS_MOST);
	if (set->max_rules < 1 || set->max_rules > RULES_MOST)
		die(_("--max-rules: from 1 to %d"), RULES_MOST);
	past_read(&on.past, operands, &set->common, &target);
	on.report = (struct report){
		.past = &on.past,
		.target = set->learn,
		.keep_leaks = set->keep_leaks,
		.folds = (unsigned)set->folds,
	};
	done = learn(&on);
	past_fini(&on.past);
	mem_free(on.fold);
	mem_free(on.leaks);
	arena_fini(&arena);
	return done ? STATUS_DONE : STATUS_PART;
}
