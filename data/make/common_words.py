"""Writes data/en/words/common.tsv: the lower-case English words of SCOWL's sizes up to 40 (American and British)."""
import re
from packages import package, write_table

SIZES = (10, 20, 35, 40)
KINDS = ('english', 'american', 'british')


def words():
    out = set()
    for kind in KINDS:
        for size in SIZES:
            with open(package('scowl/usr/share/dict/scowl/%s-words.%d' % (kind, size)), encoding='latin-1') as f:
                out.update(w for w in map(str.strip, f) if re.fullmatch(r'[a-z]{2,}', w))
    return sorted(out)


def main():
    write_table('en/words/common.tsv', 'Common English words, lower case, of SCOWL up to size 40 without names.\n'
                'Made by data/make/common_words.py; source and licence in data/SOURCES.md.', ['form'], [[w] for w in words()])


if __name__ == '__main__':
    main()
