"""One side of a case a page: a fact's proof graph, statements compared, registers, the chronology, periods, the law."""
