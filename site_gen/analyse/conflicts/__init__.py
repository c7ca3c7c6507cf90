"""Reports that contradict each other: both claims with their sentences, and no verdict.

Each comparison goes from small rows to pairs of articles to what they say:

figures     `points` -> `value_pairs` -> `values` (is it one thing? `measures`, `unlike`, ...) -> `values_told`
days        `days` -> `dates` -> `told`
statements  `statements` -> `statement_pairs` -> `opposed` -> `told`
sentences   `twice/`: two reports of one story, sentence beside sentence -> `told`
records     `names`, `namesakes`, `holders`, `quotes`, `forces`, `agreements`

`claims` makes a draft of what any of them found, and `matters` one conflict of all drafts on one matter.
"""
