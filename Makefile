# What a developer runs; each calls the same steps as ./run, ./test and .ci/run.

SECONDS ?= 60

.PHONY: build test lint interop bench fuzz sanitize

build:
	.ci/build tandem

test:
	./test

lint:
	swift format lint --strict -r Sources Tests Interop Package.swift
	.ci/imports

# Real peers on loopback; a table of results at the end.
interop: build
	.ci/build tandem-lab
	Interop/run

# Our figures beside those of the peers, measured in the same run.
bench: build
	.ci/build MessageCost DialplanCost tandem-lab
	Interop/bench/run

# Each target for SECONDS seconds.
fuzz:
	Tests/Fuzz/run $(SECONDS)

sanitize:
	swift test --scratch-path .build-thread --sanitize thread
	swift test --scratch-path .build-address --sanitize address
