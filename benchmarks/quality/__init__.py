"""How good slated is: the labelled corpora through the product, scored, held against floors."""
