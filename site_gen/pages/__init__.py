"""Story in, pages out: one module per kind of page; what a template may read is a frozen view."""
