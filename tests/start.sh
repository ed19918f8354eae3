#!/bin/sh
# start.sh TEST: a shell test by sh, a program as it is.
case $1 in
*.t) exec sh "$@" ;;
*) exec "$@" ;;
esac
