#include "lead/email.h"

#include "base/utf8.h"
#include "lead/fold.h"
#include "lead/host.h"
#include "lead/lexicon.h"

/*
 * RFC 5321, section 4.5.3.1: the longest local part, and the longest path
 * less its angle brackets.
 */
#define LOCAL_MAX 64
#define ADDRESS_MAX 254
#define TYPED_MAX 1024 /* bytes of a field that may have one */

/* Addresses of tasks: RFC 2142, and what firms print on their pages. */
static const char *const roles[] = {"abuse", "accounts", "accounts-payable",
	"accounts.payable", "accountspayable", "accueil", "achats", "admin",
	"administracion", "administratie", "administration", "administrator",
	"advertising", "adverts", "amministrazione", "anfragen", "ap", "ar",
	"archebion", "beratung", "bestellung", "bestellungen", "bewerbung",
	"billing", "boekhouding", "booking", "bookings", "bookkeeping",
	"buchhaltung", "buero", "bureau", "careers", "comercial", "commercial",
	"commerciale", "commercieel", "comms", "communications", "complaints",
	"compliance", "compras", "compta", "comptabilite", "contabilidad",
	"contabilita", "contact", "contacto", "contacts", "contactus",
	"contato", "contatti", "contracts", "credit", "credit-control",
	"credit.control", "creditcontrol", "croeso", "customer",
	"customer-care", "customer-service", "customer-services",
	"customer-support", "customer.care", "customer.service",
	"customer.services", "customer.support", "customercare",
	"customerservice", "customerservices", "customersupport", "cyfathrebu",
	"cyfrifon", "cymorth", "cyswllt", "data-protection", "data.protection",
	"dataprotection", "datenschutz", "derbynfa", "digital", "direction",
	"do-not-reply", "donotreply", "dpo", "editor", "einkauf", "email",
	"empfang", "enquire", "enquiries", "enquiry", "events", "export",
	"facilities", "facturacion", "facturation", "facturen", "factuur",
	"feedback", "finance", "frontdesk", "ftp", "gdpr", "general",
	"gerencia", "geschaeftsleitung", "gwasanaeth", "gwasanaethau",
	"gwerthiant", "gwybodaeth", "hello", "helo", "help", "helpdesk", "hi",
	"hilfe", "hola", "hostmaster", "hr", "human-resources",
	"human.resources", "humanresources", "info", "information", "infos",
	"inkoop", "inquiries", "inquiry", "inschrijving", "investors",
	"invoice", "invoices", "invoicing", "it", "itsupport", "jobs", "kasse",
	"klantenservice", "kontakt", "kontor", "kundenbetreuung",
	"kundenservice", "legal", "mail", "mailbox", "mailer-daemon", "mairie",
	"management", "manager", "marchnata", "marketing", "media",
	"membership", "news", "newsletter", "no-reply", "noc", "noreply",
	"office", "online", "operations", "order", "orders", "ordini",
	"payments", "payroll", "pedidos", "personalabteilung", "personnel",
	"post", "postbox", "postmaster", "pr", "prensa", "press", "presse",
	"privacy", "procurement", "production", "projects", "purchase",
	"purchasing", "quality", "quotes", "recepcion", "receptie", "reception",
	"rechnung", "rechnungen", "recruitment", "registrar", "reservas",
	"reservation", "reservations", "reservierung", "returns", "rezeption",
	"root", "sale", "sales", "sales-team", "sales.team", "salesteam",
	"schule", "secretaria", "secretariaat", "secretariat", "secretary",
	"security", "segreteria", "sekretariat", "service", "service-client",
	"serviceclient", "services", "shop", "siop", "soporte", "spam", "staff",
	"stampa", "store", "studio", "subscribe", "supplier", "suppliers",
	"support", "swyddfa", "swyddi", "team", "tech", "technical", "technik",
	"techsupport", "tender", "tenders", "the-office", "the.office",
	"theoffice", "training", "undisclosed-recipients", "unsubscribe",
	"usenet", "uucp", "vendas", "vendite", "ventas", "ventes", "verkauf",
	"verkoop", "vertrieb", "verwaltung", "warehouse", "web", "webadmin",
	"webmaster", "website", "welcome", "workshop", "www", "ymholiadau",
	"zentrale"};

/* Where anyone may have a mailbox: free mail, and what comes with a line. */
static const char *const providers[] = {"126.com", "163.com", "aim.com",
	"aol.co.uk", "aol.com", "aol.de", "aol.fr", "arcor.de", "bluewin.ch",
	"blueyonder.co.uk", "btconnect.com", "btinternet.com",
	"btopenworld.com", "comcast.net", "cox.net", "duck.com",
	"earthlink.net", "eircom.net", "email.com", "fastmail.com",
	"fastmail.fm", "free.fr", "freenet.de", "freeserve.co.uk", "gmail.com",
	"gmx.at", "gmx.ch", "gmx.co.uk", "gmx.com", "gmx.de", "gmx.net",
	"googlemail.com", "hey.com", "hotmail.be", "hotmail.ca",
	"hotmail.co.uk", "hotmail.com", "hotmail.de", "hotmail.es",
	"hotmail.fr", "hotmail.it", "hotmail.nl", "hushmail.com", "icloud.com",
	"inbox.com", "inbox.lv", "laposte.net", "libero.it", "live.ca",
	"live.co.uk", "live.com", "live.fr", "live.ie", "live.nl",
	"lycos.co.uk", "mac.com", "mail.com", "mail.ru", "me.com", "msn.com",
	"naver.com", "ntlworld.com", "o2.co.uk", "o2.pl", "onet.pl",
	"optonline.net", "orange.fr", "orange.net", "outlook.co.uk",
	"outlook.com", "outlook.de", "outlook.fr", "outlook.ie", "plusnet.com",
	"pm.me", "proton.me", "protonmail.ch", "protonmail.com", "qq.com",
	"rediffmail.com", "rocketmail.com", "sbcglobal.net", "seznam.cz",
	"sfr.fr", "shaw.ca", "sky.com", "supanet.com", "t-online.de",
	"talk21.com", "talktalk.co.uk", "talktalk.net", "tele2.nl", "telia.com",
	"telus.net", "tesco.net", "tiscali.co.uk", "tiscali.it", "tuta.io",
	"tutanota.com", "tutanota.de", "uol.com.br", "verizon.net",
	"virgilio.it", "virgin.net", "virginmedia.com", "wanadoo.fr", "web.de",
	"wp.pl", "xtra.co.nz", "yahoo.ca", "yahoo.co.in", "yahoo.co.jp",
	"yahoo.co.uk", "yahoo.com", "yahoo.com.au", "yahoo.com.br", "yahoo.de",
	"yahoo.es", "yahoo.fr", "yahoo.ie", "yahoo.it", "yandex.com",
	"yandex.ru", "ymail.com", "zoho.com"};

/* What an ASCII byte becomes in a local part: RFC 5321's atext and stops. */
static const char local_byte[129] = "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
				    "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
				    "\0!\0#$%&'\0\0*+\0-./"
				    "0123456789\0\0\0=\0?"
				    "\0abcdefghijklmno"
				    "pqrstuvwxyz\0\0\0^_"
				    "`abcdefghijklmno"
				    "pqrstuvwxyz{|}~\0";

/* Put atoms between stops where there is room; false if they are none. */
static bool
local_put(struct view v, char *to, bool *wide)
{
	char before = '.';

	for (size_t i = 0; i < v.len; i++) {
		unsigned char c = (unsigned char)v.at[i];
		char byte = c < 0x80 ? local_byte[c] : (char)c;

		if (!byte || (byte == '.' && before == '.'))
			return false;
		*wide |= c >= 0x80;
		to[i] = before = byte;
	}
	return before != '.';
}

/* Write a local part; bytes beyond ASCII are letters. */
static bool
local_write(struct view v, struct str *out)
{
	size_t start = out->len;
	bool wide = false;

	if (!v.len || v.len > LOCAL_MAX)
		return false;
	str_reserve(out, v.len);
	if (!local_put(v, out->data + out->len, &wide))
		return false;
	if (!wide) {
		out->len += v.len;
		return true;
	}
	if (host_lower(v, out) &&
		local_put(str_tail(out, start), out->data + start, &wide))
		return true;
	out->len = start;
	return false;
}

/* Write it if it is a bare address. */
static bool
address_write(struct view v, struct str *out)
{
	size_t at = view_find_byte(v, '@');
	struct view domain = view_from(v, at + 1);
	size_t start = out->len;

	if (at == v.len || v.len > ADDRESS_MAX ||
		view_find_byte(domain, '.') == domain.len)
		return false;
	/* a letter's other case may be longer */
	if (local_write(view_upto(v, at), out) &&
		out->len - start <= LOCAL_MAX) {
		str_byte(out, '@');
		if (host_write(domain, out) && out->len - start <= ADDRESS_MAX)
			return true;
	}
	out->len = start;
	return false;
}

static bool
is_wrapping(char c)
{
	return c && strchr(" \t\r\n\"'<>()[]{},;:.", c);
}

/* Take "mailto:", a name, angle brackets, quotes and stops off. */
static struct view
unwrap(struct view v)
{
	size_t open = view_find_byte(v, '<');

	if (open < v.len) {
		v = view_from(v, open + 1);
		v = view_upto(v, view_find_byte(v, '>'));
	}
	while (v.len && v.at[0] != '.' && is_wrapping(v.at[0]))
		v = view_from(v, 1);
	if (v.len > 7 && view_same(view_upto(v, 7), VIEW("mailto:"))) {
		v = view_from(v, 7);
		v = view_upto(v, view_find_byte(v, '?'));
	}
	if (v.len > 5 && view_same(view_upto(v, 5), VIEW("smtp:")))
		v = view_from(v, 5);
	while (v.len && is_wrapping(v.at[v.len - 1]))
		v.len--;
	return v;
}

/* Close up "nia @ acme.cy", in room, if it has one @ and no other blank. */
static struct view
close_up(struct view v, char room[ADDRESS_MAX])
{
	size_t at = view_find_byte(v, '@');
	struct view local = view_trim(view_upto(v, at));
	struct view domain = view_trim(view_from(v, at + 1));

	if (!local.len || !domain.len ||
		local.len + 1 + domain.len > ADDRESS_MAX)
		return v;
	memcpy(room, v.at, local.len);
	room[local.len] = '@';
	memcpy(room + local.len + 1, domain.at, domain.len);
	return (struct view){room, local.len + 1 + domain.len};
}

/* The characters that were meant, in room. */
static struct view
as_typed(struct view v, char room[TYPED_MAX])
{
	struct str out = {room, 0, TYPED_MAX}; /* no character gets longer */

	if (v.len > TYPED_MAX || utf8_valid(v) != v.len)
		return v;
	while (v.len) {
		uint32_t c = (uint32_t)utf8_next(&v);
		uint32_t meant = fold_typed(c);

		if (meant || !c) /* a NUL is not nothing */
			utf8_put(&out, meant);
	}
	return str_view(&out);
}

bool
email_normalise(struct view in, struct str *out)
{
	struct view v = view_trim(in);
	char room[ADDRESS_MAX], typed[TYPED_MAX];

	if (address_write(v, out))
		return true;
	v = unwrap(as_typed(v, typed));
	return address_write(v, out) || address_write(close_up(v, room), out);
}

/* Without what stands before it that is no address: "none, nia@b.cy". */
static struct view
last_piece(struct view v)
{
	size_t start;

	v = view_trim(v);
	if (view_find_byte(v, '<') < v.len)
		return v;
	start = v.len;
	while (start && !strchr(",;|/# \t\r\n", v.at[start - 1]))
		start--;
	return view_from(v, start);
}

bool
email_cut(struct view *rest, struct view *address)
{
	size_t end = view_find_byte(*rest, '@');

	if (end == rest->len) {
		*rest = (struct view){0};
		return false;
	}
	/* "nia@b.cy#mailto:nia@b.cy#" is how a database keeps a link. */
	while (end < rest->len && !strchr(",;|/# \t\r\n", rest->at[end]))
		end++;
	*address = last_piece(view_upto(*rest, end));
	*rest = view_from(*rest, end + 1);
	return true;
}

bool
email_next(struct view *rest, struct str *out)
{
	struct view piece;

	str_clear(out);
	while (email_cut(rest, &piece))
		if (email_normalise(piece, out))
			return true;
	return false;
}

struct view
email_domain(struct view address)
{
	return view_from(address, view_find_byte(address, '@') + 1);
}

bool
email_is_role(struct view address)
{
	size_t n = 0;

	/* the names of tasks are letters, hyphens and stops */
	while (n < address.len &&
		((address.at[n] >= 'a' && address.at[n] <= 'z') ||
			address.at[n] == '-' || address.at[n] == '.'))
		n++;
	if (n < address.len && address.at[n] != '@' && address.at[n] != '+')
		return false;
	return lexicon_find(LEXICON(roles), view_upto(address, n)) != NULL;
}

bool
email_is_free(struct view domain)
{
	return lexicon_find(LEXICON(providers), domain) != NULL;
}
