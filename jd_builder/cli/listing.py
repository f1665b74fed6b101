"""What there is: roles and kinds of document."""

import click

from jd_builder.cli.options import as_json_option, know_imports, store_option
from jd_builder.cli.said import as_text, complain, write


@click.command()
@store_option
@as_json_option
def roles(url: str | None, as_json: bool) -> None:
    """List roles and their editions, built in and imported."""
    from jd_builder.services import catalogue, listing

    know_imports(url)
    known = catalogue.roles()
    write(as_text(map(listing.role_data, known)) if as_json else listing.role_lines(known))
    complain(catalogue.role_errors())


@click.command()
@as_json_option
def layouts(as_json: bool) -> None:
    """List the kinds of document and what each needs."""
    from jd_builder.services import catalogue, listing

    known = catalogue.layouts()
    write(as_text(map(listing.layout_data, known)) if as_json else listing.layout_lines(known))
    complain(catalogue.layout_errors())
