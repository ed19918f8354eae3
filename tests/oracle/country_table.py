#!/usr/bin/python3
"""Make common/lead/country_table.inc: country_table.py >FILE.

ISO 3166-1 codes and names, in English and Welsh, from Debian's iso-codes
(LGPL-2.1+), currencies by country from its ISO 4217 numbers, and the names
below, which people write and ISO does not have: among them what stands on
cars and on sportsmen, where that is no code of another country.
"""
import gettext
import json
import re
import unicodedata

ALSO = """
AE|UAE|U.A.E.|Emirates|Dubai|Abu Dhabi
AT|A|Oesterreich|Österreich|Autriche
AU|Aus|Straya
BA|Bosnia|Bosnia-Herzegovina
BE|B|België|Belgique|Belgien
BG|BUL|Balgariya
BN|Brunei
BO|Bolivia
BR|Brasil
CD|DRC|DR Congo|Congo Kinshasa|Democratic Republic of Congo
CG|Congo Brazzaville|Republic of Congo
CH|SUI|Schweiz|Suisse|Svizzera
CI|Ivory Coast|Cote d Ivoire
CN|PRC|Mainland China|People's Republic of China
CV|Cape Verde
CY|Kypros
CZ|Czech Republic|Česko|Česká republika|Tsiecia
DE|D|GER|Deutschland|Allemagne|Alemania|Yr Almaen|Almaen|Federal Republic of Germany
DK|DEN|Danmark
EE|Eesti
ES|España|Espagne|Spanien|Sbaen
FI|Suomi
FM|Micronesia
FO|Faroes
FR|F|La France|Frankreich|Francia|Ffrainc
GB|ENG|SCO|WAL|NIR|England United Kingdom|Wales United Kingdom|Scotland United Kingdom|Northern Ireland United Kingdom|United Kingdom of Great Britain|Cymru Wales|UK|U.K.|Great Britain|Britain|England|Scotland|Wales|Northern Ireland|Cymru|Lloegr|Yr Alban|Alban|Gogledd Iwerddon|Prydain|Prydain Fawr|Y Deyrnas Unedig|Deyrnas Unedig|DU|Y DU|England UK|Wales UK|Scotland UK|United Kingdom UK|United Kingdom (UK)|United Kingdom of Great Britain and Northern Ireland|GB ENG|GB SCT|GB WLS|GB NIR|Großbritannien|Vereinigtes Königreich|Royaume-Uni|Reino Unido|Verenigd Koninkrijk|Regno Unito
GR|GRE|Hellas|Ellada|Gwlad Groeg
HK|Hong Kong SAR|Hong Kong China
HR|CRO|Hrvatska
HU|H|Magyarország
IE|Eire|Éire|Republic of Ireland|Southern Ireland|ROI|Iwerddon|Gweriniaeth Iwerddon|Irish Republic|Irlande
IM|IOM
IN|Bharat
IR|Iran
IS|Ísland
IT|I|Italia|Italie|Italien|Yr Eidal|Eidal
JP|Nippon|Nihon|Siapan
KP|North Korea
KR|South Korea|Korea|Republic of Korea
LA|Laos
LT|Lietuva
LU|L|Luxemburg
LV|Latvija
MD|Moldova
MK|Macedonia|FYROM|Former Yugoslav Republic of Macedonia
MM|Burma
MO|Macau|Macau SAR
MX|México|Mexique
NL|NED|Holland|Nederland|The Netherlands|Netherlands (the)|Pays-Bas|Niederlande|Países Bajos|Yr Iseldiroedd|Iseldiroedd
NO|Norge
NZ|Aotearoa|N.Z.
PL|Polska|Pologne|Polen|Gwlad Pwyl
PS|Palestine
PT|POR|Portiwgal
RO|România
RU|Russia|Rwsia
SA|KSA|Saudi
SE|Sverige|Suède|Schweden|Sweden
SI|Slovenija
SK|Slovensko|Slovak Republic
SX|Saint Maarten
SY|Syria
SZ|Swaziland
TR|Turkey|Türkiye|Turkei
TW|Taiwan|Republic of China
TZ|Tanzania
UA|Ukraina
US|USA|U.S.A.|U.S.|America|United States of America (USA)|The United States|The United States of America|Unol Daleithiau|Unol Daleithiau America|UDA|Yr Unol Daleithiau|Etats-Unis|Vereinigte Staaten|Estados Unidos|EUA|EEUU
VA|Vatican|Vatican City|Holy See
VE|Venezuela
VG|British Virgin Islands|BVI
VI|US Virgin Islands|USVI
VN|Vietnam|Viet Nam
XK|Kosova|Kosovë|Republic of Kosovo|Cosofo|Kosovo (UNSCR 1244)
ZA|South Africa|RSA|De Affrica
"""
PLAIN = str.maketrans({'ł': 'l', 'ø': 'o', 'đ': 'd', 'ı': 'i', 'ð': 'd',
                       'æ': 'ae', 'œ': 'oe', 'þ': 'th', 'ß': 'ss'})


def fold(text):
    """As fold_key() of common/lead/fold.c, for what stands here."""
    text = unicodedata.normalize('NFKD', text.lower().translate(PLAIN))
    text = re.sub("[\u0300-\u036f'\u2019`]", '', text)
    return ' '.join(re.sub('[^a-z0-9]', ' ', text).split())


def forms(name):
    """A name as it stands, "Bolivia, State of" the other way round too."""
    yield fold(name)
    yield re.sub('^the ', '', fold(name))
    if ', ' in name:
        head, tail = name.split(', ', 1)
        yield fold(tail + ' ' + head)
    if ' and ' in name:
        yield fold(name.replace(' and ', ' & '))
    if name.startswith('Saint '):
        yield fold('St ' + name[6:])


def main():
    folder = '/usr/share/iso-codes/json/iso_%s.json'
    with open(folder % '3166-1', encoding='utf-8') as f:
        rows = json.load(f)['3166-1']
    # User-assigned, and what all that have to name it use.
    rows.append({'alpha_2': 'XK', 'alpha_3': 'XKX', 'numeric': '',
                 'name': 'Kosovo'})
    welsh = gettext.translation('iso_3166-1', '/usr/share/locale', ['cy'])
    keys = {}
    for row in rows:
        names = [row[k] for k in ('name', 'common_name', 'official_name')
                 if k in row]
        names += [welsh.gettext(n) for n in names]
        for name in names:
            for key in forms(name):
                keys.setdefault(key, row['alpha_2'])
    for row in rows:
        for k in ('alpha_2', 'alpha_3', 'numeric'):
            keys.setdefault(fold(row[k]), row['alpha_2'])
    for line in ALSO.split('\n'):
        code, *names = line.split('|')
        for name in names:
            keys[fold(name)] = code
    print('/* Made by tests/oracle/country_table.py from iso-codes')
    print(' * (LGPL-2.1+): do not edit. */')
    print('static const struct country_code codes[] = {')
    for row in sorted(rows, key=lambda r: r['alpha_2']):
        print('{"%s","%s"},' % (row['alpha_2'],
                                row.get('common_name', row['name'])))
    print('};')
    print('static const struct country_key keys[] = {')
    for key in sorted(keys):
        if key:
            print('{"%s","%s"},' % (key, keys[key]))
    print('};')


main()
