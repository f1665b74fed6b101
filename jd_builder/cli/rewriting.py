"""Other words by a language model."""

from pathlib import Path

import click

from jd_builder.cli.options import as_json_option, know_imports, opened, store_option
from jd_builder.cli.said import as_text, complain, say, write


@click.command()
@click.argument("draft", metavar="DRAFT")
@click.option("--tone", required=True, metavar="NAME", help="A file of prompts/tones, by its name.")
@click.option("--wish", default="", metavar="WORDS", help="What the tone is, for --tone own.")
@click.option("--unlock", multiple=True, metavar="PART", help="A part that is left alone otherwise; can be repeated.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="The draft with all that passed.")
@as_json_option
@store_option
def rewrite(
    draft: str, tone: str, wish: str, unlock: tuple[str, ...], output: Path | None, as_json: bool, url: str | None
) -> None:
    """Propose other words for a draft's duties and prose. Needs a model: JD_LLM_BASE_URL and JD_LLM_MODEL.

    What is in doubt or changes a fact is listed with the reason, and never written to OUT.yaml.
    """
    from jd_builder.services import rewording_file
    from jd_builder.settings import model_settings

    know_imports(url)
    settings = model_settings()
    with opened(url) as store, rewording_file.connected(settings, store, settings.daily_tokens) as rewording:
        read = rewording_file.read(draft)
        plan = rewording_file.planned(read, tone, wish, unlock, rewording, store)
        say(f"{draft}: {plan.said}")
        proposals, progress = rewording_file.done(plan, rewording, store)
    write(as_text(map(rewording_file.data, proposals)) if as_json else rewording_file.lines(proposals))
    for sentence in progress.said:
        say(f"{draft}: {sentence}")
    if output:
        rewording_file.write(output, read, proposals)
        say(str(output))
    complain(rewording_file.prompt_errors())
    if progress.failed:
        raise SystemExit(1)
