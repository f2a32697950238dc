-- An outlet's articles are counted and put in order from this index alone, whatever the ledger's size.

DROP INDEX articles_of_outlet;

CREATE INDEX articles_of_outlet ON articles (outlet, published, document_id);
