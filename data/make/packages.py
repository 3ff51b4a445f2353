"""Where the open packages are: unpacked by data/make/fetch.sh under $DATELINE_PACKAGES (default build/packages)."""
import os

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.environ.get('DATELINE_PACKAGES', os.path.join(HERE, '../../build/packages'))
DATA = os.path.normpath(os.path.join(HERE, '..'))


def package(*path):
    return os.path.join(ROOT, *path)


def read_table(path):
    """A table or word list of data/ -> list of dicts; types in the header cells are dropped."""
    with open(os.path.join(DATA, path), encoding='utf-8') as f:
        rows = [line.rstrip('\n').split('\t') for line in f if not line.startswith('#')]
    keys = [cell.split(':')[0] for cell in rows[0]]
    return [dict(zip(keys, row + [''] * len(keys))) for row in rows[1:]]


def write_table(path, comment, header, rows):
    with open(os.path.join(DATA, path), 'w', encoding='utf-8', newline='\n') as f:
        for line in comment.strip().split('\n'):
            f.write('# ' + line + '\n')
        f.write('\t'.join(header) + '\n')
        for row in rows:
            f.write('\t'.join(row).rstrip('\t') + '\n')
