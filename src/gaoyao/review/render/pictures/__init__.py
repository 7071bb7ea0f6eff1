"""The pictures of a review: standing ladder, fact × item matrix, timeline."""
