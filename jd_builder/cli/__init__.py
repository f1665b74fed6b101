"""The use cases from a shell: data on stdout, words on stderr; exit 1 for wrong input, 2 for wrong use."""

import sys
from typing import Any

import click

from jd_builder import __version__
from jd_builder.cli import checking, comparing, drafts, guarding, listing, rewriting, roles, store
from jd_builder.domain.errors import DataFileError, UserError
from jd_builder.services.errors import WrongUseError


class _Commands(click.Group):
    """Commands whose errors of the user's are sentences, each kind with its exit code."""

    def invoke(self, ctx: click.Context) -> Any:
        for stream in (sys.stdout, sys.stderr):
            getattr(stream, "reconfigure", lambda **_: None)(errors="backslashreplace")
        try:
            return super().invoke(ctx)
        except WrongUseError as error:
            raise click.UsageError(str(error)) from error
        except (UserError, DataFileError) as error:
            raise click.ClickException(str(error)) from error


@click.group(cls=_Commands)
@click.version_option(__version__, message="%(version)s")
def main() -> None:
    """Job descriptions and adverts from the skills of the Government Digital and Data framework."""


for _command in (
    listing.roles,
    listing.layouts,
    roles.read_role,
    roles.import_role,
    drafts.new,
    drafts.build,
    checking.check,
    comparing.compare,
    guarding.guard,
    rewriting.rewrite,
    store.backup,
    store.restore,
):
    main.add_command(_command)
