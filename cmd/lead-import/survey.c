#include "survey.h"

#include "chunk.h"

#include "base/lang.h"
#include "base/mem.h"
#include "base/pool.h"

/* What the columns of a dump have shown. */
struct evidence {
	struct date_column *dates;     /* owned: of each field */
	struct number_column *numbers; /* owned */
};

struct survey {
	const struct dump_plan *plan; /* borrowed */
	struct evidence found;
	struct chunks chunks;
};

struct worker {
	struct chunk chunk;
	struct evidence found;
};

static struct evidence
evidence_new(size_t fields)
{
	return (struct evidence){
		.dates = mem_new(fields + 1, sizeof(struct date_column)),
		.numbers = mem_new(fields + 1, sizeof(struct number_column)),
	};
}

static void
evidence_free(struct evidence *found)
{
	mem_free(found->dates);
	mem_free(found->numbers);
}

static bool
is_number(enum kind kind)
{
	return kind == KIND_NUMBER || kind == KIND_MONEY;
}

static bool
is_date(const struct field_plan *field)
{
	return field->kind == KIND_DATE ||
		(field->keep >= 0 && field->kept == KIND_DATE);
}

static void
look_at(const struct dump_plan *plan, const struct csv *csv,
	struct evidence *found)
{
	for (size_t i = 0; i < csv->n && i < plan->n; i++) {
		struct view value = view_trim(csv->fields[i]);

		if (!value.len)
			continue;
		if (is_date(&plan->fields[i]))
			date_observe(&found->dates[i], value);
		else if (is_number(plan->fields[i].kind))
			number_observe(&found->numbers[i], value);
	}
}

static void *
start(void *shared)
{
	const struct survey *survey = shared;
	struct worker *w = mem_apart(sizeof(*w));

	w->found = evidence_new(survey->plan->n);
	return w;
}

static bool
take(void *shared, void *worker)
{
	struct survey *survey = shared;

	return chunk_take(&survey->chunks, &((struct worker *)worker)->chunk);
}

static void
work(void *shared, void *worker)
{
	const struct survey *survey = shared;
	struct worker *w = worker;
	enum csv_got got;

	chunk_begin(&w->chunk);
	while ((got = chunk_next(&w->chunk)) != CSV_END)
		if (got == CSV_RECORD)
			look_at(survey->plan, &w->chunk.csv, &w->found);
}

static bool
give(void *shared, void *worker)
{
	(void)shared;
	(void)worker;
	return true;
}

static void
add_evidence(struct survey *survey, const struct evidence *more)
{
	for (size_t i = 0; i < survey->plan->n; i++) {
		date_merge(&survey->found.dates[i], &more->dates[i]);
		number_merge(&survey->found.numbers[i], &more->numbers[i]);
	}
}

static void
stop(void *shared, void *worker)
{
	struct worker *w = worker;

	add_evidence(shared, &w->found);
	evidence_free(&w->found);
	chunk_fini(&w->chunk);
	mem_free(w);
}

/* Does a look at more of a column promise anything? */
static bool
is_open(const struct survey *survey)
{
	for (size_t i = 0; i < survey->plan->n; i++) {
		const struct date_column *d = &survey->found.dates[i];
		const struct number_column *m = &survey->found.numbers[i];

		if ((d->day_first && d->month_first) ||
			(d->either && !d->day_first && !d->month_first) ||
			(m->point && m->comma) || (m->hints && !m->point))
			return true;
	}
	return false;
}

static bool
is_wanted(const struct dump_plan *plan)
{
	for (size_t i = 0; i < plan->n; i++)
		if (is_date(&plan->fields[i]) ||
			is_number(plan->fields[i].kind))
			return !plan->known;
	return false;
}

/*
 * The decimal mark of a field.  Heads are whole, and semicolons part fields
 * where the comma is the mark: there a single 1.234 tells enough.
 */
static enum number_mark
decide_mark(const struct number_column *column, const struct field_plan *field,
	const struct dump *dump)
{
	bool told = field->kind == KIND_NUMBER ||
		dump->layout.dialect.delimiter == ';';

	return number_decide(column, told ? 1 : NUMBER_HINTS);
}

/* Say which it is, unless it is the point as a matter of course. */
static void
say_mark(const struct number_column *column, enum number_mark mark,
	const struct dump *dump, struct view name)
{
	bool comma = mark == NUMBER_COMMA;

	if (column->comma)
		warn(_("%s: numbers of '%.*s': the decimal mark is the %s"
		       " (%llu for, %llu against)"),
			dump->name, VIEW_ARGS(name),
			comma ? _("comma") : _("point"),
			(unsigned long long)(comma ? column->comma
						   : column->point),
			(unsigned long long)(comma ? column->point
						   : column->comma));
	else if (column->hints && !column->point)
		warn(comma ? _("%s: numbers of '%.*s': 1.234 is read as 1234"
			       " (%llu such)")
			   : _("%s: numbers of '%.*s': 1.234 is read as a"
			       " fraction: nothing shows the mark (%llu such)"),
			dump->name, VIEW_ARGS(name),
			(unsigned long long)column->hints);
}

/* What all columns of dates have shown, taken together. */
static struct date_column
all_dates(const struct survey *survey)
{
	struct date_column all = {0};

	for (size_t i = 0; i < survey->plan->n; i++)
		date_merge(&all, &survey->found.dates[i]);
	return all;
}

/*
 * A program writes all dates alike: what one column proves holds for those
 * that show nothing.
 */
static struct date_column
as_others(const struct date_column *column, const struct date_column *all)
{
	struct date_column out = *column;

	if (out.day_first || out.month_first || !out.either ||
		(all->day_first && all->month_first))
		return out;
	out.day_first = all->day_first;
	out.month_first = all->month_first;
	memcpy(out.proof, all->proof, sizeof(out.proof));
	return out;
}

/* Decide over each field, and say what was not a matter of course. */
static void
decide(const struct survey *survey, struct dump_plan *plan,
	const struct dump *dump, const struct settings *set)
{
	enum date_order usual = date_usual(view_of(set->country));
	struct date_column all = all_dates(survey);
	struct str why = {0};

	for (size_t i = 0; i < plan->n; i++) {
		struct date_column d = as_others(&survey->found.dates[i], &all);
		const struct number_column *m = &survey->found.numbers[i];
		struct view name = dump->names[i];

		plan->fields[i].mark = decide_mark(m, &plan->fields[i], dump);
		plan->unusual |= plan->fields[i].mark == NUMBER_COMMA;
		if (is_number(plan->fields[i].kind) && !set->common.quiet)
			say_mark(m, plan->fields[i].mark, dump, name);
		if (!is_date(&plan->fields[i]))
			continue;
		str_clear(&why);
		plan->fields[i].order = date_decide(&d, usual, &why);
		plan->unusual |= plan->fields[i].order != usual;
		if (!set->common.quiet &&
			d.day_first + d.month_first + d.either)
			warn(_("%s: dates of '%.*s': %s"), dump->name,
				VIEW_ARGS(name), str_text(&why));
	}
	str_fini(&why);
}

void
survey_run(struct schema *schema, const struct settings *set,
	struct dump *dumps, size_t n)
{
	static const struct pool_job job = {start, take, work, give, stop};

	for (size_t i = 0; i < n; i++) {
		struct dump_plan *plan = &schema->plans[i];
		struct survey survey = {.plan = plan};
		struct worker *first;

		if (!is_wanted(plan))
			continue;
		survey.chunks = (struct chunks){.dumps = &dumps[i],
			.n = 1,
			.max_record = set->common.max_record};
		survey.found = evidence_new(plan->n);
		first = start(&survey);
		if (take(&survey, first))
			work(&survey, first);
		stop(&survey, first);
		if (is_open(&survey))
			pool_run(&job, &survey, settings_jobs(set));
		decide(&survey, plan, &dumps[i], set);
		evidence_free(&survey.found);
	}
}
