# `make` says what there is to do. Works with the GNU make of macOS (3.81) and of Linux.

PORT ?= 8501
ARGS ?=
PY := .venv/bin/python
PIP := $(PY) -m pip install --quiet --disable-pip-version-check --only-binary :all:
# All tests of a file run in one process: they share what it makes, such as a server and a browser.
PYTEST := $(PY) -m pytest -n auto --dist loadfile --no-loadscope-reorder

# Tools are started as `python -m`, so that a folder that was moved or copied still works.

.PHONY: help run test check format bench faults docs
.DELETE_ON_ERROR:

help:
	@echo 'make run      start the app and open it in the browser (make run PORT=8600)'
	@echo 'make test     run the tests (make test ARGS="tests/ui -k home")'
	@echo 'make check    everything a change has to pass: style, types, tests'
	@echo 'make format   put the code into the agreed style'
	@echo 'make bench    measure speed against its targets'
	@echo 'make faults   kill it a thousand times while it saves or someone types, and let many write at once'
	@echo 'make docs     write docs/draft-file.md anew'

run: .venv/installed
	@echo 'Starting jd-builder at http://localhost:$(PORT). Ctrl+C stops it.'
	@$(PY) -m streamlit run app.py --server.port $(PORT) $(ARGS)

test: .venv/installed-dev node_modules/installed
	@$(PYTEST) $(ARGS)

check: .venv/installed-dev node_modules/installed
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy
	@$(PYTEST) $(ARGS)

format: .venv/installed-dev
	@$(PY) -m ruff check --fix-only .
	@$(PY) -m ruff format .

bench: .venv/installed-dev node_modules/installed
	@$(PY) -m benchmarks

faults: .venv/installed-dev
	@$(PY) -m tests.faults.kill_while_saving 1000
	@$(PY) -m tests.faults.kill_while_editing 1000
	@$(PY) -m tests.faults.many_writers 8 250

docs: .venv/installed
	@text=$$($(PY) -m jd_builder.drafts.key_table) && printf '%s\n' "$$text" > docs/draft-file.md

# Each of these two files marks an install that is done, so that the next start is immediate.
.venv/installed: requirements.txt $(PY)
	@echo 'Installing what jd-builder runs on. The first time this takes a minute or two ...'
	@$(PIP) -r requirements.txt
	@touch $@

.venv/installed-dev: requirements.txt requirements-postgres.txt requirements-dev.txt $(PY)
	@echo 'Installing what jd-builder is tested with. The first time this takes a minute or two ...'
	@$(PIP) -r requirements-dev.txt
	@touch $@

# A server that answers as language models do. Without Node the tests and figures that need it are left out by name.
node_modules/installed: package.json package-lock.json
	@if command -v npm >/dev/null 2>&1; then npm ci --silent --no-audit --no-fund && touch $@; fi

# The first Python that is new enough and can make an environment. A name may be on the PATH and
# still not run, as with version managers, so each is asked.
$(PY):
	@incomplete=''; \
	for python in python3.14 python3.13 python3.12 python3.11 python3; do \
	  $$python -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' >/dev/null 2>&1 || continue; \
	  if $$python -c 'import ensurepip, venv' >/dev/null 2>&1; then exec $$python -m venv --clear .venv; fi; \
	  incomplete="$${incomplete:-$$($$python -c 'import sys; print("python3.%d-venv" % sys.version_info[1])')}"; \
	done; \
	if [ -n "$$incomplete" ]; then \
	  echo "This Python cannot make an environment. On Debian and Ubuntu: sudo apt install $$incomplete" >&2; \
	else \
	  echo 'jd-builder needs Python 3.11, 3.12, 3.13 or 3.14, and none is on this computer: https://www.python.org/downloads/' >&2; \
	fi; \
	exit 1
