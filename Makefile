# What a newcomer needs: `make run` and `make test`. `make` alone lists all.

VENV := .venv
BIN := $(VENV)/bin
GKG := $(BIN)/gkg
# make run STORE=sqlite:///my.db PORT=8080; STORE=neo4j is the server of `make neo4j`
STORE ?=
PORT ?=
ifneq ($(filter-out neo4j,$(STORE)),)
export GKG_STORE := $(STORE)
endif
BESIDE := $(if $(filter neo4j,$(STORE)),$(BIN)/python -m server run)

.DEFAULT_GOAL := help
.PHONY: help setup dev run neo4j test check format gold practice gold-dates gold-articles gold-agreement gold-questions confidence coverage gold-blind gold-aside lock soak bench bench-extraction bench-exports bench-http bench-explorer clean

help:  ## this list
	@sed -n 's/^\([a-z0-9-]*\):.*##  *\(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{printf "%-14s %s\n", $$1, $$2}'

setup:  ## make .venv with what `make run` needs
	@sh scripts/setup.sh requirements.lock

dev:  ## make .venv with what `make test` needs as well
	@sh scripts/setup.sh requirements-dev.lock

run: setup  ## load the samples, ask who condemns whom, serve on 127.0.0.1:8000 (STORE=URI or neo4j, PORT=N)
	@$(BESIDE) sh -ec '$(GKG) load samples/articles.jsonl; $(GKG) ask "who condemns whom"; \
	exec $(GKG) serve $(if $(PORT),--port $(PORT))' || [ $$? -eq 130 ] # Ctrl-C is how it ends

neo4j: setup  ## a Neo4j server with its Browser, on loopback, until Ctrl-C (needs Java 17 and Maven)
	@$(BIN)/python -m server

test: check  ## all checks, then all tests, in two processes
	@$(BIN)/python -m pytest -n 2 --dist loadfile

check: dev  ## the quick part: format, lint, types, import rules, known holes, documentation
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/python scripts/audit.py
	@$(BIN)/python scripts/explorer.py --check
	@$(BIN)/python -m pytest -q tests/docs

format: dev  ## put code and imports in order
	@$(BIN)/ruff check --fix --select I .
	@$(BIN)/ruff format .
	@$(BIN)/python scripts/explorer.py --format

gold: dev  ## precision and recall on the gold sets (ERRORS=1: what is missed where)
	@$(BIN)/python -m tests.gold.scores $(if $(ERRORS),errors)

practice: dev  ## sentences that the codebook's writers tried their frames on (WORD=w: what fails with it; FILE=f.tsv: others)
	@$(BIN)/python -m tests.gold.practice $(or $(FILE),$(WORD))

gold-dates: dev  ## how many dated acts get their date, and whether undated ones stay without (ERRORS=1: which do not)
	@$(BIN)/python -m tests.gold.dates $(if $(ERRORS),wrong)

gold-articles: dev  ## the same on twenty whole articles (ERRORS=1: what is missed; ASIDE=1: the ten set aside, at the end)
	@$(BIN)/python -m tests.gold.articles $(if $(ASIDE),aside,$(if $(ERRORS),errors))

confidence: dev  ## fit anew how sure events are, and show how well it holds (ASIDE=1: on what is set aside, at the end)
	@$(BIN)/python -m tests.gold.confidence $(if $(ASIDE),aside)

gold-questions: dev  ## how many questions are read as they are meant (ERRORS=1: which are not; ASIDE=1: the third set aside)
	@$(BIN)/python -m tests.gold.questions $(if $(ASIDE),aside) $(if $(ERRORS),errors)

gold-agreement: dev  ## how far a second coder agrees with the blind set and the third set aside
	@$(BIN)/python -m tests.gold.agreement

coverage: dev  ## what a peer's dictionary has words for and the codebook has not (MISSING=1: each of them)
	@$(BIN)/python -m tests.gold.coverage $(if $(MISSING),missing)

gold-blind: dev  ## the same on texts of other writers that nobody reads; on the way, to judge a change by
	@$(BIN)/python -m tests.gold.scores blind $(if $(ERRORS),errors)

gold-aside: dev  ## the same on the third of the own set that is set aside; at the end, not on the way
	@$(BIN)/python -m tests.gold.scores aside $(if $(ERRORS),errors)

bench: dev  ## the stores side by side, as ratios (EVENTS=200000; LARGE=1 adds a million)
	@$(BIN)/python -m benchmarks.stores $(if $(EVENTS),--events $(EVENTS)) $(if $(LARGE),--large)

bench-http: dev  ## how fast the service answers, against a bare endpoint and the bare driver (needs wrk; EVENTS=100000)
	@$(BIN)/python -m benchmarks.http $(if $(EVENTS),--events $(EVENTS))

bench-extraction: dev  ## how fast articles are read, against spaCy's whole small pipeline
	@$(BIN)/python -m benchmarks.extraction

bench-exports: dev  ## how soon exports begin and what memory they take, at a million events (EVENTS=100000: fewer)
	@$(BIN)/python -m benchmarks.exports $(if $(EVENTS),--events $(EVENTS))

bench-explorer: dev  ## how soon the explorer draws large answers, and how smoothly they move (needs chromium)
	@$(BIN)/python -m benchmarks.explorer

soak: dev  ## the tests that take minutes
	@$(BIN)/python -m pytest -m soak --durations=0 -o faulthandler_timeout=3600

# All locks hold for Python 3.11 to 3.13 on every system; none names an index.
COMPILE := $(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" --quiet
lock: dev  ## write the lock files anew from pyproject.toml (UPGRADE=1 takes the newest versions)
	@$(COMPILE) $(if $(UPGRADE),--upgrade) pyproject.toml -o requirements.lock
	@$(COMPILE) $(if $(UPGRADE),--upgrade) pyproject.toml --group dev -c requirements.lock -o requirements-dev.lock
	@$(COMPILE) $(if $(UPGRADE),--upgrade) --group build -o requirements-build.lock
	@$(BIN)/python scripts/explorer.py --lock
	@if grep -n '://' requirements*.lock; then echo "lock: an address got into a lock file" >&2; exit 1; fi

clean:  ## remove what was made: .venv and caches, never a store
	@rm -rf $(VENV) explorer/node_modules api/web/explorer .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .neo4j .gephi build *.egg-info
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
