#!/bin/sh
# The same when files cannot grow; each single size in `make torture`.
exec python3 tests/faults.py "${BUILD:-build/release}" sizes=500
