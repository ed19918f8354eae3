/*
 * lead-import - dumps to leads: open them, read them, account for every row.
 */
#include "forget.h"
#include "import.h"
#include "link/link.h"

#include "base/lang.h"
#include "base/opt.h"

#define AT(member) offsetof(struct settings, member)

static const struct opt opts[] = {
	{'m', "map", OPT_TEXT, "MAP", AT(map),
		N_("read from MAP which header is which column")},
	{'s', "source", OPT_TEXT, "SOURCE", AT(source),
		N_("where the leads come from")},
	{0, "import-id", OPT_TEXT, "ID", AT(import_id),
		N_("mark the leads that this import brings with ID")},
	{'b', "basis", OPT_TEXT, "BASIS", AT(basis),
		N_("the lawful basis for contacting them")},
	{'c', "country", OPT_TEXT, "CC", AT(country),
		N_("the country of rows that name none")},
	{'u', "update", OPT_TEXT, "LEADS", AT(update),
		N_("add to the leads in LEADS, which come first")},
	{'U', "store", OPT_FLAG, NULL, AT(store),
		N_("update the store's leads.tsv")},
	{'d', "duplicates", OPT_CHOICE, "none|exact|likely", AT(duplicates),
		N_("how duplicates are found (default exact)")},
	{0, "dedupe", OPT_CHOICE, "none|exact|likely", AT(duplicates),
		N_("the same as --duplicates")},
	{0, "threshold", OPT_TEXT, "P", AT(threshold),
		N_("join likely duplicates from probability P on")},
	{0, "match-on", OPT_TEXT, "LIST", AT(match_on),
		N_("compare these columns, too")},
	{'p', "pairs", OPT_TEXT, "PAIRS", AT(pairs),
		N_("write doubtful pairs to PAIRS, to be decided")},
	{0, "decide", OPT_TEXT, "PAIRS", AT(decide),
		N_("obey the decisions in PAIRS, now and later")},
	{0, "keys", OPT_FLAG, NULL, AT(keys),
		N_("add columns to partition the leads by")},
	{'r', "rejects", OPT_TEXT, "REJECTS", AT(rejects),
		N_("keep the rows that were refused in REJECTS")},
	{'t', "trace", OPT_TEXT, "TRACE", AT(trace),
		N_("write to TRACE what became of each row")},
	{'x', "suppress", OPT_TEXT, "SUPPRESS", AT(suppress),
		N_("leave out who is listed in SUPPRESS")},
	{0, "forget", OPT_TEXT, "KEY", AT(forget),
		N_("erase a person from the whole store")},
	{0, "encoding", OPT_TEXT, "NAME", AT(encoding),
		N_("the input's encoding, as iconv calls it")},
	{0, "as-is", OPT_FLAG, NULL, AT(as_is),
		N_("only read: no mapping, nothing normalised")},
	{0, "show-map", OPT_FLAG, NULL, AT(show_map),
		N_("print which header is which column and end")},
	{0, "drop-unmapped", OPT_FLAG, NULL, AT(drop_unmapped),
		N_("leave out columns that are not known")},
};

static const struct program program = {
	.name = "lead-import",
	.purpose = N_("Turn dumps into lead records, every row accounted for."),
	.synopsis = "[-U | -u LEADS] [-s SOURCE] [-r REJECTS] [file ...]\n"
		    "--as-is [file ...]\n"
		    "--show-map [-m MAP] [file ...]\n"
		    "--forget KEY",
	.example = "lead-import -s spring-fair -c GB -r rejects.tsv dump.csv",
	.opts = opts,
	.opts_n = sizeof(opts) / sizeof(*opts),
};

int
main(int argc, char **argv)
{
	struct settings set = {.duplicates = LINK_EXACT};

	argv += opt_parse(&program, argc, argv, &set);
	settings_agree(&set, &program, argv);
	settings_check(&set);
	if (set.forget)
		return (int)forget_run(&set);
	opt_need_input(&program, argv);
	return (int)import_run(&set, argv);
}
