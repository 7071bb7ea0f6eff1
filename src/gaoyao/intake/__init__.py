"""Intake: documents people have → pages, text, forms and judgments → proposed assertions."""
