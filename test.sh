#!/usr/bin/env bash
# Runs every test. As root on Debian it first installs what the tests need; elsewhere it says what is missing.
#   ./test.sh           everything, under 40 minutes
#   ./test.sh --full    also the long forms: benchmarks with all their rounds
# The last line is "N passed, N failed", from the real counts.
set -u
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 LC_ALL=C.UTF-8
full=false
[ "${1:-}" = "--full" ] && full=true

packages="libicu72 tzdata curl git wrk nodejs postgresql"
install_missing() {
  local missing=()
  for package in $packages; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
  done
  # A node of another origin serves as well as Debian's.
  if command -v node >/dev/null; then missing=("${missing[@]/nodejs/}"); fi
  missing=($(printf '%s ' "${missing[@]}"))
  [ ${#missing[@]} -eq 0 ] && return
  if [ "$(id -u)" -ne 0 ]; then
    echo "Not installed: ${missing[*]}. Tests that need them will be inconclusive; run as root to have them installed."
    return
  fi
  echo "Installing: ${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >/tmp/connectors-apt.log 2>&1 ||
    { echo "Could not install all of: ${missing[*]}"; tail -5 /tmp/connectors-apt.log; }
}
packages="$packages libfaketime e2fsprogs" # of tests/Faults
packages="$packages openssl libengine-gost-openssl" # real GOST signatures
packages="$packages php-cli php-soap php-xml npm" # somebody else's SOAP servers
# An npm that came with another origin's node serves as well.
command -v npm >/dev/null && packages="${packages% npm}"
command -v dpkg-query >/dev/null && install_missing

install_npm_soap() { # outside the repository; as the lock file says
  local folder=${CONNECTORS_NPM_SOAP:-$HOME/.cache/connectors-npm-soap} from=tests/Integration.Tests/Soap/Npm
  cmp -s "$from/package-lock.json" "$folder/package-lock.json" && [ -d "$folder/node_modules/soap" ] && return
  command -v npm >/dev/null || { echo "npm is not installed: the tests against its SOAP server will be inconclusive."; return; }
  mkdir -p "$folder" && cp "$from/package.json" "$from/package-lock.json" "$folder/"
  (cd "$folder" && npm ci --no-audit --no-fund --ignore-scripts --loglevel=error) >/tmp/connectors-npm.log 2>&1 ||
    { echo "npm could not install its SOAP server:"; tail -5 /tmp/connectors-npm.log; }
}
install_npm_soap

command -v dotnet >/dev/null || { echo "The .NET SDK is not installed: see README.md."; echo "0 passed, 1 failed"; exit 1; }

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
passed=0
failed=0

suite() { # name, command...
  local name=$1 started=$SECONDS
  shift
  echo "== $name"
  "$@"
  local code=$?
  echo "== $name took $((SECONDS - started)) s"
  return $code
}

attribute() { # name, text
  sed -n "s/.*[[:space:]]$1=\"\([0-9]*\)\".*/\1/p" <<<"$2"
}

count() { # trx file
  local counters ok bad total
  counters=$(grep -o '<Counters [^>]*' "$1" | head -1)
  ok=$(attribute passed "$counters")
  bad=$(attribute failed "$counters")
  total=$(attribute total "$counters")
  if [ -z "$ok" ] || [ -z "$bad" ] || [ -z "$total" ]; then
    echo "The results in $1 cannot be read."
    failed=$((failed + 1))
    return
  fi
  passed=$((passed + ok))
  failed=$((failed + bad))
  local other=$((total - ok - bad))
  if [ "$other" -gt 0 ]; then
    echo "$other tests were inconclusive or did not run."
    # On a workstation something may be missing; CI must have it all.
    [ -n "${CI:-}" ] && failed=$((failed + other))
  fi
}

# The official schemas of EGAIS are not ours to ship: without them there is nothing to compare with, and nothing is counted.
filter=()
if [ -z "${EGAIS_XSD:-}" ]; then
  filter=(--filter "TestCategory!=OfficialSchemas")
  echo "EGAIS_XSD names no folder: the documents are not compared with the official schemas."
fi

run_tests() { # project
  local name
  name=$(basename "$1")
  suite "$name" dotnet test "$1" -c Release --no-build --nologo "${filter[@]}" --logger "trx;LogFileName=$name.trx" --logger "console;verbosity=minimal" --results-directory "$results"
  local code=$?
  if [ -f "$results/$name.trx" ]; then
    local before=$failed
    count "$results/$name.trx"
    # A runner that failed without a failed test, such as a crashed one, is a failure too.
    [ $code -ne 0 ] && [ "$failed" -eq "$before" ] && failed=$((failed + 1))
  else
    echo "$name left no results."
    failed=$((failed + 1))
  fi
}

run_faults() { # program, its options
  local output=$results/faults-$1.txt tried survived code
  suite "faults $1" dotnet run -c Release --no-build --project tests/Faults -- "$@" | tee "$output"
  code=${PIPESTATUS[0]}
  tried=$(sed -n 's/^faults_tried = //p' "$output")
  survived=$(sed -n 's/^faults_survived = //p' "$output")
  if [ -z "$tried" ] || [ -z "$survived" ]; then
    echo "The faults of $1 left no figures."
    failed=$((failed + 1))
    return
  fi
  passed=$((passed + survived))
  failed=$((failed + tried - survived))
  # Survived all it tried and failed none the less: something could not be tried.
  [ "$code" -ne 0 ] && [ "$tried" -eq "$survived" ] && failed=$((failed + 1))
}

if suite "build" dotnet build Connectors.sln -c Release --nologo -v q; then
  for project in tests/Unit.Tests tests/Integration.Tests; do run_tests "$project"; done
  for program in schedule codes exchange egais; do
    if $full; then run_faults "$program" --full; else run_faults "$program"; fi
  done
  if $full; then
    for benchmark in invoke schedule runs soap rest odata dead marking exchange checkforsale egais; do
      suite "benchmark $benchmark" dotnet run -c Release --no-build --project tests/Benchmarks -- "$benchmark" || failed=$((failed + 1))
    done
  fi
else
  failed=$((failed + 1))
fi

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
