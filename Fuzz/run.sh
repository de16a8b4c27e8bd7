#!/bin/sh
# Fuzzes with libFuzzer: Fuzz/run.sh ParserFuzzer|DisplayFuzzer MINUTES [an option of libFuzzer]...
#
# New inputs go to .build/fuzz/corpus, beside those of Fuzz/Corpus. An input that breaks something is left in
# .build/fuzz/findings; it becomes a regression test and, made small with -minimize_crash=1, a part of Fuzz/Corpus.
# The file of a ParserFuzzer input begins at its second byte.
set -eu

target=$1
minutes=$2
shift 2
cd "$(dirname "$0")/.."
build=.build/fuzz
mkdir -p "$build/corpus/$target" "$build/findings"

# Assertions stay in, and AddressSanitizer looks at what the scanners read.
LINNET_FUZZING=1 swift build -c release --scratch-path "$build" --product "$target" \
  -Xswiftc -sanitize=fuzzer,address -Xcc -fsanitize=fuzzer-no-link,address -Xswiftc -use-ld=lld \
  -Xswiftc -assert-config -Xswiftc Debug

# Swift's own report of a crash stands in the way of the sanitizer's.
export SWIFT_BACKTRACE=enable=no
exec "$build/release/$target" -max_total_time=$((minutes * 60)) -timeout=10 -max_len=4096 -dict=Fuzz/linnet.dict \
  -artifact_prefix="$build/findings/" "$@" "$build/corpus/$target" Fuzz/Corpus
