#!/bin/sh
# No acknowledged record is lost to a power cut; more in `make torture`.
exec python3 tests/cuts.py "${BUILD:-build/release}" 5
