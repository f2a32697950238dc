"""slated: the record of what the news says will happen.

>>> from slated import EventFilter, Ledger
>>> with Ledger("slated.db") as ledger:  # doctest: +SKIP
...     ledger.read(["pages/"])
...     for event in ledger.events(EventFilter(place="Hanoi")):
...         print(event.title, event.window)

Without a ledger, ``extract`` gives what is found in each document:

>>> from slated import extract
>>> for read in extract(["pages/"]):  # doctest: +SKIP
...     print(read.article.title, [mention.title for mention in read.reading.mentions])
"""
