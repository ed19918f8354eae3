#!/usr/bin/env python3
"""dedupe.py DUMP TRACE: which records lead-import took for one lead.

Joins the trace's lines to the dump's first column and prints id and cluster,
which dedupe_eval.py scores.
"""
import csv
import sys

LEAD, LINE, FATE = 3, 1, 2


def ids_by_line(path):
    """The first field of each record, by the line the record starts in."""
    with open(path, encoding='utf-8-sig', newline='') as file:
        reader = csv.reader(file)
        ids, line = {}, 1
        for record in reader:
            ids[line] = record[0]
            line = reader.line_num + 1
    return ids


def main(dump, trace):
    ids = ids_by_line(dump)
    print('id\tcluster')
    with open(trace, encoding='utf-8') as file:
        next(file)
        for text in file:
            row = text.rstrip('\n').split('\t')
            line = row[LINE]
            lead = row[LEAD] or 'line ' + line
            print(ids[int(line)], lead, sep='\t')


main(*sys.argv[1:])
