"""When an act happened, where its sentence says so."""

import pytest

from extract.pipeline import Extractor
from graph.model import Article

SATURDAY = "2024-12-28"


@pytest.mark.parametrize(
    ("when", "published", "date", "granularity"),
    [
        ("on 24 February 2022", None, "2022-02-24", "day"),
        ("on February 24, 2022", None, "2022-02-24", "day"),
        ("in February 2022", None, "2022-02-01", "month"),
        ("in 2022", None, "2022-01-01", "year"),
        ("on Friday", SATURDAY, "2024-12-27", "day"),
        ("on Saturday", SATURDAY, "2024-12-28", "day"),
        ("yesterday", SATURDAY, "2024-12-27", "day"),
        ("on 3 March", SATURDAY, "2024-03-03", "day"),
        ("on Friday", None, None, None),
        ("on 3 March", None, None, None),
        ("again", SATURDAY, None, None),
    ],
)
def test_date_of_a_condemnation(
    extractor: Extractor, when: str, published: str | None, date: str | None, granularity: str | None
) -> None:
    article = Article(id="a", text=f"Kenya condemned Uganda {when}.", published=published)
    event = extractor.extract(article).events[0]
    assert (event.date, event.date_granularity) == (date, granularity)


def test_date_of_another_clause_is_not_the_acts(extractor: Extractor) -> None:
    text = "Kenya condemned Uganda, which had invaded Tanzania in 1978."
    dates = {e.relation: e.date for e in extractor.explain(text).events}
    assert dates["CONDEMN"] is None
    assert dates["INVADE"] == "1978-01-01"
