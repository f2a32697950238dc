"""``python -m slated``: the command line."""

from slated.cli import main

main()
