#!/usr/bin/env bash
# Runs a command beside a PostgreSQL of its own, on a free port of 127.0.0.1, and removes it afterwards:
#   ./scripts/with-postgres.sh npm run test:postgres
# The command finds it in TEST_DATABASE_URL, and the command that restarts it in TEST_DATABASE_RESTART. PostgreSQL must
# be installed (apt-get install postgresql); where it is not in PATH, Debian's folders and POSTGRES_BIN are looked at.
set -euo pipefail

if [ $# -eq 0 ]; then
  echo "Usage: $0 COMMAND..." >&2
  exit 2
fi

bin="${POSTGRES_BIN:-}"
if [ -z "$bin" ]; then
  bin="$(find /usr/lib/postgresql -path '*/bin/initdb' 2>/dev/null | sort -V | tail -n 1 || true)"
  bin="${bin:-$(command -v initdb || true)}"
  bin="${bin%/initdb}"
fi
if [ -z "$bin" ] || [ ! -x "$bin/initdb" ]; then
  echo "There is no PostgreSQL here: install it (apt-get install postgresql), or set POSTGRES_BIN to its folder." >&2
  exit 1
fi

folder="$(mktemp -d "${TMPDIR:-/tmp}/postgres-XXXXXX")"

# It refuses to run as root, and wants a user who has a name.
as_owner=()
if [ "$(id -u)" -eq 0 ]; then
  owner="$(id -un postgres 2>/dev/null || echo nobody)"
  chown "$owner" "$folder"
  as_owner=(setpriv "--reuid=$owner" "--regid=$(id -g "$owner")" --clear-groups)
fi

# The log stays out of the way unless something goes wrong.
quietly() {
  "$@" >>"$folder/output" 2>&1 || {
    cat "$folder/output" >&2
    return 1
  }
}

control() {
  (cd "$folder" && "${as_owner[@]}" "$bin/pg_ctl" -D "$folder/data" -w -t 60 "$@")
}

finish() {
  control -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$folder"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# Whoever else is on this machine is not let in.
password="$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')"
port="$(node -e 'const s = require("node:net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')"

echo "$password" >"$folder/password"
chmod 0644 "$folder/password"
quietly "${as_owner[@]}" "$bin/initdb" -D "$folder/data" --no-sync -U desk -A scram-sha-256 \
  --pwfile="$folder/password" -E UTF8 --locale=C.UTF-8
cat >>"$folder/data/postgresql.conf" <<CONF
listen_addresses = '127.0.0.1'
port = $port
unix_socket_directories = ''
CONF
quietly control -l "$folder/log" start

printf -v restart '%q ' env -C "$folder" "${as_owner[@]}" "$bin/pg_ctl" -D "$folder/data" -w -t 60 -l "$folder/log"
export TEST_DATABASE_URL="postgres://desk:$password@127.0.0.1:$port/postgres"
export TEST_DATABASE_RESTART="$restart -m immediate restart"
"$@"
