"""What an editor wrote into front matter wins over what was found: leaders, agreements, figures, quotes, events.

A record of the editor's has the rule `editor`. Its evidence is where the text speaks of it; where it does not, the
line of the front matter that states it.
"""

from site_gen.extract.editor.agreements import edited_agreements
from site_gen.extract.editor.entry import EDITOR, Entry, entries_of, stated
from site_gen.extract.editor.events import edited_events
from site_gen.extract.editor.figures import edited_figures
from site_gen.extract.editor.people import edited_people
from site_gen.extract.editor.quotes import edited_quotes
from site_gen.records import Findings, Rejection
from site_gen.text.document import Document

__all__ = ["EDITOR", "Entry", "edited"]


_STEPS = {
    "leader": edited_people,
    "agreement": edited_agreements,
    "figure": edited_figures,
    "quote": edited_quotes,
    "event": edited_events,
}


def edited(findings: Findings, doc: Document, notes: list[Rejection]) -> Findings:
    """The findings with all that the article's front matter adds, sets, renames and removes.

    An entry that changes nothing, since nothing is called so, is added to `notes`.
    """
    for entry in entries_of(doc):
        changed = _STEPS[entry.kind](findings, [entry], doc)
        if changed == findings:
            notes.append(Rejection(EDITOR, stated(entry, doc), f"no {entry.kind} is called so here"))
        findings = changed
    return findings
