from __future__ import annotations

import subprocess
import sys
from typing import get_type_hints

import pytest

import slated
from slated import errors, model


def test_every_public_name_is_there_and_explained() -> None:
    assert len(set(slated.__all__)) == len(slated.__all__)
    for name in slated.__all__:
        thing = getattr(slated, name)
        assert isinstance(thing, model.Source) or thing.__doc__, name


def test_the_list_holds_all_nouns_and_all_errors() -> None:
    raised = {n for n, thing in vars(errors).items() if isinstance(thing, type)}
    verbs = {"EventFilter", "Ledger", "ReadArticle", "ReadSummary", "Refusal"}
    verbs |= {"explain", "extract", "read_text"}
    assert set(slated.__all__) == set(model.__all__) | raised | verbs


def test_public_functions_are_typed() -> None:
    assert get_type_hints(slated.extract)["return"]
    assert get_type_hints(slated.read_text)["return"] is slated.ReadArticle


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no_such_name"):
        getattr(slated, "no_such_name")  # noqa: B009 - mypy knows that it is not there
    assert dir(slated) == sorted(slated.__all__)


def test_importing_the_package_loads_no_library() -> None:
    code = (
        "import slated, sys; print([m for m in ('spacy', 'sqlalchemy', 'trafilatura') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
