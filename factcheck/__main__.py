"""`python -m factcheck`: the same program as the console script."""

from factcheck.cli import main

if __name__ == "__main__":
    main()
