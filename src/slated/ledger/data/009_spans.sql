-- From when to when a thread was told of is read off its index alone.

DROP INDEX accounts_of_thread;

CREATE INDEX accounts_of_thread ON accounts (thread, day);
