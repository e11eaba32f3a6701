"""The commands, one file a group; only ``gui`` loads Qt.

Nothing is imported here before it is needed: Ctrl+C while Python still loads the commands is told
as plainly as later.
"""

import sys


def main() -> None:
    """Run the command that the program was started with, and exit with its code."""
    try:
        from annotator.cli.commands import run

        run()
    except KeyboardInterrupt:
        sys.exit("Stopped.")
