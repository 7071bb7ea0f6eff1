"""The sections of a review's page, in the order a judge needs them."""
