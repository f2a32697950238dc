"""Markdown in crawled text: some crawlers write it, and .md files hold it."""

from __future__ import annotations

import re

LOOKS_MARKED = re.compile(r"\]\(|\*\*|^ {0,3}#{1,6}[ \t]|__", re.MULTILINE)
IMAGE = re.compile(r"!\[[^\]\n]{0,300}\]\([^()\s]{0,2000}(?:\s\"[^\"\n]{0,200}\")?\)")
LINK = re.compile(
    r"\[([^\[\]\n]{0,500})\]\([^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,500})?(?:\s\"[^\"\n]{0,200}\")?\)"
)
EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.{1,2000}?)(?<=\S)\1")
SLANTED = re.compile(r"(?<![\w*\\])([*_])(?=[^\s*_])([^*_\n]{1,500}?)(?<=\S)\1(?![\w*])")
HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(?=\S)", re.MULTILINE)
BULLET = re.compile(r"^[ \t]{0,8}(?:[-*+]|>)[ \t]+", re.MULTILINE)
RULE = re.compile(r"^ {0,3}(?:[-*_][ \t]?){3,}$", re.MULTILINE)
ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|>-])")


def without_markdown(text: str) -> str:
    """The words without images, link targets, emphasis and marks of lists; plain text as it is."""
    if not LOOKS_MARKED.search(text):
        return text
    text = RULE.sub("", text)
    text = IMAGE.sub("", text)
    text = LINK.sub(r"\1", text)
    text = EMPHASIS.sub(r"\2", text)
    text = SLANTED.sub(r"\2", text)
    text = HEADING.sub("", text)
    text = BULLET.sub("", text)
    return ESCAPED.sub(r"\1", text)
