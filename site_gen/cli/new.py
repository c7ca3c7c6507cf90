"""`site-gen new`: a site, a theme or an article to start from; nothing that is there is ever overwritten."""

from collections.abc import Iterable
from pathlib import Path

import click


class _Kinds(click.Group):
    """What can be made; for anything else the list of it is shown."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in self.commands and not args[0].startswith("-"):
            ctx.fail(f"'{args[0]}' cannot be made; known: {', '.join(sorted(self.commands))}")
        return super().resolve_command(ctx, args)


@click.group(cls=_Kinds)
def new() -> None:
    """Make a site, a theme or an article to start from. Nothing is overwritten."""


@new.command(short_help="A working site, with one article to try it on.")
@click.argument("folder", type=click.Path(path_type=Path), default=Path())
def site(folder: Path) -> None:
    """Make a working site in FOLDER (here, if none is named), with one article to try it on."""
    from site_gen.starter import site_files

    write_new(folder, site_files())
    there = "" if folder == Path() else f"cd {folder} && "
    click.echo(f"Now: {there}site-gen build --open")


@new.command(short_help="templates/ with one overridden block, colours and fonts.")
@click.argument("folder", type=click.Path(path_type=Path), default=Path())
def theme(folder: Path) -> None:
    """Make templates/ in the site at FOLDER: one overridden block, one file of colours and fonts."""
    from site_gen.starter import theme_files

    write_new(folder, theme_files())
    click.echo("Now: edit templates/static/theme.css and run site-gen build, or watch it with site-gen serve")


@new.command(short_help="An article called TITLE, all keys of front matter explained.")
@click.argument("title")
@click.option("--content", type=click.Path(path_type=Path), help="Folder of articles.  [default: content]")
@click.option("--config", type=click.Path(path_type=Path), help="Settings.  [default: site.yaml, if there]")
@click.option("--name", default="", help="Name of the file, without .md.  [default: made from the title]")
@click.option("--date", default="", help="Day of publication, best as YYYY-MM-DD.")
def article(title: str, content: Path | None, config: Path | None, name: str, date: str) -> None:
    """Make a Markdown article called TITLE, with all that its front matter may say as comments."""
    from site_gen.errors import UsageError
    from site_gen.load.days import BadDay, read_day
    from site_gen.load.identify import slug
    from site_gen.site_yaml import load_config
    from site_gen.starter import article_text

    settings = load_config(config, content=content)
    day = read_day(date, settings.date_order) if date else None
    if isinstance(day, BadDay):
        raise UsageError(f"--date: {day.message}. {day.hint}".rstrip(". "))
    written = " ".join(title.split())
    if not written:
        raise UsageError("an article needs a title: site-gen new article 'Two ministers sign'")
    text = article_text(written, day.edtf if day else "")
    write_new(settings.content, [(f"{slug(name or written)}.md", text)])


def write_new(folder: Path, files: Iterable[tuple[str, str]]) -> None:
    """Write every file below `folder`, or, where one of them is there already, refuse and write none."""
    from site_gen.errors import UsageError

    texts = {folder / path: text for path, text in files}
    there = [path for path in texts if path.is_symlink() or path.exists()]
    if there:
        more = f" and {len(there) - 1} more" if len(there) > 1 else ""
        raise UsageError(
            f"{there[0]}{more}: already there. Nothing was written; move it away or name another"
        )
    try:
        for path, text in texts.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
            click.echo(f"wrote {path}")
    except OSError as error:
        raise UsageError(f"{error.filename or folder}: cannot be written: {error.strerror}") from None
