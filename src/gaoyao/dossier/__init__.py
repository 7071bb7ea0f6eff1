"""The case as an append-only log of assertions: vocabulary, parts, views, exchange format."""
