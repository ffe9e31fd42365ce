# One command for each thing people do here. `make` alone lists them.
# The first call sets up everything in .venv (tools/set-up); later calls find the stamp and start at once.

BIN := .venv/bin
READY_TO_RUN := .venv/.ready-to-run
READY_TO_TEST := .venv/.ready-to-test
RECIPE := pyproject.toml uv.lock requirements.lock requirements-dev.lock tools/set-up

# CI asks for pytest's own exit code in this file, as make turns every failure into 2.
PYTEST_CODE_FILE :=

.PHONY: help demo test long check bench format lock

help: ## list these commands
	@sed -n 's/^\([a-z]*\):.*## /make \1\t/p' Makefile | expand -t 14

demo: $(READY_TO_RUN) ## build the sample group, plan its week, show it, serve the page
	@$(BIN)/gems demo

test: $(READY_TO_TEST) ## everything CI runs: the checks below, then all tests, in parallel
	@code=0; $(BIN)/python -m pytest -n auto --dist worksteal || code=$$?; \
	if [ -n "$(PYTEST_CODE_FILE)" ]; then echo $$code > "$(PYTEST_CODE_FILE)"; else exit $$code; fi

long: $(READY_TO_TEST) ## the same tests with thousands of drawn examples each, and the slow ones
	@HYPOTHESIS_PROFILE=long $(BIN)/python -m pytest -n auto --dist worksteal -m "long or not long"

check: $(READY_TO_TEST) ## form, lint, types, layers (`make test` runs them too)
	@$(BIN)/python -m pytest -q --no-header tests/test_tooling.py

bench: $(READY_TO_TEST) ## plan the quick selection, three seeds, beside the last table stored (other selections: benchmarks/bench.py)
	@$(BIN)/python -m benchmarks.bench quick

format: $(READY_TO_TEST) ## put the form right
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format .

lock: ## after a change of dependencies: lock them again, for uv and for pip (needs uv)
	uv lock
	uv export --quiet --frozen --no-hashes --no-emit-project --no-annotate --no-dev -o requirements.lock
	uv export --quiet --frozen --no-hashes --no-emit-project --no-annotate -o requirements-dev.lock

$(READY_TO_RUN): $(RECIPE)
	@tools/set-up run
	@touch $@

$(READY_TO_TEST): $(RECIPE)
	@tools/set-up test
	@touch $(READY_TO_RUN) $@
