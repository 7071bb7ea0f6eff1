"""Who a person is: log-in, lock-out, expiry, the first password."""
