#!/bin/sh
# Bundles the web page into the folder that is named, with npm's packages, which are installed when the lock file differs from what is there.
set -eu
folder=$1
cd "$(dirname "$0")"
installed=node_modules/.installed-from
if ! cmp -s package-lock.json "$installed"; then
  if ! command -v npm >/dev/null; then
    echo "npm is needed to bundle the web page: install Node.js 20 or newer." >&2
    exit 1
  fi
  npm ci --no-audit --no-fund
  cp package-lock.json "$installed"
fi
node build.mjs "$folder"
