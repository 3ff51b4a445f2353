"""Writes data/en/words/given_name.tsv: given names with their usual gender (m, f, u = both), from the npm package
gender-detection-from-name and data/make/given_names.txt (by hand, for names that the package lacks); common words, and
places that are far more often places, are left out."""
import os
import re
from collections import Counter
from packages import HERE, package, read_table, write_table

LANGUAGES = ('en', 'fr', 'es', 'it', 'de', 'tr')


def listed(language):
    with open(package('gender-detection-from-name/package/names/%s.js' % language), encoding='utf-8') as f:
        for name, gender in re.findall(r"\[['\"]([^'\"]+)['\"], '(male|female)'\]", f.read()):
            yield name, gender[0]


def by_hand():
    """`m Ahmed Ali` -> pairs; `! Paris` -> names to leave out."""
    keep, drop = [], set()
    with open(os.path.join(HERE, 'given_names.txt'), encoding='utf-8') as f:
        for line in f:
            if line.strip() and not line.startswith('#'):
                gender, *names = line.lower().split()
                if gender == '!':
                    drop.update(names)
                else:
                    keep.extend((n, gender) for n in names)
    return keep, drop


def main():
    genders, lists = {}, Counter()
    for language in LANGUAGES:
        for name, gender in set(listed(language)):
            if re.fullmatch(r'[^\W\d_]{3,}', name):
                genders.setdefault(name, set()).add(gender)
                lists[name] += 1
    keep, drop = by_hand()
    common = {r['form'] for r in read_table('en/words/common.tsv')}
    # A rare name of one list only is more often something else in news.
    names = {n for n in genders if lists[n] > 1 and n not in common and n not in drop}
    for name, gender in keep:
        names.add(name)
        genders[name] = {gender} if gender != 'u' else {'m', 'f'}
    names -= drop
    rows = [[n, 'u' if len(genders[n]) > 1 else min(genders[n]), 'given-word' if n in common else ''] for n in sorted(names)]
    write_table('en/words/given_name.tsv', 'Given names; `value` is the usual gender: m, f or u (both).\n'
                'Class given-word: the name is a common English word too (Mark, Rose).\n'
                'Made by data/make/given_names.py; sources and licences in data/SOURCES.md.', ['form', 'value', 'class'], rows)


if __name__ == '__main__':
    main()
