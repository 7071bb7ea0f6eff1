"""`python -m gaoyao.web COMMAND`: Django's commands and ours (serve, load_case, export_case, verify_log)."""

import os
import sys


def main() -> None:
    """Run one management command."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gaoyao.web.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line([f"{sys.executable} -m gaoyao.web", *sys.argv[1:]])


if __name__ == "__main__":
    main()
