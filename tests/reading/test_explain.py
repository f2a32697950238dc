from __future__ import annotations

from slated.reading import explain_article
from tests.reading.pages import article_of


def test_every_step_of_a_sentence_is_shown() -> None:
    text = "A summit between Chile and Peru could take place in May, an envoy said. It rained."
    (sentence,) = explain_article(article_of(text))
    found = {step.kind: step for step in sentence.steps}
    assert list(found) == ["parse", "time", "actor", "statement", "candidate", "mention"]
    assert found["time"].found == "2021-05-01..2021-05-31"
    assert "expected by “take”" in next(s.found for s in sentence.steps if s.words == "summit")
    assert "an envoy" in found["mention"].found


def test_the_title_comes_first() -> None:
    found = explain_article(article_of("Parliament will vote in May.", "Vote due in May"))
    assert [s.text for s in found] == ["Vote due in May", "Parliament will vote in May."]
