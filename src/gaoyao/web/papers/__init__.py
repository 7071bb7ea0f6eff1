"""Papers of a case, as docx drafts that a person checks and signs (`gaoyao.papers`)."""
