#include "link_cluster.h"

#define NOBODY UINT32_MAX
#define MOST 120 /* tenths of bits: no pair of leads has more of a say */

/* Two groups that were not joined, and how many leads they had then. */
struct refusal {
	uint64_t groups; /* 0: a free place */
	uint32_t leads;
};

struct cluster {
	struct link_sets *sets;
	const struct link_search *search;
	const struct link_table *table;
	uint32_t *head, *tail;	 /* owned: of a set's lowest row: its leads */
	uint32_t *count;	 /* owned: how many leads that are */
	uint32_t *next;		 /* owned: of a lead: the next of its group */
	struct refusal *refused; /* owned: by hash */
	size_t refused_n, refused_size;
};

static uint32_t
row_of(const struct cluster *cluster, uint32_t lead)
{
	const struct link_leads *leads = cluster->table->leads;

	return leads->rows[leads->first[lead]];
}

/* Put the chain of leads that begins at head behind that of a group. */
static void
append(struct cluster *cluster, uint32_t group, uint32_t head, uint32_t tail,
	uint32_t count)
{
	if (cluster->head[group] == NOBODY)
		cluster->head[group] = head;
	else
		cluster->next[cluster->tail[group]] = head;
	cluster->tail[group] = tail;
	cluster->count[group] += count;
}

static void
begin(struct cluster *cluster)
{
	size_t rows = cluster->sets->n;
	uint32_t leads = cluster->table->leads->n;

	cluster->head = mem_new(rows, sizeof(*cluster->head));
	cluster->tail = mem_new(rows, sizeof(*cluster->tail));
	cluster->count = mem_new(rows, sizeof(*cluster->count));
	cluster->next = mem_new(leads, sizeof(*cluster->next));
	cluster->refused_size = 1024;
	cluster->refused =
		mem_new(cluster->refused_size, sizeof(*cluster->refused));
	for (size_t i = 0; i < rows; i++)
		cluster->head[i] = NOBODY;
	for (uint32_t i = 0; i < leads; i++)
		cluster->next[i] = NOBODY;
	for (uint32_t i = 0; i < leads; i++)
		append(cluster,
			link_sets_find(cluster->sets, row_of(cluster, i)), i, i,
			1);
}

static void
end(struct cluster *cluster)
{
	mem_free(cluster->head);
	mem_free(cluster->tail);
	mem_free(cluster->count);
	mem_free(cluster->next);
	mem_free(cluster->refused);
}

/* Where two groups are, or would be, among the refusals. */
static struct refusal *
refusal_at(const struct cluster *cluster, uint64_t groups)
{
	size_t mask = cluster->refused_size - 1;
	size_t at = (groups * UINT64_C(0x9E3779B97F4A7C15) >> 20) & mask;

	while (cluster->refused[at].groups &&
		cluster->refused[at].groups != groups)
		at = (at + 1) & mask;
	return &cluster->refused[at];
}

static void
refuse(struct cluster *cluster, uint64_t groups, uint32_t leads)
{
	struct refusal *at, *old = cluster->refused;
	size_t n = cluster->refused_size;

	if (cluster->refused_n * 2 > n) {
		cluster->refused_size *= 2;
		cluster->refused = mem_new(
			cluster->refused_size, sizeof(*cluster->refused));
		for (size_t i = 0; i < n; i++)
			if (old[i].groups)
				*refusal_at(cluster, old[i].groups) = old[i];
		mem_free(old);
	}
	at = refusal_at(cluster, groups);
	cluster->refused_n += !at->groups;
	*at = (struct refusal){groups, leads};
}

/* Do the leads of two groups speak for joining them? */
static bool
agree(const struct cluster *cluster, uint32_t group_a, uint32_t group_b)
{
	struct link_pairing pairing;
	int64_t sum = 0;
	uint32_t a = cluster->head[group_a];

	for (int i = 0; i < LINK_ACROSS && a != NOBODY; i++) {
		uint32_t b = cluster->head[group_b];

		for (int j = 0; j < LINK_ACROSS && b != NOBODY; j++) {
			int weight;

			link_compare(cluster->table, NULL, a < b ? a : b,
				a < b ? b : a, &pairing);
			if (pairing.apart == LINK_COLLEAGUES)
				return false;
			weight = pairing.apart
				? -MOST
				: link_model_weigh(&cluster->search->model,
					  cluster->table, &pairing) +
					cluster->search->model.prior;
			sum += weight > MOST	 ? MOST
				: weight < -MOST ? -MOST
						 : weight;
			b = cluster->next[b];
		}
		a = cluster->next[a];
	}
	return sum >= 0;
}

static void
consider(struct cluster *cluster, const struct link_edge *edge)
{
	struct link_sets *sets = cluster->sets;
	uint32_t a = link_sets_find(sets, row_of(cluster, edge->a));
	uint32_t b = link_sets_find(sets, row_of(cluster, edge->b));
	uint64_t groups = link_pair_of(a, b);
	uint32_t leads = cluster->count[a] + cluster->count[b];
	uint32_t low = a < b ? a : b, high = a < b ? b : a;
	struct refusal *refused;

	if (a == b)
		return;
	refused = refusal_at(cluster, groups);
	if (refused->groups && refused->leads == leads)
		return;
	if ((leads > 2 && !agree(cluster, a, b)) ||
		!link_sets_join(sets, a, b,
			(uint16_t)(LINK_CAUSE_WEIGHT + edge->weight))) {
		refuse(cluster, groups, leads);
		return;
	}
	/* The chain of edge->a's group first, whichever row is lower. */
	if (low == a) {
		append(cluster, a, cluster->head[high], cluster->tail[high],
			cluster->count[high]);
		return;
	}
	cluster->next[cluster->tail[a]] = cluster->head[b];
	cluster->head[b] = cluster->head[a];
	cluster->count[b] += cluster->count[a];
}

void
link_cluster_run(struct link_sets *sets, const struct link_search *search,
	const struct link_table *table, int threshold)
{
	struct cluster cluster = {
		.sets = sets, .search = search, .table = table};

	begin(&cluster);
	for (size_t i = 0; i < search->n; i++)
		if (search->edges[i].weight >= threshold)
			consider(&cluster, &search->edges[i]);
	end(&cluster);
}
