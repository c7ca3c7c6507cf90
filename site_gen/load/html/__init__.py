"""Saved web pages: the article's body out of navigation, banners and comments, and what the page says about it."""

from site_gen.load.html.page import load_page

__all__ = ["load_page"]
