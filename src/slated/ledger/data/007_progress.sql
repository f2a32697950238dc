-- What threads come to, so that they are compared without their accounts, and how far events are
-- derived, so that what new articles tell is added to them. All of it can be made again, and is.

DELETE FROM state WHERE name IN ('derived_by', 'linked_by');

CREATE TABLE threads (
    thread TEXT NOT NULL, told TEXT NOT NULL, PRIMARY KEY (thread)
);

CREATE TABLE progress (
    family TEXT NOT NULL, told TEXT NOT NULL, PRIMARY KEY (family)
);
