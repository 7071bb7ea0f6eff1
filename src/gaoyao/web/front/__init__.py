"""What every page shares: frame, style sheet, headers, error pages."""
