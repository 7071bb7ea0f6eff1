"""`python -m gaoyao`."""

from gaoyao.cli import main

main()
