#include "lead/name.h"

#include "base/utf8.h"
#include "lead/fold.h"
#include "lead/lexicon.h"
#include "lead/name_case.h"

/* How many words of a name are told apart; what is beyond stays together. */
#define WORDS_MAX 12

/* Folded, without stops. */
static const char *const salutations[] = {"ald", "athro", "capt", "captain",
	"cllr", "cmdr", "col", "cpl", "cynghorydd", "dame", "doctor", "dr",
	"drs", "father", "fr", "frau", "gen", "herr", "hon", "ing", "ir",
	"lady", "lord", "lt", "madame", "maj", "major", "master", "messrs",
	"miss", "mlle", "mme", "monsieur", "mr", "mrs", "ms", "mx", "parch",
	"prof", "professor", "rabbi", "rev", "revd", "reverend", "senor",
	"senora", "sgt", "sheikh", "sig", "signor", "sir", "sr", "sra"};

static const char *const suffixes[] = {"beng", "bsc", "cbe", "cdir", "ceng",
	"cfa", "cima", "cipd", "cpa", "dphil", "esq", "esquire", "faca", "fca",
	"fcca", "frcs", "frsa", "ii", "iii", "iv", "jnr", "jr", "kbe", "kc",
	"llb", "llm", "mba", "mbbs", "mbe", "mcipd", "mcips", "md", "mp", "msc",
	"obe", "phd", "pmp", "qc", "senior", "snr", "sr"};

/* A company where a person should be: "Acme, Ltd" is not turned round. */
static const char *const forms[] = {"cyf", "cyfyngedig", "gmbh", "inc",
	"limited", "llc", "llp", "ltd", "plc"};

/* Words that belong to the last name that follows. */
static const char *const particles[] = {"ab", "af", "al", "ap", "av", "aw",
	"bin", "bint", "da", "dal", "das", "de", "degli", "dei", "del", "della",
	"dello", "den", "der", "des", "di", "do", "dos", "du", "el", "ferch",
	"la", "las", "le", "lo", "los", "mac", "mc", "merch", "ni", "o", "op",
	"st", "te", "ten", "ter", "thoe", "tot", "ua", "ui", "van", "vande",
	"vanden", "vander", "vom", "von", "vonder", "y", "zu", "zum", "zur"};

/* Common first names: see name_is_person(). */
static const char *const firsts[] = {"adam", "adrian", "alan", "aled", "alex",
	"alexander", "alice", "alison", "alun", "alwyn", "amanda", "amy",
	"andrea", "andrew", "andy", "angela", "angharad", "ann", "anna", "anne",
	"annie", "anthony", "antonio", "aoife", "arthur", "barry", "ben",
	"benjamin", "beth", "bethan", "bob", "brenda", "brian", "bronwen",
	"bryn", "carl", "carlos", "carol", "caroline", "carys", "catherine",
	"catrin", "ceri", "charles", "charlotte", "chloe", "chris", "christine",
	"christopher", "ciaran", "claire", "clive", "colin", "craig", "dafydd",
	"dan", "daniel", "darren", "dave", "david", "dawn", "dean", "deborah",
	"delyth", "denise", "dennis", "derek", "dewi", "diana", "donald",
	"donna", "dorothy", "douglas", "duncan", "dylan", "edward", "eirlys",
	"eleanor", "elen", "eleri", "elin", "elizabeth", "ellen", "eluned",
	"elwyn", "emily", "emma", "emrys", "eric", "eurwyn", "evan", "ffion",
	"fiona", "frances", "francis", "frank", "fred", "gareth", "gary",
	"gavin", "geoffrey", "george", "geraint", "gerald", "gethin", "gillian",
	"glenn", "glyn", "gordon", "graham", "greg", "gwen", "gwenllian",
	"gwilym", "gwyn", "gwyneth", "hannah", "harriet", "harry", "hayley",
	"heather", "helen", "henry", "howard", "hugh", "huw", "hywel", "iain",
	"ian", "idris", "ieuan", "ifan", "ioan", "iolo", "irene", "isaac",
	"isabel", "isla", "iwan", "jack", "jacob", "jacqueline", "jake",
	"james", "jan", "jane", "janet", "jason", "jean", "jennifer", "jenny",
	"jeremy", "jessica", "jill", "jim", "joan", "joanna", "joanne", "joe",
	"john", "jonathan", "jose", "joseph", "joshua", "joyce", "juan",
	"judith", "julia", "julian", "julie", "karen", "kate", "katherine",
	"kathleen", "katie", "keith", "kelly", "ken", "kenneth", "kevin",
	"kieran", "laura", "lauren", "lee", "leo", "leon", "lewis", "liam",
	"linda", "lisa", "lloyd", "llyr", "louise", "lowri", "lucy", "luke",
	"lynn", "mair", "malcolm", "marc", "margaret", "mari", "maria", "marie",
	"mark", "martin", "mary", "matt", "matthew", "maureen", "meg", "megan",
	"meinir", "menna", "michael", "michelle", "mike", "mohammed", "moira",
	"morgan", "muhammad", "myfanwy", "natalie", "nathan", "neil", "nerys",
	"nia", "niamh", "nicholas", "nick", "nicola", "nigel", "oliver",
	"olivia", "osian", "owain", "owen", "pamela", "patricia", "patrick",
	"paul", "paula", "pauline", "pedro", "peter", "phil", "philip",
	"phillip", "rachel", "ralph", "raymond", "rebecca", "rhian", "rhiannon",
	"rhodri", "rhys", "richard", "robert", "robin", "roger", "ronald",
	"rory", "rosemary", "roy", "russell", "ruth", "ryan", "sally", "sam",
	"samantha", "samuel", "sandra", "sara", "sarah", "scott", "sean",
	"sharon", "sheila", "shirley", "sian", "simon", "sion", "sioned",
	"sophie", "stephanie", "stephen", "steve", "steven", "stuart", "susan",
	"suzanne", "sylvia", "terence", "teresa", "terry", "thomas", "tim",
	"timothy", "tom", "tomos", "tony", "tracey", "trevor", "tudur",
	"valerie", "victoria", "vincent", "wayne", "wendy", "will", "william",
	"yvonne", "zoe"};

/* Words of businesses, not of people: "Dean Street Foods". */
static const char *const trades[] = {"academy", "accountants", "agency",
	"architects", "associates", "bakery", "bank", "builders", "building",
	"cafe", "care", "centre", "cleaning", "clinic", "club", "coaches",
	"college", "communications", "company", "construction", "consultancy",
	"consultants", "consulting", "council", "court", "dental", "design",
	"developments", "digital", "electrical", "energy", "engineering",
	"engineers", "enterprises", "estate", "estates", "events", "farm",
	"farms", "finance", "foods", "foundation", "furniture", "garage",
	"garden", "gardens", "group", "hall", "haulage", "health", "heating",
	"holdings", "homes", "hospital", "hotel", "house", "industries", "inn",
	"insurance", "interiors", "international", "investments", "joinery",
	"kitchens", "lane", "law", "legal", "lodge", "logic", "logistics",
	"management", "marketing", "media", "motors", "museum", "office",
	"park", "partners", "partnership", "pharmacy", "photography",
	"plastics", "plumbing", "press", "print", "printing", "products",
	"properties", "property", "recruitment", "restaurant", "retail", "road",
	"roofing", "salon", "school", "security", "services", "shop",
	"software", "solicitors", "solutions", "sport", "sports", "store",
	"stores", "street", "studio", "studios", "supplies", "surgery",
	"systems", "technologies", "technology", "textiles", "theatre",
	"trading", "training", "transport", "travel", "trust", "university",
	"ventures", "works", "workshop"};

/* A name cut into words: views into it. */
struct parts {
	struct view word[WORDS_MAX];
	size_t n;
	bool whole; /* nothing is left over */
};

static void
parts_cut(struct view v, struct parts *out)
{
	out->n = 0;
	while (v.len) {
		size_t n = 0;

		while (v.len && (unsigned char)v.at[0] <= ' ')
			v = view_from(v, 1);
		while (n < v.len && (unsigned char)v.at[n] > ' ')
			n++;
		if (!n)
			break;
		if (out->n == WORDS_MAX)
			break;
		out->word[out->n++] = view_upto(v, n);
		v = view_from(v, n);
	}
	out->whole = !v.len;
}

/* Is a word, folded and without stops, in the table? */
static bool
is_one_of(struct view word, struct lexicon table)
{
	char room[640];
	struct str key = {room, 0, sizeof(room)}; /* never grows */
	size_t n = 0;

	if (word.len > 48)
		return false;
	fold_key(word, &key);
	/* "Ph.D." folds to "ph d" */
	for (size_t i = 0; i < key.len; i++)
		if (key.data[i] != ' ')
			key.data[n++] = key.data[i];
	return lexicon_find(table, (struct view){key.data, n}) != NULL;
}

/* All from the first word to the last, as one view. */
static struct view
span(const struct parts *p, size_t first, size_t end)
{
	const struct view *last;

	if (first >= end)
		return (struct view){0};
	last = &p->word[end - 1];
	return (struct view){p->word[first].at,
		(size_t)(last->at + last->len - p->word[first].at)};
}

/* Words first..end, none of them title or suffix, in order first-last. */
static void
split_western(const struct parts *p, size_t first, size_t end, struct name *out)
{
	size_t last = end - 1;

	if (end - first > 1 && p->word[first].at[0] >= 'a' &&
		is_one_of(p->word[first], LEXICON(particles))) {
		out->last = span(p, first, end); /* "van der Berg" */
		return;
	}
	out->first = p->word[first];
	if (end - first == 1)
		return;
	/* particles reach back from the last word, but not to the first */
	while (last > first + 1 &&
		is_one_of(p->word[last - 1], LEXICON(particles)))
		last--;
	out->middle = span(p, first + 1, last);
	out->last = span(p, last, end);
}

/* "Y Parch", "Yr Athro": the article alone may be an initial. */
static bool
is_title(const struct parts *p, size_t i, size_t end)
{
	if (i + 2 < end &&
		(view_same(p->word[i], VIEW("y")) ||
			view_same(p->word[i], VIEW("yr"))))
		i++;
	return is_one_of(p->word[i], LEXICON(salutations));
}

/* Where the name proper begins behind titles, and ends before suffixes. */
static void
trim_titles(const struct parts *p, size_t *first, size_t *end)
{
	while (*first + 1 < *end && is_title(p, *first, *end))
		(*first)++;
	while (*end - *first > 2 &&
		is_one_of(p->word[*end - 1], LEXICON(suffixes)))
		(*end)--;
}

/* How many words stand before a bracket: "Rees, Nia (Cardiff)". */
static size_t
trim_bracket(const struct parts *p)
{
	size_t end = 1;

	while (end < p->n && p->word[end].at[0] != '(')
		end++;
	return end;
}

/* "Last, First Middle" or "First Last, PhD": split at the comma. */
static bool
split_comma(struct view full, struct name *out)
{
	size_t comma = view_find_byte(full, ',');
	struct view head = view_trim(view_upto(full, comma));
	struct view tail = view_trim(view_from(full, comma + 1));
	struct parts p;
	size_t first = 0, end;

	if (comma == full.len || !head.len)
		return false;
	parts_cut(view_upto(tail, view_find_byte(tail, ',')), &p);
	if (p.n == 1 && is_one_of(p.word[0], LEXICON(forms))) {
		out->last = full;
		return true;
	}
	if (!p.n || is_one_of(p.word[0], LEXICON(suffixes))) {
		name_split(head, out);
		if (!out->suffix.len)
			out->suffix = tail;
		return true;
	}
	end = trim_bracket(&p);
	out->suffix = span(&p, end, p.n);
	p.n = end;
	trim_titles(&p, &first, &end);
	out->salutation = span(&p, 0, first);
	/* "Berg, Jan van der": the particles go with the last name */
	while (end > first + 1 &&
		is_one_of(p.word[end - 1], LEXICON(particles)))
		end--;
	out->first = p.word[first];
	out->middle = span(&p, first + 1, end);
	out->last = head;
	if (end < p.n)
		out->particle = span(&p, end, p.n);
	return true;
}

void
name_split(struct view full, struct name *out)
{
	struct parts p;
	size_t first = 0, end;

	*out = (struct name){0};
	if (split_comma(full, out))
		return;
	parts_cut(full, &p);
	if (!p.n)
		return;
	if (!p.whole) {
		out->first = p.word[0];
		out->last = view_trim(
			view_from(full, (size_t)(p.word[1].at - full.at)));
		return;
	}
	end = p.n;
	trim_titles(&p, &first, &end);
	out->salutation = span(&p, 0, first);
	if (end < p.n)
		out->suffix = span(&p, end, p.n);
	split_western(&p, first, end, out);
}

static void
join_part(struct view part, size_t start, struct str *out)
{
	if (!part.len)
		return;
	if (out->len > start)
		str_byte(out, ' ');
	str_put(out, part);
}

void
name_join(const struct name *name, struct str *out)
{
	size_t start = out->len, len;
	struct view joined;

	join_part(name->first, start, out);
	join_part(name->middle, start, out);
	join_part(name->particle, start, out);
	join_part(name->last, start, out);
	join_part(name->suffix, start, out);
	if (name_is_plain(str_tail(out, start)))
		return;
	/* room enough that out stays where it is: see name_normalise() */
	str_reserve(out, 4 * (out->len - start) + 1);
	joined = str_tail(out, start);
	name_normalise(joined, out);
	len = out->len - start - joined.len;
	memmove(out->data + start, joined.at + joined.len, len);
	out->len = start + len;
}

bool
name_is_person(struct view in)
{
	struct parts p;

	parts_cut(in, &p);
	if (p.n < 2 || p.n > 5)
		return false;
	for (size_t i = 0; i < in.len; i++) {
		char c = in.at[i];

		if ((c >= '0' && c <= '9') || c == '&' || c == '@' ||
			c == '/' || c == '(')
			return false;
	}
	if (!is_one_of(p.word[0], LEXICON(firsts)) &&
		!is_one_of(p.word[0], LEXICON(salutations)))
		return false;
	for (size_t i = 1; i < p.n; i++)
		if (is_one_of(p.word[i], LEXICON(trades)))
			return false;
	return true;
}
