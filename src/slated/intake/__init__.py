"""Files, folders and streams -> captures."""
