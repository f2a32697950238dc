"""How well looking-ahead events are found in whole articles."""
