#include "headers_ask.h"

#include "stops.h"

#include "lead/fold.h"

/* What a header is about that has one of these words is something else. */
static const char *const elsewhere[] = {"best", "time", "times", "date",
	"timestamp", "reason", "source", "count", "number", "name", "names",
	"topic", "topics", "language", "frequency", "untick", "uncheck",
	"unless", "dyddiad", "amser", "rheswm"};

/* So it is if one of these stands before what asks: then it asks for more. */
static const char *const questions[] = {"when", "what", "which", "how", "why",
	"where", "who", "pryd", "sut", "wann", "welche", "warum", "quand",
	"comment", "pourquoi", "cuando", "como", "quando", "come", "wanneer",
	"welke", "waarom"};

/* Says nothing of when, though it has words that do. */
static const char *const idle[] = {
	"up to date", "from time to time", "at any time"};

/* Asks the person to say no. */
static const char *const refusing[] = {"do not", "dont", "not to be",
	"not wish", "not want", "not like", "no longer wish", "no longer want",
	"rather not", "prefer not", "object to", "remove me", "take me off",
	"no more", "peidiwch", "tynnwch fi", "ddim eisiau", "nid wyf", "nicht",
	"keine", "ne pas", "ne souhaite pas", "ne veux pas", "no quiero",
	"no deseo", "non voglio", "non desidero", "niet", "geen"};

/* The same, unless leave was asked for before it: then it is but an offer. */
static const char *const leaving[] = {
	"opt out", "opt me out", "opted out", "unsubscribe"};

/* Asks the person to say yes. */
static const char *const permitting[] = {"may we", "can we", "could we",
	"allow us", "we may", "we can", "permission", "agree to", "agree that",
	"consent to", "happy to", "happy for", "ok to", "okay to", "to receive",
	"receiving", "hear from", "like us to", "want us to", "opt in",
	"opt me in", "opted in", "sign me up", "sign up to", "sign up for",
	"keep me", "send me", "subscribe to", "newsletter signup",
	"newsletter sign up", "newsletter subscription",
	"join our mailing list", "accept", "gawn ni", "cytuno i", "hapus i",
	"dderbyn", "caniatau", "durfen wir", "einverstanden", "stimme zu",
	"ich mochte", "mochten sie", "souhaitez vous", "je souhaite",
	"acceptez vous", "jaccepte", "pouvons nous", "quiero recibir",
	"deseo recibir", "acepto", "podemos", "desidero ricevere", "acconsento",
	"possiamo", "mogen wij", "mogen we", "ik wil", "akkoord"};

/* Asks whether they take it, when there is nothing else in the header. */
static const char *const alone[] = {
	" cylchlythyr ", " mailing list ", " newsletter ", " newsletters "};

/* The same, but only with a question mark: "Marketing?" */
static const char *const asked[] = {" contact ", " email ", " emails ",
	" gdpr ", " gdpr ok ", " marchnata ", " marketing ", " marketing ok ",
	" offers ", " sms ", " texts "};

#define ANY (POST << 1) /* contact, by no channel in particular */

/*
 * What is asked for.  A text is taken out where it is found, so that longer
 * ones go first.  Mail may be either.
 */
static const struct {
	const char *words;
	unsigned by;
} channels[] = {
	{"e mail", EMAIL},
	{"e mails", EMAIL},
	{"email", EMAIL},
	{"emails", EMAIL},
	{"emailed", EMAIL},
	{"newsletter", EMAIL},
	{"newsletters", EMAIL},
	{"mailing list", EMAIL},
	{"e bost", EMAIL},
	{"ebost", EMAIL},
	{"cylchlythyr", EMAIL},
	{"text message", SMS},
	{"text messages", SMS},
	{"text", SMS},
	{"texts", SMS},
	{"sms", SMS},
	{"neges destun", SMS},
	{"tecst", SMS},
	{"call", CALL},
	{"calls", CALL},
	{"called", CALL},
	{"phone", CALL},
	{"phoned", CALL},
	{"telephone", CALL},
	{"ring you", CALL},
	{"ffonio", CALL},
	{"ffon", CALL},
	{"post", POST},
	{"postal", POST},
	{"llythyr", POST},
	{"mail", EMAIL | POST},
	{"anrufen", CALL},
	{"appeler", CALL},
	{"telephoner", CALL},
	{"llamar", CALL},
	{"llamarle", CALL},
	{"chiamare", CALL},
	{"chiamarla", CALL},
	{"bellen", CALL},
	{"mailen", EMAIL},
	{"courriel", EMAIL},
	{"correo", EMAIL},
	{"contact", ANY},
	{"contacted", ANY},
	{"in touch", ANY},
	{"hear from", ANY},
	{"marketing", ANY},
	{"offers", ANY},
	{"promotions", ANY},
	{"updates", ANY},
	{"updated", ANY},
	{"informed", ANY},
	{"gdpr", ANY},
	{"news", ANY},
	{"cysylltu", ANY},
	{"marchnata", ANY},
	{"cynigion", ANY},
	{"newyddion", ANY},
	{"kontaktieren", ANY},
	{"kontaktiert", ANY},
	{"werbung", ANY},
	{"contacter", ANY},
	{"contacte", ANY},
	{"contactar", ANY},
	{"contactarle", ANY},
	{"contattare", ANY},
	{"contattarla", ANY},
	{"contattato", ANY},
	{"benaderen", ANY},
};

/* The canonical names of a yes, and of a no, by what is asked for. */
static const struct {
	unsigned by;
	const char *permission, *refusal;
} names[] = {
	{EMAIL, "optin", "email_optout"},
	{CALL, "call_optin", "phone_optout"},
	{SMS, "sms_optin", "do_not_sms"},
	{POST, "post_optin", "do_not_post"},
};

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

/* Where whole words stand in a text that has a blank at both ends. */
static char *
find_words(struct str *text, const char *words)
{
	size_t len = strlen(words);
	struct view rest = str_view(text);

	while (rest.len > len) {
		size_t at = view_find(rest, view_of(words));

		if (at == rest.len)
			return NULL;
		if (at && rest.at[at - 1] == ' ' && rest.at[at + len] == ' ')
			return text->data + (rest.at - text->data) + at;
		rest = view_from(rest, at + 1);
	}
	return NULL;
}

/* Where the first of some texts stands, or NULL. */
static const char *
find_first(struct str *text, const char *const *words, size_t n)
{
	const char *first = NULL;

	for (size_t i = 0; i < n; i++) {
		const char *at = find_words(text, words[i]);

		if (at && (!first || at < first))
			first = at;
	}
	return first;
}

/* Take a text out wherever it stands. */
static bool
take_out(struct str *text, const char *words)
{
	bool found = false;
	char *at;

	while ((at = find_words(text, words))) {
		memset(at, '.', strlen(words));
		found = true;
	}
	return found;
}

/* Which channels are named; takes their names out of the text. */
static unsigned
take_channels(struct str *text)
{
	unsigned by = 0;

	for (size_t i = 0; i < COUNT(channels); i++)
		if (take_out(text, channels[i].words))
			by |= channels[i].by;
	return by;
}

static const char *
name_of(unsigned by, bool refusal)
{
	for (size_t i = 0; i < COUNT(names); i++)
		if ((by & ~(unsigned)ANY) == names[i].by)
			return refusal ? names[i].refusal : names[i].permission;
	return refusal ? "no_contact" : "contact_optin";
}

/*
 * Where a folded header asks, and whether it offers to refuse; or NULL.
 * marked: there is a question mark.
 */
static const char *
find_asking(struct str *text, bool marked, bool *refusal)
{
	const char *refuse = find_first(text, refusing, COUNT(refusing));
	const char *leave = find_first(text, leaving, COUNT(leaving));
	const char *permit = find_first(text, permitting, COUNT(permitting));

	if (leave && (!permit || leave < permit) && !refuse)
		refuse = leave;
	for (size_t i = 0; i < COUNT(alone); i++)
		if (view_is(str_view(text), alone[i]))
			permit = text->data;
	for (size_t i = 0; marked && i < COUNT(asked); i++)
		if (view_is(str_view(text), asked[i]))
			permit = text->data;
	*refusal = refuse != NULL;
	return !permit || (refuse && refuse < permit) ? refuse : permit;
}

/* Is it about something else than whether? */
static bool
is_elsewhere(struct str *text, const char *asking)
{
	const char *question = find_first(text, questions, COUNT(questions));

	return (question && question < asking) ||
		find_first(text, elsewhere, COUNT(elsewhere));
}

/* What is in brackets is not what is asked. */
struct view
headers_ask(struct view name)
{
	struct str text = {0};
	struct view found = {0};
	const char *asking;
	bool refusal;

	str_byte(&text, ' ');
	fold_key(view_upto(name, view_find_byte(name, '(')), &text);
	str_byte(&text, ' ');
	for (size_t i = 0; i < COUNT(idle); i++)
		take_out(&text, idle[i]);
	asking = find_asking(
		&text, view_find_byte(name, '?') < name.len, &refusal);
	if (asking && !is_elsewhere(&text, asking)) {
		unsigned by = take_channels(&text);

		if (by)
			found = view_of(name_of(by, refusal));
	}
	str_fini(&text);
	return found;
}
