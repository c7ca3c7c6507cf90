"""Rows are encoded alike in every process: else a build takes what is as it was for changed."""

import os
import subprocess
import sys

import pytest

_ARTICLE = (
    "OSTRAVIA, 3 May 2031 - Prime Minister Jana Holm and the Belmark foreign minister, Ivo Tarr, signed the "
    "Belmark-Ostravia Fisheries Cooperation Agreement on 2 May 2031. On 1 June 2031 the Joint Harbour Safety Protocol "
    "was signed by Holm and Tarr in Ostravia. The talks on the Nordhavn River Navigation Treaty began on 4 March 2030."
)
_READ = f"""
import sys
from hashlib import blake2b
from site_gen.engine.codec import encode
from site_gen.engine.local import local_rows
from site_gen.engine.shelves import groups
from site_gen.extract import extract
from site_gen.lexicon import load_lexicon
from site_gen.load import prose_article
from site_gen.records import Published

article = prose_article({_ARTICLE!r}, Published("2031-05-03", "stated", 1.0), "a")
found = local_rows(article, extract(article, load_lexicon()))
print(sorted(blake2b(group.entry).hexdigest() for group in groups(found)))
"""


@pytest.mark.parametrize("seed", ["1", "2"])
def test_an_article_gives_the_same_bytes_whatever_the_order_of_sets(seed: str) -> None:
    def read(seed: str) -> str:
        env = {**os.environ, "PYTHONHASHSEED": seed}
        return subprocess.run(
            [sys.executable, "-c", _READ], env=env, capture_output=True, text=True, check=True
        ).stdout

    assert read("0") == read(seed)
