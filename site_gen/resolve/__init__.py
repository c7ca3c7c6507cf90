"""Mentions of all articles -> one leader, one agreement, one event. Stages over tables, in order."""

from typing import Any

from site_gen.resolve.agreements.deeds import link_deeds
from site_gen.resolve.agreements.forms import gather_forms as gather_agreements
from site_gen.resolve.agreements.link import finish_agreements, link_forms
from site_gen.resolve.agreements.record import assemble_agreement, summarise
from site_gen.resolve.agreements.stories import link_stories
from site_gen.resolve.agreements.twins import find_twins
from site_gen.resolve.assemble import assemble
from site_gen.resolve.events.record import resolve_events, settle_events
from site_gen.resolve.people.blocks import resolve_block
from site_gen.resolve.people.forms import gather_forms as gather_people
from site_gen.resolve.people.forms import note_single
from site_gen.resolve.people.offices import find_misspelled, finish_people
from site_gen.resolve.people.posts import find_post_ends, spread_holdings
from site_gen.resolve.people.record import assemble_leader
from site_gen.resolve.spread import spread
from site_gen.resolve.tables import (
    AGREEMENT_DEEDS,
    AGREEMENT_DRAFTS,
    AGREEMENT_FORMS,
    AGREEMENT_OCCASIONS,
    AGREEMENT_PARTS,
    AGREEMENT_STORIES,
    AGREEMENT_WORDS,
    EVENT_DRAFTS,
    EVENT_PARTS,
    HOLDINGS,
    OFFICE_HOLDERS,
    PERSON_BLOCKS,
    PERSON_DRAFTS,
    PERSON_FORMS,
    PERSON_PARTS,
)
from site_gen.tables import FINDINGS, StageSpec

STAGES: tuple[StageSpec[Any], ...] = (
    # What each article contributes, spread where it is read.
    StageSpec("spread", FINDINGS, spread, local=True),
    # People: forms of a name -> one person.
    StageSpec("single names", PERSON_FORMS, note_single),
    StageSpec("person forms", PERSON_FORMS, gather_people),
    StageSpec("person blocks", PERSON_BLOCKS, resolve_block),
    StageSpec("misspelled names", OFFICE_HOLDERS, find_misspelled, least=2),
    StageSpec("people", PERSON_DRAFTS, finish_people),
    # Agreements: names, short forms, papers without a name -> one agreement.
    StageSpec("agreement forms", AGREEMENT_FORMS, gather_agreements),
    StageSpec("agreement short forms", AGREEMENT_WORDS, link_forms, least=2),
    StageSpec("agreement deeds", AGREEMENT_DEEDS, link_deeds, least=2),
    StageSpec("agreement stories", AGREEMENT_STORIES, link_stories, least=2),
    StageSpec("agreement names", AGREEMENT_DRAFTS, finish_agreements),
    # The parts of each record, and the records.
    StageSpec("assemble", FINDINGS, assemble),
    StageSpec("holdings", PERSON_PARTS, spread_holdings),
    StageSpec("post ends", HOLDINGS, find_post_ends, least=2),
    StageSpec("leaders", PERSON_PARTS, assemble_leader),
    StageSpec("events", EVENT_PARTS, resolve_events),
    StageSpec("event dates", EVENT_DRAFTS, settle_events),
    StageSpec("agreement occasions", AGREEMENT_PARTS, summarise),
    StageSpec("agreement twins", AGREEMENT_OCCASIONS, find_twins, least=2),
    StageSpec("agreements", AGREEMENT_PARTS, assemble_agreement),
)

__all__ = ["STAGES"]
