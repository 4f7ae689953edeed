# `make run` and `make test` need nothing done first: each sets up what it uses.
# Options for a command go in ARGS: make run ARGS="--size national", make test ARGS="-k matching".

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

PYTHON ?= python3
BIN := .venv/bin
# Where Python may not keep what it has compiled, each of the many processes compiles all of it again.
unexport PYTHONDONTWRITEBYTECODE
READY := .venv/ready
# The one pin outside requirements.lock: uv installs everything else from there, hashes checked.
UV := uv==0.13.9

# A copied or moved folder sets itself up again: an environment remembers where it was made, and with which Python.
ifneq ($(shell test -x $(BIN)/python && cat $(READY) 2>/dev/null),$(CURDIR))
.PHONY: $(READY)
endif

.PHONY: help
help: ## list these targets
	@awk -F ':.*## ' '/^[a-zA-Z%-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

.PHONY: setup
setup: $(READY) ## make .venv with every locked package (done again only when something changed)

$(READY): pyproject.toml requirements.lock
	@command -v $(PYTHON) >/dev/null || { echo "Python is not installed; on Debian: apt-get install python3 python3-venv" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; $(PYTHON) is $$($(PYTHON) --version 2>&1). Name another: make setup PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "This Python cannot make environments; on Debian: apt-get install python3-venv" >&2; exit 1; }
	@echo "Setting up .venv ..." >&2
	@test "$$(cat $(READY) 2>/dev/null)" = "$(CURDIR)" && $(BIN)/python -c '' 2>/dev/null || $(PYTHON) -m venv --clear .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check $(UV)
# Compiled once: where Python may not write beside them, each process of a crawl or a test would compile them again.
	@VIRTUAL_ENV=.venv $(BIN)/uv pip sync --quiet --compile-bytecode --require-hashes --build-constraints requirements.lock requirements.lock
	@VIRTUAL_ENV=.venv $(BIN)/uv pip install --quiet --no-build-isolation --no-deps --editable .
	@echo "$(CURDIR)" >$(READY)

.PHONY: run
run: setup ## the whole monitor on a synthetic market, end to end
	@$(BIN)/oversight run $(ARGS)

# In their order: otherwise files of few tests come last, of which some take a minute, on one core.
SPREAD := --numprocesses auto --dist loadfile --no-loadscope-reorder

.PHONY: test
test: setup ## every test, on every core
	@$(BIN)/pytest -q $(SPREAD) $(ARGS)

.PHONY: national
national: setup ## the national rehearsal: served, crawled, held beside the truth, and a week later again
	@$(BIN)/python -m tests.national $(ARGS)

.PHONY: coverage
coverage: setup ## every test, and every branch of the pure modules
	@$(BIN)/pytest -q $(SPREAD) --cov --cov-report=term $(ARGS)

.PHONY: check
check: setup ## style, types, import contracts, generated pages
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/pyright
	$(BIN)/lint-imports --no-logo
	$(BIN)/python -m oversight.docs --check

.PHONY: fix
fix: setup ## mend what can be mended without thinking
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

.PHONY: docs
docs: setup ## write the generated pages in docs/ again
	@$(BIN)/python -m oversight.docs

.PHONY: rehearsal-figures
rehearsal-figures: setup ## measure the rehearsal's national market again, for docs/rehearsal.md
	@$(BIN)/python -m oversight.docs.rehearsal_figures
	@$(BIN)/python -m oversight.docs

.PHONY: bench
bench: setup ## measure speed and memory, every part
	@$(BIN)/python -m tests.bench $(ARGS)

bench-%: setup ## measure one part
	@$(BIN)/python -m tests.bench.$* $(ARGS)

.PHONY: accept
accept: setup ## save what is read from the fixtures now as what must be read; review the difference
	@$(BIN)/python -m tests.accept $(ARGS)

.PHONY: lock
lock: setup ## resolve requirements.lock again; ARGS=--upgrade takes newer versions
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --group dev pyproject.toml --output-file requirements.lock $(ARGS)

.PHONY: clean
clean: ## remove the environment, caches and builds; data/ is kept
	rm -rf .venv .coverage .hypothesis .import_linter_cache .pytest_cache .ruff_cache build dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
