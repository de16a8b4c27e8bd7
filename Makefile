# Linnet. `make study` reads the notes under decks/ and starts a review; `make test` runs every check.
# Written for GNU make 3.81, the one macOS has.

PREFIX ?= /usr/local
prefix := $(patsubst ~/%,$(HOME)/%,$(PREFIX))
program := .build/release/linnet
sources := Sources Tests Benchmarks Fuzz Package.swift
MINUTES ?= 5
million := .build/million.sqlite

# On Linux the Swift runtime goes into the program, which then starts faster and runs without a toolchain.
# On macOS the runtime is part of the system.
ifneq ($(shell uname -s),Darwin)
release := --static-swift-stdlib
endif

.PHONY: help study test fuzz bench graph-order build setup format install uninstall clean

help:
	@echo 'make study      set up, build, read the notes under decks/ and start a review'
	@echo 'make test       set up, check the formatting and run all tests'
	@echo 'make fuzz       look for inputs that break what reads and shows notes: make fuzz MINUTES=30'
	@echo 'make build      set up and build $(program)'
	@echo 'make bench      measure the speed with a notes folder: make bench VAULT=~/notes'
	@echo 'make graph-order  simulate what links are worth for scheduling (Benchmarks/graph-order.md)'
	@echo 'make install    install the program and its completions under PREFIX (now $(prefix))'
	@echo 'make uninstall  remove what "make install" put there'
	@echo 'make format     format the sources in place'
	@echo 'make clean      remove what was built'

study: build
	$(program) import decks
	$(program) review

test: setup
	swift format lint --strict -r $(sources)
	swift test --disable-xctest

fuzz: setup
	Fuzz/run.sh ParserFuzzer '$(MINUTES)'
	Fuzz/run.sh DisplayFuzzer '$(MINUTES)'

build: setup
	swift build -c release --product linnet $(release)

# A small folder measures how programs start, not how they read.
bench: build
	@test -n '$(VAULT)' || { echo 'name a folder of a thousand notes or more: make bench VAULT=~/notes'; exit 1; }
	python3 Benchmarks/speed.py $(program) --vault '$(patsubst ~/%,$(HOME)/%,$(VAULT))'
	python3 Benchmarks/screen.py $(program) --vault '$(patsubst ~/%,$(HOME)/%,$(VAULT))'
	LINNET_BENCHMARKS=1 swift run -c release LayoutBenchmark
	python3 Benchmarks/collection.py $(program) $(million)
	python3 Benchmarks/first_card.py $(program) $(million)
	LINNET_BENCHMARKS=1 swift run -c release AnswerBenchmark $(million)
	rm -f $(million)*
	LINNET_BENCHMARKS=1 swift run -c release ReplayBenchmark
	LINNET_BENCHMARKS=1 swift run -c release GraphBenchmark
	MALLOC_MMAP_MAX_=0 MALLOC_TRIM_THRESHOLD_=4000000000 LINNET_BENCHMARKS=1 \
	  swift run -c release ParsingBenchmark '$(patsubst ~/%,$(HOME)/%,$(VAULT))'

# Takes a few minutes. A folder of notes can be named besides, for the shape of its links: VAULT=~/notes
graph-order: setup
	LINNET_BENCHMARKS=1 swift run -c release GraphOrderBenchmark $(if $(VAULT),'$(patsubst ~/%,$(HOME)/%,$(VAULT))')

# Installs the system libraries that are missing; silent when there is nothing to do.
setup:
	@Scripts/setup.sh

format:
	swift format -i -r $(sources)

install: build
	Scripts/install.sh $(program) '$(DESTDIR)$(prefix)'

uninstall:
	Scripts/install.sh --remove '$(DESTDIR)$(prefix)'

clean:
	rm -rf .build
