#!/usr/bin/env python3
"""vary.py FROM TO VARIANT: a set of records with truth, made a little other.

Copies each NAME.csv and NAME.truth.csv in the folder FROM to TO:
  half N      a random half of the clusters, by N
  shuffle N   rows and columns in another order
  slips P     in P percent of the fields a letter more, less, other or swapped
  empty P     P percent of the fields emptied
  without N   column N, from 1 after the id, left out
The same every time.
"""
import csv
import pathlib
import random
import sys


def load(path):
    with open(path, encoding='utf-8-sig', newline='') as file:
        header, *rows = csv.reader(file)
    return header, rows


def save(path, header, rows):
    with open(path, 'w', encoding='utf-8', newline='') as file:
        csv.writer(file).writerows([header, *rows])


def clusters(rows, truth):
    """The cluster of each id: the least id it is paired with, by closure."""
    of = {row[0]: row[0] for row in rows}

    def find(one):
        while of[one] != one:
            one = of[one]
        return one
    for a, b in truth:
        low, high = sorted((find(a), find(b)))
        of[high] = low
    return {one: find(one) for one in of}


def slip(dice, text):
    at = dice.randrange(len(text))
    other = dice.choice('abcdefghijklmnopqrstuvwxyz')
    return dice.choice((text[:at] + text[at + 1:],
                        text[:at] + other + text[at:],
                        text[:at] + other + text[at + 1:],
                        text[:at] + text[at:at + 2][::-1] + text[at + 2:]))


def vary(dice, variant, number, header, rows, truth):
    if variant == 'half':
        of = clusters(rows, truth)
        lots = {one: dice.random() < .5 for one in sorted(set(of.values()))}
        rows = [row for row in rows if lots[of[row[0]]] == (number % 2 == 1)]
    elif variant == 'shuffle':
        order = list(range(1, len(header)))
        dice.shuffle(order)
        dice.shuffle(rows)
        header, *rows = [[row[i] for i in [0, *order]]
                         for row in [header, *rows]]
    elif variant == 'without':
        header, *rows = [[cell for i, cell in enumerate(row) if i != number]
                         for row in [header, *rows]]
    else:
        for row in rows:
            for i in range(1, len(row)):
                if row[i] and dice.random() * 100 < number:
                    row[i] = slip(dice, row[i]) if variant == 'slips' else ''
    here = {row[0] for row in rows}
    return header, rows, [pair for pair in truth if set(pair) <= here]


def main(source, target, variant, number):
    for path in sorted(pathlib.Path(source).glob('*.truth.csv')):
        name = path.name.removesuffix('.truth.csv')
        pairs, truth = load(path)
        header, rows = load(path.parent / (name + '.csv'))
        dice = random.Random(name + variant)
        header, rows, truth = vary(
            dice, variant, int(number), header, rows, truth)
        save(pathlib.Path(target) / (name + '.csv'), header, rows)
        save(pathlib.Path(target) / path.name, pairs, truth)


main(*sys.argv[1:])
