"""Settings that all tests share."""

import os

from hypothesis import HealthCheck, settings

# "ci" gives every run the same examples and times none: speed is shown by benchmarks/, not by tests.
settings.register_profile(
    "ci", derandomize=True, deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
# "search" looks for new examples: HYPOTHESIS_PROFILE=search make test
settings.register_profile("search", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))
