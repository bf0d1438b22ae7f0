# make report   environment, notebooks, report (HTML and PDF)
# make test     environment with the tools of development, every test
# make lab      JupyterLab on the notebooks
# make lock     resolve the requirements anew
# make bench    the benchmarks
.PHONY: report test lab check lock bench clean
.DELETE_ON_ERROR:

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1

report: $(VENV)/.report
	$(BIN)/crosscheck report

test: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest

lab: $(VENV)/.report
	$(BIN)/jupyter lab notebooks

bench: $(VENV)/.dev
	$(BIN)/python -m pip install --quiet -e '.[bench]'
	for script in benchmarks/bench_*.py; do $(BIN)/python $$script || exit 1; done

# One lock for Linux and macOS, Python 3.11 to 3.13.
lock:
	uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-annotate \
	  --no-emit-index-url --no-emit-find-links --no-header pyproject.toml -o requirements.txt
	uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-annotate \
	  --no-emit-index-url --no-emit-find-links --no-header -c requirements.txt --extra dev \
	  pyproject.toml -o requirements-dev.txt

clean:
	rm -rf results _report _variables.yml

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' || \
	  { echo "crosscheck needs Python 3.11 to 3.13; say which with make PYTHON=python3.12" >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)

# Quarto is tried once: where its program can't be downloaded, pandoc and Typst set the report.
$(VENV)/.report: requirements.txt requirements-quarto.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@$(BIN)/python -m crosscheck.run.get_quarto requirements-quarto.txt
	@touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.report
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.txt
	@touch $@
