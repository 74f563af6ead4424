"""What runs when the package itself is executed."""

from sdkloom.cli import main

if __name__ == "__main__":
    main()
