# Two commands: `make run` and `make test`. Everything else is for those who develop.
PORT ?= 8000
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3.14 python3 python; do if command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then echo $$p; break; fi; done)
ifeq ($(strip $(PYTHON)),)
$(error Lokalkjent needs Python 3.11 or newer, and found none. Install it, or name it: make PYTHON=/path/to/python3.11)
endif
BIN = .venv/bin

.PHONY: run test setup check fix bench trust interop wheel

setup:
	@$(PYTHON) tools/setup.py

run: setup
	@$(BIN)/lokalkjent demo --port $(PORT)
	@$(BIN)/lokalkjent serve --port $(PORT)

test: setup
	@$(BIN)/python tools/browser.py
	@$(BIN)/python -m pytest -n 3 --dist loadgroup

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/node.py node_modules/typescript/bin/tsc -p tsconfig.json
	$(BIN)/python tools/translate.py check

fix: setup
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: setup
	@$(BIN)/python -m bench

trust: setup
	@$(BIN)/python -m bench.trust

interop: setup wheel
	@$(BIN)/python -m pytest tests/interop --override-ini addopts=-q

wheel: setup
	@$(BIN)/python -m hatchling build -t wheel
