# Everything below works alone on a fresh clone: it creates .venv and installs what it needs, once.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
PYTHON_TESTS := tests/runtime/core tests/runtime/features tests/runtime/sdk
NODE_TOOLS := tests/runtime/typescript/node_modules/.ready

.DEFAULT_GOAL := help
.PHONY: help setup tools generate check test coverage lint corpus fuzz bench clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(READY) ## Create .venv and install everything for development

$(READY): pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@

tools: ## Install what tests TypeScript packages, where Node 20 or later is found
	@if node --eval 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' 2>/dev/null; \
	then $(MAKE) --no-print-directory $(NODE_TOOLS); \
	else echo "Node 20 or later is not there: the tests of TypeScript packages will be skipped"; fi

$(NODE_TOOLS): tests/runtime/typescript/package.json
	cd tests/runtime/typescript && npm install --no-package-lock --no-audit --no-fund --silent
	@touch $@

generate: $(READY) ## Generate output/ from spec/ as sdkloom.yaml says
	$(BIN)/sdkloom generate

check: $(READY) ## Fail where output/ is not what spec/ says
	$(BIN)/sdkloom check

test: $(READY) tools coverage ## Run all tests
	$(BIN)/python -m pytest -q -rs -n auto --dist loadfile $(PYTHON_TESTS:%=--ignore=%)

coverage: $(READY) ## Run the tests of Python packages, and fail where they leave the runtime unproven
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest -q -rs $(PYTHON_TESTS)
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

lint: $(READY) ## Run ruff, black, mypy and pyright, on what is generated too
	$(BIN)/ruff check generator tests templates/python/runtime
	$(BIN)/black --check --quiet --diff generator tests
	$(BIN)/black --check --quiet --diff --line-length 100 --target-version py310 templates/python/runtime
	$(BIN)/mypy generator
	$(BIN)/mypy --python-version 3.10 templates/python/runtime/_core
	$(BIN)/mypy --python-version 3.10 templates/python/runtime/tests
	for sdk in output/*/python; do \
		$(BIN)/ruff check --no-cache $$sdk && \
		$(BIN)/black --check --quiet $$sdk && \
		MYPYPATH=$$sdk/src $(BIN)/mypy --python-version 3.10 $$sdk/src tests/typing && \
		$(BIN)/pyright --pythonpath $(BIN)/python --project $$sdk || exit 1; \
	done
	$(BIN)/pyright --pythonpath $(BIN)/python --project tests/typing

corpus: $(READY) ## Generate from every document under SDKLOOM_CORPORA, and type-check the result
	SDKLOOM_CORPUS=all $(BIN)/python -m pytest -q tests/corpora

fuzz: $(READY) ## Try random documents: with things put wrong, by the seeds in SDKLOOM_FUZZ, and with clashes of names
	SDKLOOM_FUZZ=$${SDKLOOM_FUZZ:-25:2000} $(BIN)/python -m pytest -q tests/fuzz
	$(BIN)/python -m pytest -q tests/unit/name --hypothesis-profile=search

bench: $(READY) ## Print what a run of the compiler costs, and what a generated package costs beside the hand-tuned one
	$(BIN)/python tests/bench

clean: ## Remove .venv and every cache
	rm -rf .venv tests/runtime/typescript/node_modules dist build .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
