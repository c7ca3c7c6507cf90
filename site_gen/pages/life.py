"""The parts of an agreement's life, and which of them a stage belongs to."""

LIFE = ("Announced or planned", "Agreed", "Ratified or in force", "Suspended or ended", "No stage told")
"""The parts of an agreement's life, for grouping only: what a page shows is the text's own word."""
_PLANNED = "announced declared presented tabled unveiled proposed planned negotiated drafted"
_AGREED = (
    "agreed adopted issued released signed initialled concluded reached reaffirmed upgraded launched"
    " established renewed extended amended elevated expanded published finalised finalized revised accepted"
    " acceded-to brokered clinched endorsed entered-into formalised joined rejoined replaced revived sealed secured"
    " struck updated"
)
_BINDING = "approved ratified in-force implemented entered-into-force activated reinstated restored upheld"
_OVER = (
    "suspended ended withdrawn expired terminated rejected collapsed violated revoked abandoned annulled blocked"
    " cancelled denounced overturned recalled repudiated rescinded scrapped superseded withdrawn-from"
)
_PARTS = {
    word.replace("-", " "): part
    for part, words in enumerate((_PLANNED, _AGREED, _BINDING, _OVER))
    for word in words.split()
}


def part_of_life(stage: str) -> int:
    """Which part of an agreement's life a stage belongs to, from 0; 4 where unknown."""
    if stage.startswith("to be "):
        return 0
    return _PARTS.get(stage, 4)
