"""How the pages answer."""
