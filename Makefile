# make            what there is
# make demo       a paper to look at; make test: everything that is checked

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help

PREFIX ?= /usr/local
RELEASE := .build-release
STATIC := $(CURDIR)/$(RELEASE)/static

.PHONY: help demo test soak deps lint release install bench clean

help: ## this list
	@awk -F':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' Makefile

demo: deps ## a newsroom with twelve stories and its site, in demo/
	@swift build --product stet
	@scripts/demo "$$(swift build --show-bin-path)/stet"

test: deps ## style and all tests
	@scripts/validators
	@$(MAKE) lint
	@swift build --build-tests
	@swift test --skip-build || { echo 'make test: FAILED'; exit 1; }
	@echo 'make test: passed'

WALKS ?= 10000

soak: ## WALKS (10,000) random walks of the Judge against its model; SEED=N walks that one alone
	@swift build --build-tests
	@STET_WALKS=$(WALKS) $(if $(SEED),STET_SEED=$(SEED)) swift test --skip-build --filter WalkTests

deps: ## the libraries and tools that a build needs, installed where they are missing
	@scripts/deps

lint: ## style alone
	@swift format lint --strict -r Package.swift Sources Tests workflows

release: deps dist/stet ## one static binary that needs no libraries, at dist/stet

# SwiftPM finds out itself what to build anew.
.PHONY: dist/stet
dist/stet: $(STATIC)/ready
	STET_LINK=static swift build -c release --product stet --scratch-path $(RELEASE) \
	  --static-swift-stdlib --pkg-config-path $(STATIC)
	! ldd $(RELEASE)/release/stet 2> /dev/null
	install -D -m 755 $(RELEASE)/release/stet $@
	@printf '%s: %s, %d MB\n' $@ "$$($@ --version)" $$(($$(stat -c %s $@) / 1000000))

$(STATIC)/ready: Static/absent.c scripts/static-libraries
	scripts/static-libraries $(STATIC)

install: ## dist/stet to DESTDIR and PREFIX (/usr/local)
	@test -f dist/stet || $(MAKE) release
	install -D -m 755 dist/stet $(DESTDIR)$(PREFIX)/bin/stet

bench: release ## what commands take among 10,000 stories
	@scripts/bench dist/stet

clean: ## away with all that was built
	rm -rf .build .build-* dist demo
