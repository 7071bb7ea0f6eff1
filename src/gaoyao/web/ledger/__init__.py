"""The assertion log in the database: append-only rows, one hash chain per part, loaded as a gaoyao.dossier Log."""
