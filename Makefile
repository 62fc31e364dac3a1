# What one does here. All set-up happens by itself (scripts/setup) the first time.
PORT ?= 8080
TIMES ?= 5
SECONDS ?= 600

.PHONY: help serve build test stress audit coverage fuzz fmt setup clean

help: ## this list
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:.*##/\t/'

serve: build ## the site with the example archive, on http://localhost:8080 (PORT=… for another port)
	@scripts/publish http://localhost:$(PORT)/
	@node scripts/serve.mjs --root site --port $(PORT)

build: ## the site, in dist/
	@scripts/setup build
	@scripts/build

test: ## everything that has to hold
	@scripts/test

stress: ## the end-to-end tests five times (TIMES=…), with the processors kept busy by something else
	@scripts/stress $(TIMES)

audit: ## licences, sources and known faults of what we depend on, and the oldest Rust that works (needs a network)
	@scripts/audit

coverage: ## how much of the code the tests on the host run through
	@scripts/coverage

fuzz: ## looks for bytes that no reader of ours can take, ten minutes each (SECONDS=…)
	@scripts/fuzz $(SECONDS)

fmt: ## formats the Rust code
	@cargo fmt

setup: ## gets the tools that are missing
	@scripts/setup

clean: ## removes the built site (the caches stay)
	@rm -rf dist site .site.yishi-* tests/e2e/out
