#!/bin/sh
# Installs the web page's chart library with npm, only when the lock file differs from what is installed.
set -eu
cd "$(dirname "$0")"
installed=node_modules/.installed-from
if cmp -s package-lock.json "$installed"; then
  exit 0
fi
if ! command -v npm >/dev/null; then
  echo "npm is needed to install the web page's chart library: install Node.js 20 or newer." >&2
  exit 1
fi
npm ci --no-audit --no-fund
cp package-lock.json "$installed"
