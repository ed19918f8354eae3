#include "review.h"

#include "link/link_reason.h"
#include "link/link_review.h"
#include "settle.h"

#include "base/lang.h"
#include "base/mem.h"
#include "lead/store.h"
#include "record/field.h"

void
review_open(struct review *review, const struct settings *set,
	const struct sheet *told)
{
	*review = (struct review){
		.store = store_path(&set->common, "pairs.tsv"), .told = told};
	if (set->store)
		decisions_of_merges(&review->decisions, review->store);
	decisions_load(&review->decisions, review->store);
	if (told)
		decisions_read(&review->decisions, told);
}

void
review_fini(struct review *review)
{
	decisions_fini(&review->decisions);
	mem_free(review->store);
}

void
review_keep(const struct review *review, const struct settings *set)
{
	if (!review->told)
		return;
	store_make(&set->common);
	decisions_keep(review->told, review->store);
}

/* Rows read back for their ids. */
struct ids {
	struct groups groups;
	struct settler settler;
};

static void
ids_open(struct ids *ids, struct intake *in)
{
	*ids = (struct ids){
		.groups = {.in = in, .crowded = link_has_crowds(in->link)}};
	settler_init(&ids->settler, &ids->groups);
}

/* Put the id that a row has by itself, and a TAB, at the end of out. */
static void
put_id(struct ids *ids, uint32_t row, struct str *out)
{
	struct settler *settler = &ids->settler;

	str_put(out, settle_id(settler, row, spool_row(&settler->spool, row)));
	str_byte(out, '\t');
	arena_fini(&settler->arena);
}

void
review_write(struct intake *in)
{
	struct link_pair pair;
	struct ids ids;
	struct output out;
	struct str line = {0};

	if (!in->set->pairs)
		return;
	output_open(&out, in->set->pairs);
	ids_open(&ids, in);
	str_add(&line, DECISIONS_HEADER "\n");
	while (link_next_pair(in->link, &pair)) {
		int weight = pair.weight < 0 ? -pair.weight : pair.weight;

		put_id(&ids, link_first(in->link, pair.a), &line);
		put_id(&ids, link_first(in->link, pair.b), &line);
		str_printf(&line, "%c%d.%d\t", pair.weight < 0 ? '-' : '+',
			weight / 10, weight % 10);
		field_write(pair.reasons, &line);
		str_add(&line, "\t\n");
	}
	output_write(&out, str_view(&line));
	output_close(&out);
	settler_fini(&ids.settler);
	str_fini(&line);
}

void
review_remember(struct intake *in, const struct review *review)
{
	struct ids ids;
	struct str records = {0};

	if (in->set->duplicates != LINK_LIKELY)
		return;
	ids_open(&ids, in);
	for (uint32_t row = in->known; row < in->rows; row++) {
		struct link_fate fate = link_fate(in->link, row);
		struct str pair = {0};
		struct view a, b;

		if (fate.why != LINK_LIKE)
			continue;
		put_id(&ids, link_first(in->link, row), &pair);
		a = view_upto(str_view(&pair), pair.len - 1);
		put_id(&ids, row, &pair);
		b = str_tail(&pair, a.len + 1);
		a = view_upto(str_view(&pair), a.len);
		b.len--;
		if (!view_eq(a, b) &&
			!decisions_has(&review->decisions, a, b)) {
			str_put(&records, str_view(&pair));
			link_weight_write(fate.weight, &records);
			str_add(&records, "\t\t=\n");
		}
		str_fini(&pair);
	}
	if (records.len)
		decisions_append(review->store, str_view(&records));
	settler_fini(&ids.settler);
	str_fini(&records);
}

void
review_say(const struct intake *in)
{
	struct link_summary sum;

	if (in->set->duplicates != LINK_LIKELY)
		return;
	link_summary(in->link, &sum);
	warn(_("%llu pairs compared: %llu rows joined by likeness, %.1f %% of "
	       "them rightly as far as can be told"),
		(unsigned long long)sum.compared,
		(unsigned long long)sum.joined, sum.expected * 100);
	if (sum.doubtful && !in->set->pairs)
		warn(_("%llu pairs are in doubt: -p FILE writes them, to be "
		       "decided"),
			(unsigned long long)sum.doubtful);
}

double
review_threshold(const struct settings *set)
{
	struct view rest = view_of(set->threshold);
	struct view whole = {0};
	struct view part = {0};
	int64_t n = 0;
	int64_t ten = 1;

	if (!set->threshold)
		return 0;
	view_cut(&rest, '.', &whole);
	part = rest;
	for (size_t i = 0; i < part.len && ten < 1000000; i++)
		ten *= 10;
	if (!view_is(whole, "0") || part.len > 6 || !view_int(part, &n) ||
		n <= 0 || part.at[0] == '-' || part.at[0] == '+')
		die(_("--threshold: '%s' is not a probability such as 0.9"),
			set->threshold);
	return (double)n / (double)ten;
}
