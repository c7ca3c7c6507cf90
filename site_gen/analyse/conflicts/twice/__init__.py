"""What two reports of one story tell twice, and differently: sentences are aligned, and their slots compared.

`meet.py` says which articles are set against each other, `telling.py` reads one of them, `compare.py` compares two. The
table of all that is read and compared is `kinds.py`; each kind has a module in the package of the question that it
answers: `who`, `when`, `where`, `how_much`, `whether` or `how_surely`.
"""
