"""Checks hand-made tables: every ISO code of i18n-iso-countries has a row, coordinates are on the globe, names are unique
within a table and country. Prints what is wrong and exits 1."""
import json
import sys
from packages import package, read_table


def problems():
    with open(package('i18n-iso-countries/package/langs/en.json'), encoding='utf-8') as f:
        codes = set(json.load(f)['countries'])
    countries = read_table('world/countries.tsv')
    have = [r['country'] for r in countries]
    yield from ('countries.tsv: no row for %s' % c for c in sorted(codes - set(have) - {'HM', 'BV', 'TF'}))
    yield from ('countries.tsv: %s stands twice' % c for c in sorted(set(have)) if have.count(c) > 1)
    for name in ('countries', 'regions', 'places_extra'):
        seen = set()
        for r in read_table(('make/%s.txt' if name == 'places_extra' else 'world/%s.tsv') % name):
            if not (-90 <= float(r['lat']) <= 90 and -180 <= float(r['lon']) <= 180):
                yield '%s.tsv: %s is off the globe' % (name, r['name'])
            if r['country'] and r['country'] not in have:
                yield '%s.tsv: %s has an unknown country' % (name, r['name'])
            if (r['name'], r['country']) in seen:
                yield '%s.tsv: %s stands twice' % (name, r['name'])
            seen.add((r['name'], r['country']))
    for r in read_table('en/words/demonym.tsv'):
        if r['value'] and r['value'] not in have:
            yield 'demonym.tsv: %s has an unknown country' % r['form']


def main():
    found = list(problems())
    print('\n'.join(found))
    sys.exit(1 if found else 0)


if __name__ == '__main__':
    main()
