"""The record as web pages and as an HTTP API, over the ledger as it stands."""
