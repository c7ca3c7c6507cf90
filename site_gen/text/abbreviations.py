"""Shortened words whose full stop does not, or need not, end a sentence.

Kept in code and not in YAML: sentences are split before any lexicon is at hand, and reading YAML would cost
more than splitting. Collected from the style guides of AP, Reuters and The Guardian.
"""

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TITLES: Final = _words(
    """
    Mr Mrs Ms Mx Messrs Mmes Dr Drs Prof Gen Lt Col Maj Capt Cmdr Cdr Cpl Sgt Pvt Adm Brig Cmdre Rep
    Reps Sen Sens Gov Govs Pres Amb Hon Rev Fr Msgr Mgr Sr Smt Shri Sri Sh Km Er Adv St Ste Mt Ft
    Det Insp Supt Asst Dep Atty Ald Del vs v viz cf ca approx est Messers Mlle Mme Hr Dipl Ing Esq
    al Sec-Gen Const Ven Rt
    """
)
"""Followed by a name or a word of the same sentence: their full stop never ends one."""

COUNTED: Final = _words(
    """
    No Nos no nos Art Arts art Sec Secs sec Fig Figs fig Vol Vols vol Ch ch Pt pt Para para p pp Op
    op Eq Tel tel Ext ext Rs rs Re Res Reg Cl cl Ref ref Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct
    Nov Dec c b d r
    """
)
"""Followed by a number of the same sentence, if by a number at all."""

OPEN: Final = _words(
    """
    Inc Corp Co Cos Ltd Pvt Bros Plc plc LLC Jr Sr Bhd Pty Pte Sdn Govt Dept Univ Assn Assoc Intl
    Natl Mfg Tech Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss
    Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo Ont Que Alta Man Sask Dak Ave Blvd Rd
    Hwy Bldg Sq Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun a.m p.m A.M P.M am pm etc Ph.D M.D B.A
    M.A D.C Dist Cf Admn Comdr Ex Min Max Mtg Yahoo
    """
)
"""Ends a sentence only if the next word looks like the start of one."""

STARTERS: Final = _words(
    """
    The This That These Those There They Their Then Thus Though Three Two One A An And As At After
    Also Although All Any Another Asked About Among But By Because Before Both Between Despite
    During Each Earlier Even Every For From Few Following He Her His How However Here I If In It Its
    Instead Is Last Later Like Many Meanwhile More Most Moreover My Next No Nor Not Now Nearly On
    Once Only Or Other Others Our Over Some Several She Since So Such Still Speaking Today To Under
    Unlike Until Was We What When Where Whether Which While Who Why With Without Would Yet You Your
    Nobody Everyone Someone Nothing Everything Police Analysts Officials Critics
    """
)
"""Words whose capital, after an abbreviation, is most likely that of a new sentence."""
