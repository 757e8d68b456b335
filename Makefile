# Two commands on a fresh machine with a Swift toolchain (6.2 or later):
#   make demo    install what is missing, build, draw and measure the example region
#   make test    install what is missing, build, run all tests

# The one list of system packages; .ci/run uses it through `make test`.
PACKAGES      := libgraphviz-dev libexpat1-dev libzip-dev zlib1g-dev libxlsxwriter-dev pkg-config \
                 fonts-dejavu-core fonts-lato fontconfig
TEST_PACKAGES := poppler-utils python3-venv
GATE_PACKAGES := valgrind python3
FUZZ_PACKAGES := python3

SWIFT   ?= swift
FLAGS   ?=
SUDO    := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
# One file that needs no Swift runtime beside it.
RELEASE := -c release --static-swift-stdlib
REGION  := Data/beispielregion
DEMO    := demo

.PHONY: demo test gate articles build gallery exports fuzz sanitize install packages test-packages gate-packages \
  fuzz-packages toolchain benchmark format lint clean

demo: build
	@mkdir -p $(DEMO)
	@bin="$$($(SWIFT) build $(RELEASE) --show-bin-path)/regionet"; set -e; \
	"$$bin" gaps $(REGION) --lang de -o $(DEMO)/luecken.xlsx; \
	for format in svg png pdf; do "$$bin" map $(REGION) --lang de -o $(DEMO)/netzwerk.$$format; done; \
	"$$bin" check $(REGION) --lang de; \
	"$$bin" measure $(REGION) --lang de --level network -o $(DEMO)/kennzahlen-netzwerk.csv --format csv; \
	"$$bin" measure $(REGION) --lang de --format csv -o $(DEMO)/kennzahlen-partner.csv; \
	"$$bin" measure $(REGION) --lang de --format json -o $(DEMO)/kennzahlen.json; \
	"$$bin" measure $(REGION) --lang de --level network; \
	"$$bin" measure $(REGION) --lang de --top 10; \
	echo; echo "The map of the example region:  $(DEMO)/netzwerk.svg  .png  .pdf"; \
	echo "Its numbers:                    $(DEMO)/kennzahlen-netzwerk.csv  kennzahlen-partner.csv  kennzahlen.json"; \
	echo "What is missing in it:          $(DEMO)/luecken.xlsx"; \
	echo "The command itself:             $$bin"

build: packages
	$(SWIFT) build $(RELEASE) --product regionet $(FLAGS)

test: packages test-packages
	$(SWIFT) build --build-tests $(FLAGS)
	$(SWIFT) test --skip-build $(FLAGS)

# Whether the four hottest kernels take more instructions than the baseline; renewed by Scripts/instruction-gate.py --update.
gate: toolchain gate-packages
	SWIFT="$(SWIFT)" Scripts/instruction-gate.py

# The articles on measures as a web site: python3 -m http.server -d .build/articles
articles: toolchain
	$(SWIFT) build --target GraphMeasures $(FLAGS)
	@mkdir -p .build/symbols
	$(SWIFT) symbolgraph-extract -module-name GraphMeasures -minimum-access-level public -emit-extension-block-symbols \
	  -I "$$($(SWIFT) build --show-bin-path)/Modules" -output-dir .build/symbols \
	  -target "$$($(SWIFT) -print-target-info | sed -n 's/^ *"triple": "\(.*\)",/\1/p' | head -n 1)"
	"$$(dirname "$$(command -v $(SWIFT))")/docc" convert Sources/GraphMeasures/GraphMeasures.docc --warnings-as-errors \
	  --additional-symbol-graph-dir .build/symbols --output-path .build/articles \
	  --fallback-display-name GraphMeasures --fallback-bundle-identifier regionet.GraphMeasures

# Where the command goes: make install PREFIX=$$HOME/.local
PREFIX ?= /usr/local
install: build
	install -D "$$($(SWIFT) build $(RELEASE) --show-bin-path)/regionet" "$(DESTDIR)$(PREFIX)/bin/regionet"

# Whole processes beside their peers; the kernels: Scripts/compare-peers.py.
benchmark: build
	python3 Benchmarks/commands.py "$$($(SWIFT) build $(RELEASE) --show-bin-path)/regionet"

# Damaged files for every reader: make fuzz FUZZ_SECONDS=600
FUZZ_SECONDS ?= 20
fuzz: packages fuzz-packages
	Scripts/fuzz $(FUZZ_SECONDS)

# The whole test suite under the address sanitizer, with leaks, and under the thread sanitizer; optimised, for else the
# larger networks take hours. Swift's own report of a crash would hide the sanitizer's.
# What is left out, and why, stands in Scripts/sanitizers.
SANITIZERS := $(CURDIR)/Scripts/sanitizers
SANITIZED  := -c release -Xswiftc -enable-testing
sanitize: packages test-packages
	SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=1 \
	LSAN_OPTIONS=suppressions=$(SANITIZERS)/leaks.txt:print_suppressions=0 \
	  $(SWIFT) test $(SANITIZED) --sanitize=address --scratch-path .build/address
	SWIFT_BACKTRACE=enable=no TSAN_OPTIONS=suppressions=$(SANITIZERS)/threads.txt \
	  $(SWIFT) test $(SANITIZED) --sanitize=thread --scratch-path .build/thread

# Every kind of map of every network at hand, with what the lint found.
gallery: build
	Scripts/gallery.sh "$$($(SWIFT) build $(RELEASE) --show-bin-path)/regionet" gallery

# Whether networkx, igraph and pydot read what convert writes.
exports: build test-packages
	Scripts/check-exports.sh "$$($(SWIFT) build $(RELEASE) --show-bin-path)/regionet"

packages: toolchain
	@$(call install-missing,$(PACKAGES))

test-packages:
	@$(call install-missing,$(TEST_PACKAGES))

gate-packages:
	@$(call install-missing,$(GATE_PACKAGES))

fuzz-packages:
	@$(call install-missing,$(FUZZ_PACKAGES))

toolchain:
	@command -v $(SWIFT) >/dev/null || { echo "regionet needs Swift 6.2 or later: https://www.swift.org/install/linux" >&2; exit 1; }

define install-missing
missing=""; for package in $(1); do \
  dpkg-query -W -f='$${Status}' "$$package" 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$package"; done; \
if [ -n "$$missing" ]; then \
  echo "Installing$$missing"; \
  $(SUDO) apt-get update -qq && \
  DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq --no-install-recommends $$missing; \
fi
endef

SOURCES := Package.swift Sources Tests
format:
	$(SWIFT) format --in-place --recursive $(SOURCES)
lint:
	$(SWIFT) format lint --strict --recursive $(SOURCES)

clean:
	rm -rf .build $(DEMO)
