"""Articles from anywhere in, one Markdown file with front matter for each out.

SOURCE -sources, network-> bytes -read, formats-> Piece -writing-> Markdown -shelf-> a file in the content folder
"""
