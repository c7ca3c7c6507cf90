"""Makes the README's pictures: builds the sample content and photographs its pages in headless Chromium.

.venv/bin/python docs/pictures.py
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PICTURES = {
    "home-light": ("index.html", 1280, 860, "light"),
    "conflict-dark": ("conflicts.html", 1280, 800, "dark"),
    "article-phone": ("articles/first-meeting-in-johannesburg.html", 390, 844, "light"),
}
"""Name of the picture: page, width and height in CSS pixels, colour scheme."""


def main() -> None:
    """Write one PNG for each entry of `PICTURES`."""
    with tempfile.TemporaryDirectory() as scratch:
        site = Path(scratch) / "site"
        command = [sys.executable, "-m", "site_gen", "build", "-q", "--output", str(site)]
        subprocess.run(command, cwd=ROOT, check=True)
        _photograph(site)


def _photograph(site: Path) -> None:
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if not chromium:
        raise SystemExit("Chromium is needed to make the pictures")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for name, (page, width, height, scheme) in PICTURES.items():
            tab = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
            tab.goto((site / page).as_uri())
            tab.screenshot(path=ROOT / "docs/pictures" / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main()
