"""``python -m slated``: the command line."""

from slated.cli import main

if __name__ == "__main__":
    main()
