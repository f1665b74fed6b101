"""What a build of Word files takes beside the drafts: whose style, and which kind of copy."""

import click


def _read(context: click.Context, option: click.Parameter, path: str | None) -> bytes | None:
    from jd_builder.services import house_styles

    return None if path is None else house_styles.of_file(path)


house_style_option = click.option(
    "--house-style", "house_style", metavar="F.docx", callback=_read, help="A Word file or template to build on."
)
working_copy_option = click.option(
    "--working-copy", "working", is_flag=True, help="Word files that carry the draft, to be opened again."
)


def for_word(format_: str, house_style: bytes | None, working: bool) -> None:
    """Refuse what only Word files can do for files of another format."""
    if format_ != "docx" and (house_style is not None or working):
        option = "--working-copy" if working else "--house-style"
        raise click.UsageError(f"{option} is for Word files, and the format asked for is {format_}.")
