"""The public data of a site: what a record looks like outside, and the files that other tools read."""
