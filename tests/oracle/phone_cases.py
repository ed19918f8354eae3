#!/usr/bin/python3
"""Numbers of every region in many writings: phone_cases.py >CASES.

Prints country, text, E.164 (empty when it is no number), type, as Debian's
python3-phonenumbers has them, from its example numbers of each kind.
"""
import random

import phonenumbers as pn

random.seed(1)
KINDS = [pn.PhoneNumberType.FIXED_LINE, pn.PhoneNumberType.MOBILE,
         pn.PhoneNumberType.TOLL_FREE, pn.PhoneNumberType.PREMIUM_RATE,
         pn.PhoneNumberType.SHARED_COST, pn.PhoneNumberType.UAN]
TYPE = {0: 'landline', 1: 'mobile', 3: 'freephone', 4: 'premium'}


def writings(number):
    e164 = pn.format_number(number, pn.PhoneNumberFormat.E164)
    national = pn.format_number(number, pn.PhoneNumberFormat.NATIONAL)
    abroad = pn.format_number(number, pn.PhoneNumberFormat.INTERNATIONAL)
    digits = ''.join(c for c in national if c.isdigit())
    yield from (e164, national, abroad, digits, '00' + e164[1:], e164[1:],
                pn.format_number(number, pn.PhoneNumberFormat.RFC3966),
                national.replace(' ', '.'), national + ' x12',
                'Tel: ' + national, "'" + digits, digits[:-1], digits[:4],
                digits + '98765')


def main():
    for region in sorted(pn.SUPPORTED_REGIONS):
        for kind in KINDS:
            number = pn.example_number_for_type(region, kind)
            if number is None:
                continue
            for text in writings(number):
                try:
                    read = pn.parse(text, region)
                    good = pn.is_valid_number(read)
                except pn.NumberParseException:
                    good = False
                print(region, text,
                      pn.format_number(read, pn.PhoneNumberFormat.E164)
                      if good else '',
                      TYPE.get(pn.number_type(read), '') if good else '',
                      sep='\t')


main()
