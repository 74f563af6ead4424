"""`python -m sdkloom`."""

from sdkloom.cli import main

if __name__ == "__main__":
    main()
