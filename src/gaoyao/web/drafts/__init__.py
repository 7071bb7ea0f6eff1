"""Half-written forms: kept sealed for their writer alone, shown again when he comes back, gone when he submits."""
