"""Dates stay as right as they are: of 250 dated acts 95 in 100, and no undated act gets one."""

from extract.pipeline import Extractor
from tests.gold.dates import ASIDE, OPEN, read


def test_dates_of_acts_are_right_and_none_is_made_up(extractor: Extractor) -> None:
    acts = [act for file in (OPEN, ASIDE) for act in read(extractor, file) if act.read]
    dated = [act for act in acts if act.expected[0] is not None]
    undated = [act for act in acts if act.expected[0] is None]
    assert len(dated) >= 200
    assert len(undated) >= 50
    assert sum(act.right for act in dated) >= 0.95 * len(dated)
    assert all(act.right for act in undated)
