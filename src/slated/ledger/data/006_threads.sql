-- What tracking keeps between reads, so that a new article costs by its own size: accounts with
-- their threads, the keys that find them, and copies of texts. All of it can be made again.

CREATE TABLE accounts (
    account TEXT NOT NULL, thread TEXT NOT NULL, day TEXT NOT NULL, document_id TEXT NOT NULL,
    first INTEGER NOT NULL, reasons TEXT NOT NULL, told TEXT NOT NULL, PRIMARY KEY (account)
);

CREATE TABLE account_keys (
    account TEXT NOT NULL, role TEXT NOT NULL, "key" TEXT NOT NULL, day TEXT NOT NULL,
    thread TEXT NOT NULL, PRIMARY KEY (account, role, "key")
);

CREATE TABLE account_persons (
    account TEXT NOT NULL, person TEXT NOT NULL, day TEXT NOT NULL, document_id TEXT NOT NULL,
    first INTEGER NOT NULL, state TEXT NOT NULL, PRIMARY KEY (account, person, state)
);

CREATE TABLE thread_keys (
    thread TEXT NOT NULL, role TEXT NOT NULL, "key" TEXT NOT NULL, PRIMARY KEY (thread, role, "key")
);

CREATE TABLE thread_groups (
    thread TEXT NOT NULL, family TEXT NOT NULL, event_id TEXT, PRIMARY KEY (thread, family)
);

CREATE TABLE originals (
    document_id TEXT NOT NULL, day TEXT NOT NULL, origin TEXT NOT NULL, signature TEXT,
    PRIMARY KEY (document_id)
);

CREATE TABLE original_bands (
    document_id TEXT NOT NULL, band TEXT NOT NULL, PRIMARY KEY (document_id, band)
);

CREATE INDEX accounts_of_thread ON accounts (thread);

CREATE INDEX accounts_of_document ON accounts (document_id);

CREATE INDEX accounts_in_order ON accounts (day, document_id, first);

CREATE INDEX account_keys_by_key ON account_keys ("key", role, day);

CREATE INDEX account_persons_by_person ON account_persons (person, day);

CREATE INDEX thread_keys_by_key ON thread_keys ("key", role);

CREATE INDEX thread_groups_by_family ON thread_groups (family);

CREATE INDEX original_bands_by_band ON original_bands (band);
