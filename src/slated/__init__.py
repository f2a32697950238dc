"""slated: the record of what the news says will happen."""
