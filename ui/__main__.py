"""`python -m ui` is `gems`."""

from ui.cli.main import main

if __name__ == "__main__":
    main()
