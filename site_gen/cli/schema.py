"""`site-gen schema`."""

import click


@click.command()
def schema() -> int:
    """Print the JSON Schema of front matter, for completion in an editor."""
    import json

    from site_gen.lexicon import load_lexicon
    from site_gen.load.front_matter.schema import front_matter_schema

    click.echo(json.dumps(front_matter_schema(load_lexicon()), indent=1, ensure_ascii=False))
    return 0
