"""How a command ends that cannot do what it was asked: one sentence and an exit code.

A traceback is for bugs alone.
"""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

import click

from annotator.cli.output import file_name, warn
from annotator.core.errors import AnnotatorError, InvalidLabelSet, InvalidText, shown
from annotator.core.progress import Cancelled

STOPPED = "Stopped."


class Failed(click.ClickException):
    """The command did not do all that it was asked, for a reason that a person can mend."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the sentence to standard error, if there is anything to say."""
        if self.message:
            with suppress(OSError):
                click.echo(self.message, file=file, err=file is None)


def fail_if_refused(told: Sequence[str], nothing: str = "", untold: int = 0) -> None:
    """Fail if some of what was asked for was refused; each is named on a line of its own.

    So many more were refused that one of the lines speaks of, as ``untold``.

    ``nothing`` is the sentence to end with if nothing at all was done; ``{count}`` in it is how
    many were refused.  One refusal then says all.

    Raises:
        Failed: if anything was refused.
    """
    if not told:
        return
    if nothing and len(told) == 1:
        raise Failed(told[0])
    for line in told:
        warn(line)
    count = len(told) + untold
    if nothing:
        raise Failed(nothing.format(count=f"{count:,}"))
    if count == 1:
        raise Failed("1 was refused; the rest is done.")
    raise Failed(f"{count:,} were refused; the rest is done.")


@contextmanager
def naming(file: Path) -> Iterator[None]:
    """Name ``file`` in front of what is wrong with it, where the sentence itself does not."""
    try:
        yield
    except (InvalidLabelSet, InvalidText) as error:
        raise Failed(f"{file_name(file)}: {error}") from error


class Commands(click.Group):
    """The commands in the order in which they are wanted; their failures are told plainly."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order in which the commands were added."""
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; an option that it takes once, given twice, would lose the first."""
        name, command, rest = super().resolve_command(ctx, args)
        if command is not None:
            _refuse_repeated(click.Context(command, parent=ctx, info_name=name), command, rest)
        return name, command, rest

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        """Read the arguments; here, too, Ctrl+C is told as it is everywhere."""
        try:
            return super().make_context(*args, **kwargs)
        except KeyboardInterrupt as error:
            raise Failed(STOPPED) from error

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command and turn what a person can cause into a sentence and an exit code."""
        try:
            return super().invoke(ctx)
        except AnnotatorError as error:
            raise Failed(str(error)) from error
        except (KeyboardInterrupt, Cancelled) as error:
            raise Failed(STOPPED) from error
        except OSError as error:
            raise failed_output(error) from error


def _refuse_repeated(ctx: click.Context, command: click.Command, args: list[str]) -> None:
    try:
        _, _, given = command.make_parser(ctx).parse_args(list(args))
    except click.UsageError:
        return  # it is told when the command reads its arguments
    once = [one for one in given if isinstance(one, click.Option) and not one.multiple]
    for option in once:
        if once.count(option) > 1 and not option.is_flag:
            raise click.UsageError(f"{option.opts[-1]} can be given once only.", ctx)


def failed_output(error: OSError) -> Failed:
    """Return the failure for an error of the system, which is nearly always one of the output.

    Project and dataset files turn theirs into an ``AnnotatorError`` before.
    """
    why = shown(error.strerror or error)
    if error.filename is not None:
        return Failed(f"“{shown(error.filename)}” cannot be used: {why}.")
    _drop_output()
    if isinstance(error, BrokenPipeError):
        return Failed("")  # who reads the output, such as “head”, has had enough: nothing is wrong
    return Failed(f"The output cannot be written: {why}.")


def _drop_output() -> None:
    """Let what is left in the buffer vanish, or Python would fail at it again when it exits."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
