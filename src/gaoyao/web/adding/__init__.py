"""Papers that come later: added to a case that is open, read with all that is there, merged as proposals."""
