# Sourced by the other scripts: goes to the root of the repository, installs the packages of scripts/packages that are
# missing, and offers build_preset. All it says goes to standard error.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# A compiler cache then also serves clones in other folders.
export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1

missing_packages() {
  local package
  grep -v '^#' scripts/packages | while read -r package; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || echo "$package"
  done
}

install_packages() {
  local missing sudo=
  missing=$(missing_packages)
  [ -z "$missing" ] && return
  if ! command -v apt-get >/dev/null; then
    echo "these Debian packages, or their like, are needed:" $missing >&2
    return
  fi
  [ "$(id -u)" = 0 ] || sudo=sudo
  echo "installing:" $missing >&2
  { $sudo apt-get update -q && $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing; } >&2
}

# build_preset PRESET: configures and builds; prints the compiler's words only when it fails.
build_preset() {
  local log=build/$1.log
  mkdir -p build
  echo "building $1 ..." >&2
  if ! { cmake --preset "$1" && cmake --build --preset "$1" --parallel "$(nproc)"; } >"$log" 2>&1; then
    tail -n 60 "$log" >&2
    echo "the build failed; all of its output is in $log" >&2
    return 1
  fi
}

install_packages
