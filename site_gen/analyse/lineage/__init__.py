"""Which articles are one witness: exact copies, near copies and rewrites, found by what they share that is rare.

A rewrite keeps little of the wording but much of the matter in its order. Compared are pairs of neighbouring
content stems and, sentence by sentence, the stems that the other article's best sentence has too. Candidates come
from bottom-k MinHash (Broder 1997) over those pairs; traits that many articles have are left out.
"""
