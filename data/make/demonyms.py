"""Writes data/en/words/demonym.tsv from the hand-made short form below (data/make/demonyms.txt).

A line is a country code (- for peoples, + for religions) and its forms: Syrian gives Syrian and Syrians; `=` ends a form that
has no plural; `/` gives the plural; `_` is a blank."""
import os

HERE = os.path.dirname(os.path.abspath(__file__))
HEAD = """# Demonyms: who or what is of a country or people. By hand. `value` is the ISO code of the country, empty for peoples
# and parts of the world. Class demonym-plural: the form names people ("two Syrians"), not an adjective; demonym-faith:
# a religion or sect.
form	value	class
"""


def plural(form):
    if form.endswith('y') and form[-2] not in 'aeiou':
        return form[:-1] + 'ies'
    return form + ('es' if form.endswith(('s', 'sh', 'ch', 'x')) else 's')


def rows(line):
    code, *forms = line.split()
    extra = ['demonym-faith'] if code == '+' else []
    code = code.strip('-+')
    for form in forms:
        form, _, many = form.partition('/')
        bare = form.rstrip('=').replace('_', ' ')
        yield bare, code, ' '.join(extra)
        if many or not form.endswith('='):
            yield many or plural(bare), code, ' '.join(extra + ['demonym-plural'])


def main():
    seen, out = set(), []
    with open(os.path.join(HERE, 'demonyms.txt'), encoding='utf-8') as f:
        for line in f:
            if line.startswith('#') or not line.strip():
                continue
            for row in rows(line):
                if row[0] not in seen:
                    seen.add(row[0])
                    out.append('\t'.join(row).rstrip())
    with open(os.path.join(HERE, '../en/words/demonym.tsv'), 'w', encoding='utf-8') as f:
        f.write(HEAD + '\n'.join(out) + '\n')


if __name__ == '__main__':
    main()
