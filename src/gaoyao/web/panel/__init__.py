"""Deliberation: the panel and the judicial committee, over the protocol of gaoyao.procedure.deliberation."""
