"""Facts to be proved against the evidence; what if some evidence were gone."""
