"""From pages to documents: where one paper ends and the next begins, and what each one is."""
