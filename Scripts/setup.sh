#!/usr/bin/env bash
# Checks the Swift toolchain and installs the system libraries Linnet is built with, where they are missing:
# SQLite's and md4c's headers. Changes nothing, and says nothing, when all is there. Works with the bash 3.2 of macOS.
set -euo pipefail

fail() {
  printf 'setup: %s\n' "$1" >&2
  shift
  for line in "$@"; do printf '       %s\n' "$line" >&2; done
  exit 1
}

has() { command -v "$1" >/dev/null 2>&1; }

check_swift_version() {
  local said version
  said=$(swift --version 2>&1) || fail "\"swift --version\" fails: $said" \
    'install what Swift itself needs on this system: https://www.swift.org/install'
  version=$(printf '%s\n' "$said" | sed -n 's/.*Swift version \([0-9][0-9]*\.[0-9][0-9]*\).*/\1/p' | head -n 1)
  case "$version" in
    '') fail "\"swift --version\" names no version: $said" 'install Swift from https://www.swift.org/install' ;;
    [0-5].* | 6.0) fail "this is Swift $version, and Linnet needs 6.1 or later" \
      'install a newer one from https://www.swift.org/install' ;;
  esac
}

# Whether the compiler will find a header: through pkg-config, or in the folders it looks into by itself.
has_library() { # PKG-CONFIG-NAME HEADER
  if has pkg-config && pkg-config --exists "$1" 2>/dev/null; then return 0; fi
  [ -e "/usr/include/$2" ] || [ -e "/usr/local/include/$2" ]
}

set_up_debian() {
  local packages=()
  # The package manager fetches Linnet's dependencies with git over https.
  has git || packages+=(git)
  [ -e /etc/ssl/certs/ca-certificates.crt ] || [ ! -e /etc/debian_version ] || packages+=(ca-certificates)
  has pkg-config || packages+=(pkg-config)
  has_library sqlite3 sqlite3.h || packages+=(libsqlite3-dev)
  has_library md4c md4c.h || packages+=(libmd4c-dev)
  [ ${#packages[@]} -gt 0 ] || return 0

  has apt-get || fail "this system lacks what Debian calls ${packages[*]}, and has no apt-get to install it" \
    'install the same with its own package manager (git, pkg-config, the headers of sqlite3 and md4c) and try again'
  local root=()
  if [ "$(id -u)" -ne 0 ]; then
    has sudo || fail "installing ${packages[*]} needs root, and there is no sudo" \
      "let an administrator run: apt-get install ${packages[*]}"
    root=(sudo)
    # Without a terminal there is nobody to type a password.
    [ -t 0 ] || root=(sudo -n)
  fi
  echo "setup: installing ${packages[*]} with apt-get, because Linnet is built with them"
  apt_install "${packages[@]}" || fail "apt-get could not install ${packages[*]} (see above)" \
    'check the network and the rights of this account, then try again, or run:' \
    "sudo apt-get update && sudo apt-get install ${packages[*]}"
}

apt_install() {
  local apt=(${root[@]+"${root[@]}"} env DEBIAN_FRONTEND=noninteractive
    apt-get -qq -o Dpkg::Use-Pty=0 -o Acquire::Retries=2)
  local package
  # A new machine has no package list.
  for package in "$@"; do
    if ! apt-cache show "$package" >/dev/null 2>&1; then
      "${apt[@]}" update || return 1
      break
    fi
  done
  # An old list names versions that are gone.
  "${apt[@]}" install --no-install-recommends -y "$@" >/dev/null ||
    { "${apt[@]}" update && "${apt[@]}" install --no-install-recommends -y "$@" >/dev/null; }
}

# SQLite comes with the system there.
set_up_macos() {
  xcrun --show-sdk-path >/dev/null 2>&1 || fail 'the command line tools of Xcode are missing' \
    'install them with: xcode-select --install'
  if has brew; then
    [ ! -e "$(brew --prefix)/include/md4c.h" ] || return 0
    echo 'setup: installing md4c with Homebrew, because Linnet is built with it'
    brew install --quiet md4c || fail 'Homebrew could not install md4c (see above)' \
      'check the network and try again, or run: brew install md4c'
  elif ! has_library md4c md4c.h; then
    fail 'the library md4c is missing, and there is no Homebrew to install it' \
      'install Homebrew from https://brew.sh, or md4c from https://github.com/mity/md4c, and try again'
  fi
}

has swift || fail 'there is no Swift toolchain on the PATH' \
  'install Swift 6.1 or later from https://www.swift.org/install and try again'
if [ "$(uname -s)" = Darwin ]; then set_up_macos; else set_up_debian; fi
# Last, because the toolchain itself needs SQLite.
check_swift_version
