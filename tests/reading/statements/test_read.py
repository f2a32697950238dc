from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from slated.model import Article, Block, CreationTime, Span, Statement
from slated.reading.parse import ParsedSentence, parse_sentences
from slated.reading.sentences import split_sentences
from slated.reading.statements import read_statements

Read = Callable[..., tuple[Statement, ...]]


def brief(statement: Statement) -> tuple[str | None, str | None, str]:
    source = statement.source.span.text if statement.source and statement.source.span else None
    return source, statement.cue.text if statement.cue else None, statement.content.text


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The port will close in May, the mayor said.", "the mayor", "said", "The port will close in May"),
        ("The mayor said that the port will close.", "The mayor", "said", "that the port will close"),
        ("The mayor told reporters the port will close.", "The mayor", "told", "the port will close"),
        (
            "According to a Herald report, the port will close.",
            "a Herald report",
            "According to",
            "the port will close",
        ),
        ("The talks, officials said, are off.", "officials", "said", "The talks are off"),
        ("As the Globe reported, the talks failed.", "the Globe", "reported", "the talks failed"),
        (
            "It is expected by observers that the two will meet.",
            "observers",
            "is expected",
            "that the two will meet",
        ),
        ("The union has vowed to strike.", "The union", "has vowed", "to strike"),
        ("The minister urged voters to stay home.", "The minister", "urged", "voters to stay home"),
        ("She called the plan a mistake.", "She", "called", "the plan a mistake"),
        ("He described the vote as a farce.", "He", "described", "the vote as a farce"),
        ("They called for a new vote.", "They", "called for", "a new vote"),
        ("She is confident that he will win.", "She", "is confident", "that he will win"),
        ("Her claim that the bill is dead was wrong.", "Her", "claim", "that the bill is dead"),
        ("In his view the deal is dead.", "his", "In his view", "the deal is dead"),
        (
            "If all goes well, observers are predicting a second summit could take place in June.",
            "observers",
            "are predicting",
            "a second summit could take place in June",
        ),
    ],
)
def test_an_attribution_has_source_cue_and_content(
    read: Read, text: str, source: str, cue: str, content: str
) -> None:
    found = [(s, c, words) for s, c, words in map(brief, read(text)) if c == cue]
    assert [(s, c) for s, c, _ in found] == [(source, cue)]
    # a content in two pieces spans what stands between them
    assert all(word in found[0][2] for word in content.split())


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The talks will reportedly resume in May.", "reportedly"),
        ("The vote is expected to slip.", "is expected"),
        ("The minister is said to back the plan.", "is said"),
    ],
)
def test_a_cue_may_name_nobody(read: Read, text: str, cue: str) -> None:
    (statement,) = read(text)
    assert statement.source is None
    assert statement.cue is not None
    assert statement.cue.text == cue
    assert statement.content.text == text.rstrip(".")


def test_a_quotation_goes_on_over_sentences_and_paragraphs(read: Read) -> None:
    text = (
        "“The place is open,” the envoy said. “They have looked at two cities. Nothing is agreed.\n\n"
        "“We will know in May.”\n\nThe talks began in March."
    )
    (statement,) = read(text)
    assert statement.content.text == text[: text.index("\n\nThe talks")]
    assert statement.mode == "direct"


def test_a_quotation_before_its_cue_is_taken_whole(read: Read) -> None:
    (statement,) = read("“We are ready. The rooms are booked. All we need is a date,” the host said.")
    assert statement.content.text == "“We are ready. The rooms are booked. All we need is a date,”"


def test_a_colon_leads_to_the_next_paragraph(read: Read) -> None:
    statements = read("Ms Okafor continued:\n\n“We will sign in June.”")
    assert [brief(s) for s in statements] == [("Ms Okafor", "continued", "“We will sign in June.”")]


def test_mixed_and_indirect_speech_are_told_apart(read: Read) -> None:
    mixed, indirect = read("The envoy said the deal was “all but done.” The host said it would be signed.")
    assert (mixed.mode, indirect.mode) == ("mixed", "indirect")


def test_quotation_marks_of_the_british_kind(read: Read) -> None:
    (statement,) = read("'We have no plans to meet,' the minister told the council.")
    assert statement.content.text == "'We have no plans to meet,'"


def test_a_mark_that_nobody_closes_hides_nothing(read: Read) -> None:
    statements = read('"It will happen, said Mr Ito, but not soon. The mayor said the port was shut.')
    assert [s.source.name.split(",")[0] for s in statements if s.source] == ["Mr Ito", "The mayor"]


def test_a_source_that_quotes_another_makes_a_chain(read: Read) -> None:
    outer, inner = read("The Globe reported that officials had said the launch would slip.")
    assert inner.within == 0
    assert outer.within is None
    assert inner.source is not None
    assert inner.source.kind == "anonymous"


def test_what_is_said_within_quoted_words_is_the_speakers(read: Read) -> None:
    assert len(read("“I think they said it would rain,” the guide said.")) == 1


def test_kinds_of_attribution(read: Read) -> None:
    kinds = [
        read(text)[0].kind
        for text in (
            "The mayor said the port was shut.",
            "The mayor believes the port is shut.",
            "The mayor knew that the port was shut.",
            "The mayor wants the port to open.",
            "The mayor praised the crew.",
        )
    ]
    assert kinds == ["assertion", "belief", "fact", "eventuality", "attitude"]


def test_titles_come_first_and_point_into_the_title(read: Read) -> None:
    head, body = read("The host said the talks were off.", "Talks off, host says")
    assert head.content.part == "title"
    assert body.content.part == "text"
    assert body.within is None


def test_nothing_is_found_in_nothing(read: Read) -> None:
    assert read("") == ()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(
            [
                '"',
                "“",
                "”",
                "'",
                "’",
                "''",
                " ",
                "\n\n",
                "he said",
                "The envoy told us that",
                "we wait.",
                ":",
                ",",
                "according to",
                "officials",
                "Yes!",
                "It is believed",
                "(",
                "reportedly",
            ]
        ),
        max_size=30,
    ).map(" ".join)
)
def test_spans_hold_their_words_and_chains_end(read: Read, text: str) -> None:
    statements = read(text, "Vote: he said")
    begins = [
        (s.content.part == "text", min(s.content.start, s.cue.start) if s.cue else s.content.start)
        for s in statements
    ]
    assert begins == sorted(begins)
    for i, statement in enumerate(statements):
        source = statement.source.span if statement.source else None
        for span in (statement.content, statement.cue, source):
            if span is not None and span.part == "text":
                assert text[span.start : span.end] == span.text
        seen = {i}
        outer = statement.within
        while outer is not None:
            assert outer not in seen
            seen.add(outer)
            outer = statements[outer].within


def repeated(paragraph: str, times: int) -> tuple[Article, tuple[ParsedSentence, ...]]:
    """A long article of one paragraph again and again, parsed only once."""
    unknown = CreationTime(None, None, "unknown", "")
    step = len(paragraph) + 2
    text = "\n\n".join([paragraph] * times)
    blocks = tuple(Block(k * step, k * step + len(paragraph), "paragraph") for k in range(times))
    article = Article("d", "s", None, None, None, None, "en", text, unknown, blocks)
    once = Article("d", "s", None, None, None, None, "en", paragraph, unknown, blocks[:1])
    plain = split_sentences(once)
    parsed = parse_sentences(plain, [True] * len(plain))
    sentences = [
        ParsedSentence(0, Span(s.span.start + k * step, s.span.end + k * step, s.span.text), s.kind, s.doc)
        for k in range(times)
        for s in parsed
    ]
    return article, tuple(sentences)


@pytest.mark.parametrize("paragraph", ["“We wait,” he said. “It is near.”", 'He said "no. She added "maybe'])
def test_time_grows_with_the_text_alone(paragraph: str) -> None:
    article, sentences = repeated(paragraph, 4000)
    begun = time.process_time()
    assert len(read_statements(article, sentences)) >= 4000
    # a quadratic step would take minutes
    assert time.process_time() - begun < 20
