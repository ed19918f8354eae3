#!/bin/sh
# The promise of the store when calls fail and when programs are killed; more
# of both in `make torture`.
exec python3 tests/faults.py "${BUILD:-build/release}" calls=300 kills=40
