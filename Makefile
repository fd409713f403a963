# The verbs of the project; `make` alone prints them.
SWIFT ?= swift
PREFIX ?= /usr/local
CONFIGURATION ?= release
CORPUS ?= ../shared/data
SECONDS ?= 60
PROOFS = ^FaultTests|^BluesCoreTests
FORMAT = $(SWIFT) format
# Built for release, since tests of optimised code take half the time, but file by file, so that a change compiles
# fast: BLUES_WORK tells Package.swift so. Without an index of the sources, which is for editors, and without DEBUG, under
# which the parser of the command line checks each command against itself whenever one is typed.
WORK = BLUES_WORK=1 $(SWIFT)
BUILT = --configuration release --scratch-path .build/work --disable-index-store
BUILD = $(WORK) build $(BUILT)
# Testable by the flag above, for building and testing alike: with the option here each would build all of it again.
TEST = $(WORK) test $(BUILT) --disable-testable-imports --disable-xctest --enable-swift-testing
SOURCES = Package.swift Sources Tests
BINARY = "$$($(BUILD) --show-bin-path)/blues"

.DEFAULT_GOAL := help
.PHONY: help demo build test check format lint golden docs data session run corpus bench validate fuzz prove install deb \
	hook clean packages shells engines

help:
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: build ## install what is missing, build, and do the main job on the fixtures
	@.ci/demo $(BINARY)

build: packages ## build, for trying and for the tests
	@$(BUILD) --product blues

test: packages shells engines ## run every test, or some: make test ONLY="Telephone numbers"
	@$(TEST) $(if $(ONLY),--filter "$(ONLY)")

check: lint packages shells engines ## lint, build with warnings as errors, test: what the hook and CI ask
	@$(BUILD) --build-tests
	@$(TEST)

format: ## format the sources in place
	@$(FORMAT) --in-place --recursive --parallel $(SOURCES)

lint: ## check format and style, strictly
	@$(FORMAT) lint --strict --recursive --parallel $(SOURCES)

golden: packages shells engines ## write what is printed now into documents and goldens, and show what changed
	@BLUES_UPDATE_GOLDENS=1 $(TEST) $(if $(ONLY),--filter "$(ONLY)")
	@git diff --stat

docs: ## write commands, manual pages, schemas, fields and data model anew from the program's own description
	@$(MAKE) --no-print-directory golden ONLY="it says what the program says"

data: ## write country names and calling plans anew from their public sources, and show what changed
	@.ci/data/renew

session: packages engines ## run one document: make session NAME=contacts
	@BLUES_SESSION="$(NAME)" $(TEST) --filter "a page prints what it says"

run: packages ## run blues: make run ARGS="partner list"
	@$(WORK) run $(BUILT) --quiet blues $(ARGS)

corpus: build ## hold real lists to account, row by row: make corpus CORPUS=../shared/data
	@Tests/Corpus/run $(BINARY) "$(CORPUS)"

bench: packages ## measure start-up, lists and imports on a release build
	@Tests/Bench/run

validate: build engines ## hold every report to the Nu validator, axe and a schema checker
	@.ci/packages chromium chromium-driver default-jre-headless
	@Tests/Reports/validate $(BINARY)

fuzz: packages ## throw mutated lists at the readers: make fuzz SECONDS=60
	@Tests/Fuzz/run $(SECONDS)

prove: packages ## break commands, disks and files in every way, at length: make prove ONLY="The power fails"
	@BLUES_PROVE=1 BLUES_PROGRAM="$$(SWIFT="$(SWIFT)" .ci/release)" $(TEST) --filter "$(or $(ONLY),$(PROOFS))"

install: packages ## build for release and install program, manual and completions: make install PREFIX=/usr/local
	@.ci/install "$$(SWIFT="$(SWIFT)" .ci/release $(CONFIGURATION))" "$(DESTDIR)$(PREFIX)"

deb: ## build for release and make a Debian package of it
	@.ci/packages dpkg-dev
	@.ci/deb "$$(SWIFT="$(SWIFT)" .ci/release $(CONFIGURATION))"

hook: ## have git ask `make lint` before each commit
	@printf '#!/bin/sh\nexec make --no-print-directory lint\n' > "$$(git rev-parse --git-path hooks)/pre-commit"
	@chmod +x "$$(git rev-parse --git-path hooks)/pre-commit"

clean: ## remove what was built
	@$(SWIFT) package clean

packages:
	@.ci/packages

# The shells whose completion the tests press TAB in, and the program that adds up the journal of costs.
shells:
	@.ci/packages fish hledger zsh

# What PDF and Word documents are made with, what the tests read them with, and the server of a post office.
engines:
	@.ci/packages fonts-dejavu-core librsvg2-bin openssl pandoc poppler-utils postgresql python3-openpyxl qpdf weasyprint
