.PHONY: help demo test setup golden messages pictures docs bench lock

BIN := .venv/bin
SITE := site
SIZES := 10,100,1000
RUNS := 3

# Homebrew's Pango is outside of what macOS searches on Apple silicon.
ifeq ($(shell uname),Darwin)
PANGO := DYLD_FALLBACK_LIBRARY_PATH="$(shell brew --prefix 2>/dev/null)/lib:/usr/local/lib:/usr/lib"
endif

help:
	@echo "make demo      build the demo practice into $(SITE)/"
	@echo "make test      run all that CI runs"
	@echo "make setup     set up .venv for running vagen"
	@echo "make golden    rewrite the golden tree of the tests, to be read as a diff"
	@echo "make messages  gather the messages into the catalogs"
	@echo "make pictures  take the stale pictures of README.md anew"
	@echo "make docs      build docs/ as a site into build/docs/"
	@echo "make bench     measure whole builds beside other generators, into docs/performance.md"
	@echo "make lock      pin the libraries anew"

demo:
	@start=$$(date +%s) && scripts/setup && \
	$(PANGO) $(BIN)/vagen build --now 2026-11-23 && \
	echo && \
	echo "Took $$(( $$(date +%s) - start )) s. Open $(SITE)/index.html in a browser:" && \
	echo "  file://$$PWD/$(SITE)/index.html"

test:
	scripts/setup test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(PANGO) $(BIN)/pytest -n auto --maxprocesses 4 --dist loadfile --cov

setup:
	scripts/setup

golden:
	scripts/setup test
	$(PANGO) $(BIN)/pytest -k golden --update-golden

messages:
	scripts/setup
	$(BIN)/python scripts/messages.py

pictures:
	scripts/setup test
	$(PANGO) $(BIN)/python scripts/pictures.py

docs:
	scripts/setup
	$(BIN)/python scripts/docs.py

bench:
	scripts/setup
	$(PANGO) $(BIN)/python -m bench.builds --sizes $(SIZES) --runs $(RUNS)

lock:
	scripts/lock
