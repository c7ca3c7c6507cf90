"""Records of all articles -> the story: lineage, dates, series, conflicts, topics, relations. Stages, in order."""

from typing import Any

from site_gen.analyse.article import describe_article, spread_decisions
from site_gen.analyse.conflicts.agreements import find_agreement_conflicts
from site_gen.analyse.conflicts.dates import find_day_rivals
from site_gen.analyse.conflicts.days import spread_days
from site_gen.analyse.conflicts.forces import find_force_conflicts
from site_gen.analyse.conflicts.holders import find_holder_conflicts
from site_gen.analyse.conflicts.matters import tell_matters
from site_gen.analyse.conflicts.names import find_name_conflicts
from site_gen.analyse.conflicts.namesakes import find_namesakes, spread_namesakes
from site_gen.analyse.conflicts.opposed import find_opposed
from site_gen.analyse.conflicts.quotes import find_quote_conflicts
from site_gen.analyse.conflicts.statement_pairs import pair_statements
from site_gen.analyse.conflicts.statements import spread_statements
from site_gen.analyse.conflicts.told import tell_rivals
from site_gen.analyse.conflicts.twice.compare import compare_tellings
from site_gen.analyse.conflicts.twice.meet import meet
from site_gen.analyse.conflicts.twice.telling import tell, tell_each
from site_gen.analyse.conflicts.value_pairs import pair_values
from site_gen.analyse.conflicts.values import find_value_rivals
from site_gen.analyse.conflicts.values_told import tell_values
from site_gen.analyse.dated import date_article
from site_gen.analyse.events import emit_events
from site_gen.analyse.gist import pair_gists
from site_gen.analyse.lineage.compare import choose_candidates, compare_pair, share_traits
from site_gen.analyse.lineage.record import gather_lineage
from site_gen.analyse.lineage.sketch import rare_name, sketch_article
from site_gen.analyse.points import spread_points
from site_gen.analyse.relations import POSTS, find_successions, relate_parties, spread_posts
from site_gen.analyse.retold import EVENT_SPOTS, join_retold, spread_spots
from site_gen.analyse.sentences import spread_sentences
from site_gen.analyse.series import compare_figures
from site_gen.analyse.tables import (
    DAY_POINTS,
    DRAFTS,
    NAMED_IN,
    NAMESAKES,
    PAIRS,
    PROMISES,
    QUOTE_POINTS,
    RIVALS,
    SERIES_FIGURES,
    SHARED,
    SKETCHES,
    STATEMENT_PAIRS,
    STATEMENT_REFS,
    TERM_SUMMARIES,
    TERMS,
    TOPIC_LIST,
    TOPIC_PARTS,
    TRAITS,
    VALUE_PAIRS,
    VALUE_REFS,
    VALUE_RIVALS,
)
from site_gen.analyse.tellings import TOLD_TWICE
from site_gen.analyse.topics import (
    assemble_topic,
    choose_topics,
    summarise_term,
)
from site_gen.resolve.tables import EVENT_BLOCKS, FACTS
from site_gen.tables import AGREEMENTS, DECISIONS, FINDINGS, LEADERS, StageSpec

STAGES: tuple[StageSpec[Any], ...] = (
    # What each article says, spread where it is read.
    StageSpec("sentences", FINDINGS, spread_sentences, local=True),
    StageSpec("sketch", FINDINGS, sketch_article, local=True),
    StageSpec("points", FINDINGS, spread_points, local=True),
    StageSpec("days", FINDINGS, spread_days, local=True),
    StageSpec("statements", FINDINGS, spread_statements, local=True),
    StageSpec("tellings", FINDINGS, tell, local=True, run_each=tell_each),
    # Lineage: which articles are copies of which.
    StageSpec("rare names", NAMED_IN, rare_name, least=2),
    StageSpec("shared traits", TRAITS, share_traits, least=2),
    StageSpec("candidates", SHARED, choose_candidates),
    StageSpec("pairs", PAIRS, compare_pair),
    StageSpec("lineages", SKETCHES, gather_lineage),
    # Events told in two phrases; when undated articles were published; series of figures.
    StageSpec("event spots", EVENT_BLOCKS, spread_spots),
    StageSpec("events retold", EVENT_SPOTS, join_retold, least=2),
    StageSpec("event records", EVENT_BLOCKS, emit_events),
    StageSpec("publication", FACTS, date_article),
    StageSpec("figures compared", SERIES_FIGURES, compare_figures, least=2),
    # Contradictions: pairs of articles first, from small rows alone; then what both say, side by side.
    StageSpec("values paired", VALUE_REFS, pair_values, least=2),
    StageSpec("gists paired", VALUE_PAIRS, pair_gists),
    StageSpec("values compared", VALUE_PAIRS, find_value_rivals),
    StageSpec("articles met", NAMED_IN, meet, least=2),
    StageSpec("told twice", TOLD_TWICE, compare_tellings),
    StageSpec("values told", VALUE_RIVALS, tell_values),
    StageSpec("days compared", DAY_POINTS, find_day_rivals, least=2),
    StageSpec("statements paired", STATEMENT_REFS, pair_statements, orders=2),
    StageSpec("statements compared", STATEMENT_PAIRS, find_opposed),
    StageSpec("namesakes", LEADERS, spread_namesakes),
    StageSpec("rivals told", RIVALS, tell_rivals),
    StageSpec("promises compared", PROMISES, find_force_conflicts, least=2),
    StageSpec("quotes compared", QUOTE_POINTS, find_quote_conflicts, least=2),
    StageSpec("names compared", LEADERS, find_name_conflicts),
    StageSpec("holders compared", LEADERS, find_holder_conflicts),
    StageSpec("namesakes compared", NAMESAKES, find_namesakes, least=2),
    StageSpec("agreements compared", AGREEMENTS, find_agreement_conflicts),
    # What all comparisons found -> one conflict for each matter.
    StageSpec("conflicts", DRAFTS, tell_matters),
    # Relations, topics, and the records of articles.
    StageSpec("parties", AGREEMENTS, relate_parties),
    StageSpec("posts", LEADERS, spread_posts),
    StageSpec("successions", POSTS, find_successions, least=2),
    StageSpec("terms", TERMS, summarise_term, least=2),
    StageSpec("topic choice", TERM_SUMMARIES, choose_topics),
    StageSpec("article decisions", DECISIONS, spread_decisions),
    StageSpec("articles", FINDINGS, describe_article),
    StageSpec("topics", TOPIC_PARTS, assemble_topic),
)

__all__ = ["STAGES", "TOPIC_LIST"]
