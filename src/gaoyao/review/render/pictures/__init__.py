"""The pictures of a review: standing ladder, fact × item matrix, proof graph, registers, statements, timeline."""
