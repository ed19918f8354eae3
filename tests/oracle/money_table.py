#!/usr/bin/python3
"""Make common/lead/money_table.inc: money_table.py >FILE.

ISO 4217 codes from Debian's iso-codes (LGPL-2.1+).  Which country uses which:
the euro's members as of 2026, and for the rest the codes' own first two
letters, which are the country's, as ISO 4217 has it.
"""
import json

EURO = ('AD AT AX BE BG BL CY DE EE ES FI FR GF GP GR HR IE IT LT LU LV MC ME '
        'MF MQ MT NL PM PT RE SI SK SM VA XK YT').split()
ALSO = {'GG': 'GBP', 'IM': 'GBP', 'JE': 'GBP', 'LI': 'CHF', 'PR': 'USD',
        'GU': 'USD', 'VI': 'USD', 'AS': 'USD', 'MP': 'USD', 'EC': 'USD',
        'SV': 'USD', 'GL': 'DKK', 'FO': 'DKK', 'SJ': 'NOK', 'PL': 'PLN',
        'MX': 'MXN', 'RU': 'RUB', 'BY': 'BYN', 'UA': 'UAH', 'RO': 'RON',
        'TR': 'TRY', 'PS': 'ILS', 'CK': 'NZD', 'NU': 'NZD', 'NR': 'AUD',
        'KI': 'AUD', 'TV': 'AUD', 'SN': 'XOF', 'CI': 'XOF', 'ML': 'XOF',
        'BJ': 'XOF', 'BF': 'XOF', 'TG': 'XOF', 'NE': 'XOF', 'CM': 'XAF',
        'GA': 'XAF', 'TD': 'XAF', 'CG': 'XAF', 'CF': 'XAF', 'GQ': 'XAF',
        'PF': 'XPF', 'NC': 'XPF', 'WF': 'XPF'}
OLD = {'CHE', 'CHW', 'USN', 'UYI', 'UYW', 'COU', 'CLF', 'MXV', 'BOV', 'CUC'}


def main():
    folder = '/usr/share/iso-codes/json/iso_%s.json'
    with open(folder % '3166-1', encoding='utf-8') as f:
        countries = {r['alpha_2'] for r in json.load(f)['3166-1']}
    with open(folder % '4217', encoding='utf-8') as f:
        codes = sorted(r['alpha_3'] for r in json.load(f)['4217'])
    tenders = {c[:2]: c for c in codes if c[:2] in countries and c not in OLD}
    tenders.update(ALSO)
    tenders.update({c: 'EUR' for c in EURO})
    print('/* Made by tests/oracle/money_table.py from iso-codes')
    print(' * (LGPL-2.1+): do not edit. */')
    print('static const char *const currencies[] = {')
    for i in range(0, len(codes), 11):
        print(''.join('"%s",' % c for c in codes[i:i + 11]))
    print('};')
    print('static const struct tender {')
    print('\tconst char *country;\n\tchar currency[4];\n} tenders[] = {')
    for country in sorted(tenders):
        print('{"%s","%s"},' % (country, tenders[country]))
    print('};')


main()
