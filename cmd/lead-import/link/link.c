#include "link.h"

#include "base/die.h"
#include "base/lang.h"
#include "decisions.h"
#include "link_id.h"
#include "link_state.h"

struct link *
link_new(const struct link_setup *setup, const struct view *columns,
	size_t columns_n)
{
	struct link *link = mem_new(1, sizeof(*link));

	link->setup = *setup;
	if (link->setup.threshold <= 0)
		link->setup.threshold = LINK_THRESHOLD;
	if (setup->decisions)
		decided_open(&link->decided, setup->decisions);
	link_columns_find(&link->columns, columns, columns_n);
	if (setup->mode == LINK_LIKELY)
		link_gather_init(
			&link->gather, columns, columns_n, setup->match_on);
	return link;
}

void
link_free(struct link *link)
{
	link_exact_fini(&link->exact);
	link_sets_fini(&link->sets);
	if (link->setup.mode == LINK_LIKELY)
		link_gather_fini(&link->gather);
	link_search_fini(&link->search);
	decided_fini(&link->decided);
	mem_free(link->names);
	mem_free(link->ranks);
	mem_free(link->doubtful);
	str_fini(&link->reasons);
	mem_free(link);
}

void
link_row_fini(struct link_row *row)
{
	link_more_fini(&row->more);
	link_more_fini(&row->also);
	str_fini(&row->text);
}

/* Rows of one lead_id are next to one another in the order of ranks. */
static uint64_t
rank_of(const struct link_row *row)
{
	return row->id.high >> LINK_RANK_NAME << LINK_RANK_NAME |
		row->name >> (64 - LINK_RANK_NAME);
}

static bool
needs_ids(const struct link *link)
{
	return link->setup.decisions || link->setup.update || link->setup.ids;
}

/* Is it of any importance which rows are joined first? */
static bool
needs_ranks(const struct link *link)
{
	return link->setup.mode == LINK_LIKELY || needs_ids(link);
}

/* The lead_id of a row whose first key is crowded: of that and its name. */
static void
crowd_id(const struct link *link, const struct view *fields,
	struct digest first, struct str *out, struct link_scratch *scratch)
{
	str_clear(&scratch->key);
	str_bytes(&scratch->key, (const char *)&first, sizeof(first));
	link_who(&link->columns, fields, &scratch->key);
	link_id_write(hash_digest(str_view(&scratch->key)), out);
}

/* The ids that a row may be known by, as digests. */
static void
read_ids(const struct link *link, const struct view *fields,
	struct view lead_id, struct link_row *row, struct link_scratch *scratch)
{
	struct str *text = &scratch->id;

	if (!needs_ids(link)) {
		row->id = row->keys_n ? row->keys[0].digest
				      : hash_digest(lead_id);
		return;
	}
	str_clear(text);
	if (lead_id.len)
		str_put(text, lead_id);
	else
		link_lead_id(&link->columns, fields, text, scratch);
	row->crowd = row->id = hash_digest(str_view(text));
	if (lead_id.len || !link->setup.decisions)
		return;
	str_clear(text);
	crowd_id(link, fields, row->keys[0].digest, text, scratch);
	row->crowd = hash_digest(str_view(text));
}

bool
link_read(const struct link *link, const struct view *fields,
	struct view lead_id, struct link_row *row, struct link_scratch *scratch)
{
	struct view who;

	row->keys_n = link_keys(&link->columns, fields, row->keys, scratch);
	if (!row->keys_n && !lead_id.len)
		return false;
	if (link->columns.match_keys >= 0)
		link_more_read(&row->more, fields[link->columns.match_keys]);
	who = view_upto(str_view(&scratch->parts), scratch->who);
	row->name = who.len ? hash_table(who, 0) : 0;
	read_ids(link, fields, lead_id, row, scratch);
	row->also.n = 0;
	if (link->setup.update && lead_id.len)
		link_also_read(&row->also, &link->columns, fields, scratch);
	if (link->setup.update)
		row->keys[row->keys_n++] = (struct link_key){LINK_ID, row->id};
	str_clear(&row->text);
	if (link->setup.mode == LINK_LIKELY) {
		link_fields_read(&link->gather.fields, fields, &row->text);
		row->whole = hash_digest(str_view(&row->text));
	}
	return true;
}

static void
add_keys(struct link_exact *exact, const struct link_row *row, uint32_t number)
{
	link_exact_add(exact, row->also.keys, row->also.n, number, true);
	if (!row->more.n) {
		link_exact_add(exact, row->keys, row->keys_n, number, false);
		return;
	}
	for (unsigned i = 0; i < row->keys_n; i++)
		if (link_more_lacks(&row->more, row->keys[i]))
			link_exact_add(exact, &row->keys[i], 1, number, false);
	link_exact_add(exact, row->more.keys, row->more.n, number, false);
}

uint32_t
link_add(struct link *link, const struct link_row *row)
{
	uint32_t number = (uint32_t)link->n++;

	if (number == LINK_ROWS_MAX)
		die(_("more than %d rows: import them in parts"),
			LINK_ROWS_MAX);
	link->names = mem_grow(
		link->names, &link->names_cap, link->n, sizeof(*link->names));
	link->names[number] = row->name;
	if (link->setup.mode != LINK_NONE)
		add_keys(&link->exact, row, number);
	else if (link->setup.update)
		link_exact_add(&link->exact, &row->keys[row->keys_n - 1], 1,
			number, false);
	if (link->setup.decisions) {
		decided_see(&link->decided, row->id, number);
		decided_see(&link->decided, row->crowd, number);
	}
	if (needs_ranks(link)) {
		link->ranks = mem_grow(link->ranks, &link->ranks_cap, link->n,
			sizeof(*link->ranks));
		link->ranks[number] = rank_of(row);
	}
	if (link->setup.mode == LINK_LIKELY)
		link_gather_add(
			&link->gather, str_view(&row->text), row->whole);
	return number;
}

/* Obey what was decided: what to keep apart first, then what to join. */
static void
obey(struct link *link)
{
	const struct decisions *decisions = link->setup.decisions;

	for (int same = 0; same < 2; same++)
		for (size_t i = 0; i < decisions->n; i++) {
			const struct decision *pair = &decisions->items[i];
			uint32_t a = decided_row(&link->decided, pair->a);
			uint32_t b = decided_row(&link->decided, pair->b);

			if (pair->same != same || a == UINT32_MAX ||
				b == UINT32_MAX)
				continue;
			if (same)
				link_sets_join(
					&link->sets, a, b, LINK_CAUSE_DECIDED);
			else
				link_sets_forbid(&link->sets, a, b);
		}
}

/*
 * The first row of a lead stands for it, which must be the same in whatever
 * order they come.
 */
static void
rank_equal(struct link *link)
{
	const struct link_leads *leads = &link->gather.leads;

	for (uint32_t i = 0; i < leads->n; i++) {
		uint32_t from = leads->first[i], n = leads->first[i + 1] - from;

		if (n > 1)
			link_sets_rank(&link->sets, leads->rows + from, n);
	}
}

/* Rows that say the same are one lead, if what they say is enough. */
static void
join_equal(struct link *link)
{
	const struct link_leads *leads = &link->gather.leads;
	const struct link_model *model = &link->search.model;
	struct link_pairing pairing;

	for (uint32_t i = 0; i < leads->n; i++) {
		uint32_t from = leads->first[i], end = leads->first[i + 1];

		if (end - from < 2)
			continue;
		link_compare(&link->gather.table, NULL, i, i, &pairing);
		if (link_model_weigh(model, &link->gather.table, &pairing) +
				model->prior <
			link->least)
			continue;
		link_sets_join_all(&link->sets, leads->rows + from, end - from,
			LINK_CAUSE_SAME);
	}
}

static void
run_likely(struct link *link, bool quiet)
{
	int doubt = link_weight_of(LINK_DOUBT);

	link->least = link_weight_of(link->setup.threshold);
	link_gather_end(&link->gather);
	rank_equal(link);
	if (!quiet)
		link_gather_warn(&link->gather);
	link_search_run(&link->search, &link->gather.table,
		link->least < doubt ? link->least : doubt, link->setup.jobs);
	if (!quiet)
		link_search_warn(&link->search, &link->gather.table);
	join_equal(link);
	link_cluster_run(
		&link->sets, &link->search, &link->gather.table, link->least);
	link_review_find(link);
}

/* Say which keys are crowded, the worst of each kind. */
static void
warn_crowds(const struct link_exact *exact)
{
	uint64_t keys[LINK_KINDS] = {0}, rows[LINK_KINDS] = {0};

	for (size_t i = 0; i < exact->crowds_n; i++) {
		const struct link_crowd *crowd = &exact->crowds[i];

		keys[crowd->item.kind]++;
		if (crowd->rows > rows[crowd->item.kind])
			rows[crowd->item.kind] = crowd->rows;
	}
	for (int k = 0; k < LINK_KINDS; k++)
		if (keys[k])
			warn(_("%s: %llu rows of different names share one; "
			       "it identifies only with the name "
			       "(so with %llu in all)"),
				link_key_name((enum link_key_kind)k),
				(unsigned long long)rows[k],
				(unsigned long long)keys[k]);
}

void
link_run(struct link *link, uint32_t known, bool quiet)
{
	/* Sorting leaves little of the keys: the sets come after it. */
	link_exact_sort(&link->exact, link->setup.jobs);
	link_sets_init(&link->sets, link->n);
	link->sets.ranks = link->ranks;
	if (link->setup.mode == LINK_NONE && !needs_ids(link))
		return;
	if (link->setup.decisions && link->n)
		obey(link);
	link->sets.known = known;
	link_exact_join(&link->exact, &link->sets, link->names);
	if (!quiet)
		warn_crowds(&link->exact);
	if (link->setup.mode == LINK_LIKELY)
		run_likely(link, quiet);
}

uint32_t
link_first(const struct link *link, uint32_t row)
{
	return link_sets_find(&link->sets, row);
}

uint64_t
link_id_bits(const struct link *link, uint32_t row)
{
	return link->ranks[row] >> LINK_RANK_NAME;
}

uint64_t
link_bits_of(struct view lead_id)
{
	return hash_digest(lead_id).high >> LINK_RANK_NAME;
}

struct link_fate
link_fate(const struct link *link, uint32_t row)
{
	int cause = link->sets.cause[row];
	struct link_fate fate = {.why = LINK_ALONE};

	if (cause >= LINK_CAUSE_WEIGHT) {
		fate.why = LINK_LIKE;
		fate.weight = cause - LINK_CAUSE_WEIGHT;
	} else if (cause == LINK_CAUSE_DECIDED) {
		fate.why = LINK_DECIDED;
	} else if (cause == LINK_CAUSE_SAME) {
		fate.why = LINK_LIKE;
		fate.weight = link->least;
	} else if (cause) {
		fate.why = LINK_KEY;
		fate.key = (enum link_key_kind)(cause - 1);
	}
	return fate;
}

bool
link_has_crowds(const struct link *link)
{
	return link->exact.crowds_n > 0;
}

bool
link_id(const struct link *link, const struct view *fields, struct str *out,
	struct link_scratch *scratch)
{
	struct link_key keys[LINK_KEYS];
	unsigned n = link_keys(&link->columns, fields, keys, scratch);

	if (!n)
		return false;
	if (!link_exact_is_crowded(&link->exact, keys[0].digest))
		return link_lead_id(&link->columns, fields, out, scratch);
	crowd_id(link, fields, keys[0].digest, out, scratch);
	return true;
}
