#include "lead/flag.h"

#include "lead/fold.h"
#include "lead/lexicon.h"

/* A folded word: what it answers, and what it says of an opt-out by itself. */
struct flag_word {
	const char *word;
	enum flag answer, opt_out;
};

static const struct flag_word flag_words[] = {
	{"", FLAG_ABSENT, FLAG_ABSENT},
	{"0", FLAG_NO, FLAG_ABSENT},
	{"0 0", FLAG_NO, FLAG_ABSENT},
	{"1", FLAG_YES, FLAG_ABSENT},
	{"1 0", FLAG_YES, FLAG_ABSENT},
	{"abgelehnt", FLAG_YES, FLAG_YES},
	{"abgemeldet", FLAG_YES, FLAG_YES},
	{"accept", FLAG_YES, FLAG_ABSENT},
	{"accepted", FLAG_YES, FLAG_ABSENT},
	{"accetto", FLAG_YES, FLAG_ABSENT},
	{"accorde", FLAG_NO, FLAG_NO},
	{"acepto", FLAG_YES, FLAG_ABSENT},
	{"agree", FLAG_YES, FLAG_ABSENT},
	{"agreed", FLAG_YES, FLAG_ABSENT},
	{"akkoord", FLAG_YES, FLAG_ABSENT},
	{"allow", FLAG_NO, FLAG_NO},
	{"allowed", FLAG_NO, FLAG_NO},
	{"anghywir", FLAG_NO, FLAG_ABSENT},
	{"anhysbys", FLAG_ABSENT, FLAG_ABSENT},
	{"blacklisted", FLAG_YES, FLAG_YES},
	{"blocked", FLAG_YES, FLAG_YES},
	{"blocklisted", FLAG_YES, FLAG_YES},
	{"checked", FLAG_YES, FLAG_ABSENT},
	{"clean", FLAG_NO, FLAG_NO},
	{"cleaned", FLAG_YES, FLAG_YES},
	{"clear", FLAG_NO, FLAG_NO},
	{"confirmed", FLAG_NO, FLAG_NO},
	{"confirmed opt in", FLAG_NO, FLAG_NO},
	{"consent given", FLAG_NO, FLAG_NO},
	{"consent refused", FLAG_YES, FLAG_YES},
	{"consent withdrawn", FLAG_YES, FLAG_YES},
	{"consented", FLAG_NO, FLAG_NO},
	{"ctps registered", FLAG_YES, FLAG_YES},
	{"cytuno", FLAG_YES, FLAG_ABSENT},
	{"cywir", FLAG_YES, FLAG_ABSENT},
	{"dad danysgrifio", FLAG_YES, FLAG_YES},
	{"daily", FLAG_YES, FLAG_ABSENT},
	{"ddim ar y tps", FLAG_NO, FLAG_NO},
	{"declined", FLAG_YES, FLAG_YES},
	{"denied", FLAG_YES, FLAG_YES},
	{"desabonne", FLAG_YES, FLAG_YES},
	{"desinscrit", FLAG_YES, FLAG_YES},
	{"dim caniatad", FLAG_YES, FLAG_YES},
	{"dim cydsyniad", FLAG_YES, FLAG_YES},
	{"dnc", FLAG_YES, FLAG_YES},
	{"do", FLAG_YES, FLAG_ABSENT},
	{"do not allow", FLAG_YES, FLAG_YES},
	{"do not call", FLAG_YES, FLAG_YES},
	{"do not contact", FLAG_YES, FLAG_YES},
	{"do not email", FLAG_YES, FLAG_YES},
	{"do not mail", FLAG_YES, FLAG_YES},
	{"do not market", FLAG_YES, FLAG_YES},
	{"do not phone", FLAG_YES, FLAG_YES},
	{"do not post", FLAG_YES, FLAG_YES},
	{"do not text", FLAG_YES, FLAG_YES},
	{"donne", FLAG_NO, FLAG_NO},
	{"dont call", FLAG_YES, FLAG_YES},
	{"dont contact", FLAG_YES, FLAG_YES},
	{"dont email", FLAG_YES, FLAG_YES},
	{"double opt in", FLAG_NO, FLAG_NO},
	{"einverstanden", FLAG_YES, FLAG_ABSENT},
	{"erased", FLAG_YES, FLAG_YES},
	{"erteilt", FLAG_NO, FLAG_NO},
	{"events", FLAG_YES, FLAG_ABSENT},
	{"explicit", FLAG_NO, FLAG_NO},
	{"explicit opt in", FLAG_NO, FLAG_NO},
	{"express", FLAG_NO, FLAG_NO},
	{"f", FLAG_NO, FLAG_ABSENT},
	{"falsch", FLAG_NO, FLAG_ABSENT},
	{"false", FLAG_NO, FLAG_ABSENT},
	{"faux", FLAG_NO, FLAG_ABSENT},
	{"freely given consent from contact", FLAG_NO, FLAG_NO},
	{"given", FLAG_NO, FLAG_NO},
	{"granted", FLAG_NO, FLAG_NO},
	{"gwir", FLAG_YES, FLAG_ABSENT},
	{"i accept", FLAG_YES, FLAG_ABSENT},
	{"i agree", FLAG_YES, FLAG_ABSENT},
	{"i consent", FLAG_YES, FLAG_ABSENT},
	{"i do", FLAG_YES, FLAG_ABSENT},
	{"i give consent", FLAG_YES, FLAG_ABSENT},
	{"i give my consent", FLAG_YES, FLAG_ABSENT},
	{"ich stimme zu", FLAG_YES, FLAG_ABSENT},
	{"ie", FLAG_YES, FLAG_ABSENT},
	{"j accepte", FLAG_YES, FLAG_ABSENT},
	{"ja", FLAG_YES, FLAG_ABSENT},
	{"jaccepte", FLAG_YES, FLAG_ABSENT},
	{"listed", FLAG_YES, FLAG_YES},
	{"marketing", FLAG_YES, FLAG_ABSENT},
	{"marketing contact", FLAG_NO, FLAG_NO},
	{"monthly", FLAG_YES, FLAG_ABSENT},
	{"n", FLAG_NO, FLAG_ABSENT},
	{"n a", FLAG_ABSENT, FLAG_ABSENT},
	{"na", FLAG_ABSENT, FLAG_ABSENT},
	{"na chewch", FLAG_NO, FLAG_ABSENT},
	{"nac oes", FLAG_NO, FLAG_ABSENT},
	{"nac ydw", FLAG_NO, FLAG_ABSENT},
	{"nac ydy", FLAG_NO, FLAG_ABSENT},
	{"naddo", FLAG_NO, FLAG_ABSENT},
	{"nag oes", FLAG_NO, FLAG_ABSENT},
	{"nag ydy", FLAG_NO, FLAG_ABSENT},
	{"nage", FLAG_NO, FLAG_ABSENT},
	{"nao", FLAG_NO, FLAG_ABSENT},
	{"nee", FLAG_NO, FLAG_ABSENT},
	{"nein", FLAG_NO, FLAG_ABSENT},
	{"news", FLAG_YES, FLAG_ABSENT},
	{"nicht erteilt", FLAG_YES, FLAG_YES},
	{"no", FLAG_NO, FLAG_ABSENT},
	{"no consent", FLAG_YES, FLAG_YES},
	{"no marketing", FLAG_YES, FLAG_YES},
	{"no match", FLAG_NO, FLAG_NO},
	{"non", FLAG_NO, FLAG_ABSENT},
	{"non marketing contact", FLAG_YES, FLAG_YES},
	{"none", FLAG_ABSENT, FLAG_ABSENT},
	{"not allowed", FLAG_YES, FLAG_YES},
	{"not blocked", FLAG_NO, FLAG_NO},
	{"not consented", FLAG_YES, FLAG_YES},
	{"not found", FLAG_NO, FLAG_NO},
	{"not given", FLAG_YES, FLAG_YES},
	{"not granted", FLAG_YES, FLAG_YES},
	{"not known", FLAG_ABSENT, FLAG_ABSENT},
	{"not listed", FLAG_NO, FLAG_NO},
	{"not on ctps", FLAG_NO, FLAG_NO},
	{"not on tps", FLAG_NO, FLAG_NO},
	{"not on tps ctps", FLAG_NO, FLAG_NO},
	{"not opted in", FLAG_YES, FLAG_YES},
	{"not registered", FLAG_NO, FLAG_NO},
	{"not subscribed", FLAG_YES, FLAG_YES},
	{"null", FLAG_ABSENT, FLAG_ABSENT},
	{"objected", FLAG_YES, FLAG_YES},
	{"objects", FLAG_YES, FLAG_YES},
	{"oes", FLAG_YES, FLAG_ABSENT},
	{"off", FLAG_NO, FLAG_ABSENT},
	{"offers", FLAG_YES, FLAG_ABSENT},
	{"ok", FLAG_YES, FLAG_ABSENT},
	{"ok to call", FLAG_NO, FLAG_NO},
	{"okay", FLAG_YES, FLAG_ABSENT},
	{"on", FLAG_YES, FLAG_ABSENT},
	{"on ctps", FLAG_YES, FLAG_YES},
	{"on tps", FLAG_YES, FLAG_YES},
	{"opposition", FLAG_YES, FLAG_YES},
	{"opt in", FLAG_NO, FLAG_NO},
	{"opt out", FLAG_YES, FLAG_YES},
	{"opted in", FLAG_NO, FLAG_NO},
	{"opted in to marketing", FLAG_NO, FLAG_NO},
	{"opted out", FLAG_YES, FLAG_YES},
	{"opted out of marketing", FLAG_YES, FLAG_YES},
	{"optin", FLAG_NO, FLAG_NO},
	{"optout", FLAG_YES, FLAG_YES},
	{"oui", FLAG_YES, FLAG_ABSENT},
	{"peidiwch a chysylltu", FLAG_YES, FLAG_YES},
	{"product updates", FLAG_YES, FLAG_ABSENT},
	{"quarterly", FLAG_YES, FLAG_ABSENT},
	{"refuse", FLAG_YES, FLAG_YES},
	{"refused", FLAG_YES, FLAG_YES},
	{"registered", FLAG_YES, FLAG_YES},
	{"rejected", FLAG_YES, FLAG_YES},
	{"retire", FLAG_YES, FLAG_YES},
	{"revoked", FLAG_YES, FLAG_YES},
	{"rwyn cytuno", FLAG_YES, FLAG_ABSENT},
	{"safe to call", FLAG_NO, FLAG_NO},
	{"si", FLAG_YES, FLAG_ABSENT},
	{"sim", FLAG_YES, FLAG_ABSENT},
	{"single opt in", FLAG_NO, FLAG_NO},
	{"stop", FLAG_YES, FLAG_YES},
	{"subscribe", FLAG_NO, FLAG_NO},
	{"subscribed", FLAG_NO, FLAG_NO},
	{"suppressed", FLAG_YES, FLAG_YES},
	{"sure", FLAG_YES, FLAG_ABSENT},
	{"t", FLAG_YES, FLAG_ABSENT},
	{"tanysgrifiwyd", FLAG_NO, FLAG_NO},
	{"tps registered", FLAG_YES, FLAG_YES},
	{"true", FLAG_YES, FLAG_ABSENT},
	{"unchecked", FLAG_NO, FLAG_ABSENT},
	{"unknown", FLAG_ABSENT, FLAG_ABSENT},
	{"unregistered", FLAG_NO, FLAG_NO},
	{"unsubscribe", FLAG_YES, FLAG_YES},
	{"unsubscribed", FLAG_YES, FLAG_YES},
	{"unsubscribed from all", FLAG_YES, FLAG_YES},
	{"updates", FLAG_YES, FLAG_ABSENT},
	{"verbal consent", FLAG_YES, FLAG_ABSENT},
	{"vrai", FLAG_YES, FLAG_ABSENT},
	{"wahr", FLAG_YES, FLAG_ABSENT},
	{"wedi cydsynio", FLAG_NO, FLAG_NO},
	{"wedi dad danysgrifio", FLAG_YES, FLAG_YES},
	{"wedi gwrthod", FLAG_YES, FLAG_YES},
	{"wedi tanysgrifio", FLAG_NO, FLAG_NO},
	{"wedi tynnu n ol", FLAG_YES, FLAG_YES},
	{"weekly", FLAG_YES, FLAG_ABSENT},
	{"widerrufen", FLAG_YES, FLAG_YES},
	{"widersprochen", FLAG_YES, FLAG_YES},
	{"withdrawn", FLAG_YES, FLAG_YES},
	{"withdrew consent", FLAG_YES, FLAG_YES},
	{"without consent", FLAG_YES, FLAG_YES},
	{"written consent", FLAG_YES, FLAG_ABSENT},
	{"x", FLAG_YES, FLAG_ABSENT},
	{"y", FLAG_YES, FLAG_ABSENT},
	{"ydw", FLAG_YES, FLAG_ABSENT},
	{"ydy", FLAG_YES, FLAG_ABSENT},
	{"yes", FLAG_YES, FLAG_ABSENT},
	{"yes i accept", FLAG_YES, FLAG_ABSENT},
	{"yes i agree", FLAG_YES, FLAG_ABSENT},
	{"yes i consent", FLAG_YES, FLAG_ABSENT},
	{"yes i do", FLAG_YES, FLAG_ABSENT},
	{"yes please", FLAG_YES, FLAG_ABSENT},
	{"zugestimmt", FLAG_YES, FLAG_ABSENT},
};

/*
 * The words above are short: no more than this many bytes are looked at.
 * A character's key has at most 18 letters in 33 bytes (U+FDFA), of 3.
 */
#define FLAG_BYTES 64
#define FLAG_ROOM (12 * FLAG_BYTES)

/* What most programs write, check marks, and boxes with and without one. */
static const struct {
	struct view text;
	struct flag_word is;
} plain[] = {
	{VIEW("yes"), {"yes", FLAG_YES, FLAG_ABSENT}},
	{VIEW("no"), {"no", FLAG_NO, FLAG_ABSENT}},
	{VIEW("0"), {"0", FLAG_NO, FLAG_ABSENT}},
	{VIEW("1"), {"1", FLAG_YES, FLAG_ABSENT}},
	{VIEW("\xE2\x9C\x93"), {"1", FLAG_YES, FLAG_ABSENT}},
	{VIEW("\xE2\x9C\x94"), {"1", FLAG_YES, FLAG_ABSENT}},
	{VIEW("\xE2\x9C\x85"), {"1", FLAG_YES, FLAG_ABSENT}},
	{VIEW("\xE2\x98\x91"), {"1", FLAG_YES, FLAG_ABSENT}},
	{VIEW("\xE2\x98\x92"), {"1", FLAG_YES, FLAG_ABSENT}},
	{VIEW("\xE2\x98\x90"), {"0", FLAG_NO, FLAG_ABSENT}},
};

/* The row of a value; key, empty, gets its words and never grows. */
static const struct flag_word *
word_find(struct view in, struct str *key)
{
	if (in.len > FLAG_BYTES)
		return NULL;
	for (size_t i = 0; i < sizeof(plain) / sizeof(*plain); i++)
		if (view_eq(in, plain[i].text))
			return &plain[i].is;
	fold_key(in, key);
	/* A mark of another kind says something, but not what. */
	if (!key->len && in.len > 1 && (unsigned char)in.at[0] >= 0x80)
		return NULL;
	return lexicon_find(LEXICON(flag_words), str_view(key));
}

enum flag
flag_read(struct view in)
{
	char room[FLAG_ROOM];
	struct str key = {room, 0, sizeof(room)};
	const struct flag_word *found = word_find(view_trim(in), &key);

	return found ? found->answer : FLAG_BAD;
}

bool
flag_is_absent(struct view in)
{
	size_t at = 0;
	unsigned char first;

	/* The words that say so begin with these letters. */
	while (at < in.len && (unsigned char)in.at[at] < '0')
		at++;
	first = at < in.len ? (unsigned char)in.at[at] : 0;
	if (first && first < 0x7F && !strchr(":;<=>?@[\\]^_`{|}~aAnNuU", first))
		return false;
	return flag_read(in) == FLAG_ABSENT;
}

/* "5", "5pm", "1730". */
static bool
is_hour(struct view word)
{
	size_t i = 0;

	while (i < word.len && word.at[i] >= '0' && word.at[i] <= '9')
		i++;
	word = view_from(word, i);
	return i && (!word.len || view_is(word, "am") || view_is(word, "pm"));
}

/*
 * "Yes, after five", or "mornings" and "web form": a yes, or when and where it
 * holds.  Any other word may take it back ("Yes. Never again!"), so it is no
 * plain yes.
 */
static bool
is_plain_yes(struct view words)
{
	static const char *const yes[] = {"ie", "oes", "ydw", "yes"};
	static const char *const harmless[] = {"after", "afternoon",
		"afternoons", "am", "any", "anytime", "at", "before", "bore",
		"day", "days", "diolch", "during", "eight", "eleven", "evening",
		"evenings", "fair", "five", "form", "four", "friday", "fridays",
		"hours", "in", "lunchtime", "monday", "mondays", "morning",
		"mornings", "nine", "noon", "of", "office", "on", "one",
		"online", "please", "plis", "pm", "signed", "six", "sure",
		"ten", "thank", "thanks", "the", "three", "thursday",
		"thursdays", "time", "tuesday", "tuesdays", "twelve", "two",
		"verbal", "web", "website", "wednesday", "wednesdays", "week",
		"weekdays", "written", "you"};
	struct view rest = words, word;
	bool said = false;

	if (view_cut(&rest, ' ', &word) && lexicon_find(LEXICON(yes), word)) {
		words = rest;
		said = true;
	}
	while (words.len && view_cut(&words, ' ', &word)) {
		bool known = lexicon_find(LEXICON(harmless), word) != NULL;

		if (!known && !is_hour(word))
			return false;
		said |= known;
	}
	return said;
}

/* A no in more words, to who asks for leave: "No thanks", "I do not agree". */
static bool
has_no(struct view words)
{
	static const char *const no[] = {"cannot", "ddim", "decline",
		"declined", "dim", "disagree", "dont", "geen", "nein", "never",
		"nicht", "nid", "niet", "no", "nope", "not", "refuse",
		"refused", "revoke", "revoked", "stop", "unsubscribe",
		"unsubscribed", "withdraw", "withdrawn", "withdrew"};
	struct view word;

	while (view_cut(&words, ' ', &word))
		if (lexicon_find(LEXICON(no), word))
			return true;
	return false;
}

/* What no table has, said to who asks for leave. */
static enum flag
read_leave(struct view words)
{
	if (is_plain_yes(words))
		return FLAG_NO;
	return has_no(words) ? FLAG_YES : FLAG_BAD;
}

enum flag
flag_opt_out(struct view in, bool positive)
{
	struct view value = view_trim(in);
	char room[FLAG_ROOM];
	struct str key = {room, 0, sizeof(room)};
	const struct flag_word *found = word_find(value, &key);

	if (!found)
		return positive ? read_leave(str_view(&key)) : FLAG_BAD;
	/* Welsh for no; "NA" and "n/a" are not. */
	if (positive && (view_is(value, "Na") || view_is(value, "na")))
		return FLAG_YES;
	if (found->opt_out != FLAG_ABSENT)
		return found->opt_out;
	if (found->answer == FLAG_ABSENT || !positive)
		return found->answer;
	return found->answer == FLAG_YES ? FLAG_NO : FLAG_YES;
}

bool
flag_stops(struct view in)
{
	enum flag stop = in.len ? flag_opt_out(in, false) : FLAG_ABSENT;

	return stop == FLAG_YES || stop == FLAG_BAD;
}

void
flag_write(enum flag flag, struct str *out)
{
	if (flag == FLAG_YES)
		str_add(out, "yes");
	else if (flag == FLAG_NO)
		str_add(out, "no");
}
